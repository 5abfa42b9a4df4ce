using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

public sealed class ConnectedComponentsTests
{
    [Fact]
    public void Columns_joined_by_chains_of_rows_are_together()
    {
        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(default, 8);
        builder.AddRow([6, 1], [1, 2]);
        builder.EndRow();
        builder.AddRow([3], [5]);
        builder.AddRow([2, 7], [1, 1]);
        builder.AddRow([4, 6], [3, 4]);
        SparseMatrix<Integer> matrix = builder.Build();
        ConnectedComponents components = ConnectedComponents.Compute(matrix);
        Assert.Equal(5, components.Count);
        Assert.Equal([0], components.ColumnsOf(0).ToArray());
        Assert.Equal([1, 4, 6], components.ColumnsOf(1).ToArray());
        Assert.Equal([2, 7], components.ColumnsOf(2).ToArray());
        Assert.Equal([3], components.ColumnsOf(3).ToArray());
        Assert.Equal([5], components.ColumnsOf(4).ToArray());
        Assert.Equal([0, 4], components.RowsOf(1).ToArray());
        Assert.Equal([2], components.RowsOf(3).ToArray());
        Assert.Empty(components.RowsOf(0).ToArray());
        Assert.Equal(3, components.SizeOf(1));
        Assert.Equal(1, components.ComponentOf(6));
        SparseMatrix<Integer> block = components.Block(matrix, 1);
        Assert.Equal(3, block.ColumnCount);
        Assert.Equal([0, 2, 1, 2], block.Columns.ToArray());
        Assert.Equal([(Integer)2, 1, 3, 4], block.Values.ToArray());
    }

    [Fact]
    public void Rows_without_a_matrix_may_be_unordered_and_repeat_columns()
    {
        int[][] rows = [[4, 1, 4], [], [3, 3], [6, 4], [2]];
        var components = ConnectedComponents.Compute(7, rows.Length, row => rows[row]);
        Assert.Equal([0, 1, 2, 3, 1, 4, 1], Enumerable.Range(0, 7).Select(components.ComponentOf));
        Assert.Equal([0, 0, 0, 0, 1, 0, 2], Enumerable.Range(0, 7).Select(components.PlaceOf));
        Assert.Equal([0, 3], components.RowsOf(1).ToArray());
        Assert.Equal([4], components.RowsOf(2).ToArray());
    }

    [Fact]
    public void A_matrix_without_columns_has_no_components()
    {
        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(default, 0);
        builder.EndRow();
        Assert.Equal(0, ConnectedComponents.Compute(builder.Build()).Count);
    }

    [Fact]
    public void Any_order_of_joining_gives_the_same_components()
    {
        var generator = new SplitMix64(1);
        int[] order = [.. Enumerable.Range(0, 99).OrderBy(_ => generator.Next())];
        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(default, 100);
        foreach (int j in order)
        {
            if (j % 10 != 9)
            {
                builder.AddRow([j, j + 1], [1, 1]);
            }
        }

        ConnectedComponents components = ConnectedComponents.Compute(builder.Build());
        Assert.Equal(10, components.Count);
        Assert.All(Enumerable.Range(0, 100), j => Assert.Equal(j / 10, components.ComponentOf(j)));
    }
}
