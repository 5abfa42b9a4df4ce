using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Integers;

public sealed class SplitMix64Tests
{
    [Fact]
    public void The_sequence_is_that_of_the_published_generator()
    {
        // First outputs for seed 1234567, as computed by the reference implementation of S. Vigna.
        var generator = new SplitMix64(1234567);
        Assert.Equal(6457827717110365317UL, generator.Next());
        Assert.Equal(3203168211198807973UL, generator.Next());
        Assert.Equal(9817491932198370423UL, generator.Next());
    }

    [Fact]
    public void Bounded_numbers_stay_below_the_bound_and_reach_all_values()
    {
        var generator = new SplitMix64(1);
        var seen = new HashSet<uint>();
        for (int i = 0; i < 1000; i++)
        {
            seen.Add(generator.NextBelow(7));
        }

        Assert.Equal([0u, 1u, 2u, 3u, 4u, 5u, 6u], seen.Order());
        Assert.Equal(0u, generator.NextBelow(1));
        Assert.True(generator.NextBelow(uint.MaxValue) < uint.MaxValue);
        Assert.Throws<ArgumentOutOfRangeException>(() => generator.NextBelow(0));
    }
}
