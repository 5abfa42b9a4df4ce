using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// Right-looking sparse elimination modulo p: as long as the rest of the matrix is sparse, the shortest row is taken, in it the column with
// the fewest entries, and the column is cleared from the other rows. Ties go to the smallest index, so the order is deterministic.
//
// Invariant: the active rows (neither pivot nor empty) span, with the pivot rows, the original rows. A pivot row is scaled to 1 at its
// pivot column, has no entry at an earlier pivot column, and the active rows have none at any pivot column. _countOfColumn counts the
// active entries of a column exactly; _rowsOfColumn lists at least the active rows with an entry there (rows that lost it may linger).
//
// H. M. Markowitz, "The elimination form of the inverse", Management Science 3 (1957);
// C. Bouillaguet, C. Delaplace, "Sparse Gaussian elimination modulo p: an update", CASC 2016.
internal sealed class MarkowitzElimination
{
    // Below this many columns the dense elimination is faster than any bookkeeping.
    internal const int SmallestWidth = 48;

    // The rest goes to the dense elimination when one entry in this many is not zero (never, for 0).
    internal const int DenseShare = 10;

    private readonly PrimeField _field;
    private readonly int _smallestWidth;
    private readonly int _denseShare;
    private readonly int[][] _columns;
    private readonly uint[][] _values;
    private readonly int[] _length;
    private readonly bool[] _isPivotRow;
    private readonly int[] _countOfColumn;
    private readonly List<int>?[] _rowsOfColumn;
    private readonly PriorityQueue<int, long> _shortest = new();
    private int[] _mergedColumns = [];
    private uint[] _mergedValues = [];
    private long _activeEntries;
    private int _activeRows;
    private int _activeColumns;

    internal MarkowitzElimination(
        PrimeField field, SparseMatrix<uint> matrix, int smallestWidth = SmallestWidth, int denseShare = DenseShare)
    {
        _field = field;
        _smallestWidth = smallestWidth;
        _denseShare = denseShare;
        int rowCount = matrix.RowCount;
        _columns = new int[rowCount][];
        _values = new uint[rowCount][];
        _length = new int[rowCount];
        _isPivotRow = new bool[rowCount];
        _countOfColumn = new int[matrix.ColumnCount];
        _rowsOfColumn = new List<int>?[matrix.ColumnCount];
        foreach (int column in matrix.Columns)
        {
            _activeColumns += _countOfColumn[column]++ == 0 ? 1 : 0;
        }

        for (int i = 0; i < rowCount; i++)
        {
            _columns[i] = matrix.RowColumns(i).ToArray();
            _values[i] = matrix.RowValues(i).ToArray();
            _length[i] = _columns[i].Length;
            _activeRows += _length[i] > 0 ? 1 : 0;
        }

        _activeEntries = matrix.NonzeroCount;
    }

    // The pivots in the order of elimination.
    internal List<int> PivotRows { get; } = [];

    internal List<int> PivotColumns { get; } = [];

    internal ReadOnlySpan<int> RowColumns(int row) => _columns[row].AsSpan(0, _length[row]);

    internal ReadOnlySpan<uint> RowValues(int row) => _values[row].AsSpan(0, _length[row]);

    // The rows that are left, shortest first.
    internal int[] ActiveRows()
    {
        int[] rows = [.. Enumerable.Range(0, _length.Length).Where(row => !_isPivotRow[row] && _length[row] > 0)];
        long[] keys = Array.ConvertAll(rows, Key);
        Array.Sort(keys, rows);
        return rows;
    }

    // The columns with entries in the rows that are left, ascending.
    internal int[] ActiveColumns() => [.. Enumerable.Range(0, _countOfColumn.Length).Where(column => _countOfColumn[column] > 0)];

