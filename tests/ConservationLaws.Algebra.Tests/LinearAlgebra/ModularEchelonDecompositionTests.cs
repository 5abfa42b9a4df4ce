using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

// Rank, pivots and kernel are those of the textbook elimination.
public sealed class ModularEchelonDecompositionTests
{
    public static TheoryData<uint> TestPrimes => [.. DenseModular.Primes];

    [Theory]
    [MemberData(nameof(TestPrimes))]
    public void The_echelon_form_is_that_of_the_textbook(uint p)
    {
        var generator = new SplitMix64(p);
        (int, int, int)[] shapes =
        [
            (0, 0, 0), (0, 5, 0), (5, 0, 0), (4, 6, 0), (1, 1, 1), (1, 90, 1), (90, 1, 1), (40, 40, 17), (100, 70, 33), (70, 100, 70),
            (33, 31, 31), (200, 40, 40), (40, 200, 40), (129, 190, 64), (150, 150, 145),
        ];
        foreach ((int rows, int columns, int rank) in shapes)
        {
            Check(p, DenseModular.OfRank(generator, p, rows, columns, rank), rows, columns);
        }

        Check(p, DenseModular.Filled(p - 1, 70 * 50), 70, 50);
    }

    [Fact]
    public void Rows_are_exchanged_across_panels()
    {
        // Only the last rows begin early: a permutation matrix written upside down, with a full triangle above it.
        const int Size = 100;
        const uint P = 2147483629;
        var generator = new SplitMix64(9);
        var entries = new uint[Size * Size];
        for (int i = 0; i < Size; i++)
        {
            for (int j = Size - 1 - i; j < Size; j++)
            {
                entries[(i * Size) + j] = 1 + generator.NextBelow(P - 1);
            }
        }

        Check(P, entries, Size, Size);
    }

    [Fact]
    public void A_matrix_of_one_bad_column_has_rank_one()
    {
        var entries = new uint[80 * 80];
        for (int i = 40; i < 80; i++)
        {
            entries[(i * 80) + 79] = 1;
        }

        Check(65537, entries, 80, 80);
    }

    [Fact]
    public void Threads_change_nothing()
    {
        const uint P = 2147483629;
        uint[] entries = DenseModular.OfRank(new SplitMix64(3), P, 330, 400, 250);
        uint[] alone = [.. entries];
        uint[] shared = [.. entries];
        var field = new PrimeField(P);
        ModularEchelonDecomposition one = ModularEchelonDecomposition.Compute(field, 330, 400, alone);
        ModularEchelonDecomposition two = ModularEchelonDecomposition.Compute(field, 330, 400, shared, threads: 2);
        Assert.Equal(alone, shared);
        Assert.Equal(one.PivotRows(), two.PivotRows());
        Assert.Equal(one.PivotColumns(), two.PivotColumns());
        Assert.Equal(one.Nullspace().ToArray(), two.Nullspace().ToArray());
        Assert.Equal(one.Rank, ModularRank.Compute(field, 330, 400, [.. entries], threads: 2));
    }

    [Fact]
    public void Arguments_are_checked()
    {
        var field = new PrimeField(7);
        Assert.Throws<ArgumentOutOfRangeException>(() => ModularRank.Compute(field, -1, 2, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModularRank.Compute(field, 2, -1, []));
        Assert.Throws<ArgumentOutOfRangeException>(() => ModularRank.Compute(field, 1, 1, [1], threads: 0));
        Assert.Throws<ArgumentException>(() => ModularRank.Compute(field, 2, 2, [1, 2, 3]));
        Assert.Throws<OperationCanceledException>(() => ModularRank.Compute(field, 1, 1, [1], 1, new CancellationToken(canceled: true)));
    }

    private static void Check(uint p, uint[] entries, int rows, int columns)
    {
        var field = new PrimeField(p);
        RowEchelonForm<uint, PrimeField> expected = DenseModular.Textbook(field, entries, rows, columns);
        foreach (ModularProductLanes lanes in DenseModular.Lanes())
        {
            ModularEchelonDecomposition rankOnly =
                ModularEchelonDecomposition.Compute(field, rows, columns, [.. entries], 1, rankOnly: true, lanes, default);
            Assert.Equal(expected.Rank, rankOnly.Rank);
            ModularEchelonDecomposition found =
                ModularEchelonDecomposition.Compute(field, rows, columns, [.. entries], 1, rankOnly: false, lanes, default);
            Assert.Equal(expected.Rank, found.Rank);
            Assert.Equal(expected.PivotColumns, found.PivotColumns());
            Assert.Equal(expected.Nullspace().ToArray(), found.Nullspace().ToArray());
            Assert.Equal(rankOnly.PivotRows(), found.PivotRows());

            uint[] chosen = [.. found.PivotRows().SelectMany(row => entries.AsSpan(row * columns, columns).ToArray())];
            Assert.Equal(expected.Rank, DenseModular.Textbook(field, chosen, expected.Rank, columns).Rank);
        }
    }
}
