using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>A dense matrix over F_p as P·L·E: rows in another order, L unit lower triangular, E in row echelon form.</summary>
/// <remarks>
/// <para>
/// The columns are halved: the left half is eliminated, the right half multiplied by L⁻¹ and, below the pivots, the product subtracted, and
/// the rest of the right half eliminated; so nearly all the work is dense products (C.-P. Jeannerod, C. Pernet, A. Storjohann, "Rank-profile
/// revealing Gaussian elimination and the CUP matrix decomposition", J. Symb. Comp. 56 (2013)).
/// </para>
/// <para>The result does not depend on the number of threads.</para>
/// </remarks>
public sealed class ModularEchelonDecomposition
{
    // Invariant, for the rows from _rank on and the columns up to the current one: after the pivots found so far, row t < Rank holds the
    // multipliers of L at columns 0..t−1 and its part of E from its pivot on; rows from Rank on hold multipliers at columns 0..Rank−1 and
    // zeros. A pivot column never lies left of the number of its row, so the two do not meet.
    private readonly ModularBlock _matrix;
    private readonly ModularProduct _product;
    private readonly ModularTriangularSolve _triangles;
    private readonly ModularPanel _panel;
    private readonly int _threads;
    private readonly bool _rankOnly;
    private readonly CancellationToken _cancellationToken;
    private readonly int[] _rows;
    private readonly List<int> _pivotColumns = [];

    private ModularEchelonDecomposition(
        PrimeField field, in ModularBlock matrix, int threads, bool rankOnly, ModularProductLanes lanes, CancellationToken cancellationToken)
    {
        Field = field;
        _matrix = matrix;
        _threads = threads;
        _rankOnly = rankOnly;
        _cancellationToken = cancellationToken;
        _product = new ModularProduct(field, threads, cancellationToken, lanes);
        _triangles = new ModularTriangularSolve(field, _product);
        _panel = new ModularPanel(field, matrix.RowCount);
        _rows = [.. Enumerable.Range(0, matrix.RowCount)];
    }

    /// <summary>The field of the entries.</summary>
    public PrimeField Field { get; }

    /// <summary>The rank.</summary>
    public int Rank => _pivotColumns.Count;

    /// <summary>The pivot columns of the reduced row echelon form, ascending.</summary>
    public int[] PivotColumns() => [.. _pivotColumns];

    /// <summary>As many independent rows as the rank, in the order in which they were used.</summary>
    public int[] PivotRows() => _rows[..Rank];

