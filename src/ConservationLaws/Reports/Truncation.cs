namespace ConservationLaws.Reports;

/// <summary>How much of the long lists a JSON answer prints (language.md, section 3).</summary>
internal static class Truncation
{
    /// <summary>A list stops after so many entries unless everything is asked for.</summary>
    internal const int MaximumEntries = 100_000;

    /// <summary>A list of polynomials stops after so many terms unless everything is asked for.</summary>
    internal const int MaximumTerms = 1_000_000;
}
