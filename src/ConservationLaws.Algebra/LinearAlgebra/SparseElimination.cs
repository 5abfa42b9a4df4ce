using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>Rank, pivots and kernel of a sparse matrix over F_p.</summary>
/// <remarks>
/// Rows with one entry and repeated rows go first, then sparse pivots are eliminated while the rest stays sparse, and the rest goes to
/// <see cref="ModularEchelonForm"/> or, when it is large, to <see cref="ModularEchelonDecomposition"/>. The kernel found along the way has
/// one vector for each column that did not become a pivot; it is brought to the normal form of the reduced row echelon form, so the result
/// depends on the row space alone.
/// </remarks>
public static class SparseElimination
{
    /// <summary>Eliminates a matrix.</summary>
    /// <param name="field">The field F_p.</param>
    /// <param name="matrix">Entries are residues 1..p−1; any shape.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static SparseEchelonForm Compute(PrimeField field, SparseMatrix<uint> matrix, CancellationToken cancellationToken = default)
    {
        ShrunkMatrix<uint> shrunk = Shrink(field, matrix);
        int[] order = NullspaceNormalForm.NaturalOrder(matrix.ColumnCount);
        SparseEchelonForm result = Eliminate(
            field, new MarkowitzElimination(field, shrunk.Matrix), matrix.ColumnCount, shrunk.Vanishing, order, cancellationToken);
        int[] rows = [.. shrunk.SingletonRows, .. Array.ConvertAll(result.IndependentRows, row => shrunk.OriginalRows[row])];
        return new SparseEchelonForm(rows, result.Nullspace, result.FreeColumns);
    }

    /// <summary>The places of a maximal set of independent rows, as many as the rank, in no particular order; no kernel is computed.</summary>
    /// <param name="field">The field F_p.</param>
    /// <param name="matrix">Entries are residues 1..p−1; any shape.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static int[] IndependentRows(PrimeField field, SparseMatrix<uint> matrix, CancellationToken cancellationToken = default)
    {
        ShrunkMatrix<uint> shrunk = Shrink(field, matrix);
        var sparse = new MarkowitzElimination(field, shrunk.Matrix);
        sparse.Run(cancellationToken);
        DenseRest rest = EliminateRest(field, sparse, matrix.ColumnCount, cancellationToken);
        return [.. shrunk.SingletonRows, .. sparse.PivotRows.Concat(rest.Rows).Select(row => shrunk.OriginalRows[row])];
    }

    /// <summary>Pivots in the order of elimination: row by row, each row minus multiples of the rows before it has its first use at its pivot column.</summary>
    /// <param name="field">The field F_p.</param>
    /// <param name="matrix">Entries are residues 1..p−1; any shape.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <returns>As many pivots as the rank. All leading minors of the matrix of these rows and columns, in this order, are units.</returns>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static (int Row, int Column)[] Pivots(PrimeField field, SparseMatrix<uint> matrix, CancellationToken cancellationToken = default)
    {
        var sparse = new MarkowitzElimination(field, matrix);
        sparse.Run(cancellationToken);
        DenseRest rest = EliminateRest(field, sparse, matrix.ColumnCount, cancellationToken);
        return [.. sparse.PivotRows.Zip(sparse.PivotColumns), .. rest.Rows.Zip(rest.PivotsInOrder.Select(pivot => rest.Columns[pivot]))];
    }

    // The same without the first step; vanishing columns have no entries and are zero in the kernel. The kernel has the normal form of the
    // order whose positions are given. Without one it stays as it was found, which is the normal form of the order "pivots first".
    internal static SparseEchelonForm Eliminate(
        PrimeField field,
        MarkowitzElimination sparse,
        int columnCount,
        bool[] vanishing,
        int[]? position,
        CancellationToken cancellationToken)
    {
        sparse.Run(cancellationToken);
        DenseRest rest = EliminateRest(field, sparse, columnCount, cancellationToken);
        var kernel = new ModularKernelAssembly(field, columnCount, vanishing);
        kernel.Substitute(sparse, rest.Pivots, rest.Kernel(), rest.Columns);
        SparseMatrix<uint> vectors = kernel.Vectors(out int[] freeColumns);
        if (position is not null)
        {
            vectors = NullspaceNormalForm.Compute(field, vectors, freeColumns, position, cancellationToken);
        }

        return new SparseEchelonForm([.. sparse.PivotRows, .. rest.Rows], vectors, freeColumns);
    }