    internal void Run(CancellationToken cancellationToken)
    {
        if (IsDense())
        {
            return;
        }

        for (int i = 0; i < _length.Length; i++)
        {
            foreach (int column in RowColumns(i))
            {
                (_rowsOfColumn[column] ??= new List<int>(_countOfColumn[column])).Add(i);
            }

            if (_length[i] > 0)
            {
                _shortest.Enqueue(i, Key(i));
            }
        }

        while (!IsDense() && _shortest.TryDequeue(out int row, out long key))
        {
            // A row is queued again whenever its length changes: older keys are stale.
            if (!_isPivotRow[row] && _length[row] > 0 && key == Key(row))
            {
                cancellationToken.ThrowIfCancellationRequested();
                Pivot(row);
            }
        }
    }

    private long Key(int row) => ((long)_length[row] << 32) | (uint)row;

    private bool IsDense() => _activeColumns <= _smallestWidth || _activeEntries * _denseShare >= (long)_activeRows * _activeColumns;

    private void Pivot(int row)
    {
        int column = -1;
        foreach (int candidate in RowColumns(row))
        {
            if (column < 0 || _countOfColumn[candidate] < _countOfColumn[column])
            {
                column = candidate;
            }
        }

        uint inverse = _field.Invert(_values[row][RowColumns(row).BinarySearch(column)]);
        foreach (ref uint value in _values[row].AsSpan(0, _length[row]))
        {
            value = _field.Multiply(value, inverse);
        }

        _isPivotRow[row] = true;
        _activeRows--;
        _activeEntries -= _length[row];
        foreach (int other in RowColumns(row))
        {
            Forget(other);
        }

        foreach (int target in _rowsOfColumn[column]!)
        {
            int place = _isPivotRow[target] ? -1 : RowColumns(target).BinarySearch(column);
            if (place >= 0)
            {
                Clear(target, place, row);
            }
        }

        _rowsOfColumn[column] = null;
        PivotRows.Add(row);
        PivotColumns.Add(column);
    }

    private void Forget(int column)
    {
        _activeColumns -= --_countOfColumn[column] == 0 ? 1 : 0;
    }

    // Row target ← row target − (its entry at `place`) · (pivot row): a merge of two ascending lists.
    private void Clear(int target, int place, int pivotRow)
    {
        ReadOnlySpan<int> left = RowColumns(target);
        ReadOnlySpan<int> right = RowColumns(pivotRow);
        uint[] leftValues = _values[target];
        uint[] rightValues = _values[pivotRow];
        uint factor = _field.Negate(leftValues[place]);
        if (_mergedColumns.Length < left.Length + right.Length)
        {
            _mergedColumns = new int[2 * (left.Length + right.Length)];
            _mergedValues = new uint[_mergedColumns.Length];
        }

        int count = 0;
        for (int i = 0, j = 0; i < left.Length || j < right.Length;)
        {
            int leftColumn = i < left.Length ? left[i] : int.MaxValue;
            int rightColumn = j < right.Length ? right[j] : int.MaxValue;
            int column = Math.Min(leftColumn, rightColumn);
            uint value = leftColumn == column ? leftValues[i++] : 0;
            if (rightColumn == column)
            {
                value = _field.Add(value, _field.Multiply(factor, rightValues[j++]));
                if (value == 0)
                {
                    Forget(column);
                    continue;
                }

                if (leftColumn != column)
                {
                    _activeColumns += _countOfColumn[column]++ == 0 ? 1 : 0;
                    _rowsOfColumn[column]!.Add(target);
                }
            }

            _mergedColumns[count] = column;
            _mergedValues[count++] = value;
        }

        _activeEntries += count - left.Length;
        if (_columns[target].Length < count)
        {
            _columns[target] = new int[count + (count / 2)];
            _values[target] = new uint[_columns[target].Length];
        }

        _mergedColumns.AsSpan(0, count).CopyTo(_columns[target]);
        _mergedValues.AsSpan(0, count).CopyTo(_values[target]);
        if (_length[target] != count)
        {
            _length[target] = count;
            if (count > 0)
            {
                _shortest.Enqueue(target, Key(target));
            }
            else
            {
                _activeRows--;
            }
        }
    }
}
