using System.Diagnostics.CodeAnalysis;

namespace ConservationLaws.Checker;

/// <summary>The file proves nothing; the message says why.</summary>
internal sealed class Refusal(string reason) : Exception(reason)
{
    internal static void Unless([DoesNotReturnIf(false)] bool condition, string where, string reason)
    {
        if (!condition)
        {
            throw new Refusal($"{where}: {reason}");
        }
    }
}

/// <summary>Counts elementary steps, so that no file can keep the checker busy for long (docs/certificates.md, "Bounded work").</summary>
internal sealed class Budget(CancellationToken cancellation)
{
    private Int128 _left = 2_000_000_000;

    /// <summary>Announces work before it is done.</summary>
    internal void Spend(Int128 steps)
    {
        cancellation.ThrowIfCancellationRequested();
        Refusal.Unless(steps <= _left, "work", "more than 2,000,000,000 steps, the limit of this checker");
        _left -= steps;
    }
}
