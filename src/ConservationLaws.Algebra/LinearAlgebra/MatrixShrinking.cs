using System.Runtime.InteropServices;

namespace ConservationLaws.Algebra.LinearAlgebra;

// What can be read off a homogeneous system before any elimination. A row with a single entry says that its column is zero in every
// kernel vector; the column goes, which may leave other rows with a single entry. Then rows are normalised and repeated rows dropped.
// Everything is structural: the same code serves Z and F_p.
internal static class MatrixShrinking
{
    // Scales the values of a row so that proportional rows become equal.
    internal delegate void RowNormalization<T>(Span<T> values);

    internal static ShrunkMatrix<T> Shrink<T>(SparseMatrix<T> matrix, RowNormalization<T> normalize)
        where T : IEquatable<T>
    {
        var vanishing = new bool[matrix.ColumnCount];
        int[] singletons = PropagateSingletons(matrix, vanishing);
        var starts = new List<int> { 0 };
        var columns = new List<int>(matrix.NonzeroCount);
        var values = new List<T>(matrix.NonzeroCount);
        var originals = new List<int>();
        var seen = new RowSet<T>(columns, values, starts);
        for (int i = 0; i < matrix.RowCount; i++)
        {
            int start = columns.Count;
            ReadOnlySpan<int> rowColumns = matrix.RowColumns(i);
            ReadOnlySpan<T> rowValues = matrix.RowValues(i);
            for (int k = 0; k < rowColumns.Length; k++)
            {
                if (!vanishing[rowColumns[k]])
                {
                    columns.Add(rowColumns[k]);
                    values.Add(rowValues[k]);
                }
            }

            if (columns.Count == start)
            {
                continue;
            }

            normalize(CollectionsMarshal.AsSpan(values)[start..]);
            if (seen.TryAddLast())
            {
                starts.Add(columns.Count);
                originals.Add(i);
            }
            else
            {
                columns.RemoveRange(start, columns.Count - start);
                values.RemoveRange(start, values.Count - start);
            }
        }

        var shrunk = new SparseMatrix<T>(matrix.ColumnCount, [.. starts], [.. columns], [.. values]);
        return new ShrunkMatrix<T>(shrunk, vanishing, singletons, [.. originals]);
    }

    // Marks the columns that vanish; returns one row for each of them: independent rows that span exactly these columns.
    private static int[] PropagateSingletons<T>(SparseMatrix<T> matrix, bool[] vanishing)
    {
        var count = new int[matrix.RowCount];
        var queue = new Queue<int>();
        for (int i = 0; i < count.Length; i++)
        {
            count[i] = matrix.RowColumns(i).Length;
            if (count[i] == 1)
            {
                queue.Enqueue(i);
            }
        }

        var singletons = new List<int>();
        SparseMatrix<T>? transposed = null;
        while (queue.TryDequeue(out int row))
        {
            if (count[row] != 1)
            {
                continue;
            }

            transposed ??= matrix.Transpose();
            singletons.Add(row);
            int column = FirstLeft(matrix.RowColumns(row), vanishing);
            vanishing[column] = true;
            foreach (int other in transposed.RowColumns(column))
            {
                if (--count[other] == 1)
                {
                    queue.Enqueue(other);
                }
            }
        }

        return [.. singletons];
    }

    private static int FirstLeft(ReadOnlySpan<int> columns, bool[] vanishing)
    {
        foreach (int column in columns)
        {
            if (!vanishing[column])
            {
                return column;
            }
        }

        throw new ArgumentException("No column is left in the row.", nameof(columns));
    }

    // The rows kept so far, found again by a hash; equality is checked entry by entry, so the hash decides nothing.
    private sealed class RowSet<T>(List<int> columns, List<T> values, List<int> starts)
        where T : IEquatable<T>
    {
        private readonly Dictionary<int, int> _lastWithHash = [];
        private readonly List<int> _previousWithHash = [];

        // The candidate is what lies behind the last start.
        internal bool TryAddLast()
        {
            int start = starts[^1];
            int length = columns.Count - start;
            int hash = length;
            for (int k = start; k < columns.Count; k++)
            {
                hash = unchecked((((hash * 31) + columns[k]) * 31) + values[k].GetHashCode());
            }

            if (!_lastWithHash.TryGetValue(hash, out int first))
            {
                first = -1;
            }

            for (int row = first; row >= 0; row = _previousWithHash[row])
            {
                if (starts[row + 1] - starts[row] == length && AreEqual(starts[row], start, length))
                {
                    return false;
                }
            }

            _lastWithHash[hash] = starts.Count - 1;
            _previousWithHash.Add(first);
            return true;
        }

        private bool AreEqual(int left, int right, int length)
        {
            for (int k = 0; k < length; k++)
            {
                if (columns[left + k] != columns[right + k] || !values[left + k].Equals(values[right + k]))
                {
                    return false;
                }
            }

            return true;
        }
    }
}
