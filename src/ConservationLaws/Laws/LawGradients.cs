using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;

namespace ConservationLaws.Laws;

/// <summary>Gradients of laws at a point modulo a prime.</summary>
internal static class LawGradients
{
    /// <summary>The matrix with one gradient, or other covector, a row.</summary>
    /// <param name="covectors">Coordinates and values of their entries.</param>
    /// <param name="point">The point at which they were taken.</param>
    internal static SparseMatrix<uint> Matrix(IEnumerable<(int[] Coordinates, uint[] Values)> covectors, EvaluationPoint point)
    {
        var rows = new SparseMatrixBuilder<uint, PrimeField>(point.Field, point.Residues.Length);
        foreach ((int[] coordinates, uint[] values) in covectors)
        {
            for (int place = 0; place < coordinates.Length; place++)
            {
                rows.Add(coordinates[place], values[place]);
            }

            rows.EndRow();
        }

        return rows.Build();
    }

    /// <summary>The non-zero entries of ∇h at a point, by ascending coordinate.</summary>
    internal static (int[] Coordinates, uint[] Values) Evaluate(Polynomial<Integer> law, EvaluationPoint point)
    {
        PrimeField field = point.Field;
        var gradient = new SortedDictionary<int, uint>();
        for (int term = 0; term < law.TermCount; term++)
        {
            uint coefficient = field.FromInteger(law.Coefficient(term));
            Monomial monomial = law.Monomial(term);
            foreach ((int variable, int exponent) in monomial)
            {
                uint product = field.Multiply(coefficient, field.FromInteger(exponent));
                foreach ((int other, int power) in monomial)
                {
                    int remaining = other == variable ? power - 1 : power;
                    product = field.Multiply(product, field.Power(point.Residues[other], (uint)remaining));
                }

                gradient[variable] = field.Add(gradient.GetValueOrDefault(variable), product);
            }
        }

        KeyValuePair<int, uint>[] entries = [.. gradient.Where(entry => entry.Value != 0)];
        return (Array.ConvertAll(entries, entry => entry.Key), Array.ConvertAll(entries, entry => entry.Value));
    }
}
