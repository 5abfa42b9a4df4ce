using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>A dense matrix, stored by rows; it never changes after construction.</summary>
/// <typeparam name="T">The raw elements of a ring (see <see cref="IRing{T}"/>).</typeparam>
/// <remarks>Both dimensions may be 0. Eliminations work on a copy of the entries (<see cref="ToArray"/>).</remarks>
public sealed class Matrix<T>
{
    // Invariant: _entries.Length == RowCount · ColumnCount; the entry (i, j) is at i · ColumnCount + j.
    private readonly T[] _entries;

    /// <summary>Makes a matrix from its entries, row after row. The entries are copied.</summary>
    /// <exception cref="ArgumentException">The number of entries is not the product of the dimensions.</exception>
    public Matrix(int rowCount, int columnCount, ReadOnlySpan<T> entries)
        : this(rowCount, columnCount, entries.ToArray())
    {
    }

    // Takes the array over: the caller forgets it.
    internal Matrix(int rowCount, int columnCount, T[] entries)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rowCount);
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        if (entries.Length != (long)rowCount * columnCount)
        {
            throw new ArgumentException("The number of entries is not the product of the dimensions.", nameof(entries));
        }

        RowCount = rowCount;
        ColumnCount = columnCount;
        _entries = entries;
    }

    /// <summary>The number of rows, at least 0.</summary>
    public int RowCount { get; }

    /// <summary>The number of columns, at least 0.</summary>
    public int ColumnCount { get; }

    /// <summary>The entry in a row and a column, both counted from 0.</summary>
    public T this[int row, int column] => Row(row)[column];

    /// <summary>One row, of length <see cref="ColumnCount"/>.</summary>
    public ReadOnlySpan<T> Row(int row)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(row);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(row, RowCount);
        return _entries.AsSpan(row * ColumnCount, ColumnCount);
    }

    /// <summary>A copy of all entries, row after row.</summary>
    public T[] ToArray() => (T[])_entries.Clone();

    /// <summary>The transposed matrix.</summary>
    public Matrix<T> Transpose()
    {
        var entries = new T[_entries.Length];
        for (int i = 0; i < RowCount; i++)
        {
            for (int j = 0; j < ColumnCount; j++)
            {
                entries[(j * RowCount) + i] = _entries[(i * ColumnCount) + j];
            }
        }

        return new Matrix<T>(ColumnCount, RowCount, entries);
    }

    /// <summary>The matrix of the images of the entries.</summary>
    public Matrix<TImage> Map<TImage>(Func<T, TImage> function) =>
        new(RowCount, ColumnCount, Array.ConvertAll(_entries, entry => function(entry)));

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
            ReadOnlySpan<T> row = Row(i);
            for (int j = 0; j < row.Length; j++)
            {
                sum = ring.Add(sum, ring.Multiply(row[j], vector[j]));
            }

            product[i] = sum;
        }

        return product;
    }
}

/// <summary>Ways to make a dense matrix.</summary>
public static class Matrix
{
    /// <summary>Makes a matrix from its rows.</summary>
    /// <param name="columnCount">The length of every row (needed when there are no rows).</param>
    /// <param name="rows">The rows; they are copied.</param>
    /// <exception cref="ArgumentException">A row has another length.</exception>
    public static Matrix<T> FromRows<T>(int columnCount, IReadOnlyList<T[]> rows)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(columnCount);
        var entries = new T[rows.Count * columnCount];
        for (int i = 0; i < rows.Count; i++)
        {
            if (rows[i].Length != columnCount)
            {
                throw new ArgumentException("Every row must have one entry for each column.", nameof(rows));
            }

            rows[i].CopyTo(entries, i * columnCount);
        }

        return new Matrix<T>(rows.Count, columnCount, entries);
    }
}
