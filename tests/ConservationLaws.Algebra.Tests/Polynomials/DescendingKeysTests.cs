using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class DescendingKeysTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Places_come_in_descending_order_of_keys(bool gather)
    {
        var sorter = new DescendingKeys();
        var random = new SplitMix64(3);
        foreach (int count in new[] { 0, 1, 2, 199, 200, 201, 1000, 5000, 300 })
        {
            foreach (ulong mask in new[] { ulong.MaxValue >> 4, 0x00FF00FF00F0000FUL, 0x0800000000000001UL, 0UL })
            {
                // Below the relevant bits there are others that follow from them.
                ulong[] keys = [.. Enumerable.Range(0, count).Select(_ => ((random.Next() & mask) << 4) | 3)];
                keys = [.. keys.Select(static k => k ^ ((k >> 4) & 7))];
                (ulong Key, int Place)[] entries = [.. keys.Select(static (key, place) => (key, place))];
                sorter.Sort(entries, ~7UL, gather);
                Assert.Equal(Enumerable.Range(0, count), entries.Select(static e => e.Place).Order());
                Assert.Equal(keys.OrderDescending(), entries.Select(e => keys[e.Place]));
            }
        }
    }
}