    /// <summary>Decomposes a matrix in place.</summary>
    /// <param name="field">The field F_p.</param>
    /// <param name="rowCount">The number of rows, at least 0.</param>
    /// <param name="columnCount">The number of columns, at least 0.</param>
    /// <param name="entries">Residues 0..p−1, row after row. The array is taken over and overwritten.</param>
    /// <param name="threads">How many threads may work, at least 1.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <exception cref="ArgumentOutOfRangeException">A dimension is negative or the number of threads below 1.</exception>
    /// <exception cref="ArgumentException">The number of entries is not the product of the dimensions.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static ModularEchelonDecomposition Compute(
        PrimeField field, int rowCount, int columnCount, uint[] entries, int threads = 1, CancellationToken cancellationToken = default) =>
        Compute(field, rowCount, columnCount, entries, threads, rankOnly: false, ModularProductLanes.Best, cancellationToken);

    // With rankOnly the part of E to the right of the last pivots may be wrong: it is not needed for the rank and the pivots.
    internal static ModularEchelonDecomposition Compute(
        PrimeField field,
        int rowCount,
        int columnCount,
        uint[] entries,
        int threads,
        bool rankOnly,
        ModularProductLanes lanes,
        CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentNullException.ThrowIfNull(entries);
        if (entries.Length != (long)rowCount * columnCount)
        {
            throw new ArgumentException("The number of entries is not the product of the dimensions.", nameof(entries));
        }

        var matrix = ModularBlock.Whole(entries, rowCount, columnCount);
        var decomposition = new ModularEchelonDecomposition(field, matrix, threads, rankOnly, lanes, cancellationToken);
        decomposition.Eliminate(0, columnCount);
        return decomposition;
    }

    /// <summary>The kernel, one vector a row, in the normal form of <see cref="RowEchelonForm{T, TField}.Nullspace"/>.</summary>
    public Matrix<uint> Nullspace()
    {
        int rank = Rank;
        int columnCount = _matrix.ColumnCount;
        int[] free = ColumnSets.Complement(PivotColumns(), columnCount);
        var upper = ModularBlock.Whole(new uint[rank * rank], rank, rank);
        var rest = ModularBlock.Whole(new uint[rank * free.Length], rank, free.Length);
        for (int i = 0; i < rank; i++)
        {
            ReadOnlySpan<uint> row = _matrix.Row(i);
            Gather(row, _pivotColumns[i], PivotColumns(), upper.Row(i));
            Gather(row, _pivotColumns[i], free, rest.Row(i));
        }

        SolveUpper(upper, rest);
        var entries = new uint[free.Length * columnCount];
        for (int t = 0; t < free.Length; t++)
        {
            Span<uint> vector = entries.AsSpan(t * columnCount, columnCount);
            vector[free[t]] = 1;
            for (int i = 0; i < rank; i++)
            {
                vector[_pivotColumns[i]] = Field.Negate(rest.Row(i)[t]);
            }
        }

        return new Matrix<uint>(free.Length, columnCount, entries);
    }

    // The entries of a row of E, which is zero left of its pivot whatever is stored there.
    private static void Gather(ReadOnlySpan<uint> row, int pivot, int[] columns, Span<uint> target)
    {
        for (int j = 0; j < columns.Length; j++)
        {
            target[j] = columns[j] < pivot ? 0 : row[columns[j]];
        }
    }

    // The rows from Rank on, at the columns first..last−1.
    private void Eliminate(int first, int last)
    {
        _cancellationToken.ThrowIfCancellationRequested();
        int rank = Rank;
        int rowCount = _matrix.RowCount - rank;
        if (rowCount == 0 || first == last)
        {
            return;
        }

        if (last - first <= ModularProductThresholds.PanelColumns)
        {
            EliminatePanel(first, last);
            return;
        }

        // About half, a whole number of panels.
        int panels = (last - first + ModularProductThresholds.PanelColumns - 1) / ModularProductThresholds.PanelColumns;
        int middle = first + (panels / 2 * ModularProductThresholds.PanelColumns);
        Eliminate(first, middle);
        int found = Rank - rank;
        int below = rowCount - found;
        if (found > 0 && (below > 0 || !_rankOnly))
        {
            ModularBlock top = _matrix.Part(rank, middle, found, last - middle);
            SolveLower(_matrix.Part(rank, rank, found, found), top);
            _product.Subtract(_matrix.Part(Rank, middle, below, last - middle), _matrix.Part(Rank, rank, below, found), top);
        }

        Eliminate(middle, last);
    }

    private void EliminatePanel(int first, int last)
    {
        int rank = Rank;
        int rowCount = _matrix.RowCount - rank;
        int width = Math.Min(rowCount, last - first);
        List<int> pivots = _panel.Eliminate(
            _matrix.Part(rank, first, rowCount, last - first), _matrix.Part(rank, rank, rowCount, width), (i, j) => SwapRows(rank + i, rank + j));
        foreach (int pivot in pivots)
        {
            _pivotColumns.Add(first + pivot);
        }
    }

    private void SwapRows(int i, int j)
    {
        (_rows[i], _rows[j]) = (_rows[j], _rows[i]);
        Span<uint> left = _matrix.Row(i);
        Span<uint> right = _matrix.Row(j);
        for (int k = 0; k < left.Length; k++)
        {
            (left[k], right[k]) = (right[k], left[k]);
        }
    }

    // The columns of a right-hand side are independent of each other.
    private void SolveLower(ModularBlock lower, ModularBlock target) =>
        SolveByColumns(target, part => _triangles.SolveLower(lower, part));

    private void SolveUpper(ModularBlock upper, ModularBlock target) =>
        SolveByColumns(target, part => _triangles.SolveUpper(upper, part));

    private void SolveByColumns(ModularBlock target, Action<ModularBlock> solve)
    {
        if (_threads == 1 || (long)target.RowCount * target.RowCount * target.ColumnCount / 2 < ModularProductThresholds.ParallelSize)
        {
            solve(target);
        }
        else
        {
            _product.Split(target.ColumnCount, (start, count) => solve(target.Part(0, start, target.RowCount, count)));
        }
    }
}
