using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;

namespace ConservationLaws.Laws;

/// <summary>Gradients of laws at a point modulo a prime.</summary>
internal static class LawGradients
{
    /// <summary>The span of gradients, or other covectors, to which further ones can be added.</summary>
    /// <param name="covectors">Coordinates and values of their entries.</param>
    /// <param name="point">The point at which they were taken.</param>
    internal static ModularEchelonForm Span(IEnumerable<(int[] Coordinates, uint[] Values)> covectors, EvaluationPoint point)
    {
        var span = new ModularEchelonForm(point.Field, point.Residues.Length);
        foreach ((int[] coordinates, uint[] values) in covectors)
        {
            span.TryAdd(coordinates, values);
        }

        return span;
    }

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

    /// <summary>The non-zero components of a one-form at a point.</summary>
    internal static (int[] Coordinates, uint[] Values) Evaluate(OneForm<Polynomial<Integer>> form, EvaluationPoint point) =>
        Evaluate(form.Coordinates, form.Coefficients, point);

    /// <summary>The non-zero ones among components, polynomials, at a point.</summary>
    internal static (int[] Coordinates, uint[] Values) Evaluate(ImmutableArray<int> coordinates, ImmutableArray<Polynomial<Integer>> components, EvaluationPoint point)
    {
        var module = new VectorFieldModule<Polynomial<uint>, PolynomialRing<uint, PrimeField>>(new PolynomialRing<uint, PrimeField>(point.Field));
        uint[] values = new uint[point.Residues.Length];
        new ModularVectorField(point.Field, module.Create(coordinates.Zip(components, (coordinate, component) =>
            (coordinate, IntegerPolynomial.ReduceModulo(component, point.Field))))).Evaluate(point.Residues, 1, values);
        int[] support = [.. coordinates.Where(coordinate => values[coordinate] != 0)];
        return (support, Array.ConvertAll(support, coordinate => values[coordinate]));
    }

    /// <summary>The value of a polynomial at a point.</summary>
    internal static uint Value(Polynomial<Integer> polynomial, EvaluationPoint point)
    {
        (_, uint[] values) = Evaluate([0], [polynomial], point);
        return values.Length == 0 ? 0 : values[0];
    }
}
