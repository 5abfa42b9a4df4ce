namespace ConservationLaws.Reports;

/// <summary>How long the stages of a proof took, in ticks of 100 nanoseconds; the library reads no clock, its caller does.</summary>
/// <param name="Model">Reading and lowering the model.</param>
/// <param name="Lie">Climbing the ladder.</param>
/// <param name="Laws">Searching laws.</param>
/// <param name="Proof">Comparing the bounds.</param>
public readonly record struct StageTimes(long Model, long Lie, long Laws, long Proof)
{
    /// <summary>A number of ticks as seconds with three decimals, rounded down.</summary>
    public static string Format(long ticks)
    {
        long milliseconds = ticks / TimeSpan.TicksPerMillisecond;
        return $"{milliseconds / 1000}.{milliseconds % 1000:D3}";
    }
}
