using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

/// <summary>Pivots in the order of elimination: all leading minors of the chosen rows and columns are units.</summary>
public sealed class PivotOrderTests
{
    [Theory]
    [InlineData(5, 7, 4, 1)]
    [InlineData(60, 60, 60, 1)]
    [InlineData(90, 70, 65, 2)]
    [InlineData(300, 280, 250, 1)]
    [InlineData(420, 270, 100, 1)]
    [InlineData(200, 300, 200, 40)]
    [InlineData(0, 3, 0, 1)]
    public void Rows_and_columns_in_their_order_pass_elimination_without_exchanges(int rows, int columns, int rank, int sparsity)
    {
        const uint P = 2147483629;
        var field = new PrimeField(P);
        var random = new SplitMix64((ulong)(rows + columns));
        uint[] entries = sparsity == 1 ? DenseModular.OfRank(random, P, rows, columns, rank) : Sparse(random, rows, columns, sparsity);
        var builder = new SparseMatrixBuilder<uint, PrimeField>(field, columns);
        var echelon = new ModularEchelonForm(field, columns);
        for (int i = 0; i < rows; i++)
        {
            echelon.TryAdd(entries.AsSpan(i * columns, columns));
            for (int j = 0; j < columns; j++)
            {
                builder.Add(j, entries[(i * columns) + j]);
            }

            builder.EndRow();
        }

        (int Row, int Column)[] pivots = SparseElimination.Pivots(field, builder.Build());
        Assert.Equal(echelon.Rank, pivots.Length);
        uint[][] minor = [.. pivots.Select(row => (uint[])[.. pivots.Select(column => entries[(row.Row * columns) + column.Column])])];
        for (int i = 0; i < minor.Length; i++)
        {
            Assert.NotEqual(0u, minor[i][i]);
            uint inverse = field.Invert(minor[i][i]);
            for (int below = i + 1; below < minor.Length; below++)
            {
                uint factor = field.Multiply(minor[below][i], inverse);
                for (int j = i; factor != 0 && j < minor.Length; j++)
                {
                    minor[below][j] = field.Subtract(minor[below][j], field.Multiply(factor, minor[i][j]));
                }
            }
        }
    }

    private static uint[] Sparse(SplitMix64 random, int rows, int columns, int sparsity) =>
        [.. Enumerable.Range(0, rows * columns).Select(_ => random.NextBelow((uint)sparsity) == 0 ? 1 + (uint)random.NextBelow(5) : 0)];
}
