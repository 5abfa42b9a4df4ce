using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;

namespace ConservationLaws.Proofs;

// Values at a point modulo a prime leave one candidate for each coefficient in Y = Σ f_b Z_b, because the Z_b are independent there. Coefficients
// that agree at two points are taken for constants and reconstructed as fractions; then q·Y = Σ f_b Z_b is checked as an identity over Z, so
// that nothing rests on the points or the prime. Linear fields, which generate a matrix Lie algebra, are the common case.

/// <summary>Structure functions that are constants: the Z_a span a Lie algebra of finite dimension over Q that contains the generators.</summary>
internal static class StructureConstants
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>Generators and their brackets with the Z_a as combinations of the Z_b with rational constants; null when there are none.</summary>
    internal static StructureFunctions? TryFind(ClosureProblem problem)
    {
        try
        {
            uint[][]? first = Coefficients(problem, problem.Point.Residues);
            if (first is null || Coefficients(problem, OtherPoint(problem)) is not { } second || !first.Zip(second).All(pair => pair.First.AsSpan().SequenceEqual(pair.Second)))
            {
                return null;
            }

            var combinations = new List<Combination>();
            foreach ((VectorField<Polynomial<Integer>> field, uint[] residues) in Targets(problem).Zip(first))
            {
                if (TryReconstruct(problem, residues) is not { } combination || !Holds(problem, field, combination))
                {
                    return null;
                }

                combinations.Add(combination);
            }

            int generators = problem.Generators.Length;
            return new StructureFunctions(
                [.. combinations.Take(generators)], [.. combinations.Skip(generators).Chunk(problem.Rank).Select(row => row.ToImmutableArray())]);
        }
        catch (WorkExceededException)
        {
            return null;
        }
    }

    // The generators, then all [X_i, Z_a] by i and a.
    private static IEnumerable<VectorField<Polynomial<Integer>>> Targets(ClosureProblem problem) =>
        problem.Generators.Concat(problem.Generators.SelectMany(generator => problem.Basis.Select(field => problem.Module.Bracket(generator, field))));

    private static uint[] OtherPoint(ClosureProblem problem)
    {
        var random = new SplitMix64((ulong)problem.Dimension);
        return Array.ConvertAll(problem.Point.Residues, _ => random.NextBelow(problem.Point.Field.Modulus));
    }

    // For each target its coefficients at a point; null when the Z_a are dependent there or do not span a target.
    private static uint[][]? Coefficients(ClosureProblem problem, uint[] point)
    {
        int rank = problem.Rank;
        (BracketFields fields, int[] places) = problem.Fields();
        uint[][] generators = [.. Enumerable.Range(0, problem.Generators.Length).Select(generator => fields.Evaluator.Evaluate(generator, point))];
        uint[][] basis = Array.ConvertAll(places, place => fields.Evaluator.Evaluate(place, point));
        problem.Meter.Spend((long)problem.Dimension * (rank + generators.Length) * (rank + 1));
        uint[][] columns =
        [
            .. basis,
            .. generators,
            .. generators.SelectMany((value, generator) => places.Select((place, a) => fields.Evaluator.EvaluateBracket(generator, value, place, basis[a], point))),
        ];
        uint[] entries = [.. Enumerable.Range(0, problem.Dimension).SelectMany(coordinate => columns.Select(column => column[coordinate]))];
        var echelon = RowEchelonForm.Compute(problem.Point.Field, new Matrix<uint>(problem.Dimension, columns.Length, entries));
        return echelon.Rank == rank && (rank == 0 || echelon.PivotColumns[^1] == rank - 1)
            ? [.. Enumerable.Range(rank, columns.Length - rank).Select(column => Enumerable.Range(0, rank).Select(row => echelon.Matrix[row, column]).ToArray())]
            : null;
    }

    private static Combination? TryReconstruct(ClosureProblem problem, uint[] residues)
    {
        var vector = new VectorReconstruction(problem.Point.Field.Modulus);
        return residues.All(residue => vector.TryAdd(residue)) && vector.TryFinish(out Integer[] numerators)
            ? new Combination(
                Ring.Constant(vector.Denominator),
                [.. numerators.Select((numerator, place) => (Field: place, Coefficient: Ring.Constant(numerator))).Where(term => !term.Coefficient.IsZero)])
            : null;
    }

    private static bool Holds(ClosureProblem problem, VectorField<Polynomial<Integer>> field, Combination combination)
    {
        var products = new List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>();
        (Polynomial<Integer> Coefficient, VectorField<Polynomial<Integer>> Field)[] sum =
        [
            (problem.Domain.Negate(combination.Denominator), field),
            .. combination.Terms.Select(term => (term.Coefficient, problem.Basis[term.Field])),
        ];
        for (int coordinate = 0; coordinate < problem.Dimension; coordinate++)
        {
            products.Clear();
            foreach ((Polynomial<Integer> coefficient, VectorField<Polynomial<Integer>> part) in sum)
            {
                if (part.TryGetCoefficient(coordinate, out Polynomial<Integer> component))
                {
                    products.Add((coefficient, component));
                }
            }

            if (!problem.Domain.SumOfProducts(CollectionsMarshal.AsSpan(products)).IsZero)
            {
                return false;
            }
        }

        return true;
    }
}
