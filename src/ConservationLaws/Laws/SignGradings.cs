using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// Flip the signs of the coordinates with s_k = 1. A term θ^e ∂/∂θ_k gets the sign (−1)^(s·e + s_k); the flip sends a field to plus or minus
// itself when all its terms agree: linear equations for s modulo 2. Of the flips that satisfy the equations of some terms 64 random ones are
// taken at once, a bit for each; terms that they do not respect add equations, until all terms are respected. So the 64 flips are symmetries
// of all fields for certain; that there may be more does no harm.

/// <summary>Sign flips of coordinates that send each field to plus or minus itself: laws split by their characters (math.md 7.3).</summary>
internal sealed class SignGradings
{
    // The matrix modulo 2 takes the square of the dimension in bits.
    private const int MaximumDimension = 1 << 15;

    private readonly ulong[] _flips;

    private SignGradings(ulong[] flips) => _flips = flips;

    /// <summary>Finds 64 flips; null where the dimension is too large.</summary>
    internal static SignGradings? TryFind(ImmutableArray<VectorField<Polynomial<Integer>>> fields, int dimension, CancellationToken cancellation)
    {
        if (dimension > MaximumDimension)
        {
            return null;
        }

        var equations = new BinaryEchelonForm(dimension);
        var random = new SplitMix64(0);
        var odd = new List<int>();
        while (true)
        {
            var gradings = new SignGradings(equations.RandomSolutions(random));
            int before = equations.Rank;
            foreach (VectorField<Polynomial<Integer>> field in fields)
            {
                cancellation.ThrowIfCancellationRequested();
                gradings.AddViolated(field, equations, odd);
            }

            // Each round raises the rank, which is at most the dimension.
            if (equations.Rank == before)
            {
                return gradings;
            }
        }
    }

    /// <summary>The character of a monomial: bit j says whether flip j changes its sign.</summary>
    internal ulong Character(Monomial monomial)
    {
        ulong character = 0;
        foreach ((int variable, int exponent) in monomial)
        {
            character ^= (exponent & 1) == 1 ? _flips[variable] : 0;
        }

        return character;
    }

    // Adds the equation of every term whose character differs from that of the field's first term.
    private void AddViolated(VectorField<Polynomial<Integer>> field, BinaryEchelonForm equations, List<int> odd)
    {
        Monomial first = default;
        ulong character = 0;
        for (int place = 0; place < field.Coordinates.Length; place++)
        {
            int coordinate = field.Coordinates[place];
            Polynomial<Integer> component = field.Coefficients[place];
            for (int term = 0; term < component.TermCount; term++)
            {
                Monomial monomial = component.Monomial(term);
                ulong ofTerm = Character(monomial) ^ _flips[coordinate];
                if (place == 0 && term == 0)
                {
                    (first, character) = (monomial, ofTerm);
                }
                else if (ofTerm != character)
                {
                    odd.Clear();
                    odd.Add(field.Coordinates[0]);
                    odd.Add(coordinate);
                    AddOdd(first, odd);
                    AddOdd(monomial, odd);
                    equations.TryAdd(CollectionsMarshal.AsSpan(odd));
                }
            }
        }
    }

    private static void AddOdd(Monomial monomial, List<int> odd)
    {
        foreach ((int variable, int exponent) in monomial)
        {
            if ((exponent & 1) == 1)
            {
                odd.Add(variable);
            }
        }
    }
}
