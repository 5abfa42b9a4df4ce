using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class UnivariateRationalTests
{
    // x³ − 2: the residue classes are the field Q(∛2).
    private static readonly Rational[] s_cubeRoot = [-2, 0, 0, 1];

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 20)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_inverse_times_the_element_is_one(int seed)
    {
        var random = new Random(seed);
        Rational[] element = Element(random);
        if (element.Length == 0)
        {
            Assert.Null(UnivariateRational.Invert(element, s_cubeRoot));
            return;
        }

        Rational[] inverse = UnivariateRational.Invert(element, s_cubeRoot)!;
        Assert.Equal([Rational.One], UnivariateRational.MultiplyModulo(element, inverse, s_cubeRoot));
    }

    // x² − 1 = (x − 1)(x + 1).
    [Fact]
    public void Divisors_of_zero_have_no_inverse()
    {
        Rational[] modulus = [-1, 0, 1];
        Assert.Null(UnivariateRational.Invert([1, 1], modulus));
        Assert.Null(UnivariateRational.Invert([-2, 2], modulus));
        Assert.Null(UnivariateRational.Invert([], modulus));
        Assert.Equal([0, 1], UnivariateRational.Invert([0, 1], modulus)!);
    }

    // (a + bx + cx²)(a' + b'x + c'x²) with x³ = 2, by hand.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Products_are_those_of_cube_roots(int seed)
    {
        var random = new Random(seed);
        (Rational[] left, Rational[] right) = (Element(random), Element(random));
        (Rational a, Rational b, Rational c) = (At(left, 0), At(left, 1), At(left, 2));
        (Rational d, Rational e, Rational f) = (At(right, 0), At(right, 1), At(right, 2));
        Rational[] expected = [(a * d) + (2 * ((b * f) + (c * e))), (a * e) + (b * d) + (2 * c * f), (a * f) + (b * e) + (c * d)];

        Rational[] product = UnivariateRational.MultiplyModulo(left, right, s_cubeRoot);

        Assert.Equal(expected, Enumerable.Range(0, 3).Select(place => At(product, place)));
        Assert.True(product.Length == 0 || !product[^1].IsZero);
    }

    // The square root of 2 in Q(⁴√2) is x², that of 1 + √2 is of degree 4, and a number is of degree 1.
    [Fact]
    public void Minimal_polynomials_are_those_of_roots_of_two()
    {
        Rational[] modulus = [-2, 0, 0, 0, 1];
        Assert.Equal([-2, 0, 1], UnivariateRational.MinimalPolynomial([0, 0, 1], modulus, 2)!);
        Assert.Equal([-1, -2, 1], UnivariateRational.MinimalPolynomial([1, 0, 1], modulus, 4)!);
        Assert.Equal([new Rational(-3, 5), 1], UnivariateRational.MinimalPolynomial([new Rational(3, 5)], modulus, 2)!);
        Assert.Null(UnivariateRational.MinimalPolynomial([0, 1], modulus, 3));
        Assert.Equal(modulus, UnivariateRational.MinimalPolynomial([0, 1], modulus, 4)!);
        Assert.Equal([0, 1], UnivariateRational.MinimalPolynomial([], modulus, 2)!);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_minimal_polynomial_vanishes_at_the_element(int seed)
    {
        Rational[] element = Element(new Random(seed));
        Rational[] minimal = UnivariateRational.MinimalPolynomial(element, s_cubeRoot, 3)!;
        Assert.Equal(Rational.One, minimal[^1]);
        // Degree 1 for numbers, 3 for all others.
        Assert.Equal(element.Length <= 1 ? 2 : 4, minimal.Length);
        var value = new Rational[3];
        Rational[] power = [Rational.One];
        foreach (Rational coefficient in minimal)
        {
            for (int place = 0; place < power.Length; place++)
            {
                value[place] += coefficient * power[place];
            }

            power = UnivariateRational.MultiplyModulo(power, element, s_cubeRoot);
        }

        Assert.All(value, entry => Assert.True(entry.IsZero));
    }

    [Fact]
    public void Specializing_keeps_one_variable()
    {
        Polynomial<Integer> value = (Ring.Variable(0) * Ring.Variable(0) * Ring.Variable(1)) - ((Integer)3 * Ring.Variable(2)) + Ring.One;
        for (int attempt = 0; attempt < 4; attempt++)
        {
            Rational[] special = UnivariateRational.Specialize(value, 0, attempt);
            Rational[] other = UnivariateRational.Specialize(Ring.Variable(1), 0, attempt);
            Rational[] third = UnivariateRational.Specialize(Ring.Variable(2), 0, attempt);
            Assert.Equal([1 - (3 * third[0]), 0, other[0]], special);
        }

        Assert.NotEqual(UnivariateRational.Specialize(Ring.Variable(1), 0, 0), UnivariateRational.Specialize(Ring.Variable(1), 0, 1));
        Assert.Empty(UnivariateRational.Specialize(Ring.Zero, 0, 0));
    }

    private static Rational At(Rational[] value, int place) => place < value.Length ? value[place] : Rational.Zero;

    private static Rational[] Element(Random random)
    {
        Rational[] value = [.. Enumerable.Range(0, random.Next(4)).Select(_ => new Rational(random.Next(-9, 10), random.Next(1, 9)))];
        return value[..(Array.FindLastIndex(value, entry => !entry.IsZero) + 1)];
    }
}
