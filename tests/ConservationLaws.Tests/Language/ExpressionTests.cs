using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

public sealed class ExpressionTests
{
    private const string X = "(NameExpression 'x' [])";
    private const string Y = "(NameExpression 'y' [])";
    private const string Z = "(NameExpression 'z' [])";

    [Theory]
    [InlineData("x", X)]
    [InlineData("(x)", X)]
    [InlineData("x+y-z", $"(ChainExpression {X} [(ChainLink Add {Y}) (ChainLink Subtract {Z})])")]
    [InlineData("x*y/z.*x", $"(ChainExpression {X} [(ChainLink Multiply {Y}) (ChainLink Divide {Z}) (ChainLink EntrywiseMultiply {X})])")]
    [InlineData("x+y*z", $"(ChainExpression {X} [(ChainLink Add (ChainExpression {Y} [(ChainLink Multiply {Z})]))])")]
    [InlineData("(x+y)+z", $"(ChainExpression (ChainExpression {X} [(ChainLink Add {Y})]) [(ChainLink Add {Z})])")]
    [InlineData("-x^2", $"(NegateExpression (PowerExpression {X} 2))")]
    [InlineData("(-x)^2", $"(PowerExpression (NegateExpression {X}) 2)")]
    [InlineData("--x", X)]
    [InlineData("---x", $"(NegateExpression {X})")]
    [InlineData("-(-x)", $"(NegateExpression (NegateExpression {X}))")]
    [InlineData("x*-y", $"(ChainExpression {X} [(ChainLink Multiply (NegateExpression {Y}))])")]
    [InlineData("x^-3", $"(PowerExpression {X} -3)")]
    [InlineData("x^ - 65535", $"(PowerExpression {X} -65535)")]
    [InlineData("x^T", $"(TransposeExpression {X})")]
    [InlineData("x^T^2", $"(PowerExpression (TransposeExpression {X}) 2)")]
    [InlineData("(x^2)^3", $"(PowerExpression (PowerExpression {X} 2) 3)")]
    [InlineData("(x^2)^T", $"(TransposeExpression (PowerExpression {X} 2))")]
    [InlineData("2.*x", $"(ChainExpression (IntegerExpression 2) [(ChainLink EntrywiseMultiply {X})])")]
    [InlineData("x [ 1 , 20 ]", "(NameExpression 'x' [(IndexSyntax 1) (IndexSyntax 20)])")]
    [InlineData("kron(x, y)", $"(CallExpression 'kron' [{X} {Y}])")]
    [InlineData("D [x]", "(DerivationExpression 'x' [])")]
    [InlineData("[x,y]", $"(MatrixExpression [[{X}] [{Y}]])")]
    [InlineData("[[x,y]]", $"(MatrixExpression [[{X} {Y}]])")]
    [InlineData("[[x],[y]]", $"(MatrixExpression [[{X}] [{Y}]])")]
    [InlineData("[[x],y]", $"(MatrixExpression [[(MatrixExpression [[{X}]])] [{Y}]])")]
    [InlineData("[([x]),([y])]", $"(MatrixExpression [[(MatrixExpression [[{X}]])] [(MatrixExpression [[{Y}]])]])")]
    [InlineData("[[x]*y,z]", $"(MatrixExpression [[(ChainExpression (MatrixExpression [[{X}]]) [(ChainLink Multiply {Y})])] [{Z}]])")]
    [InlineData("[[[x]]]", $"(MatrixExpression [[(MatrixExpression [[{X}]])]])")]
    [InlineData("(x\n+\r\n[y,\n# note\nz])", $"(ChainExpression {X} [(ChainLink Add (MatrixExpression [[{Y}] [{Z}]]))])")]
    [InlineData("00012345678901234567890", "(IntegerExpression 12345678901234567890)")]
    public void Every_expression_has_its_tree(string text, string outline) =>
        Assert.Equal(outline, Syntax.Outline(Syntax.Expression(text)));

    [Fact]
    public void A_span_includes_the_brackets_around_an_expression()
    {
        const string Text = "1 / (x - y)";
        ChainExpression quotient = Assert.IsType<ChainExpression>(Syntax.Expression(Text));
        Assert.Equal("(x - y)", quotient.Rest[0].Operand.Span.TextOf(Text));
    }

    [Fact]
    public void Names_of_velocities_are_read_in_printed_laws_alone()
    {
        Assert.Equal("(NameExpression 'U'' [(IndexSyntax 1) (IndexSyntax 2)])", Syntax.Outline(Syntax.Expression("U'[1,2]", printedNames: true)));
        Assert.Equal("x'", Assert.IsType<NameExpression>(Assert.IsType<ChainExpression>(Syntax.Expression("x' + t", true)).First).Name);
        Assert.Throws<ModelException>(() => Syntax.Expression("U'[1,2]"));
        Assert.Throws<ModelException>(() => Syntax.Expression("x''", printedNames: true));
        Assert.Throws<ModelException>(() => Syntax.Expression("T'", printedNames: false));
    }

    [Theory]
    [InlineData("")]
    [InlineData(" # nothing\n")]
    [InlineData("x; y")]
    [InlineData("x;")]
    [InlineData("x\ny")]
    [InlineData("x y")]
    [InlineData("x, y")]
    [InlineData("(x")]
    public void What_is_not_one_expression_is_refused(string text) => Assert.Throws<ModelException>(() => Syntax.Expression(text));

    [Fact]
    public void Line_ends_around_an_expression_do_no_harm() => Assert.Equal(X, Syntax.Outline(Syntax.Expression("\n\nx\r\n\n")));
}
