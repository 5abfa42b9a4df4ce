using System.Collections.Immutable;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

/// <summary>The points of one attempt: a generic one, and points with many zeros for large models.</summary>
/// <param name="Generic">The seeded point.</param>
/// <param name="Sparse">The seeded point with coordinates replaced by zero, in several ways, made when they are asked for; null where such points do not serve.</param>
internal sealed record WitnessPoints(EvaluationPoint Generic, IEnumerable<EvaluationPoint>? Sparse)
{
    /// <summary>The points of a model.</summary>
    /// <remarks>A drift needs deeper brackets than a point with zeros allows, and special points are compared with a generic one.</remarks>
    internal static WitnessPoints Of(Model model, ulong seed, int attempt)
    {
        var generic = EvaluationPoint.Generic(model.Space.Dimension, seed, attempt);
        return new WitnessPoints(
            generic, model.SpecialPoints.IsEmpty && model.Flow.Dynamics == FlowDynamics.Gradient ? SparseWitness.Points(model.Space, generic) : null);
    }

    /// <summary>The parts of the points that belong to some coordinates.</summary>
    internal WitnessPoints Restrict(ImmutableArray<int> coordinates) =>
        new(Generic.Restrict(coordinates), Sparse?.Select(point => point.Restrict(coordinates)));
}
