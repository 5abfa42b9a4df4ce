using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models;

/// <summary>Determinants of matrices of rational functions.</summary>
internal static class Determinant
{
    // Expansion takes n·2ⁿ⁻¹ products and never divides: best for the small matrices of formulas. Elimination takes n³ divisions.
    private const int MaximumExpansion = 10;

    /// <summary>The determinant of a square matrix.</summary>
    internal static RationalFunction Compute(MatrixValue matrix, CancellationToken cancellation)
    {
        if (matrix.Rows <= MaximumExpansion)
        {
            return Expand(matrix, cancellation);
        }

        return Array.TrueForAll(matrix.Entries, entry => entry.IsPolynomial)
            ? RationalFunction.FromPolynomial(FractionFreeElimination.Determinant(
                default(PolynomialDomain<Integer, IntegerRing>),
                new Matrix<Polynomial<Integer>>(matrix.Rows, matrix.Rows, Array.ConvertAll(matrix.Entries, entry => entry.Numerator)),
                entry => entry.TermCount))
            : FractionFreeElimination.Determinant(
                default(RationalFunctionField),
                new Matrix<RationalFunction>(matrix.Rows, matrix.Rows, matrix.Entries),
                entry => entry.Numerator.TermCount + entry.Denominator.TermCount);
    }

    // Along rows, from the last to the first: the minors of the rows below are keyed by the set of columns that they use, as a bit mask.
    private static RationalFunction Expand(MatrixValue matrix, CancellationToken cancellation)
    {
        var minors = new Dictionary<uint, RationalFunction> { [0] = RationalFunction.One };
        for (int row = matrix.Rows - 1; row >= 0; row--)
        {
            var next = new Dictionary<uint, RationalFunction>();
            foreach ((uint used, RationalFunction minor) in minors)
            {
                cancellation.ThrowIfCancellationRequested();
                bool isNegative = false; // flips with every used column to the left of the new one
                for (int column = 0; column < matrix.Rows; column++)
                {
                    uint bit = 1u << column;
                    if ((used & bit) != 0)
                    {
                        isNegative = !isNegative;
                    }
                    else if (!matrix[row, column].IsZero)
                    {
                        RationalFunction product = matrix[row, column] * minor;
                        RationalFunction sum = next.GetValueOrDefault(used | bit, RationalFunction.Zero);
                        next[used | bit] = isNegative ? sum - product : sum + product;
                    }
                }
            }

            minors = next;
        }

        return minors.Values.SingleOrDefault(RationalFunction.Zero);
    }
}
