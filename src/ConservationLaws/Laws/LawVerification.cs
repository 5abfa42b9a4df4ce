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
    private readonly int _degree;
    private readonly Lazy<IdentityCheck<ulong, WordMonomials>> _words;
    private readonly Lazy<IdentityCheck<Monomial, WholeMonomials>> _whole;

    /// <summary>Prepares checks against generators.</summary>
    /// <param name="generators">The fields.</param>
    /// <param name="dimension">The number of coordinates.</param>
    internal LawVerification(ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension)
    {
        _dimension = dimension;
        _degree = LawSystem.GreatestDegree(generators);
        _words = new(() => new(new PackedFields<ulong, WordMonomials>(new WordMonomials(dimension), generators, dimension)));
        _whole = new(() => new(new PackedFields<Monomial, WholeMonomials>(default, generators, dimension)));
    }

    /// <summary>The first generator X for which X(h) is not the zero polynomial, or −1 when h is a law.</summary>
    internal int FindViolation(Polynomial<Integer> law, CancellationToken cancellation) =>
        WordMonomials.Fits(_dimension, (long)_degree + law.TotalDegree)
            ? _words.Value.FindViolation(law, cancellation)
            : _whole.Value.FindViolation(law, cancellation);
}
