namespace ConservationLaws.Checker;

/// <summary>The file proves nothing; the message says why.</summary>
internal sealed class Refusal(string reason) : Exception(reason);

/// <summary>Counts elementary steps, so that no file can keep the checker busy for long (docs/certificates.md, "Bounded work").</summary>
internal sealed class Budget(CancellationToken cancellation)
{
    internal const long Limit = 2_000_000_000;

    private long _spent;

    /// <summary>Announces work before it is done.</summary>
    /// <exception cref="Refusal">It would exceed the limit.</exception>
    internal void Spend(long steps)
    {
        cancellation.ThrowIfCancellationRequested();
        if (steps > Limit - _spent)
        {
            throw new Refusal("the check takes more than 2,000,000,000 steps, the limit of this checker");
        }

        _spent += steps;
    }
}
