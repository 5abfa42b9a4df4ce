using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

/// <summary>Elimination modulo 2 on words against elimination in a set of bits.</summary>
public sealed class BinaryEchelonFormTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    [InlineData(63)]
    [InlineData(64)]
    [InlineData(65)]
    [InlineData(200)]
    public void Rank_grows_with_independent_rows_only(int width)
    {
        var random = new SplitMix64((ulong)width);
        var form = new BinaryEchelonForm(width);
        var basis = new List<HashSet<int>>();
        for (int count = 0; count < 2 * width; count++)
        {
            int[] row = Row(random, width);
            bool isIndependent = TryAdd(basis, row);
            Assert.Equal(isIndependent, form.TryAdd(row));
            Assert.Equal(basis.Count, form.Rank);
        }
    }

    [Fact]
    public void A_column_that_comes_twice_cancels()
    {
        var form = new BinaryEchelonForm(4);
        Assert.False(form.TryAdd([2, 2]));
        Assert.True(form.TryAdd([1, 2, 2]));
        Assert.False(form.TryAdd([1]));
    }

    [Fact]
    public void Random_solutions_solve_every_equation_and_span_all_solutions()
    {
        var random = new SplitMix64(1);
        for (int round = 0; round < 50; round++)
        {
            int width = 1 + (int)random.NextBelow(130);
            var form = new BinaryEchelonForm(width);
            int[][] rows = [.. Enumerable.Range(0, (int)random.NextBelow((uint)width + 1)).Select(_ => Row(random, width))];
            Array.ForEach(rows, row => form.TryAdd(row));
            ulong[] solutions = form.RandomSolutions(random);
            Assert.All(rows, row => Assert.Equal(0ul, row.Aggregate(0ul, (sum, column) => sum ^ solutions[column])));
            if (width - form.Rank <= 8)
            {
                // Of 64 random vectors of a space of dimension at most 8 some span it, but for a chance of 2^-56.
                var span = new List<HashSet<int>>();
                for (int bit = 0; bit < 64; bit++)
                {
                    TryAdd(span, [.. Enumerable.Range(0, width).Where(column => (solutions[column] >> bit & 1) == 1)]);
                }

                Assert.Equal(width - form.Rank, span.Count);
            }
        }
    }

    [Fact]
    public void A_negative_width_is_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => new BinaryEchelonForm(-1));

    private static int[] Row(SplitMix64 random, int width) =>
        [.. Enumerable.Range(0, 1 + (int)random.NextBelow(5)).Select(_ => (int)random.NextBelow((uint)width))];

    private static bool TryAdd(List<HashSet<int>> basis, int[] row)
    {
        HashSet<int> rest = [];
        foreach (int column in row)
        {
            rest.SymmetricExceptWith([column]);
        }

        foreach (HashSet<int> kept in basis)
        {
            if (rest.Contains(kept.Min()))
            {
                rest.SymmetricExceptWith(kept);
            }
        }

        if (rest.Count == 0)
        {
            return false;
        }

        // Kept rows are free of each other's leading columns, so that the order does not matter.
        foreach (HashSet<int> kept in basis.Where(kept => kept.Contains(rest.Min())))
        {
            kept.SymmetricExceptWith(rest);
        }

        basis.Add(rest);
        return true;
    }
}
