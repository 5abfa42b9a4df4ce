using ConservationLaws.Language;
using FsCheck.Xunit;

namespace ConservationLaws.Tests.Language;

public sealed class RoundTripProperties
{
    private static readonly string[] s_operators = ["+", "-", "*", "/", ".*"];

    [Property(MaxTest = 2000)]
    public void A_printed_model_parses_back_to_the_same_tree(int seed)
    {
        var random = new Random(seed);
        ModelSyntax model = new RandomSyntax(random).Model();
        string text = new ModelPrinter(random).Print(model);
        Assert.Equal(Syntax.Outline(model.Statements), Syntax.Outline(Syntax.Parse(text).Statements));
    }

    [Property(MaxTest = 1000)]
    public void A_printed_expression_parses_back_to_the_same_tree(int seed)
    {
        var random = new Random(seed);
        Expression expression = new RandomSyntax(random).Expression(6);
        string text = new ModelPrinter(random).Print(expression);
        Assert.Equal(Syntax.Outline(expression), Syntax.Outline(Syntax.Expression(text)));
    }

    [Property(MaxTest = 300)]
    public void The_span_of_every_coordinate_is_an_expression_with_the_same_tree(int seed)
    {
        var random = new Random(seed);
        string text = "phi " + new ModelPrinter(random).Print(new RandomSyntax(random).Expression(6));
        Expression coordinate = Assert.Single(Syntax.Single<PhiStatement>(text).Coordinates);
        Check(coordinate);

        void Check(Expression expression)
        {
            Assert.Equal(Syntax.Outline(expression), Syntax.Outline(Syntax.Expression(expression.Span.TextOf(text))));
            switch (expression)
            {
                case ChainExpression chain:
                    Check(chain.First);
                    Assert.All(chain.Rest, link => Check(link.Operand));
                    Assert.All(chain.Rest, link => Assert.Contains(link.OperatorSpan.TextOf(text), s_operators));
                    break;
                case NegateExpression negate:
                    Check(negate.Operand);
                    break;
                case PowerExpression power:
                    Check(power.Base);
                    Assert.Equal(power.Exponent.ToString(), power.ExponentSpan.TextOf(text));
                    break;
                case CallExpression call:
                    Assert.Equal(call.Function, call.FunctionSpan.TextOf(text));
                    Assert.All(call.Arguments, Check);
                    break;
                case NameExpression name:
                    Assert.Equal(name.Name, name.NameSpan.TextOf(text));
                    break;
            }
        }
    }
}
