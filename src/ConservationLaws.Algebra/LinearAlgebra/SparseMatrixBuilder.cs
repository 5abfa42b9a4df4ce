using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>Builds a sparse matrix row by row; entries of one row come in any order and equal places are summed.</summary>
/// <typeparam name="T">The raw elements of the ring.</typeparam>
/// <typeparam name="TRing">The ring of the entries.</typeparam>
/// <example>
/// <code>
/// var builder = new SparseMatrixBuilder&lt;Integer, IntegerRing&gt;(default, columnCount: 3);
/// builder.Add(2, 5);
/// builder.Add(0, 1);
/// builder.EndRow();
/// SparseMatrix&lt;Integer&gt; matrix = builder.Build();
/// </code>
/// </example>
public sealed class SparseMatrixBuilder<T, TRing>
    where TRing : struct, IRing<T>
{
    // Invariant: the finished rows are compressed in _columns and _values up to _rowStarts[^1];
    // behind them, up to _count, lie the entries of the unfinished row in the order of their arrival.
    private readonly TRing _ring;
    private readonly int _columnCount;
    private readonly List<int> _rowStarts = [0];
    private int[] _columns = new int[16];
    private T[] _values = new T[16];
    private int _count;

    /// <summary>Starts an empty matrix.</summary>
    /// <param name="ring">The ring of the entries.</param>
    /// <param name="columnCount">The number of columns, at least 0.</param>
    public SparseMatrixBuilder(TRing ring, int columnCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        _ring = ring;
        _columnCount = columnCount;
    }

    /// <summary>The number of finished rows.</summary>
    public int RowCount => _rowStarts.Count - 1;

    /// <summary>Adds a value to an entry of the unfinished row.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The column is outside the matrix.</exception>
    public void Add(int column, T value)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(column);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(column, _columnCount);
        if (_count == _columns.Length)
        {
            Array.Resize(ref _columns, 2 * _count);
            Array.Resize(ref _values, 2 * _count);
        }

        _columns[_count] = column;
        _values[_count++] = value;
    }

    /// <summary>Finishes the row: its entries are sorted, equal places summed, zeros dropped. A row may be empty.</summary>
    public void EndRow()
    {
        int start = _rowStarts[^1];
        Array.Sort(_columns, _values, start, _count - start);
        int end = start;
        for (int k = start; k < _count;)
        {
            int column = _columns[k];
            T sum = _values[k++];
            for (; k < _count && _columns[k] == column; k++)
            {
                sum = _ring.Add(sum, _values[k]);
            }

            if (!_ring.IsZero(sum))
            {
                _columns[end] = column;
                _values[end++] = sum;
            }
        }

        _count = end;
        _rowStarts.Add(end);
    }

    /// <summary>Adds a whole row.</summary>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public void AddRow(ReadOnlySpan<int> columns, ReadOnlySpan<T> values)
    {
        if (columns.Length != values.Length)
        {
            throw new ArgumentException("There must be one value for each column.", nameof(values));
        }

        for (int k = 0; k < columns.Length; k++)
        {
            Add(columns[k], values[k]);
        }

        EndRow();
    }

    /// <summary>The matrix of the finished rows. The builder may go on.</summary>
    public SparseMatrix<T> Build()
    {
        int count = _rowStarts[^1];
        return new SparseMatrix<T>(_columnCount, [.. _rowStarts], _columns.AsSpan(0, count).ToArray(), _values.AsSpan(0, count).ToArray());
    }
}
