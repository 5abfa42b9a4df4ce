using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>Each method for exact division, forced, against products by the textbook; quotients at the edges of digits and words.</summary>
public sealed class DivisionMethodTests
{
    private static readonly DivisionMethod[] Methods = [DivisionMethod.Heap, DivisionMethod.Scattered, DivisionMethod.Dense];

    private static readonly int[] EdgeBits = [0, 1, 15, 16, 30, 31, 32, 33, 61, 62, 63, 64, 65, 126, 127, 200];

    private static PolynomialDomain<Integer, IntegerRing> Domain => default;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    public static TheoryData<int, int, int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, int, int>();
            foreach ((int quotientBits, int divisorBits) in new[] { (1, 1), (16, 16), (31, 31), (62, 1), (1, 62), (33, 61), (64, 64), (127, 16), (200, 200) })
            {
                foreach ((int variables, int degree) in new[] { (1, 3), (1, 200), (2, 9), (3, 4), (4, 6), (5, 12), (9, 3), (20, 2), (40, 3) })
                {
                    shapes.Add(variables, degree, quotientBits, divisorBits);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Quotients_are_those_of_the_textbook(int variableCount, int degree, int quotientBits, int divisorBits)
    {
        var random = new SplitMix64((ulong)(variableCount + (100 * degree) + (100000 * quotientBits) + (77 * divisorBits)));
        int[] variables = RandomPolynomials.Variables(variableCount);
        for (int round = 0; round < 6; round++)
        {
            Polynomial<Integer> q = RandomPolynomials.Draw(random, variables, 4 + (9 * round), degree, r => Edge(r, quotientBits));
            int[] some = round == 2 ? variables[..((variableCount + 1) / 2)] : variables;
            Polynomial<Integer> g = RandomPolynomials.Draw(random, some, 4 + (9 * round), degree, r => Edge(r, divisorBits));
            if (round == 4)
            {
                g = Ring.Scale(6, g); // a content, which does not divide a remainder
            }

            if (q.IsZero || g.IsZero)
            {
                continue;
            }

            Polynomial<Integer> f = q * g;
            var product = TextbookPolynomial.Multiply(TextbookPolynomial.From(q), TextbookPolynomial.From(g));
            product.AssertSame(f);
            int used = CheckDivides(f, g, q);
            Assert.True(used >= (variableCount > 4 ? 1 : quotientBits <= 31 && divisorBits <= 31 ? 3 : 2), $"{used} methods");
            if (!g.IsConstant)
            {
                // A constant at the end, one coefficient changed, one monomial changed.
                CheckRemains(f + Ring.One, g);
                int term = (int)random.NextBelow((uint)f.TermCount);
                Polynomial<Integer> middle = Ring.FromTerms([(Integer.One, f.Monomial(term))]);
                if (g.TermCount > 1)
                {
                    CheckRemains(f + middle, g);
                    CheckRemains(f - Ring.Scale(f.Coefficient(term), middle) + (Ring.Scale(f.Coefficient(term), middle) * Ring.Variable(variables[^1])), g);
                }
            }
        }
    }

    [Fact]
    public void Cancellation_hides_a_long_quotient()
    {
        Polynomial<Integer> x = Ring.Variable(0);
        Polynomial<Integer> y = Ring.Variable(1);
        Polynomial<Integer> f = Ring.Power(x, 60) - Ring.Power(y, 60);
        Polynomial<Integer> q = Ring.FromTerms(Enumerable.Range(0, 60).Select(i => (Integer.One, Monomial.Create([(0, i), (1, 59 - i)]))));
        CheckDivides(f, x - y, q);
        CheckDivides(f, q, x - y);
        CheckRemains(f + Ring.Power(y, 60) - Ring.Power(y, 59), x - y);

        // The coefficients of f are 1, those of the quotient grow: (1 − x)(1 − x²)… divided by (1 − x)ⁿ.
        Polynomial<Integer> product = Ring.One;
        for (int i = 1; i <= 30; i++)
        {
            product *= Ring.One - Ring.Power(x, i);
        }

        Polynomial<Integer> power = Ring.Power(Ring.One - x, 30);
        Assert.True(Domain.TryDivideExact(product, power, out Polynomial<Integer> quotient));
        TextbookPolynomial.Multiply(TextbookPolynomial.From(quotient), TextbookPolynomial.From(power)).AssertSame(product);
        Assert.Contains(quotient.Coefficients, c => c.BitLength > 63);
        CheckDivides(product, power, quotient);
    }

    [Fact]
    public void Wrong_sums_are_noticed()
    {
        // Modulo 2⁶⁴ the product vanishes in the middle: f = q·g + 2⁶⁴·x must not pass for a multiple.
        Polynomial<Integer> x = Ring.Variable(2);
        foreach (int bits in new[] { 64, 128, 192 })
        {
            Polynomial<Integer> g = Ring.Power(x, 2) + (new Integer(BigInteger.One << 30) * x) + Ring.One;
            Polynomial<Integer> q = Ring.Power(x, 3) + (new Integer(BigInteger.One << 30) * x) + Ring.FromInteger(3);
            CheckRemains((q * g) + (new Integer(BigInteger.One << bits) * x), g);

            // Coefficients that no sum of one word holds, found only on the way.
            Polynomial<Integer> large = Ring.Power(Ring.FromInteger(-2_000_000_011) + x, bits / 16);
            CheckDivides(large * g, g, large);
            CheckDivides(large * g, large, g);
        }
    }

    [Fact]
    public void Large_divisions_over_many_slabs_agree()
    {
        Polynomial<Integer> dense = Ring.Power(Ring.One + Ring.Variable(0) + Ring.Variable(1) - Ring.Variable(2) + Ring.Variable(3), 9);
        Polynomial<Integer> sparse = Ring.Power(
            Ring.One + Ring.Variable(0) - Ring.Power(Ring.Variable(1), 2) + (3 * Ring.Power(Ring.Variable(2), 3)) + (5 * Ring.Power(Ring.Variable(4), 5)), 5);
        foreach ((Polynomial<Integer> q, Polynomial<Integer> g) in new[] { (dense + Ring.One, dense), (sparse, sparse + Ring.One), (dense, sparse), (sparse, dense) })
        {
            Polynomial<Integer> f = q * g;
            Assert.Equal(3, CheckDivides(f, g, q));
            CheckRemains(f + Ring.One, g);
            CheckRemains(f + (q - Ring.FromInteger(q.Coefficients[^1])) + Ring.Variable(0), g);
        }
    }

    [Theory]
    [InlineData(2u)]
    [InlineData(3u)]
    [InlineData(65537u)]
    [InlineData(2147483629u)]
    [InlineData(2147483647u)]
    public void Methods_agree_modulo_primes(uint modulus)
    {
        var field = new PrimeField(modulus);
        var ring = new PolynomialRing<uint, PrimeField>(field);
        var domain = new PolynomialDomain<uint, PrimeField>(field);
        var random = new SplitMix64(modulus);
        foreach ((int variables, int degree) in new[] { (1, 60), (2, 9), (3, 7), (12, 3) })
        {
            for (int round = 0; round < 8; round++)
            {
                Polynomial<uint> q = Draw();
                Polynomial<uint> g = Draw();
                if (q.IsZero || g.IsZero)
                {
                    continue;
                }

                Polynomial<uint> f = ring.Multiply(q, g);
                Assert.True(domain.TryDivideExact(f, g, out Polynomial<uint> quotient));
                Assert.Equal(q, quotient);
                Polynomial<uint> wrong = ring.Add(f, ring.One);
                foreach (DivisionMethod method in Methods)
                {
                    bool? divides = ExactDivision<uint, PrimeField>.TryDivide(field, f, g, method, out Polynomial<uint>? actual);
                    Assert.True(divides ?? (variables > 3), $"{method}");
                    Assert.Equal(q, actual ?? q);
                    Assert.False(!g.IsConstant && !wrong.IsZero && ExactDivision<uint, PrimeField>.TryDivide(field, wrong, g, method, out _) == true);
                }
            }

            Polynomial<uint> Draw() => IntegerPolynomial.ReduceModulo(RandomPolynomials.Draw(random, RandomPolynomials.Variables(variables), 60, degree, Residue), field);
        }

        Integer Residue(SplitMix64 r) => r.NextBelow(3) == 0 ? (Integer)(long)r.NextBelow(modulus) : (Integer)(long)(modulus - 1);
    }

    private static Integer Edge(SplitMix64 random, int maximalBits)
    {
        int[] bits = Array.FindAll(EdgeBits, b => b <= maximalBits);
        BigInteger value = (BigInteger.One << bits[random.NextBelow((uint)bits.Length)]) + random.NextBelow(3) - 1;
        return random.NextBelow(2) == 0 ? value : -value;
    }

    private static int CheckDivides(Polynomial<Integer> dividend, Polynomial<Integer> divisor, Polynomial<Integer> expected)
    {
        Assert.True(Domain.TryDivideExact(dividend, divisor, out Polynomial<Integer> quotient));
        Assert.Equal(expected, quotient);
        int used = 0;
        foreach (DivisionMethod method in Methods)
        {
            bool? divides = ExactDivision<Integer, IntegerRing>.TryDivide(default, dividend, divisor, method, out Polynomial<Integer>? actual);
            Assert.True(divides ?? true, $"{method}");
            if (divides is true)
            {
                Assert.Equal(expected, actual);
                Assert.Equal(expected.Exponents, actual!.Exponents);
                used++;
            }
        }

        return used;
    }

    private static void CheckRemains(Polynomial<Integer> dividend, Polynomial<Integer> divisor)
    {
        if (dividend.IsZero)
        {
            return;
        }

        Assert.False(Domain.TryDivideExact(dividend, divisor, out _));
        foreach (DivisionMethod method in Methods)
        {
            Assert.False(ExactDivision<Integer, IntegerRing>.TryDivide(default, dividend, divisor, method, out Polynomial<Integer>? quotient) ?? false);
            Assert.Null(quotient);
        }
    }
}
