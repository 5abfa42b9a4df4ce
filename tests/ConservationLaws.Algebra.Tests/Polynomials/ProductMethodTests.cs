using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>Each method for products, forced, against the textbook; coefficients at the edges of one, two and three words.</summary>
public sealed class ProductMethodTests
{
    private static readonly ProductMethod[] Methods = [ProductMethod.Accumulator, ProductMethod.Hash, ProductMethod.Scattered, ProductMethod.Dense];

    // Powers of two at the limits of digits, words and sums, and one beside them; signs are drawn.
    private static readonly int[] EdgeBits = [0, 1, 15, 16, 30, 31, 32, 33, 61, 62, 63, 64, 65, 126, 127, 128, 200];

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    public static TheoryData<int, int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int, int>();
            foreach (int bits in new[] { 3, 31, 32, 62, 63, 64, 127, 300 })
            {
                // Variables and degree: one variable, rows and slabs of odd sizes, monomials of two and more words.
                foreach ((int variables, int degree) in new[] { (1, 3), (1, 300), (2, 9), (3, 4), (4, 7), (5, 6), (5, 30), (9, 3), (20, 2), (40, 3) })
                {
                    shapes.Add(variables, degree, bits);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Methods_agree_with_the_textbook(int variableCount, int degree, int bits)
    {
        var random = new SplitMix64((ulong)(variableCount + (100 * degree) + (100000 * bits)));
        int[] variables = RandomPolynomials.Variables(variableCount);
        for (int round = 0; round < 3; round++)
        {
            Polynomial<Integer>[] p = new Polynomial<Integer>[4];
            for (int i = 0; i < p.Length; i++)
            {
                int[] some = i == 2 ? variables[..((variableCount + 1) / 2)] : variables;
                p[i] = RandomPolynomials.Draw(random, some, 5 + (14 * round), degree, r => Edge(r, bits));
            }

            TextbookPolynomial[] t = Array.ConvertAll(p, TextbookPolynomial.From);
            var first = TextbookPolynomial.Multiply(t[0], t[1]);
            Check(first, [(p[0], p[1])], []);
            Check(TextbookPolynomial.Add(first, TextbookPolynomial.Multiply(t[2], t[3]), -1), [(p[0], p[1]), (p[2], p[3])], [false, true]);
            Check(TextbookPolynomial.From(Ring.Zero), [(p[0], p[1]), (p[2], p[3]), (p[1], p[0]), (p[2], p[3])], [true, false, false, true]);
        }
    }

    [Fact]
    public void Sums_may_fill_their_words_to_the_last_bit()
    {
        // f = Σ ±c·xⁱ, g = Σ d·xⁱ: the middle coefficient of f·g is n·c·d, at and beside the limits of words.
        foreach (int bits in new[] { 62, 63, 64, 126, 127, 128, 190, 192 })
        {
            foreach (int terms in new[] { 2, 3, 4, 8 })
            {
                for (int offset = -2; offset <= 2; offset++)
                {
                    BigInteger target = (BigInteger.One << bits) + offset;
                    BigInteger left = BigInteger.Min(target / terms, long.MaxValue);
                    foreach (BigInteger right in new[] { target / (terms * left), BigInteger.One })
                    {
                        foreach (int sign in new[] { 1, -1 })
                        {
                            Polynomial<Integer> f = Ring.FromTerms(Enumerable.Range(0, terms).Select(i => ((Integer)(sign * left), Power(i))));
                            Polynomial<Integer> g = Ring.FromTerms(Enumerable.Range(0, terms).Select(i => ((Integer)right, Power(i))));
                            Check(TextbookPolynomial.Multiply(TextbookPolynomial.From(f), TextbookPolynomial.From(g)), [(f, g)], []);
                        }
                    }
                }
            }
        }

        static Monomial Power(int exponent) => Monomial.Create([(3, exponent)]);
    }

    [Fact]
    public void Large_sums_over_slabs_and_ranges_agree()
    {
        Polynomial<Integer> dense = Ring.Power(Ring.One + Ring.Variable(0) + Ring.Variable(1) - Ring.Variable(2) + Ring.Variable(3), 9);
        Polynomial<Integer> sparse = Ring.Power(
            Ring.One + Ring.Variable(0) - Ring.Power(Ring.Variable(1), 2) + (3 * Ring.Power(Ring.Variable(2), 3)) + (5 * Ring.Power(Ring.Variable(4), 5)), 6);
        foreach ((Polynomial<Integer> f, Polynomial<Integer> g) in new[] { (dense, dense), (sparse, sparse), (dense, sparse), (sparse, dense) })
        {
            (Polynomial<Integer>, Polynomial<Integer>)[] products = [(f, g), (g, g), (f, dense)];
            Polynomial<Integer> expected = Ring.TrySumOfSignedProducts(products, [true, false, true], ProductMethod.Accumulator)!;
            Assert.Equal(expected, Ring.SumOfSignedProducts(products, [true, false, true]));
            foreach (ProductMethod method in Methods)
            {
                Polynomial<Integer>? actual = Ring.TrySumOfSignedProducts(products, [true, false, true], method);
                Assert.Equal(expected, actual);
                Assert.Equal(expected.Exponents, actual!.Exponents);
                Assert.True(Ring.TrySumOfSignedProducts([(f, g), (g, f)], [false, true], method)!.IsZero);
            }
        }
    }

    [Theory]
    [InlineData(2u)]
    [InlineData(3u)]
    [InlineData(65537u)]
    [InlineData(1073741789u)]
    [InlineData(2147483629u)]
    [InlineData(2147483647u)]
    public void Methods_agree_modulo_primes(uint modulus)
    {
        var field = new PrimeField(modulus);
        var ring = new PolynomialRing<uint, PrimeField>(field);
        var random = new SplitMix64(modulus);
        foreach ((int variables, int degree) in new[] { (1, 40), (2, 9), (4, 6), (12, 3) })
        {
            for (int round = 0; round < 6; round++)
            {
                Polynomial<Integer> f = RandomPolynomials.Draw(random, RandomPolynomials.Variables(variables), 60, degree, Residue);
                Polynomial<Integer> g = RandomPolynomials.Draw(random, RandomPolynomials.Variables(variables), 60, degree, Residue);
                Polynomial<uint> expected = IntegerPolynomial.ReduceModulo((f * g) - (g * g), field);
                (Polynomial<uint>, Polynomial<uint>)[] products =
                    [(IntegerPolynomial.ReduceModulo(f, field), IntegerPolynomial.ReduceModulo(g, field)), (IntegerPolynomial.ReduceModulo(g, field), IntegerPolynomial.ReduceModulo(g, field))];
                Assert.Equal(expected, ring.SumOfSignedProducts(products, [false, true]));
                foreach (ProductMethod method in Methods)
                {
                    Polynomial<uint>? actual = ring.TrySumOfSignedProducts(products, [false, true], method);
                    Assert.True(actual is not null || (method == ProductMethod.Hash && variables > 7) || g.IsZero, $"{method} does not apply");
                    Assert.Equal(expected, actual ?? expected);
                }
            }
        }

        // The greatest residues are the dangerous ones.
        Integer Residue(SplitMix64 r) => r.NextBelow(3) == 0 ? (Integer)(long)r.NextBelow(modulus) : (Integer)(long)(modulus - 1);
    }

    private static Integer Edge(SplitMix64 random, int maximalBits)
    {
        int[] bits = Array.FindAll(EdgeBits, b => b <= maximalBits);
        BigInteger value = (BigInteger.One << bits[random.NextBelow((uint)bits.Length)]) + random.NextBelow(3) - 1;
        return random.NextBelow(2) == 0 ? value : -value;
    }

    private static void Check(TextbookPolynomial expected, ReadOnlySpan<(Polynomial<Integer> Left, Polynomial<Integer> Right)> products, bool[] negative)
    {
        bool words = true;
        foreach ((Polynomial<Integer> left, Polynomial<Integer> right) in products)
        {
            words &= left.Coefficients.Concat(right.Coefficients).All(c => c.TryGetInt64(out _));
        }

        expected.AssertSame(Ring.SumOfSignedProducts(products, negative));
        int used = 0;
        foreach (ProductMethod method in Methods)
        {
            if (Ring.TrySumOfSignedProducts(products, negative, method) is { } actual)
            {
                expected.AssertSame(actual);
                used++;
            }
        }

        // The accumulator always; in few variables the others as well, where coefficients are words.
        bool small = products.ToArray().All(p => p.Left.Variables.Length + p.Right.Variables.Length <= 4 && p.Left.TotalDegree + p.Right.TotalDegree <= 20 && !p.Left.IsZero && !p.Right.IsZero && !p.Left.IsConstant);
        Assert.True(used >= (!small ? 1 : words ? 4 : 2), $"{used} methods");
    }
}
