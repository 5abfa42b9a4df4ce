using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Symmetries;

/// <summary>A family of different polynomials that a permutation of the variables may map to itself.</summary>
/// <remarks>Safe for use by several threads at once.</remarks>
internal interface IPolynomialFamily
{
    /// <summary>For each polynomial the place of its image up to sign; −1 where that is not in the family.</summary>
    /// <param name="permutation">The image of every variable.</param>
    /// <param name="cancellation">Stops the work.</param>
    int[] Images(int[] permutation, CancellationToken cancellation);
}

/// <summary>Makes families with the quickest keys that hold their monomials.</summary>
internal static class PolynomialFamilies
{
    /// <summary>The family of polynomials, none of them zero, no two equal up to sign.</summary>
    internal static IPolynomialFamily Create(IReadOnlyList<Polynomial<Integer>> polynomials, int dimension) =>
        MonomialPackings.Run<Creation, IPolynomialFamily>(
            MonomialPackings.WidthFor(dimension, polynomials.Select(polynomial => polynomial.TotalDegree).DefaultIfEmpty(0).Max()),
            dimension,
            new Creation(polynomials));

    private sealed record Creation(IReadOnlyList<Polynomial<Integer>> Polynomials) : IPackedWork<IPolynomialFamily>
    {
        public IPolynomialFamily Run<TKey, TPacking>(TPacking packing)
            where TKey : struct, IEquatable<TKey>, IComparable<TKey>
            where TPacking : struct, IMonomialPacking<TKey> => new PolynomialFamily<TKey, TPacking>(packing, Polynomials);
    }
}
