using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

public sealed class MatrixTests
{
    private static IntegerRing Ring => default;

    [Theory]
    [MemberData(nameof(MatrixCases.Names), MemberType = typeof(MatrixCases))]
    public void Sparse_and_dense_matrices_agree(string name)
    {
        Matrix<Integer> dense = MatrixCases.All[name];
        SparseMatrix<Integer> sparse = MatrixImplementations.ToSparse(Ring, dense);
        Assert.Equal(dense.ToArray(), sparse.ToDense(Ring).ToArray());
        Assert.Equal(dense.ToArray().Count(entry => !entry.IsZero), sparse.NonzeroCount);
        Assert.Equal(dense.Transpose().ToArray(), sparse.Transpose().ToDense(Ring).ToArray());
        Assert.Equal(dense.ToArray(), dense.Transpose().Transpose().ToArray());
        Integer[] vector = [.. Enumerable.Range(0, dense.ColumnCount).Select(j => (Integer)((j * j) - 3))];
        Assert.Equal(dense.Multiply(Ring, vector), sparse.Multiply(Ring, vector));
        for (int i = 0; i < dense.RowCount; i++)
        {
            Assert.Equal(sparse.RowColumns(i).ToArray().Order().Distinct(), sparse.RowColumns(i).ToArray());
        }
    }

    [Fact]
    public void A_builder_sums_equal_places_and_drops_zeros()
    {
        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(Ring, 4);
        builder.AddRow([3, 0, 3, 1, 0], [1, 2, 4, 5, -2]);
        builder.EndRow();
        builder.Add(2, 7);
        Assert.Equal(2, builder.RowCount);
        SparseMatrix<Integer> matrix = builder.Build();
        Assert.Equal([0, 2, 2], matrix.RowStarts.ToArray());
        Assert.Equal([1, 3], matrix.Columns.ToArray());
        Assert.Equal([(Integer)5, 5], matrix.Values.ToArray());

        // The unfinished row is not lost.
        builder.EndRow();
        Assert.Equal([2], builder.Build().RowColumns(2).ToArray());
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(4, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => builder.Add(-1, 1));
        Assert.Throws<ArgumentException>(() => builder.AddRow([1], []));
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        Assert.Throws<ArgumentException>(() => new Matrix<int>(2, 2, new int[3].AsSpan()));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Matrix<int>(-1, 0, ReadOnlySpan<int>.Empty));
        Assert.Throws<ArgumentException>(() => Matrix.FromRows<int>(2, [[1, 2], [3]]));
        Assert.Throws<ArgumentOutOfRangeException>(() => new Matrix<int>(1, 1, [1]).Row(1).Length);
        Matrix<Integer> matrix = MatrixCases.All["4x6 zero"];
        Assert.Throws<ArgumentException>(() => matrix.Multiply(Ring, new Integer[5]));
        Assert.Throws<ArgumentException>(() => MatrixImplementations.ToSparse(Ring, matrix).Multiply(Ring, new Integer[5]));
    }

    [Fact]
    public void Rows_can_be_selected_and_repeated()
    {
        SparseMatrix<Integer> matrix = MatrixImplementations.ToSparse(Ring, MatrixCases.All["bidiagonal"]);
        SparseMatrix<Integer> selected = matrix.SelectRows([5, 0, 5]);
        Assert.Equal([5, 6, 0, 1, 5, 6], selected.Columns.ToArray());
        Assert.Equal(9, selected.ColumnCount);
    }
}
