using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Tests.Lie;

/// <summary>The oracle: the spaces V₀ ⊂ V₁ ⊂ … with every bracket expanded over Z and no field ever thrown away.</summary>
internal static class SymbolicLadder
{
    /// <summary>All fields of the generations 0..last: those of V_last over R.</summary>
    internal static List<VectorField<Polynomial<Integer>>> Fields(ImmutableArray<VectorField<Polynomial<Integer>>> generators, int last)
    {
        List<VectorField<Polynomial<Integer>>> all = [.. generators];
        List<VectorField<Polynomial<Integer>>> latest = all;
        for (int generation = 1; generation <= last; generation++)
        {
            latest = [.. latest.SelectMany(left => generators.Select(right => RandomFields.Module.Bracket(left, right))).Where(field => !field.IsZero)];
            all = [.. all, .. latest];
        }

        return all;
    }

    /// <summary>The rank over Q(θ), by fraction-free elimination of the polynomial matrix.</summary>
    internal static int GenericRank(IReadOnlyList<VectorField<Polynomial<Integer>>> fields, int dimension) =>
        FractionFreeElimination.Rank(
            default(PolynomialDomain<Integer, ConservationLaws.Algebra.Fields.IntegerRing>),
            Matrix.FromRows(dimension, [.. fields.Select(field => Row(field, dimension, component => component, RandomFields.Ring.Zero))]));

    /// <summary>The rank at an integer point, over Q.</summary>
    internal static int RankAt(IReadOnlyList<VectorField<Polynomial<Integer>>> fields, Integer[] point) =>
        FractionFreeElimination.Rank(
            default(ConservationLaws.Algebra.Fields.IntegerRing),
            Matrix.FromRows(point.Length, [.. fields.Select(field => Row(field, point.Length, component => RandomFields.Ring.Evaluate(component, point), Integer.Zero))]));

    private static T[] Row<T>(VectorField<Polynomial<Integer>> field, int dimension, Func<Polynomial<Integer>, T> entry, T zero) =>
        [.. Enumerable.Range(0, dimension).Select(k => field.TryGetCoefficient(k, out Polynomial<Integer> component) ? entry(component) : zero)];
}
