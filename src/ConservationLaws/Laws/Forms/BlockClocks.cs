using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;

namespace ConservationLaws.Laws.Forms;

// A field that is a sum of fields X_b of blocks without common coordinates: where D_b − 1 laws of a block are known, dθ_i/X_i is closed on their
// level sets, which are curves, and has the value 1 on X_b. Differences of such clocks annihilate the field.

/// <summary>Solvable forms of a field that falls into blocks (math.md 7.1, "clocks").</summary>
internal static class BlockClocks
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The differences of the first clock and the others, each over one denominator.</summary>
    /// <param name="field">The only generator.</param>
    /// <param name="covectors">The differentials of the laws known, up to factors.</param>
    /// <param name="point">The point of all ranks.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static IEnumerable<(OneForm<Polynomial<Integer>> Numerator, Polynomial<Integer> Denominator)> Differences(
        VectorField<Polynomial<Integer>> field, IReadOnlyList<OneForm<Polynomial<Integer>>> covectors, EvaluationPoint point, CancellationToken cancellation)
    {
        (int Coordinate, Polynomial<Integer> Component)[] clocks =
        [
            .. Blocks(field, point.Residues.Length).Where(block => IsComplete(block, covectors, point)).Select(block =>
                field.Coordinates.Zip(field.Coefficients).Where(part => block.Contains(part.First)).MinBy(part => part.Second.TermCount)),
        ];
        return clocks.Skip(1).Select(clock => DifferentialForms.OverOneDenominator(
            new SortedDictionary<int, RationalFunction>
            {
                [clocks[0].Coordinate] = RationalFunction.Create(Ring.One, clocks[0].Component),
                [clock.Coordinate] = RationalFunction.Create(Ring.Negate(Ring.One), clock.Component),
            },
            cancellation));
    }

    // Coordinates belong together when one occurs in the component of the other.
    private static IEnumerable<HashSet<int>> Blocks(VectorField<Polynomial<Integer>> field, int dimension)
    {
        int[][] touched = [.. field.Coordinates.Zip(field.Coefficients, (coordinate, component) => (int[])[coordinate, .. component.Variables])];
        ConnectedComponents components = ConnectedComponents.Compute(dimension, touched.Length, row => touched[row]);
        return Enumerable.Range(0, components.Count)
            .Where(block => !components.RowsOf(block).IsEmpty)
            .Select(block => new HashSet<int>(components.ColumnsOf(block).ToArray()));
    }

    private static bool IsComplete(HashSet<int> block, IReadOnlyList<OneForm<Polynomial<Integer>>> covectors, EvaluationPoint point) =>
        LawGradients.Span(
            covectors.Where(covector => covector.Coordinates.All(block.Contains)).Select(covector => LawGradients.Evaluate(covector, point)), point).Rank == block.Count - 1;
}
