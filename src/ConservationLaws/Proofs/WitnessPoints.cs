using System.Collections.Immutable;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

/// <summary>The points of one attempt: a generic one, and points with many zeros for large models.</summary>
/// <param name="Generic">The seeded point.</param>
/// <param name="Sparse">The seeded point with coordinates replaced by zero, in several ways; made when they are asked for.</param>
internal sealed record WitnessPoints(EvaluationPoint Generic, IEnumerable<EvaluationPoint> Sparse)
{
    /// <summary>The points of a model.</summary>
    internal static WitnessPoints Of(PhaseSpace space, ulong seed, int attempt)
    {
        var generic = EvaluationPoint.Generic(space.Dimension, seed, attempt);
        return new WitnessPoints(generic, SparseWitness.Points(space, generic));
    }

    /// <summary>The parts of the points that belong to some coordinates.</summary>
    internal WitnessPoints Restrict(ImmutableArray<int> coordinates) =>
        new(Generic.Restrict(coordinates), Sparse.Select(point => point.Restrict(coordinates)));
}
