using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class RationalRootsTests
{
    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Roots_of_a_product_of_linear_factors_are_found(int seed)
    {
        var random = new Random(seed);
        Rational[] roots = [.. Enumerable.Range(0, random.Next(6)).Select(_ => new Rational(random.Next(-60, 61), random.Next(1, 40))).Distinct()];
        // x² + x + 7 and x³ − 2 have no rational roots.
        Rational[] rest = random.Next(3) switch { 0 => [7, 1, 1], 1 => [-2, 0, 0, 1], _ => [5] };
        Rational scale = new(random.Next(1, 50), random.Next(1, 50));
        Rational[] polynomial = [.. roots.Aggregate(rest, TimesLinear).Select(coefficient => scale * coefficient)];

        (Rational[] found, Rational[] cofactor) = RationalRoots.Split(polynomial);

        Assert.Equal(roots.Order(), found.Order());
        Assert.Equal(polynomial, found.Aggregate(cofactor, TimesLinear));
        Assert.Equal(rest.Length, cofactor.Length);
    }

    [Fact]
    public void Large_roots_are_lifted()
    {
        var root = new Rational(Integer.Parse("-123456789012345678901234567891"), Integer.Parse("987654321098765432109876543210987"));
        (Rational[] found, Rational[] cofactor) = RationalRoots.Split(TimesLinear([3, 0, 1], root));
        Assert.Equal([root], found);
        Assert.Equal([3, 0, 1], cofactor);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Polynomials_without_rational_roots_come_back(int which)
    {
        Rational[] polynomial = which switch { 0 => [1, 0, 1], 1 => [-2, 0, 1], _ => [new Rational(-4, 7)] };
        (Rational[] found, Rational[] cofactor) = RationalRoots.Split(polynomial);
        Assert.Empty(found);
        Assert.Equal(polynomial, cofactor);
    }

    // (x − r)·f.
    private static Rational[] TimesLinear(Rational[] polynomial, Rational root)
    {
        var product = new Rational[polynomial.Length + 1];
        for (int place = 0; place < product.Length; place++)
        {
            product[place] = (place > 0 ? polynomial[place - 1] : Rational.Zero) - (place < polynomial.Length ? root * polynomial[place] : Rational.Zero);
        }

        return product;
    }
}
