using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>The kernel over Q of a sparse integer matrix: exact, complete and proved.</summary>
/// <remarks>
/// <para>
/// Proof of what is returned, for each component with n columns: every vector v was checked to satisfy A·v = 0 over Z; the vectors are
/// independent, each having an entry at a column where the others are zero; and there are n − (rank of A modulo a prime) of them,
/// which is at least the nullity, since a minor that is not zero modulo a prime is not zero. No bound on heights, no probability.
/// </para>
/// <para>Shrinking first (rows with one entry, repeated rows, components), then modular kernels, reconstruction, exact check.</para>
/// </remarks>
public static class RationalNullspace
{
    /// <summary>Computes the whole kernel.</summary>
    /// <param name="matrix">Any shape.</param>
    /// <param name="maxDegreeOfParallelism">How many components may be solved at the same time, at least 1. The result does not depend on it.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is below 1.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NullspaceBasis Compute(
        SparseMatrix<Integer> matrix, int maxDegreeOfParallelism = 1, CancellationToken cancellationToken = default) =>
        Compute(matrix, maxDegreeOfParallelism, int.MaxValue, cancellationToken);

    /// <summary>Computes the kernel of the components that are not too large.</summary>
    /// <param name="matrix">Any shape.</param>
    /// <param name="maxDegreeOfParallelism">How many components may be solved at the same time, at least 1. The result does not depend on it.</param>
    /// <param name="maximumComponentSize">Components with more columns are skipped and listed in the result.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <exception cref="ArgumentOutOfRangeException">The degree of parallelism is below 1 or the maximum size negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NullspaceBasis Compute(
        SparseMatrix<Integer> matrix,
        int maxDegreeOfParallelism,
        int maximumComponentSize,
        CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxDegreeOfParallelism, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maximumComponentSize);
        ShrunkMatrix<Integer> shrunk = MatrixShrinking.Shrink<Integer>(matrix, MakePrimitive);
        ConnectedComponents components = ConnectedComponents.Compute(shrunk.Matrix);

        // A column that vanishes has lost its entries and looks like a free column: it is no component of the kernel's.
        int[] kept = [.. Enumerable.Range(0, components.Count).Where(c => !shrunk.Vanishing[components.ColumnsOf(c)[0]])];
        int[] sizes = Array.ConvertAll(kept, components.SizeOf);
        int[] skipped = [.. Enumerable.Range(0, kept.Length).Where(c => sizes[c] > maximumComponentSize)];

        // The largest first, so that no thread is left alone with one at the end; results go to their places.
        int[] order = [.. Enumerable.Range(0, kept.Length).Where(c => sizes[c] <= maximumComponentSize).OrderByDescending(c => sizes[c])];
        var vectors = new NullspaceVector[kept.Length][];
        void Solve(int c)
        {
            cancellationToken.ThrowIfCancellationRequested();
            SparseMatrix<Integer> block = components.Block(shrunk.Matrix, kept[c]);
            vectors[c] = ComponentNullspace.Compute(block, c, components.ColumnsOf(kept[c]), cancellationToken);
        }

        if (maxDegreeOfParallelism == 1)
        {
            Array.ForEach(order, Solve);
        }
        else
        {
            var options = new ParallelOptions { MaxDegreeOfParallelism = maxDegreeOfParallelism, CancellationToken = cancellationToken };
            Parallel.ForEach(order, options, Solve);
        }

        return new NullspaceBasis(matrix.ColumnCount, [.. vectors.Where(found => found is not null).SelectMany(found => found)], sizes, skipped);
    }

    private static void MakePrimitive(Span<Integer> values)
    {
        Integer divisor = Integer.Zero;
        for (int k = 0; k < values.Length && !divisor.IsOne; k++)
        {
            divisor = Integer.Gcd(divisor, values[k]);
        }

        divisor = values[0].Sign < 0 ? -divisor : divisor;
        for (int k = 0; k < values.Length && !divisor.IsOne; k++)
        {
            values[k] = Integer.DivideExact(values[k], divisor);
        }
    }
}
