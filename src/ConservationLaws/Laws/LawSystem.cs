using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// Unknown h = Σ_a c_a θ^a. X(h) = Σ_k X_k ∂h/∂θ_k = 0 says: for every field X and every monomial θ^b the coefficient of θ^b vanishes.
// A term c·θ^e of X_k sends the unknown c_a to the monomial a + e − ε_k with the factor a_k·c: one matrix entry. So the system comes
// from exponent additions and a table, without multiplying polynomials (math.md section 2).

/// <summary>The linear system whose kernel is the space of polynomial laws with monomials from a given list.</summary>
internal sealed class LawSystem
{
    private LawSystem(ImmutableArray<Monomial> unknowns, SparseMatrix<Integer> matrix)
    {
        Unknowns = unknowns;
        Matrix = matrix;
    }

    /// <summary>The monomials θ^a that belong to the columns: those that no equation forces to vanish by itself.</summary>
    internal ImmutableArray<Monomial> Unknowns { get; }

    /// <summary>One row for each field and monomial that some unknown reaches.</summary>
    internal SparseMatrix<Integer> Matrix { get; }

    /// <summary>The number of monomials of a degree, or of all degrees from 1 up to it.</summary>
    internal static BigInteger CountUnknowns(int dimension, int degree, bool homogeneous)
    {
        // C(D+k−1, k) of degree k alone; C(D+k, k) − 1 of degrees 1..k.
        BigInteger count = BigInteger.One;
        for (int factor = 1; factor <= degree; factor++)
        {
            count = count * (dimension + factor - (homogeneous ? 1 : 0)) / factor;
        }

        return homogeneous ? count : count - 1;
    }

    /// <summary>Assembles the system.</summary>
    /// <remarks>Unknowns that are zero for certain are left out before anything is stored.</remarks>
    /// <param name="generators">The fields that a law is constant along.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="candidates">The monomials that may occur, without repetition, greatest first.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static LawSystem Create(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension, ImmutableArray<Monomial> candidates, CancellationToken cancellation)
    {
        ImmutableArray<Monomial> unknowns = UnknownPruning.Survivors(candidates, generators, dimension, cancellation);
        (int Generator, Polynomial<Integer> Component)[][] components = ByCoordinate(generators, dimension);
        var rows = new Dictionary<(int Generator, Monomial Monomial), int>();
        var entries = new List<List<(int Column, Integer Value)>>();
        for (int column = 0; column < unknowns.Length; column++)
        {
            cancellation.ThrowIfCancellationRequested();
            Monomial unknown = unknowns[column];
            foreach ((int variable, int exponent) in unknown)
            {
                unknown.TryDivide(Monomial.Variable(variable), out Monomial lowered);
                foreach ((int generator, Polynomial<Integer> component) in components[variable])
                {
                    for (int term = 0; term < component.TermCount; term++)
                    {
                        (int, Monomial) key = (generator, lowered * component.Monomial(term));
                        if (!rows.TryGetValue(key, out int row))
                        {
                            row = entries.Count;
                            rows.Add(key, row);
                            entries.Add([]);
                        }

                        entries[row].Add((column, exponent * component.Coefficient(term)));
                    }
                }
            }
        }

        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(default, unknowns.Length);
        foreach (List<(int Column, Integer Value)> row in entries)
        {
            foreach ((int column, Integer value) in row)
            {
                builder.Add(column, value);
            }

            builder.EndRow();
        }

        return new LawSystem(unknowns, builder.Build());
    }

    /// <summary>Whether every field has components that are all homogeneous of one degree: then laws split by degree.</summary>
    internal static bool AreHomogeneous(ImmutableArray<VectorField<Polynomial<Integer>>> generators) =>
        generators.All(generator => generator.Coefficients.All(coefficient => IsHomogeneous(coefficient, generator.Coefficients[0].TotalDegree)));

    private static bool IsHomogeneous(Polynomial<Integer> polynomial, int degree)
    {
        for (int term = 0; term < polynomial.TermCount; term++)
        {
            if (polynomial.Monomial(term).TotalDegree != degree)
            {
                return false;
            }
        }

        return true;
    }

    private static (int Generator, Polynomial<Integer> Component)[][] ByCoordinate(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension)
    {
        var components = new List<(int Generator, Polynomial<Integer> Component)>[dimension];
        for (int coordinate = 0; coordinate < dimension; coordinate++)
        {
            components[coordinate] = [];
        }

        for (int generator = 0; generator < generators.Length; generator++)
        {
            VectorField<Polynomial<Integer>> field = generators[generator];
            for (int place = 0; place < field.Coordinates.Length; place++)
            {
                components[field.Coordinates[place]].Add((generator, field.Coefficients[place]));
            }
        }

        return [.. components.Select(list => list.ToArray())];
    }

    /// <summary>The monomials of a degree in descending lexicographic order: first variable largest, as laws are printed.</summary>
    internal static IEnumerable<Monomial> Monomials(int dimension, int degree)
    {
        int[] variables = new int[degree]; // ascending, with repetition
        for (int place = 0; place >= 0;)
        {
            yield return FromVariables(variables);
            place = degree - 1;
            while (place >= 0 && variables[place] == dimension - 1)
            {
                place--;
            }

            if (place >= 0)
            {
                Array.Fill(variables, variables[place] + 1, place, degree - place);
            }
        }
    }

    private static Monomial FromVariables(int[] ascending)
    {
        var factors = new List<(int Variable, int Exponent)>(ascending.Length);
        foreach (int variable in ascending)
        {
            if (factors.Count > 0 && factors[^1].Variable == variable)
            {
                factors[^1] = (variable, factors[^1].Exponent + 1);
            }
            else
            {
                factors.Add((variable, 1));
            }
        }

        return Monomial.Create(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(factors));
    }
}
