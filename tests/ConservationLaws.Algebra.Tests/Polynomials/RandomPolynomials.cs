using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>Random polynomials of a given shape.</summary>
public static class RandomPolynomials
{
    public static Monomial Monomial(SplitMix64 random, IReadOnlyList<int> variables, int maximalDegree)
    {
        var factors = new List<(int Variable, int Exponent)>();
        int left = (int)random.NextBelow((uint)maximalDegree + 1);
        while (left > 0)
        {
            int exponent = 1 + (int)random.NextBelow((uint)left);
            factors.Add((variables[(int)random.NextBelow((uint)variables.Count)], exponent));
            left -= exponent;
        }

        return Algebra.Polynomials.Monomial.Create([.. factors]);
    }

    public static Polynomial<Integer> Draw(
        SplitMix64 random, IReadOnlyList<int> variables, int maximalTerms, int maximalDegree, Func<SplitMix64, Integer>? coefficient = null) =>
        Draw(default(IntegerRing), random, variables, maximalTerms, maximalDegree, coefficient ?? EdgeIntegers.Draw);

    public static Polynomial<T> Draw<T, TRing>(
        TRing ring, SplitMix64 random, IReadOnlyList<int> variables, int maximalTerms, int maximalDegree, Func<SplitMix64, T> coefficient)
        where TRing : struct, IRing<T>
    {
        var terms = new List<(T Coefficient, Monomial Monomial)>();
        uint count = random.NextBelow((uint)maximalTerms + 1);
        for (uint i = 0; i < count; i++)
        {
            terms.Add((coefficient(random), Monomial(random, variables, maximalDegree)));
        }

        return new PolynomialRing<T, TRing>(ring).FromTerms(terms);
    }

    /// <summary>Variable indices with gaps, as in a model with many coordinates.</summary>
    public static int[] Variables(int count) => [.. Enumerable.Range(0, count).Select(i => (3 * i) + (i % 2) + (i > 2 ? 1000 : 0))];
}
