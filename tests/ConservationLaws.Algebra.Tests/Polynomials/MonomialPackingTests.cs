using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>Monomials as keys: every packing multiplies like the monomials themselves.</summary>
public sealed class MonomialPackingTests
{
    [Theory]
    [InlineData(1, 64)]
    [InlineData(3, 32)]
    [InlineData(7, 21)]
    [InlineData(200, 8)]
    [InlineData(32_768, 4)]
    [InlineData(65_535, 4)]
    [InlineData(1_000_000, 3)]
    public void Words_hold_products_up_to_their_degree(int variables, int degree)
    {
        Assert.True(WordMonomials.Fits(variables, degree));
        Assert.False(WordMonomials.Fits(variables, degree + 1));
        CheckPacking<ulong, WordMonomials>(new WordMonomials(variables), variables, degree);
        CheckPacking<Monomial, WholeMonomials>(default, variables, degree);
    }

    [Fact]
    public void Unpacking_gives_the_terms_of_a_polynomial_back()
    {
        var random = new SplitMix64(3);
        for (int i = 0; i < 500; i++)
        {
            int[] variables = RandomPolynomials.Variables(1 + (int)random.NextBelow(40));
            Monomial monomial = RandomPolynomials.Monomial(random, variables, 1 + (int)random.NextBelow(i % 7 == 0 ? 70_000u : 12u));
            Assert.Equal(monomial, default(PolynomialRing<Integer, ConservationLaws.Algebra.Fields.IntegerRing>).Term(Integer.One, monomial).Monomial(0));
        }
    }

    [Fact]
    public void A_gradient_is_the_list_of_partial_derivatives()
    {
        var random = new SplitMix64(4);
        PolynomialRing<Integer, ConservationLaws.Algebra.Fields.IntegerRing> ring = default;
        for (int i = 0; i < 500; i++)
        {
            int[] variables = RandomPolynomials.Variables(1 + (int)random.NextBelow(20));
            Polynomial<Integer> polynomial = RandomPolynomials.Draw(random, variables, 12, 6);
            Assert.Equal(
                variables.Select(variable => (variable, ring.Differentiate(polynomial, variable))).Where(component => !component.Item2.IsZero),
                ring.Gradient(polynomial));
        }
    }

    private static void CheckPacking<TKey, TPacking>(TPacking packing, int variables, int degree)
        where TKey : struct, IEquatable<TKey>, IComparable<TKey>
        where TPacking : struct, IMonomialPacking<TKey>
    {
        var random = new SplitMix64((ulong)variables);
        int[] names = [0, variables - 1, .. Enumerable.Range(0, 5).Select(_ => (int)random.NextBelow((uint)variables))];
        for (int i = 0; i < 500; i++)
        {
            int split = (int)random.NextBelow((uint)degree + 1);
            Monomial left = RandomPolynomials.Monomial(random, names, split);
            Monomial right = RandomPolynomials.Monomial(random, names, degree - split);
            Assert.Equal(left, packing.Unpack(packing.Pack(left)));
            Assert.Equal(packing.Pack(left * right), packing.Multiply(packing.Pack(left), packing.Pack(right)));
            Assert.Equal(left == right, packing.Pack(left).Equals(packing.Pack(right)));
        }
    }
}
