using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Laws.Monomials;

// φ_i = c_i θ^{e_i}. Along ∇φ_i the functions w_k = θ_k²/2 satisfy w_k′ = e_ik φ_i: in the coordinates w every generator is a function times
// the constant vector e_i. So where no θ_k vanishes the distribution is involutive of dimension rank E, and the laws are the Σ c_k θ_k² with
// c in the kernel of E (math.md 7.2). The kernel over Z is exact; rank E = D − dim ker E.

/// <summary>The kernel of an exponent matrix as laws Σ c_k θ_k²; a coordinate that no monomial contains is a law itself.</summary>
internal static class ExponentKernel
{
    /// <summary>The laws of the monomials with given exponents.</summary>
    /// <param name="exponents">One row for each monomial: coordinates and non-zero exponents.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>D − rank E independent laws.</returns>
    internal static ImmutableArray<Law> Laws(
        IEnumerable<ImmutableArray<(int Coordinate, int Exponent)>> exponents, int dimension, int threads, CancellationToken cancellation)
    {
        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(default, dimension);
        bool[] occurs = new bool[dimension];
        foreach (ImmutableArray<(int Coordinate, int Exponent)> monomial in exponents)
        {
            foreach ((int coordinate, int exponent) in monomial)
            {
                builder.Add(coordinate, exponent);
                occurs[coordinate] = true;
            }

            builder.EndRow();
        }

        NullspaceBasis kernel = SparseBasisReduction.Reduce(
            RationalNullspace.Compute(builder.Build(), threads, cancellation), cancellationToken: cancellation);
        return
        [
            .. Enumerable.Range(0, dimension).Where(coordinate => !occurs[coordinate]).Select(Law.OfCoordinate),
            .. kernel.Vectors
                .Where(vector => occurs[vector.Columns[0]])
                .Select(vector => Law.OfSquares([.. Enumerable.Range(0, vector.Count).Select(place => (vector.Columns[place], vector.Values[place]))])),
        ];
    }
}
