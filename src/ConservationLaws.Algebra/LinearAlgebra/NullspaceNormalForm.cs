using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// The normal form of a kernel over F_p with respect to an order of the columns (for the natural order that of the reduced row echelon form).
//
// A basis in which the t-th vector is 1 at column f_t and 0 at the other f's is in normal form exactly when f_t is also the last column, in
// that order, at which its vector is not zero: read from the last column to the first, the vectors are then themselves in reduced row
// echelon form, which is unique. So the normal form is the reduced row echelon form of any basis with the columns reversed.
internal static class NullspaceNormalForm
{
    // The natural order: every column stands at its own place.
    internal static int[] NaturalOrder(int columnCount) => [.. Enumerable.Range(0, columnCount)];

    // `position` says at which place of the order a column stands. freeColumns are the f's of the vectors; they are replaced by those of the
    // normal form, by ascending position.
    internal static SparseMatrix<uint> Compute(
        PrimeField field, SparseMatrix<uint> vectors, int[] freeColumns, int[] position, CancellationToken cancellationToken)
    {
        int[] unfinished = [.. Enumerable.Range(0, freeColumns.Length).Where(t => LastColumn(vectors.RowColumns(t), position) != freeColumns[t])];
        if (unfinished.Length == 0 && IsAscending(freeColumns, position))
        {
            return vectors;
        }

        // Only columns that occur count; place 0 is the last of them.
        var place = new int[vectors.ColumnCount];
        foreach (int column in vectors.Columns)
        {
            place[column] = -1;
        }

        int[] reversed = [.. Enumerable.Range(0, vectors.ColumnCount).Where(column => place[column] < 0).OrderByDescending(column => position[column])];
        for (int j = 0; j < reversed.Length; j++)
        {
            place[reversed[j]] = j;
        }

        // Vectors that end at their own f do not touch each other: they go first and cost nothing.
        var form = new ModularEchelonForm(field, reversed.Length);
        int[] order = [.. Enumerable.Range(0, freeColumns.Length).Except(unfinished), .. unfinished];
        foreach (int t in order)
        {
            cancellationToken.ThrowIfCancellationRequested();
            int[] columns = vectors.RowColumns(t).ToArray();
            for (int k = 0; k < columns.Length; k++)
            {
                columns[k] = place[columns[k]];
            }

            form.TryAdd(columns, vectors.RowValues(t));
        }

        return Read(form, reversed, freeColumns, vectors.ColumnCount);
    }

    private static int LastColumn(ReadOnlySpan<int> columns, int[] position)
    {
        int last = columns[0];
        foreach (int column in columns)
        {
            last = position[column] > position[last] ? column : last;
        }

        return last;
    }

    private static bool IsAscending(int[] columns, int[] position)
    {
        for (int t = 1; t < columns.Length; t++)
        {
            if (position[columns[t]] < position[columns[t - 1]])
            {
                return false;
            }
        }

        return true;
    }

    private static SparseMatrix<uint> Read(ModularEchelonForm form, int[] reversed, int[] freeColumns, int columnCount)
    {
        var builder = new SparseMatrixBuilder<uint, PrimeField>(form.Field, columnCount);
        int[] pivots = form.PivotColumns();
        int[] others = form.FreeColumns();
        for (int t = 0; t < pivots.Length; t++)
        {
            int pivot = pivots[^(t + 1)];
            freeColumns[t] = reversed[pivot];
            builder.Add(reversed[pivot], 1);
            foreach (int other in others)
            {
                uint value = form.EntryAt(pivot, other);
                if (value != 0)
                {
                    builder.Add(reversed[other], value);
                }
            }

            builder.EndRow();
        }

        return builder.Build();
    }
}
