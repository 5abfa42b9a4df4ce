namespace ConservationLaws.Checker.Tests;

public sealed class RankTests
{
    private const int Size = 60;

    // The matrix is L·U with units on the diagonals: all leading minors are units. Without the last entry of U the last pivot is zero and the others are
    // as before. Multiples of rows have factors near the modulus, and so are the entries: only large moduli fill a word with a few products. The share of
    // entries that are not zero decides how rows are kept.
    [Theory]
    [InlineData(int.MaxValue, 1)]
    [InlineData(int.MaxValue, 30)]
    [InlineData(int.MaxValue - 1, 1)]
    [InlineData(268_435_399, 1)]
    [InlineData(1_000_003, 4)]
    [InlineData(15, 1)]
    [InlineData(2, 1)]
    public void Elimination_finds_the_last_pivot(int modulus, int share)
    {
        var random = new Random(modulus);
        long[][] lower = Triangle((row, column) => row > column, value => value);
        long[][] upper = Triangle((row, column) => row < column, value => modulus - value);
        var rank = new Rank("rank", (uint)modulus, [.. Enumerable.Range(1, Size)]);

        rank.Check(new Budget(default), Row);
        upper[Size - 1][Size - 1] = 0;
        var refusal = Assert.Throws<Refusal>(() => rank.Check(new Budget(default), Row));
        Assert.Equal($"rank: row {Size - 1}: the pivot is no unit modulo {modulus}", refusal.Message);

        long[][] Triangle(Func<int, int, bool> isInside, Func<long, long> value) => [.. Enumerable.Range(0, Size).Select(row => Enumerable.Range(0, Size).Select(column =>
            row == column ? 1 : isInside(row, column) && random.Next(share) == 0 ? value(1 + (random.NextInt64(modulus) / 1000)) : 0).ToArray())];

        ulong[] Row(int row) => [.. Enumerable.Range(0, Size).Select(column =>
            (ulong)(Enumerable.Range(0, Size).Aggregate(Int128.Zero, (sum, inner) => sum + ((Int128)lower[row][inner] * upper[inner][column])) % modulus))];
    }
}
