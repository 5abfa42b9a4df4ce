using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

public sealed class StatementTests
{
    [Theory]
    [InlineData("model \"a # b; c\"", "(TitleStatement 'a # b; c')")]
    [InlineData("model \"\"", "(TitleStatement '')")]
    [InlineData("parameters x", "(ParametersStatement [(ParameterDeclaration 'x' null null)])")]
    [InlineData(
        "parameters U[3,2], b[3], s",
        "(ParametersStatement [(ParameterDeclaration 'U' 3 2) (ParameterDeclaration 'b' 3 null) (ParameterDeclaration 's' null null)])")]
    [InlineData("let a = 2", "(LetStatement 'a' (IntegerExpression 2))")]
    [InlineData("phi x, 3", "(PhiStatement [(NameExpression 'x' []) (IntegerExpression 3)])")]
    [InlineData("field D[x]", "(FieldStatement null (DerivationExpression 'x' []))")]
    [InlineData("field rotation = D[U[1,2]]", "(FieldStatement 'rotation' (DerivationExpression 'U' [(IndexSyntax 1) (IndexSyntax 2)]))")]
    [InlineData("precondition U by V", "(PreconditionStatement 'U' (NameExpression 'V' []))")]
    [InlineData("flow gradient", "(FlowStatement Gradient null)")]
    [InlineData("flow gradient decay 1/10", "(FlowStatement Gradient (RationalSyntax 1 10))")]
    [InlineData("flow momentum -2", "(FlowStatement Momentum (RationalSyntax -2 1))")]
    [InlineData("flow nesterov 6/4", "(FlowStatement Nesterov (RationalSyntax 6 4))")]
    [InlineData("loss any", "(LossStatement Any)")]
    [InlineData("loss cross-entropy", "(LossStatement CrossEntropy)")]
    [InlineData("data [[1,2],[0,1]]", "(DataStatement (MatrixExpression [[(IntegerExpression 1) (IntegerExpression 2)] [(IntegerExpression 0) (IntegerExpression 1)]]))")]
    [InlineData("at x = 1, y = 2", "(AtStatement [(AtAssignment 'x' (IntegerExpression 1)) (AtAssignment 'y' (IntegerExpression 2))])")]
    public void Every_statement_has_its_tree(string text, string outline) => Assert.Equal(outline, Syntax.Outline(Syntax.Single(text)));

    [Fact]
    public void A_text_without_statements_is_well_formed()
    {
        Assert.Empty(Syntax.Parse("").Statements);
        Assert.Empty(Syntax.Parse("\n# nothing\n;;\r\n  ; # more").Statements);
    }

    [Fact]
    public void Statements_end_at_newlines_and_semicolons() =>
        Assert.Equal(4, Syntax.Parse("parameters x; phi x\r\nphi x\rphi x").Statements.Length);

    [Fact]
    public void Statements_know_their_place()
    {
        const string Text = "parameters x ; let  abc = x*x # note\nfield x";
        ModelSyntax model = Syntax.Parse(Text);
        Assert.Equal(["parameters x", "let  abc = x*x", "field x"], model.Statements.Select(statement => statement.Span.TextOf(Text)));
        Assert.Equal("abc", Assert.IsType<LetStatement>(model.Statements[1]).NameSpan.TextOf(Text));
        Assert.Equal("field", Assert.IsType<FieldStatement>(model.Statements[2]).NameSpan.TextOf(Text));
    }

    [Fact]
    public void A_byte_order_mark_at_the_start_is_accepted() => Assert.Single(Syntax.Parse("\uFEFFphi x").Statements);

    [Fact]
    public void Every_word_but_T_and_D_may_name_a_parameter()
    {
        string[] words =
        [
            "model", "parameters", "let", "phi", "network", "field", "precondition", "flow", "loss", "data", "at", "by", "gradient", "decay",
            "momentum", "nesterov", "any", "cross", "entropy", "dense", "conv", "kernel", "stride", "padding", "same", "circular", "attention",
            "heads", "key", "value", "residual", "linear", "relu", "square", "smooth", "bias", "s", "t", "x2", "_", "Tx", "Dx",
        ];
        Assert.All(words, word =>
        {
            Assert.Equal(word, Syntax.Single<ParametersStatement>($"parameters {word}[2]").Declarations[0].Name);
            Assert.Equal(word, Syntax.Single<LetStatement>($"let {word} = {word}*{word}").Name);
            Assert.Equal(word, Syntax.Single<FieldStatement>($"field {word} = {word}*D[{word}]").Name);
            Assert.Equal(word, Syntax.Single<PreconditionStatement>($"precondition {word} by {word}").Name);
            Assert.Equal(word, Assert.IsType<CallExpression>(Syntax.Expression($"{word}({word}, {word}[1])")).Function);
        });
    }

    [Fact]
    public void Statement_words_stand_at_the_start_of_a_line_inside_brackets_as_names() =>
        Assert.Equal(2, Syntax.Parse("phi [x,\n data,\n data[1],\n phi*2,\n at]\nlet a = (\nmodel\n)").Statements.Length);

    [Fact]
    public void A_comment_may_hold_anything_but_the_end_of_its_line() =>
        Assert.Equal(2, Syntax.Parse("phi x # \0 ( [ \" ; θ × 0.5\nphi f(y, # )\n y)\n#").Statements.Length);
}
