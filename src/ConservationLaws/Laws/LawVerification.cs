using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

/// <summary>Checks laws as polynomial identities over Z, by multiplying out X(h) = Σ X_k ∂h/∂θ_k for every generator X.</summary>
/// <remarks>Safe for use by several threads at once.</remarks>
internal sealed class LawVerification
{
    private readonly int _dimension;
    private readonly Lazy<int> _degree;
    private readonly Lazy<IIdentityCheck>[] _checks;

    /// <summary>Prepares checks against generators.</summary>
    /// <param name="generators">The fields.</param>
    /// <param name="dimension">The number of coordinates.</param>
    internal LawVerification(ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension)
    {
        _dimension = dimension;
        _degree = new(() => LawSystem.GreatestDegree(generators));
        _checks =
        [
            .. Enum.GetValues<MonomialWidth>().Select(width => new Lazy<IIdentityCheck>(
                () => MonomialPackings.Run<Preparation, IIdentityCheck>(width, dimension, new Preparation(generators, dimension)))),
        ];
    }

    /// <summary>The first generator X for which X(h) is not the zero polynomial, or −1 when h is a law.</summary>
    internal int FindViolation(Polynomial<Integer> law, CancellationToken cancellation) =>
        _checks[(int)MonomialPackings.WidthFor(_dimension, (long)_degree.Value + Math.Max(0, law.TotalDegree - 1))].Value.FindViolation(law, cancellation);

    private sealed record Preparation(ImmutableArray<VectorField<Polynomial<Integer>>> Generators, int Dimension) : IPackedWork<IIdentityCheck>
    {
        public IIdentityCheck Run<TKey, TPacking>(TPacking packing)
            where TKey : struct, IEquatable<TKey>, IComparable<TKey>
            where TPacking : struct, IMonomialPacking<TKey> =>
            new IdentityCheck<TKey, TPacking>(new PackedFields<TKey, TPacking>(packing, Generators, Dimension));
    }
}
