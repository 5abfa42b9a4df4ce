using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class PolynomialGcdTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static Polynomial<Integer> X => Ring.Variable(0);

    private static Polynomial<Integer> Y => Ring.Variable(3);

    [Theory]
    [InlineData(1, 6, 8, 300)]
    [InlineData(2, 5, 5, 300)]
    [InlineData(3, 5, 4, 200)]
    [InlineData(5, 6, 4, 100)]
    [InlineData(9, 5, 3, 60)]
    [InlineData(20, 5, 3, 20)]
    public void Gcd_properties(int variableCount, int terms, int degree, int cases)
    {
        var random = new SplitMix64((ulong)variableCount);
        int[] variables = RandomPolynomials.Variables(variableCount);
        for (int i = 0; i < cases; i++)
        {
            Polynomial<Integer> f = RandomPolynomials.Draw(random, variables, terms, degree);
            Polynomial<Integer> g = RandomPolynomials.Draw(random, variables, terms, degree);
            Polynomial<Integer> h = RandomPolynomials.Draw(random, variables, terms, degree);
            Polynomial<Integer> gcd = IntegerPolynomial.GreatestCommonDivisor(f, g);
            Polynomial<Integer> product = IntegerPolynomial.GreatestCommonDivisor(f * h, g * h);
            Assert.Equal(Positive(gcd * h), product);
            Assert.Equal(product, IntegerPolynomial.GreatestCommonDivisor(g * h, -(f * h)));
            if (!product.IsZero)
            {
                Polynomial<Integer> a = IntegerPolynomial.DivideExact(f * h, product);
                Polynomial<Integer> b = IntegerPolynomial.DivideExact(g * h, product);
                Assert.Equal(Ring.One, IntegerPolynomial.GreatestCommonDivisor(a, b));
            }
        }
    }

    [Fact]
    public void Agrees_with_the_remainder_sequence()
    {
        var random = new SplitMix64(11);
        for (int i = 0; i < 60; i++)
        {
            Polynomial<Integer> h = RandomPolynomials.Draw(random, [0, 1, 2], 3, 2) + Ring.Power(X, 3);
            Polynomial<Integer> f = IntegerPolynomial.PrimitivePart((RandomPolynomials.Draw(random, [0, 1, 2], 3, 2) + Ring.Power(X, 3)) * h);
            Polynomial<Integer> g = IntegerPolynomial.PrimitivePart((RandomPolynomials.Draw(random, [0, 1, 2], 3, 2) + Ring.Power(X, 3)) * h);
            // Monic in x up to a sign, hence primitive in x.
            Polynomial<Integer> expected = PrimitiveRemainderSequence.Compute(f, g, 0, CancellationToken.None);
            Assert.Equal(Positive(expected), IntegerPolynomial.GreatestCommonDivisor(f, g));
        }
    }

    [Fact]
    public void Trivial_cases()
    {
        Assert.True(IntegerPolynomial.GreatestCommonDivisor(Ring.Zero, Ring.Zero).IsZero);
        Assert.Equal(X, IntegerPolynomial.GreatestCommonDivisor(Ring.Zero, -X));
        Assert.Equal(Ring.Constant(6), IntegerPolynomial.GreatestCommonDivisor(Ring.Constant(-12), 18 * (X + Y)));
        Assert.Equal(2 * (X * Y), IntegerPolynomial.GreatestCommonDivisor(4 * (X * X * Y), 6 * (X * Y * (X + Y))));
        Assert.Equal(X + Y, IntegerPolynomial.GreatestCommonDivisor((X + Y) * (X - Y), (X + Y) * (X + Y + Ring.One)));
        Assert.Equal(Ring.One, IntegerPolynomial.GreatestCommonDivisor(X, Y));
    }

    [Fact]
    public void Leading_coefficients_that_are_polynomials_do_not_confuse_it()
    {
        Polynomial<Integer> z = Ring.Variable(9);
        Polynomial<Integer> h = (((Y * z) + Ring.One) * X * X) + ((Y - z) * X) + Ring.Constant(3);
        Polynomial<Integer> f = ((((Y * Y) + z) * X) + Ring.One) * ((Y + z) * X + Ring.Constant(2));
        Polynomial<Integer> g = (((Y + z) * X * X) + Y) * ((Y + Ring.One) * X - z);
        Assert.Equal(h, IntegerPolynomial.GreatestCommonDivisor(f * h, g * h));
    }

    [Fact]
    public void Large_coefficients_need_several_primes()
    {
        Polynomial<Integer> h = (Integer.Pow(3, 200) * (X * X)) + (Integer.Pow(7, 90) * (X * Y)) - Ring.Constant(Integer.Pow(5, 150));
        Polynomial<Integer> f = (Integer.Pow(2, 100) * X) + Y;
        Polynomial<Integer> g = (Integer.Pow(11, 60) * Y) - X;
        Assert.Equal(h, IntegerPolynomial.GreatestCommonDivisor(f * h, g * h));
    }

    [Fact]
    public void Coefficients_divisible_by_the_first_primes_are_harmless()
    {
        Polynomial<Integer> h = ((Integer)Primes.At(0) * (X * X)) + ((Integer)Primes.At(1) * Y) + Ring.One;
        Polynomial<Integer> f = ((Integer)Primes.At(0) * (X * Y)) + Ring.One;
        Polynomial<Integer> g = ((Integer)Primes.At(1) * X) + (Y * Y);
        Assert.Equal(h, IntegerPolynomial.GreatestCommonDivisor(f * h, g * h));
        // A monomial of the gcd vanishes modulo the first prime; the next prime has to notice.
        Polynomial<Integer> c = (24 * (X * X)) - ((Integer)Primes.At(0) * Y) - Ring.Constant(4);
        Polynomial<Integer> z = Ring.Variable(9);
        Assert.Equal(c, IntegerPolynomial.GreatestCommonDivisor(c * ((5 * (z * z)) + Ring.One), c * ((z * X) + Ring.Constant(7))));
        // The gcd of the images modulo the first prime is too large.
        Polynomial<Integer> a = X + Y;
        Assert.Equal(Ring.One, IntegerPolynomial.GreatestCommonDivisor(a * X + Ring.One, (a + Ring.Constant(Primes.At(0))) * X + Ring.One));
    }

    [Fact]
    public void Sparse_high_degrees_are_deflated()
    {
        Polynomial<Integer> x = Ring.Power(X, 1 << 20);
        Polynomial<Integer> y = Ring.Power(Y, 65535);
        Assert.Equal(x + y, IntegerPolynomial.GreatestCommonDivisor((x + y) * (x - Ring.One), (x + y) * (y + Ring.One)));
        Assert.Equal(Ring.Power(X, 12) - Ring.One, IntegerPolynomial.GreatestCommonDivisor(Ring.Power(X, 36) - Ring.One, Ring.Power(X, 48) - Ring.One));
        Polynomial<Integer> huge = Ring.Power(X, 1 << 29);
        Assert.Equal(huge - Ring.One, IntegerPolynomial.GreatestCommonDivisor((huge - Ring.One) * (X + Y), (huge - Ring.One) * (X - Y)));
        Assert.Equal(huge - Ring.One, IntegerPolynomial.GreatestCommonDivisor(huge - Ring.One, (huge - Ring.One) * (huge + X)));
    }

    [Fact]
    public void Sums_of_squares_of_many_variables()
    {
        Polynomial<Integer> norm = Ring.One;
        Polynomial<Integer> sum = Ring.Zero;
        for (int v = 0; v < 40; v++)
        {
            norm += Ring.Power(Ring.Variable(v), 2);
            sum += Ring.Variable(v);
        }

        Assert.Equal(norm, IntegerPolynomial.GreatestCommonDivisor(norm * sum, norm * (sum + Ring.One)));
        Assert.Equal(Ring.One, IntegerPolynomial.GreatestCommonDivisor(norm, sum));
    }

    [Fact]
    public void A_common_factor_of_the_cofactors_leading_coefficients_is_within_the_degree_bounds()
    {
        // Every leading coefficient has many terms, and the remainder sequence would be hopeless.
        Polynomial<Integer> h = Elementary(10, 3) + Ring.One;
        Polynomial<Integer> f = (Elementary(10, 2) * Elementary(10, 2)) + Ring.Variable(1);
        Polynomial<Integer> g = Elementary(10, 2) - Ring.Constant(2);
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(40));
        Assert.Equal(h, IntegerPolynomial.GreatestCommonDivisor(f * h, g * h, limit.Token));
    }

    [Fact]
    public void Cancellation_is_honoured()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();
        Assert.Throws<OperationCanceledException>(
            () => IntegerPolynomial.GreatestCommonDivisor((X + Y) * (X - Y), (X + Y) * (X + Ring.One), source.Token));
    }

    [Fact]
    public void Content_and_primitive_part()
    {
        Polynomial<Integer> f = (-12 * (X * Y)) + Ring.Constant(18);
        Assert.Equal(6, IntegerPolynomial.Content(f));
        Assert.Equal((2 * (X * Y)) - Ring.Constant(3), IntegerPolynomial.PrimitivePart(f));
        Assert.Equal(0, IntegerPolynomial.Content(Ring.Zero));
        Assert.True(IntegerPolynomial.PrimitivePart(Ring.Zero).IsZero);
        foreach (Integer edge in EdgeIntegers.All.Where(e => !e.IsZero))
        {
            Assert.Equal(Integer.Abs(edge), IntegerPolynomial.Content(edge * (X + Y)));
            Assert.Equal(X + Y, IntegerPolynomial.PrimitivePart(edge * (X + Y)));
        }

        Assert.Throws<ArithmeticException>(() => IntegerPolynomial.DivideExact(X + Ring.One, (Integer)2));
        Assert.Throws<ArithmeticException>(() => IntegerPolynomial.DivideExact(X, Y));
        Assert.Throws<DivideByZeroException>(() => IntegerPolynomial.DivideExact(X, Ring.Zero));
    }

    // The sum of all products of k of the first n variables.
    private static Polynomial<Integer> Elementary(int n, int k) =>
        k == 0 ? Ring.One : n < k ? Ring.Zero : Elementary(n - 1, k) + (Ring.Variable(n - 1) * Elementary(n - 1, k - 1));

    private static Polynomial<Integer> Positive(Polynomial<Integer> value) => value.IsZero || value.LeadingCoefficient.Sign > 0 ? value : -value;
}
