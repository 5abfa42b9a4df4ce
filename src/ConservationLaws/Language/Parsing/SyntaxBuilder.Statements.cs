using System.Numerics;
using static ConservationLaws.Language.Generated.ClawParser;

namespace ConservationLaws.Language;

internal sealed partial class SyntaxBuilder
{
    private readonly List<ParameterDeclaration> _declarations = [];
    private readonly List<AtAssignment> _assignments = [];

    public override void ExitExpression(ExpressionContext context) => Expression = Pop();

    public override void ExitTitle(TitleContext context)
    {
        SourceSpan text = Span(context.text);
        Statement = new TitleStatement(Span(context), source[new SourceSpan(text.Start + 1, Math.Max(0, text.Length - 2))].ToString());
    }

    public override void ExitParameters(ParametersContext context) =>
        Statement = new ParametersStatement(Span(context), TakeFrom(_declarations, 0));

    public override void ExitDeclaration(DeclarationContext context) => _declarations.Add(new ParameterDeclaration(
        Span(context),
        Name(context.word),
        Span(context.word),
        context.rows is null ? null : Integer(context.rows),
        context.columns is null ? null : Integer(context.columns)));

    public override void ExitLet(LetContext context) =>
        Statement = new LetStatement(Span(context), Name(context.word), Span(context.word), Pop());

    public override void ExitPhi(PhiContext context) => Statement = new PhiStatement(Span(context), PopAll(0));

    public override void ExitField(FieldContext context)
    {
        Expression value = Pop();
        if (_operands.Count == 0)
        {
            Statement = new FieldStatement(Span(context), null, Span(context.Start), value);
            return;
        }

        Expression name = Pop();
        if (name is NameExpression { Indices.IsEmpty: true } plain && plain.Span == plain.NameSpan)
        {
            Statement = new FieldStatement(Span(context), plain.Name, plain.NameSpan, value);
        }
        else
        {
            diagnostics.Add(name.Span, "before `=` stands the name of the field, a single word", "write field name = …");
        }
    }

    public override void ExitPrecondition(PreconditionContext context) =>
        Statement = new PreconditionStatement(Span(context), Name(context.word), Span(context.word), Pop());

    public override void ExitFlow(FlowContext context)
    {
        FlowKind kind = context.kind.Type switch
        {
            MOMENTUM => FlowKind.Momentum,
            NESTEROV => FlowKind.Nesterov,
            _ => FlowKind.Gradient,
        };
        Statement = new FlowStatement(Span(context), kind, context.rate is null ? null : Rational(context.rate));
    }

    public override void ExitLoss(LossContext context)
    {
        if (context.first is not null && context.last.StartIndex - context.first.StopIndex != 2)
        {
            var span = SourceSpan.Between(Span(context.first), Span(context.last));
            diagnostics.Add(span, "`cross-entropy` is one word", "write cross-entropy");
        }

        Statement = new LossStatement(Span(context), context.first is null ? LossKind.Any : LossKind.CrossEntropy);
    }

    public override void ExitData(DataContext context) => Statement = new DataStatement(Span(context), (MatrixExpression)Pop());

    public override void ExitAt(AtContext context) => Statement = new AtStatement(Span(context), TakeFrom(_assignments, 0));

    public override void ExitAssignment(AssignmentContext context) =>
        _assignments.Add(new AtAssignment(Span(context), Name(context.word), Span(context.word), Pop()));

    private RationalSyntax Rational(RationalContext context)
    {
        BigInteger numerator = Integer(context.numerator);
        BigInteger denominator = context.denominator is null ? BigInteger.One : Integer(context.denominator);
        if (denominator.IsZero)
        {
            diagnostics.Add(Span(context.denominator!), "a denominator cannot be 0");
        }

        return new RationalSyntax(Span(context), context.sign is null ? numerator : -numerator, denominator);
    }
}
