namespace ConservationLaws.Cli;

/// <summary>The exit statuses of <c>claws</c> (docs/language.md, section 2).</summary>
internal static class ExitCode
{
    internal const int Proved = 0;
    internal const int Open = 1;
    internal const int BadInput = 2;

    /// <summary>A certificate that proves nothing.</summary>
    internal const int Refused = 3;

    internal const int Limit = 4;

    /// <summary>A bug of ours: nothing is claimed.</summary>
    internal const int InternalError = 70;
}
