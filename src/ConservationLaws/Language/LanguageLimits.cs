namespace ConservationLaws.Language;

/// <summary>What a text may ask for. Everything is checked before memory or stack is taken for it.</summary>
internal static class LanguageLimits
{
    /// <summary>Digits of an integer literal.</summary>
    internal const int IntegerDigits = 100_000;

    /// <summary>Absolute value of an exponent.</summary>
    internal const int Exponent = 65_535;

    /// <summary>Brackets inside one another; all recursion over syntax is bounded by it.</summary>
    internal const int BracketDepth = 500;
}
