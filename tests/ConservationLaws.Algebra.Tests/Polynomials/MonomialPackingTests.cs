using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>Monomials as keys: every packing multiplies like the monomials themselves.</summary>
public sealed class MonomialPackingTests
{
    [Theory]
    [InlineData(1, 63, 127)]
    [InlineData(2, 40, 80)]
    [InlineData(7, 15, 31)]
    [InlineData(200, 6, 12)]
    [InlineData(1_024, 4, 9)]
    [InlineData(32_768, 3, 6)]
    [InlineData(1_000_000, 2, 5)]
    public void Products_of_primes_hold_monomials_up_to_their_degree(int variables, int degree, int wideDegree)
    {
        CheckBound<ulong>(variables, degree);
        CheckBound<UInt128>(variables, wideDegree);
        CheckPacking<Monomial, WholeMonomials>(default, variables, degree);
    }

    [Fact]
    public void Very_many_variables_are_refused_without_a_sieve() => Assert.False(PrimeMonomials<ulong>.Fits(int.MaxValue, 3));

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

    private static void CheckBound<TKey>(int variables, int degree)
        where TKey : struct, System.Numerics.IBinaryInteger<TKey>, System.Numerics.IUnsignedNumber<TKey>
    {
        Assert.True(PrimeMonomials<TKey>.Fits(variables, degree));
        Assert.False(PrimeMonomials<TKey>.Fits(variables, degree + 1));
        CheckPacking<TKey, PrimeMonomials<TKey>>(new(variables), variables, degree);
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
            TKey product = packing.Multiply(packing.Pack(left.Factors), packing.Pack(right.Factors));
            Assert.Equal(packing.Pack((left * right).Factors), product);
            Assert.Equal(left == right, packing.Pack(left.Factors).Equals(packing.Pack(right.Factors)));
        }
    }
}
