using System.Collections.Immutable;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Laws;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

// The sandwich at a point with many zeros. The count needs both ranks at the point only; what is reported as the ladder are the generic ranks.
// The generators' rank at the point is the generic one when no two generators are dependent there, since it cannot exceed their number; the
// last rank is the generic one because laws and brackets leave no room. Where the generators' rank is in doubt, the point does not serve.

/// <summary>Bounds that meet at a sparse point, for models too large for dense elimination (math.md 7.4).</summary>
/// <param name="Point">The point.</param>
/// <param name="Laws">Laws with independent gradients at the point.</param>
/// <param name="Ladder">Generators and first brackets of complementary rank at the point.</param>
internal sealed record SparseProof(EvaluationPoint Point, ImmutableArray<Law> Laws, SparseLadder Ladder)
{
    /// <summary>The generic ranks of V₀ and V₁.</summary>
    internal ImmutableArray<int> Ranks => Ladder.GeneratorRank == Ladder.Rank ? [Ladder.Rank] : [Ladder.GeneratorRank, Ladder.Rank];

    /// <summary>Seeks a point at which all given laws are independent and brackets of complementary rank exist; null when there is none.</summary>
    internal static SparseProof? TryClose(
        GeneratorSystem system, ImmutableArray<Law> laws, IEnumerable<EvaluationPoint> points, CancellationToken cancellation)
    {
        foreach (EvaluationPoint point in points)
        {
            if (SparseElimination.IndependentRows(point.Field, LawGradients.Matrix(laws.Select(law => LawGradients.Evaluate(law.Polynomial, point)), point), cancellation).Length < laws.Length)
            {
                continue;
            }

            SparseLadder? ladder = system.Functions.IsEmpty
                ? SparseLadder.TryClimb(system.Generators, point, cancellation)
                : SparseLadder.TryClimb(system.Functions, point, cancellation);
            if (ladder is not null && ladder.Rank + laws.Length == system.Dimension && ladder.GeneratorRank == system.Generators.Length)
            {
                return new SparseProof(point, laws, ladder);
            }
        }

        return null;
    }
}
