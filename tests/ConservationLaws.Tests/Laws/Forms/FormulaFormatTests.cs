using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Forms;

namespace ConservationLaws.Tests.Laws.Forms;

/// <summary>How functions made of logarithms and angles, and one-forms, are written.</summary>
public sealed class FormulaFormatTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static Polynomial<Integer> X => Ring.Variable(0);

    private static Polynomial<Integer> Y => Ring.Variable(1);

    private static Polynomial<Integer> Z => Ring.Variable(2);

    private static Polynomial<Integer> One => Ring.One;

    [Fact]
    public void Logarithms_with_the_same_coefficient_are_one()
    {
        Assert.Equal("log(x/y)", Text(Ring.Zero, [Log(1, X), Log(-1, Y)]));
        Assert.Equal("log(x/y)", Text(Ring.Zero, [Log(-1, X), Log(1, Y)]));
        Assert.Equal("log(x^2*y/(z*(x + y)))", Text(Ring.Zero, [Log(2, X), Log(1, Y), Log(-1, Z), Log(-1, X + Y)]));
        Assert.Equal("2*log(x^2/(x - y)^3)", Text(Ring.Zero, [Log(4, X), Log(-6, X - Y)]));
        Assert.Equal("3*log(x + 1)", Text(Ring.Zero, [Log(3, X + One)]));
    }

    [Fact]
    public void The_first_term_has_no_sign()
    {
        Assert.Equal("x - log(y)", Text(X, [Log(-1, Y)]));
        Assert.Equal("x - log(y)", Text(-X, [Log(1, Y)]));
        Assert.Equal("(x - y) + 3*log(x)", Text(X - Y, [Log(3, X)]));
        Assert.Equal("x + y - 2*atan(y)", Text(X + Y, [], Angle(-2, One, Y, -1)));
        Assert.Equal("log(x) - atan(y/x)", Text(Ring.Zero, [Log(-1, X)], Angle(1, X, Y, -1)));
    }

    [Fact]
    public void Quotients_of_polynomials_have_brackets_where_they_need_them()
    {
        Assert.Equal("x/(y*z) + log(x)", Text(RationalFunction.Create(X, Y * Z), [Log(1, X)]));
        Assert.Equal("(x + y)/z^2 - log(x)", Text(RationalFunction.Create(X + Y, Z * Z), [Log(-1, X)]));
    }

    [Fact]
    public void Laws_that_are_coefficients_have_brackets()
    {
        Assert.Equal(
            "(x - y)*log(z) - 2*x*log(y)", Text(Ring.Zero, [new LogarithmicTerm(X - Y, Z), new LogarithmicTerm((Integer)(-2) * X, Y)]));
        Assert.Equal("x*y*atan(z)", Text(Ring.Zero, [], new AngularTerm(X * Y, One, Z, -1)));
    }

    [Fact]
    public void Angles_are_those_of_two_legs()
    {
        Assert.Equal("atan(y)", Text(Ring.Zero, [], Angle(1, One, Y, -1)));
        Assert.Equal("atan((y + 1)/x)", Text(Ring.Zero, [], Angle(1, X, Y + One, -1)));
        Assert.Equal("atan(y/(x*z))", Text(Ring.Zero, [], Angle(1, X * Z, Y, -1)));
        Assert.Equal("atan(y/(2*x))", Text(Ring.Zero, [], Angle(1, (Integer)2 * X, Y, -1)));
        Assert.Equal("atan(y/x^2)", Text(Ring.Zero, [], Angle(1, X * X, Y, -1)));
        Assert.Equal("2*atan(sqrt(3)*y)/sqrt(3)", Text(Ring.Zero, [], Angle(2, One, Y, -3)));
        Assert.Equal("atan(sqrt(3)/(2*y + 1))/sqrt(3)", Text(Ring.Zero, [], Angle(1, ((Integer)2 * Y) + One, One, -3)));
        Assert.Equal("atan(sqrt(2)*y/(3*x))/sqrt(2)", Text(Ring.Zero, [], Angle(1, (Integer)3 * X, Y, -2)));
    }

    [Fact]
    public void Angles_of_real_extensions_are_logarithms()
    {
        Assert.Equal("log((x + sqrt(2)*y)/(x - sqrt(2)*y))/(2*sqrt(2))", Text(Ring.Zero, [], Angle(1, X, Y, 2)));
        Assert.Equal("3*log((x + sqrt(5)*(y + 1))/(x - sqrt(5)*(y + 1)))/sqrt(5)", Text(Ring.Zero, [], Angle(6, X, Y + One, 5)));
        Assert.Equal("log(z) - log((x*z + sqrt(3)*y)/(x*z - sqrt(3)*y))/sqrt(3)", Text(Ring.Zero, [Log(1, Z)], Angle(-2, X * Z, Y, 3)));
    }

    // Component by component where that is not longer.
    [Fact]
    public void Forms_are_written_in_the_shorter_way()
    {
        Assert.Equal("x*d(x)/y - d(y)/y", Form(Y, (0, X), (1, -One)));
        Assert.Equal("d(x) - d(y)/y", Form(Y, (0, Y), (1, -One)));
        Assert.Equal("d(x)/2 + d(y)/2", Form((Integer)2 * One, (0, One), (1, One)));
        Assert.Equal("(d(x) + d(y) + d(z))/y^2", Form(Y * Y, (0, One), (1, One), (2, One)));
    }

    [Fact]
    public void Denominators_of_forms_are_factored()
    {
        Assert.Equal("(y*d(x) - x*d(y))/(x^2 + y^2)", Form((X * X) + (Y * Y), (0, Y), (1, -X)));
        Assert.Equal("-d(x)/(2*x*y)", Form((Integer)2 * X * Y, (0, -One)));
        Assert.Equal("(x + y)*d(z)", Form(One, (2, X + Y)));
        Assert.Contains(Form((X + Y) * (X + Y) * (X - Z), (0, One)), (string[])["d(x)/((x + y)^2*(x - z))", "d(x)/((x - z)*(x + y)^2)"]);
        Assert.Equal("(2*x*d(x) + 3*y*d(y) - (x + z)*d(z))/x^3", Form(X * X * X, (0, (Integer)2 * X), (1, (Integer)3 * Y), (2, -(X + Z))));
        Assert.Equal("3*d(y)", Form(One, (1, (Integer)3 * One)));
    }

    private static string Text(Polynomial<Integer> rational, LogarithmicTerm[] logarithms, params AngularTerm[] angles) =>
        Text(RationalFunction.FromPolynomial(rational), logarithms, angles);

    private static string Text(RationalFunction rational, LogarithmicTerm[] logarithms, params AngularTerm[] angles) =>
        new Antiderivative(rational, [.. logarithms], [.. angles]).Format(Name);

    private static string Form(Polynomial<Integer> denominator, params (int Coordinate, Polynomial<Integer> Coefficient)[] components) => new FormLaw
    {
        Class = FormClass.Closed,
        Numerator = default(OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>>).Create(components),
        Denominator = denominator,
    }.FormatDifferential(Name);

    private static LogarithmicTerm Log(int coefficient, Polynomial<Integer> argument) => new(Ring.Constant(coefficient), argument);

    private static AngularTerm Angle(int coefficient, Polynomial<Integer> first, Polynomial<Integer> second, int radicand) =>
        new(Ring.Constant(coefficient), first, second, radicand);

    private static string Name(int variable) => ((string[])["x", "y", "z"])[variable];
}
