using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

// Large dense matrices take the way through products: the answer is that of the growing echelon form.
public sealed class DenseRestTests
{
    [Theory]
    [InlineData(300, 280, 250)]
    [InlineData(260, 300, 260)]
    [InlineData(300, 256, 256)]
    [InlineData(420, 270, 100)]
    public void A_large_dense_matrix_is_eliminated_as_row_by_row(int rows, int columns, int rank)
    {
        const uint P = 2147483629;
        var field = new PrimeField(P);
        uint[] entries = DenseModular.OfRank(new SplitMix64((ulong)rank), P, rows, columns, rank);
        var expected = new ModularEchelonForm(field, columns);
        var builder = new SparseMatrixBuilder<uint, PrimeField>(field, columns);
        for (int i = 0; i < rows; i++)
        {
            expected.TryAdd(entries.AsSpan(i * columns, columns));
            for (int j = 0; j < columns; j++)
            {
                builder.Add(j, entries[(i * columns) + j]);
            }

            builder.EndRow();
        }

        SparseEchelonForm found = SparseElimination.Compute(field, builder.Build());
        Assert.Equal(expected.PivotColumns(), found.PivotColumns);
        Assert.Equal(expected.Nullspace().ToArray(), found.Nullspace.ToDense(field).ToArray());
        var chosen = new ModularEchelonForm(field, columns);
        Assert.All(found.IndependentRows, row => Assert.True(chosen.TryAdd(entries.AsSpan(row * columns, columns))));
        Assert.Equal(expected.Rank, chosen.Rank);
    }

    [Fact]
    public void The_shapes_of_this_class_are_on_both_sides_of_the_choice()
    {
        Assert.True(ModularProductThresholds.EliminatesAtOnce(300, 279));
        Assert.False(ModularProductThresholds.EliminatesAtOnce(420, 269));
    }
}
