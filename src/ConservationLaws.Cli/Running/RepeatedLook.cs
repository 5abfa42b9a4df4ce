namespace ConservationLaws.Cli.Running;

/// <summary>A look at the run from time to time, beside the work.</summary>
internal static class RepeatedLook
{
    /// <summary>Starts looking, until the timer is disposed of.</summary>
    /// <param name="look">What is done each time, on a thread of the pool.</param>
    /// <param name="firstMilliseconds">The time to the first look.</param>
    /// <param name="milliseconds">The time from one look to the next.</param>
    internal static Timer Start(Action look, int firstMilliseconds, int milliseconds) => new(_ => Try(look), null, firstMilliseconds, milliseconds);

    private static void Try(Action look)
    {
        try
        {
            look();
        }
        catch (OutOfMemoryException)
        {
            // Nobody catches on this thread, so the process would end at once. The work finds no memory either and says so, or the next look does.
        }
    }
}
