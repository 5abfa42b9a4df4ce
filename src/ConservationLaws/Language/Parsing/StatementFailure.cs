namespace ConservationLaws.Language;

/// <summary>The token at which a statement stops to be one, and the kinds that could have stood there. Never leaves the parser.</summary>
#pragma warning disable CA1032, CA1064 // A private signal between two classes, not part of anybody's interface.
internal sealed class StatementFailure(int index, IReadOnlySet<int> expected) : Exception
{
    internal int Index => index;

    internal IReadOnlySet<int> Expected => expected;
}
#pragma warning restore CA1032, CA1064
