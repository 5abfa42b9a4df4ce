using ConservationLaws.Cli.Running;

namespace ConservationLaws.Cli.Tests.Running;

public sealed class RepeatedLookTests
{
    // Without the catch the whole test process would end.
    [Fact]
    public void A_look_that_finds_no_memory_does_not_end_the_process_and_is_repeated()
    {
        using var again = new ManualResetEventSlim();
        int looks = 0;
        using Timer timer = RepeatedLook.Start(Look, 0, 1);

        Assert.True(again.Wait(TimeSpan.FromMinutes(1)));

        void Look()
        {
            if (Interlocked.Increment(ref looks) == 1)
            {
                throw new InsufficientMemoryException();
            }

            again.Set();
        }
    }
}
