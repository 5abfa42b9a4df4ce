namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Counts work and ends it when there is too much.</summary>
/// <param name="maximum">How many units are allowed.</param>
/// <param name="cancellation">Ends the work earlier.</param>
public sealed class WorkMeter(long maximum, CancellationToken cancellation)
{
    private long _spent;

    /// <summary>Adds units of work.</summary>
    /// <exception cref="WorkExceededException">There were too many.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public void Spend(long units)
    {
        cancellation.ThrowIfCancellationRequested();
        _spent += units;
        if (_spent > maximum)
        {
            throw new WorkExceededException();
        }
    }
}

/// <summary>There was more work than a <see cref="WorkMeter"/> allows.</summary>
public sealed class WorkExceededException : Exception
{
    /// <summary>Says so.</summary>
    public WorkExceededException()
        : base("The work exceeded its limit.")
    {
    }
}
