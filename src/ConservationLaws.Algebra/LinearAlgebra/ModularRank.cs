using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>The rank of a dense matrix over F_p.</summary>
public static class ModularRank
{
    /// <summary>Computes the rank; the fastest way when nothing else is wanted (see <see cref="ModularEchelonDecomposition"/>).</summary>
    /// <param name="field">The field F_p.</param>
    /// <param name="rows">The number of rows, at least 0.</param>
    /// <param name="columns">The number of columns, at least 0.</param>
    /// <param name="entries">Residues 0..p−1, row after row. They are overwritten.</param>
    /// <param name="threads">How many threads may work, at least 1. The result does not depend on it.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative or the number of threads below 1.</exception>
    /// <exception cref="ArgumentException">The number of entries is not the product of the dimensions.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int Compute(
        PrimeField field, int rows, int columns, uint[] entries, int threads = 1, CancellationToken cancellationToken = default) =>
        ModularEchelonDecomposition.Compute(
            field, rows, columns, entries, threads, rankOnly: true, ModularProductLanes.Best, cancellationToken).Rank;
}
