using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Integers;

public sealed class SmallPrimesTests
{
    [Fact]
    public void They_are_the_numbers_that_are_prime()
    {
        uint[] expected = [.. Enumerable.Range(2, 20_000).Select(n => (uint)n).Where(Primes.IsPrime)];
        Assert.Equal(expected, SmallPrimes.First(expected.Length).ToArray());
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(100_000)]
    public void As_many_come_as_were_asked_for(int count) => Assert.Equal(count, SmallPrimes.First(count).Length);

    [Fact]
    public void The_hundred_thousandth_is_known() => Assert.Equal(1_299_709u, SmallPrimes.First(100_000)[^1]);

    [Theory]
    [InlineData(-1)]
    [InlineData(100_000_001)]
    public void Other_counts_are_refused(int count) => Assert.Throws<ArgumentOutOfRangeException>(() => SmallPrimes.First(count));
}
