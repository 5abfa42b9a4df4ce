using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

/// <summary>Exact dependence of sparse integer rows against fraction-free elimination of the dense matrix.</summary>
public sealed class IntegerEchelonFormTests
{
    [Fact]
    public void Rows_are_added_when_they_raise_the_rank()
    {
        var random = new SplitMix64(21);
        for (int round = 0; round < 300; round++)
        {
            int width = 1 + (int)random.NextBelow(7);
            long size = round % 3 == 0 ? 1L << 40 : 3;
            var form = new IntegerEchelonForm();
            var rows = new List<Integer[]>();
            for (int count = 0; count < width + 3; count++)
            {
                Integer[] row = Row(random, width, size, rows);
                int before = Rank(rows, width);
                rows.Add(row);
                bool isNew = Rank(rows, width) > before;
                Assert.Equal(!isNew, form.Contains(Sparse(row)));
                Assert.Equal(isNew, form.TryAdd(Sparse(row)));
                Assert.True(form.Contains(Sparse(row)));
                Assert.Equal(Rank(rows, width), form.Rank);
            }
        }
    }

    // Every other row is a combination of two before.
    private static Integer[] Row(SplitMix64 random, int width, long size, List<Integer[]> rows)
    {
        Integer Draw() => new((long)(random.Next() % (ulong)(2 * size)) - size);
        if (rows.Count >= 2 && random.NextBelow(2) == 0)
        {
            (Integer a, Integer b) = (Draw(), Draw());
            (Integer[] left, Integer[] right) = (rows[(int)random.NextBelow((uint)rows.Count)], rows[(int)random.NextBelow((uint)rows.Count)]);
            return [.. left.Zip(right, (x, y) => (a * x) + (b * y))];
        }

        return [.. Enumerable.Range(0, width).Select(_ => random.NextBelow(2) == 0 ? Integer.Zero : Draw())];
    }

    private static int Rank(List<Integer[]> rows, int width) => FractionFreeElimination.Rank(default(IntegerRing), Matrix.FromRows(width, [.. rows]));

    private static (int Column, Integer Value)[] Sparse(Integer[] row) =>
        [.. row.Select((value, column) => (column, value)).Where(entry => !entry.value.IsZero)];
}
