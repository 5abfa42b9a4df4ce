using System.Globalization;

namespace ConservationLaws.Cli;

/// <summary>Reads durations such as <c>30s</c> and sizes such as <c>4GiB</c>; whole numbers with a unit.</summary>
internal static class Quantity
{
    private static readonly Dictionary<string, long> Milliseconds = new(StringComparer.Ordinal)
    {
        ["ms"] = 1,
        ["s"] = 1_000,
        ["m"] = 60_000,
        ["h"] = 3_600_000,
    };

    private static readonly Dictionary<string, long> Bytes = new(StringComparer.OrdinalIgnoreCase)
    {
        ["KiB"] = 1L << 10,
        ["MiB"] = 1L << 20,
        ["GiB"] = 1L << 30,
        ["kB"] = 1_000,
        ["MB"] = 1_000_000,
        ["GB"] = 1_000_000_000,
    };

    /// <summary>A duration in milliseconds.</summary>
    /// <exception cref="UsageException">The text is no duration.</exception>
    internal static int ParseDuration(string text) =>
        TryParse(text, Milliseconds) is { } milliseconds and > 0 and <= int.MaxValue
            ? (int)milliseconds
            : throw new UsageException($"`{text}` is no duration: write a whole number with a unit, such as 30s, 5m or 2h");

    /// <summary>A size in bytes.</summary>
    /// <exception cref="UsageException">The text is no size.</exception>
    internal static long ParseSize(string text) =>
        TryParse(text, Bytes) is { } bytes and > 0
            ? bytes
            : throw new UsageException($"`{text}` is no amount of memory: write a whole number with a unit, such as 512MiB or 4GiB");

    private static long? TryParse(string text, Dictionary<string, long> units)
    {
        int digits = text.TakeWhile(char.IsAsciiDigit).Count();
        if (!long.TryParse(text.AsSpan(0, digits), NumberStyles.None, CultureInfo.InvariantCulture, out long number)
            || !units.TryGetValue(text[digits..].Trim(), out long unit))
        {
            return null;
        }

        Int128 product = (Int128)number * unit;
        return product <= long.MaxValue ? (long)product : null;
    }
}
