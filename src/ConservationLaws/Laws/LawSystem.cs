using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
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
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension, ImmutableArray<Monomial> candidates, CancellationToken cancellation) =>
        MonomialPackings.Run<Assembly, LawSystem>(
            WidthFor(generators, dimension, candidates), dimension, new Assembly(generators, dimension, candidates, cancellation));

    /// <summary>The width of keys for all products of the candidates' derivatives with the fields' coefficients.</summary>
    internal static MonomialWidth WidthFor(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension, ImmutableArray<Monomial> candidates) =>
        MonomialPackings.WidthFor(
            dimension, (long)candidates.Select(candidate => candidate.TotalDegree).DefaultIfEmpty(1).Max() - 1 + GreatestDegree(generators));

    /// <summary>The greatest total degree of a coefficient; 0 without fields.</summary>
    internal static int GreatestDegree(ImmutableArray<VectorField<Polynomial<Integer>>> generators) =>
        generators.Select(generator => generator.Coefficients.Max(coefficient => coefficient.TotalDegree)).DefaultIfEmpty(0).Max();

    private static LawSystem Create<TKey, TPacking>(
        PackedFields<TKey, TPacking> fields, int dimension, ImmutableArray<Monomial> candidates, CancellationToken cancellation)
        where TKey : struct, IEquatable<TKey>, IComparable<TKey>
        where TPacking : struct, IMonomialPacking<TKey>
    {
        ImmutableArray<Monomial> unknowns = UnknownPruning.Survivors(candidates, fields, dimension, cancellation);
        var index = new UnknownIndex<TKey, TPacking>(fields.Packing, unknowns, dimension);
        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(default, unknowns.Length);
        var rows = new Dictionary<TKey, int>();
        var entries = new List<List<(int Column, Integer Value)>>();
        for (int generator = 0; generator < fields.GeneratorCount; generator++)
        {
            cancellation.ThrowIfCancellationRequested();
            rows.Clear();
            foreach ((int coordinate, PackedFields<TKey, TPacking>.Entry entry) in fields.Of(generator))
            {
                ReadOnlySpan<TKey> monomials = fields.Monomials(entry);
                ReadOnlySpan<Integer> coefficients = fields.Coefficients(entry);
                foreach (UnknownIndex<TKey, TPacking>.Factor factor in index.With(coordinate))
                {
                    for (int term = 0; term < monomials.Length; term++)
                    {
                        ref int row = ref CollectionsMarshal.GetValueRefOrAddDefault(
                            rows, fields.Packing.Multiply(factor.Lowered, monomials[term]), out bool exists);
                        row = exists ? row : rows.Count - 1;
                        if (row == entries.Count)
                        {
                            entries.Add([]);
                        }

                        entries[row].Add((factor.Unknown, factor.Exponent * coefficients[term]));
                    }
                }
            }

            for (int row = 0; row < rows.Count; row++)
            {
                foreach ((int column, Integer value) in entries[row])
                {
                    builder.Add(column, value);
                }

                builder.EndRow();
                entries[row].Clear();
            }
        }

        return new LawSystem(unknowns, builder.Build());
    }

    /// <summary>Whether every field has components that are all homogeneous of one degree: then laws split by degree.</summary>
    internal static bool AreHomogeneous(ImmutableArray<VectorField<Polynomial<Integer>>> generators) =>
        generators.All(generator => generator.Coefficients.All(coefficient => IsHomogeneous(coefficient, generator.Coefficients[0].TotalDegree)));

    /// <summary>Whether every function is homogeneous, so that its gradient is.</summary>
    internal static bool AreHomogeneous(ImmutableArray<Polynomial<Integer>> functions) => functions.All(function => IsHomogeneous(function, function.TotalDegree));

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

        return Monomial.Create(CollectionsMarshal.AsSpan(factors));
    }

    private sealed record Assembly(
        ImmutableArray<VectorField<Polynomial<Integer>>> Generators,
        int Dimension,
        ImmutableArray<Monomial> Candidates,
        CancellationToken Cancellation) : IPackedWork<LawSystem>
    {
        public LawSystem Run<TKey, TPacking>(TPacking packing)
            where TKey : struct, IEquatable<TKey>, IComparable<TKey>
            where TPacking : struct, IMonomialPacking<TKey> =>
            Create(new PackedFields<TKey, TPacking>(packing, Generators, Dimension), Dimension, Candidates, Cancellation);
    }
}
