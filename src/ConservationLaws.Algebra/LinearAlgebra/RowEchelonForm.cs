using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>Gaussian elimination over a field.</summary>
/// <remarks>
/// The textbook method, without regard to growth of the entries: right for small matrices over any field and for F_p.
/// Large matrices over F_p go to <see cref="ModularEchelonForm"/> or <see cref="SparseElimination"/>, over Z to <see cref="RationalNullspace"/>.
/// </remarks>
public static class RowEchelonForm
{
    /// <summary>The reduced row echelon form of a matrix.</summary>
    /// <param name="field">The field of the entries.</param>
    /// <param name="matrix">Any shape.</param>
    public static RowEchelonForm<T, TField> Compute<T, TField>(TField field, Matrix<T> matrix)
        where TField : struct, IField<T>
    {
        T[] entries = matrix.ToArray();
        int[] pivots = Eliminate(field, entries, matrix.RowCount, matrix.ColumnCount, matrix.ColumnCount, reduce: true, out _);
        return new RowEchelonForm<T, TField>(field, new Matrix<T>(matrix.RowCount, matrix.ColumnCount, entries), pivots);
    }

    /// <summary>The determinant of a square matrix; 1 for the empty matrix.</summary>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static T Determinant<T, TField>(TField field, Matrix<T> matrix)
        where TField : struct, IField<T>
    {
        if (matrix.RowCount != matrix.ColumnCount)
        {
            throw new ArgumentException("Only a square matrix has a determinant.", nameof(matrix));
        }

        T[] entries = matrix.ToArray();
        Eliminate(field, entries, matrix.RowCount, matrix.ColumnCount, matrix.ColumnCount, reduce: false, out T determinant);
        return determinant;
    }

    /// <summary>Solves matrix · x = rightSide.</summary>
    /// <param name="field">The field of the entries.</param>
    /// <param name="matrix">Any shape.</param>
    /// <param name="rightSide">As long as the matrix has rows.</param>
    /// <param name="solution">The solution that is zero at every free column, or an empty array when there is none.</param>
    /// <returns>Whether there is a solution.</returns>
    /// <exception cref="ArgumentException">The right side has another length.</exception>
    public static bool TrySolve<T, TField>(TField field, Matrix<T> matrix, ReadOnlySpan<T> rightSide, out T[] solution)
        where TField : struct, IField<T>
    {
        if (rightSide.Length != matrix.RowCount)
        {
            throw new ArgumentException("The right side must have one entry for each row.", nameof(rightSide));
        }

        int width = matrix.ColumnCount + 1;
        var entries = new T[matrix.RowCount * width];
        for (int i = 0; i < matrix.RowCount; i++)
        {
            matrix.Row(i).CopyTo(entries.AsSpan(i * width));
            entries[(i * width) + width - 1] = rightSide[i];
        }

        int[] pivots = Eliminate(field, entries, matrix.RowCount, width, matrix.ColumnCount, reduce: true, out _);
        for (int i = pivots.Length; i < matrix.RowCount; i++)
        {
            if (!field.IsZero(entries[(i * width) + width - 1]))
            {
                solution = [];
                return false;
            }
        }

        solution = new T[matrix.ColumnCount];
        Array.Fill(solution, field.Zero);
        for (int i = 0; i < pivots.Length; i++)
        {
            solution[pivots[i]] = entries[(i * width) + width - 1];
        }

        return true;
    }

    // Pivots are sought in the columns below pivotWidth, leftmost first; in a column the first row that is not zero there wins.
    // Invariant after k pivots: rows 0..k−1 have their leading ones at the pivot columns, rows k.. are zero left of the current column;
    // with `reduce` the pivot columns are also zero above their ones. The determinant is that of the square part, zero unless all is pivot.
    private static int[] Eliminate<T, TField>(
        TField field, T[] entries, int rowCount, int width, int pivotWidth, bool reduce, out T determinant)
        where TField : struct, IField<T>
    {
        var pivots = new List<int>();
        determinant = field.One;
        for (int column = 0; column < pivotWidth && pivots.Count < rowCount; column++)
        {
            int k = pivots.Count;
            int best = k;
            while (best < rowCount && field.IsZero(entries[(best * width) + column]))
            {
                best++;
            }

            if (best == rowCount)
            {
                determinant = field.Zero;
                continue;
            }

            Span<T> pivotRow = entries.AsSpan(k * width, width);
            if (best != k)
            {
                Swap(pivotRow, entries.AsSpan(best * width, width));
                determinant = field.Negate(determinant);
            }

            T pivot = pivotRow[column];
            determinant = field.Multiply(determinant, pivot);
            T inverse = field.Invert(pivot);
            for (int j = column; j < width; j++)
            {
                pivotRow[j] = field.Multiply(pivotRow[j], inverse);
            }

            for (int i = reduce ? 0 : k + 1; i < rowCount; i++)
            {
                Span<T> row = entries.AsSpan(i * width, width);
                T factor = row[column];
                if (i == k || field.IsZero(factor))
                {
                    continue;
                }

                for (int j = column; j < width; j++)
                {
                    row[j] = field.Subtract(row[j], field.Multiply(factor, pivotRow[j]));
                }
            }

            pivots.Add(column);
        }

        if (pivots.Count < pivotWidth)
        {
            determinant = field.Zero;
        }

        return [.. pivots];
    }

    private static void Swap<T>(Span<T> left, Span<T> right)
    {
        for (int j = 0; j < left.Length; j++)
        {
            (left[j], right[j]) = (right[j], left[j]);
        }
    }
}
