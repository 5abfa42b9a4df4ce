using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Tests;

/// <summary>Small random vector fields for comparisons with slow textbook code.</summary>
internal static class RandomFields
{
    internal static PolynomialRing<Integer, IntegerRing> Ring => default;

    internal static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Module => new(Ring);

    /// <summary>Fields with polynomial coefficients; none is zero.</summary>
    /// <param name="random">The source.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="count">How many fields.</param>
    /// <param name="degree">The highest degree of a coefficient.</param>
    /// <param name="homogeneous">Whether all coefficients have exactly that degree.</param>
    internal static ImmutableArray<VectorField<Polynomial<Integer>>> Draw(
        Random random, int dimension, int count, int degree, bool homogeneous = false)
    {
        var fields = new List<VectorField<Polynomial<Integer>>>();
        while (fields.Count < count)
        {
            VectorField<Polynomial<Integer>> field = Module.Create(Enumerable.Range(0, dimension)
                .Where(_ => random.Next(3) > 0)
                .Select(coordinate => (coordinate, Function(random, dimension, degree, homogeneous))));
            if (!field.IsZero)
            {
                fields.Add(field);
            }
        }

        return [.. fields];
    }

    /// <summary>The gradients of random polynomials, as a reparametrization has them: often with laws.</summary>
    internal static ImmutableArray<VectorField<Polynomial<Integer>>> DrawGradients(Random random, int dimension, int count, int degree)
    {
        var fields = new List<VectorField<Polynomial<Integer>>>();
        while (fields.Count < count)
        {
            VectorField<Polynomial<Integer>> field = Module.Gradient(Function(random, dimension, degree, homogeneous: false), Enumerable.Range(0, dimension));
            if (!field.IsZero)
            {
                fields.Add(field);
            }
        }

        return [.. fields];
    }

    /// <summary>Fields tangent to the level sets of a function: so it is a law of all of them.</summary>
    internal static ImmutableArray<VectorField<Polynomial<Integer>>> DrawAlong(Random random, Polynomial<Integer> law, int dimension, int count)
    {
        // ∂h/∂x_j ∂_i − ∂h/∂x_i ∂_j annihilates h.
        var fields = new List<VectorField<Polynomial<Integer>>>();
        while (fields.Count < count)
        {
            int i = random.Next(dimension);
            int j = random.Next(dimension);
            VectorField<Polynomial<Integer>> field = Module.Scale(
                Function(random, dimension, random.Next(2), homogeneous: false),
                Module.Create([(i, Ring.Differentiate(law, j)), (j, Ring.Negate(Ring.Differentiate(law, i)))]));
            if (!field.IsZero)
            {
                fields.Add(field);
            }
        }

        return [.. fields];
    }

    internal static Polynomial<Integer> Function(Random random, int dimension, int degree, bool homogeneous) =>
        Ring.FromTerms(Enumerable.Range(0, random.Next(1, 4)).Select(_ =>
        {
            int size = homogeneous ? degree : random.Next(degree + 1);
            IEnumerable<Monomial> factors = Enumerable.Range(0, size).Select(_ => Monomial.Variable(random.Next(dimension)));
            return ((Integer)random.Next(-3, 4), factors.Aggregate(Monomial.One, (product, factor) => product * factor));
        }));
}
