using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>A sparse matrix in compressed rows; it never changes after construction.</summary>
/// <typeparam name="T">The raw elements of a ring.</typeparam>
/// <remarks>Made by <see cref="SparseMatrixBuilder{T, TRing}"/>. No zero is stored.</remarks>
public sealed class SparseMatrix<T>
{
    // Invariant: row i is the range _rowStarts[i] .. _rowStarts[i + 1] of _columns and _values;
    // within a row the columns ascend strictly and the values are not zero.
    private readonly int[] _rowStarts;
    private readonly int[] _columns;
    private readonly T[] _values;

    // Takes the arrays over. The invariant is the caller's promise.
    internal SparseMatrix(int columnCount, int[] rowStarts, int[] columns, T[] values)
    {
        ColumnCount = columnCount;
        _rowStarts = rowStarts;
        _columns = columns;
        _values = values;
    }

    /// <summary>The number of rows, at least 0.</summary>
    public int RowCount => _rowStarts.Length - 1;

    /// <summary>The number of columns, at least 0.</summary>
    public int ColumnCount { get; }

    /// <summary>The number of entries that are not zero.</summary>
    public int NonzeroCount => _rowStarts[^1];

    /// <summary>Where each row starts in <see cref="Columns"/> and <see cref="Values"/>; one more than there are rows.</summary>
    public ReadOnlySpan<int> RowStarts => _rowStarts;

    /// <summary>The columns of all entries, row after row, ascending in each row.</summary>
    public ReadOnlySpan<int> Columns => _columns.AsSpan(0, NonzeroCount);

    /// <summary>The values of all entries, row after row.</summary>
    public ReadOnlySpan<T> Values => _values.AsSpan(0, NonzeroCount);

    /// <summary>The columns of the entries of one row, ascending.</summary>
    public ReadOnlySpan<int> RowColumns(int row) => _columns.AsSpan(_rowStarts[row], _rowStarts[row + 1] - _rowStarts[row]);

    /// <summary>The values of the entries of one row, beside <see cref="RowColumns"/>.</summary>
    public ReadOnlySpan<T> RowValues(int row) => _values.AsSpan(_rowStarts[row], _rowStarts[row + 1] - _rowStarts[row]);

    /// <summary>The transposed matrix.</summary>
    public SparseMatrix<T> Transpose()
    {
        var starts = new int[ColumnCount + 1];
        foreach (int column in Columns)
        {
            starts[column + 1]++;
        }

        for (int j = 0; j < ColumnCount; j++)
        {
            starts[j + 1] += starts[j];
        }

        int[] next = starts.AsSpan(0, ColumnCount).ToArray();
        var rows = new int[NonzeroCount];
        var values = new T[NonzeroCount];
        for (int i = 0; i < RowCount; i++)
        {
            for (int k = _rowStarts[i]; k < _rowStarts[i + 1]; k++)
            {
                int place = next[_columns[k]]++;
                rows[place] = i;
                values[place] = _values[k];
            }
        }

        return new SparseMatrix<T>(RowCount, starts, rows, values);
    }

    /// <summary>The matrix of the images of the entries in another ring; images that are zero are left out.</summary>
    /// <param name="ring">The other ring.</param>
    /// <param name="function">A map that sends zero to zero.</param>
    public SparseMatrix<TImage> Map<TImage, TRing>(TRing ring, Func<T, TImage> function)
        where TRing : struct, IRing<TImage>
    {
        var starts = new int[_rowStarts.Length];
        var columns = new int[NonzeroCount];
        var values = new TImage[NonzeroCount];
        int count = 0;
        for (int i = 0; i < RowCount; i++)
        {
            for (int k = _rowStarts[i]; k < _rowStarts[i + 1]; k++)
            {
                TImage image = function(_values[k]);
                if (!ring.IsZero(image))
                {
                    columns[count] = _columns[k];
                    values[count++] = image;
                }
            }

            starts[i + 1] = count;
        }

        return new SparseMatrix<TImage>(ColumnCount, starts, columns, values);
    }

    /// <summary>The matrix of some of the rows, in the order given.</summary>
    public SparseMatrix<T> SelectRows(ReadOnlySpan<int> rows)
    {
        var starts = new int[rows.Length + 1];
        for (int i = 0; i < rows.Length; i++)
        {
            starts[i + 1] = starts[i] + RowColumns(rows[i]).Length;
        }

        var columns = new int[starts[^1]];
        var values = new T[starts[^1]];
        for (int i = 0; i < rows.Length; i++)
        {
            RowColumns(rows[i]).CopyTo(columns.AsSpan(starts[i]));
            RowValues(rows[i]).CopyTo(values.AsSpan(starts[i]));
        }

        return new SparseMatrix<T>(ColumnCount, starts, columns, values);
    }

    /// <summary>The same matrix with all its zeros.</summary>
    /// <param name="ring">The ring of the entries.</param>
    public Matrix<T> ToDense<TRing>(TRing ring)
        where TRing : struct, IRing<T>
    {
        var entries = new T[RowCount * ColumnCount];
        Array.Fill(entries, ring.Zero);
        for (int i = 0; i < RowCount; i++)
        {
            for (int k = _rowStarts[i]; k < _rowStarts[i + 1]; k++)
            {
                entries[(i * ColumnCount) + _columns[k]] = _values[k];
            }
        }

        return new Matrix<T>(RowCount, ColumnCount, entries);
    }

    /// <summary>The product with a column vector.</summary>
    /// <param name="ring">The ring of the entries.</param>
    /// <param name="vector">As long as the matrix has columns.</param>
    /// <returns>A vector as long as the matrix has rows.</returns>
    /// <exception cref="ArgumentException">The vector has another length.</exception>
    public T[] Multiply<TRing>(TRing ring, ReadOnlySpan<T> vector)
        where TRing : struct, IRing<T>
    {
        if (vector.Length != ColumnCount)
        {
            throw new ArgumentException("The vector must have one entry for each column.", nameof(vector));
        }

        var product = new T[RowCount];
        for (int i = 0; i < RowCount; i++)
        {
            T sum = ring.Zero;
            for (int k = _rowStarts[i]; k < _rowStarts[i + 1]; k++)
            {
                sum = ring.Add(sum, ring.Multiply(_values[k], vector[_columns[k]]));
            }

            product[i] = sum;
        }

        return product;
    }
}
