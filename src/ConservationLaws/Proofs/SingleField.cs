using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Proofs;

/// <summary>Decides exactly whether one field alone generates over Q(θ): then there are D − 1 laws (math.md 1.4 (i)).</summary>
internal static class SingleField
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>Whether all fields are multiples over Q(θ) of the first: every 2×2 minor is the zero polynomial.</summary>
    /// <param name="generators">Fields, none of them zero.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static bool Generates(ImmutableArray<VectorField<Polynomial<Integer>>> generators, CancellationToken cancellation)
    {
        if (generators.IsEmpty)
        {
            return false;
        }

        VectorField<Polynomial<Integer>> first = generators[0];
        Polynomial<Integer> pivot = first.Coefficients[0];
        foreach (VectorField<Polynomial<Integer>> other in generators.AsSpan()[1..])
        {
            cancellation.ThrowIfCancellationRequested();
            // With the pivot component a of X ≠ 0, Y is a multiple of X exactly when X_a·Y_k = Y_a·X_k for all k.
            if (!other.Coordinates.SequenceEqual(first.Coordinates))
            {
                return false;
            }

            Polynomial<Integer> factor = other.Coefficients[0];
            for (int place = 1; place < first.Coordinates.Length; place++)
            {
                if (!Ring.SumOfProducts([(pivot, other.Coefficients[place]), (Ring.Negate(factor), first.Coefficients[place])]).IsZero)
                {
                    return false;
                }
            }
        }

        return true;
    }
}
