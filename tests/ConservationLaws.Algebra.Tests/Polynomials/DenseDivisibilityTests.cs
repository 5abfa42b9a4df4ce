using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using FsCheck;
using FsCheck.Xunit;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>Divisibility modulo primes against division over Z.</summary>
[Properties(Arbitrary = [typeof(PolynomialArbitraries)], MaxTest = 500)]
public sealed class DenseDivisibilityTests
{
    private static PolynomialDomain<Integer, IntegerRing> Domain => default;

    private static Polynomial<Integer> X => Domain.Ring.Variable(0);

    private static Polynomial<Integer> Y => Domain.Ring.Variable(1);

    [Property]
    public bool Factors_divide(Polynomial<Integer> f, Polynomial<Integer> g)
    {
        (Polynomial<Integer> a, Polynomial<Integer> b) = (Fold(f), Fold(g));
        return a.IsZero || b.IsZero || Divides(a * b, b) != false;
    }

    [Property]
    public bool It_agrees_with_division(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> r)
    {
        (Polynomial<Integer> b, Polynomial<Integer> dividend) = (Fold(g), (Fold(f) * Fold(g)) + Fold(r));
        return b.IsZero || dividend.IsZero || Agrees(dividend, b);
    }

    [Property]
    public bool One_wrong_coefficient_is_noticed(Polynomial<Integer> f, Polynomial<Integer> g, PositiveInt place)
    {
        (Polynomial<Integer> a, Polynomial<Integer> b) = (Fold(f), Fold(g) + (X * Y) + Domain.One);
        if (a.IsZero)
        {
            return true;
        }

        Polynomial<Integer> product = a * b;
        Polynomial<Integer> wrong = product + Domain.Ring.Term(Primes.At(0), product.Monomial(place.Get % product.TermCount));
        return wrong.IsZero || Agrees(wrong, b);
    }

    [Fact]
    public void Coefficients_need_not_be_integral_divisors()
    {
        Assert.False(Divides(X + Y, (2 * X) + (2 * Y)) == true);
        Assert.True(Divides((2 * X) + (2 * Y), X + Y));
        Assert.False(Divides(X, Y));
        Assert.False(Divides(X, X * Y));
        Assert.False(Divides((X * X) + Y, X + Y));
    }

    [Fact]
    public void Unlucky_primes_are_skipped_or_left_open()
    {
        Integer p = Primes.At(0);
        Polynomial<Integer> b = (p * (X * Y)) + X + Domain.One;
        Assert.True(Divides(b * (X - Y), b));
        // A coefficient of the quotient vanishes modulo the first prime only.
        Assert.NotEqual(false, Divides(((p * X) + Y) * (X - Y), X - Y));
        // The remainder vanishes modulo the first prime.
        Assert.NotEqual(true, Divides(((X + Y) * (X - Y)) + Domain.Ring.Constant(p), X - Y));
    }

    [Fact]
    public void Long_coefficients()
    {
        Polynomial<Integer> a = Domain.Ring.Power((Integer.Pow(3, 300) * X) - Y + Domain.Ring.Constant(Integer.Pow(7, 150)), 6);
        Polynomial<Integer> b = Domain.Ring.Power(X + (Integer.Pow(5, 200) * Y) - Domain.One, 5);
        Assert.True(Divides(a * b, a));
        Assert.True(Divides(a * b, b));
        Assert.False(Divides((a * b) + Domain.One, b));
    }

    // An answer may be left open when a coefficient of the quotient is divisible by a prime, as some that are drawn are.
    private static bool Agrees(Polynomial<Integer> dividend, Polynomial<Integer> divisor) =>
        Divides(dividend, divisor) is not { } divides || divides == Domain.TryDivideExact(dividend, divisor, out _);

    private static bool? Divides(Polynomial<Integer> dividend, Polynomial<Integer> divisor) =>
        DenseDivisibility.Divides(dividend, divisor, CancellationToken.None);

    // Three variables: the box of exponents is small.
    private static Polynomial<Integer> Fold(Polynomial<Integer> value) => Domain.Ring.FromTerms(value.Terms.Select(static term =>
        (term.Coefficient, Monomial.Create([.. term.Monomial.Factors.ToArray().Select(static f => (f.Variable % 3, f.Exponent))]))));
}
