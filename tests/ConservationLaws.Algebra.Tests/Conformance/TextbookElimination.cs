using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.Conformance;

// What every implementation must agree on.
public sealed record Echelon<T>(int Rank, int[] Pivots, T[][] Kernel);

// Gaussian elimination as in a first course, on lists of rows: the slow oracle of the suite.
public static class TextbookElimination
{
    public static Echelon<T> Run<T>(IField<T> field, Matrix<T> matrix)
    {
        List<T[]> left = [.. Enumerable.Range(0, matrix.RowCount).Select(i => matrix.Row(i).ToArray())];
        var done = new List<T[]>();
        var pivots = new List<int>();
        for (int column = 0; column < matrix.ColumnCount; column++)
        {
            T[]? row = left.Find(candidate => !field.IsZero(candidate[column]));
            if (row is null)
            {
                continue;
            }

            left.Remove(row);
            row = [.. row.Select(entry => field.Multiply(entry, field.Invert(row[column])))];
            T[] Cleared(T[] other) => [.. other.Zip(row, (x, y) => field.Subtract(x, field.Multiply(other[column], y)))];
            left = [.. left.Select(Cleared)];
            done = [.. done.Select(Cleared), row];
            pivots.Add(column);
        }

        var kernel = new List<T[]>();
        foreach (int free in Enumerable.Range(0, matrix.ColumnCount).Except(pivots))
        {
            T[] vector = [.. Enumerable.Repeat(field.Zero, matrix.ColumnCount)];
            vector[free] = field.One;
            for (int i = 0; i < pivots.Count; i++)
            {
                vector[pivots[i]] = field.Negate(done[i][free]);
            }

            kernel.Add(vector);
        }

        return new Echelon<T>(pivots.Count, [.. pivots], [.. kernel]);
    }
}
