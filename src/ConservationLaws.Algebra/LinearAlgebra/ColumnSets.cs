namespace ConservationLaws.Algebra.LinearAlgebra;

// Sets of columns as ascending arrays.
internal static class ColumnSets
{
    // The columns of 0..columnCount−1 that are not in an ascending set.
    internal static int[] Complement(ReadOnlySpan<int> columns, int columnCount)
    {
        var complement = new int[columnCount - columns.Length];
        int next = 0;
        int place = 0;
        for (int j = 0; j < columnCount; j++)
        {
            if (next < columns.Length && columns[next] == j)
            {
                next++;
            }
            else
            {
                complement[place++] = j;
            }
        }

        return complement;
    }
}