    private static ShrunkMatrix<uint> Shrink(PrimeField field, SparseMatrix<uint> matrix) => MatrixShrinking.Shrink(matrix, values =>
    {
        uint inverse = field.Invert(values[0]);
        foreach (ref uint value in values)
        {
            value = field.Multiply(value, inverse);
        }
    });

    // What the sparse pivots left, in the columns that are still active.
    private static DenseRest EliminateRest(PrimeField field, MarkowitzElimination sparse, int columnCount, CancellationToken cancellationToken)
    {
        int[] columns = sparse.ActiveColumns();
        int[] rows = columns.Length == 0 ? [] : sparse.ActiveRows();
        return ModularProductThresholds.EliminatesAtOnce(rows.Length, columns.Length)
            ? EliminateAtOnce(field, sparse, rows, columns, columnCount, cancellationToken)
            : EliminateByRows(field, sparse, rows, columns, columnCount, cancellationToken);
    }

    private static DenseRest EliminateAtOnce(
        PrimeField field, MarkowitzElimination sparse, int[] rows, int[] denseColumns, int columnCount, CancellationToken token)
    {
        int width = denseColumns.Length;
        int[] place = Places(denseColumns, columnCount);
        var entries = new uint[rows.Length * width];
        for (int i = 0; i < rows.Length; i++)
        {
            ReadOnlySpan<int> rowColumns = sparse.RowColumns(rows[i]);
            for (int k = 0; k < rowColumns.Length; k++)
            {
                entries[(i * width) + place[rowColumns[k]]] = sparse.RowValues(rows[i])[k];
            }
        }

        ModularEchelonDecomposition dense = ModularEchelonDecomposition.Compute(field, rows.Length, width, entries, cancellationToken: token);
        return new DenseRest(Array.ConvertAll(dense.PivotRows(), row => rows[row]), dense.PivotColumns(), dense.PivotColumns(), dense.Nullspace, denseColumns);
    }

    private static DenseRest EliminateByRows(
        PrimeField field, MarkowitzElimination sparse, int[] rows, int[] denseColumns, int columnCount, CancellationToken token)
    {
        var dense = new ModularEchelonForm(field, denseColumns.Length);
        var independentRows = new List<int>();
        int[] place = Places(denseColumns, columnCount);
        var columns = new int[denseColumns.Length];
        foreach (int row in rows)
        {
            token.ThrowIfCancellationRequested();
            ReadOnlySpan<int> rowColumns = sparse.RowColumns(row);
            for (int k = 0; k < rowColumns.Length; k++)
            {
                columns[k] = place[rowColumns[k]];
            }

            if (dense.TryAdd(columns.AsSpan(0, rowColumns.Length), sparse.RowValues(row)))
            {
                independentRows.Add(row);
            }

            if (dense.Rank == dense.Width)
            {
                break;
            }
        }

        return new DenseRest([.. independentRows], dense.PivotColumns(), dense.PivotsInOrder(), dense.Nullspace, denseColumns);
    }

    private static int[] Places(int[] denseColumns, int columnCount)
    {
        var place = new int[denseColumns.Length == 0 ? 0 : columnCount];
        for (int j = 0; j < denseColumns.Length; j++)
        {
            place[denseColumns[j]] = j;
        }

        return place;
    }

    // Independent rows of the rest, its pivots (ascending, and row by row) and kernel in its own columns, and the columns of the whole matrix
    // that these are.
    private sealed record DenseRest(int[] Rows, int[] Pivots, int[] PivotsInOrder, Func<Matrix<uint>> Kernel, int[] Columns);
}
