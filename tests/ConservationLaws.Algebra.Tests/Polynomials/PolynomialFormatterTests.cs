using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class PolynomialFormatterTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static Polynomial<Integer> X => Ring.Variable(0);

    private static Polynomial<Integer> Y => Ring.Variable(1);

    private static Polynomial<Integer> W => Ring.Variable(2);

    public static TheoryData<string, Polynomial<Integer>> Polynomials => new()
    {
        { "0", Ring.Zero },
        { "1", Ring.One },
        { "-1", -Ring.One },
        { "-x", -X },
        { "x - y", X - Y },
        { "-3*x*y + W1[1,1]^2 + 1", (W * W) - (3 * (X * Y)) + Ring.One },
        { "2*x^3*y - 18446744073709551616", (2 * (X * X * X * Y)) - Ring.Constant(Integer.Pow(2, 64)) },
    };

    public static TheoryData<string, Polynomial<Integer>, Polynomial<Integer>> Quotients => new()
    {
        { "(x + y)/(x^2 + 1)", X + Y, (X * X) + Ring.One },
        { "x/2", X, Ring.Constant(2) },
        { "-x/2", X, Ring.Constant(-2) },
        { "(x + 1)/y^2", X + Ring.One, Y * Y },
        { "1/(2*x)", Ring.One, 2 * X },
        { "1/(x*y)", Ring.One, X * Y },
        { "x + y", (X + Y) * Y, Y },
        { "0", Ring.Zero, Y },
    };

    [Theory]
    [MemberData(nameof(Polynomials))]
    public void Polynomials_are_written_as_the_language_reads_them(string expected, Polynomial<Integer> value) =>
        Assert.Equal(expected, PolynomialFormatter.Format(value, Name));

    [Theory]
    [MemberData(nameof(Quotients))]
    public void Quotients_have_only_the_parentheses_they_need(string expected, Polynomial<Integer> numerator, Polynomial<Integer> denominator) =>
        Assert.Equal(expected, PolynomialFormatter.Format(RationalFunction.Create(numerator, denominator), Name));

    [Fact]
    public void Writing_streams_the_same_text()
    {
        using var writer = new StringWriter();
        PolynomialFormatter.Write(writer, X - Y, Name);
        Assert.Equal("x - y", writer.ToString());
    }

    private static string Name(int variable) => variable switch { 0 => "x", 1 => "y", _ => "W1[1,1]" };
}
