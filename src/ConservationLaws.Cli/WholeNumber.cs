using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Numerics;

namespace ConservationLaws.Cli;

/// <summary>Options whose value is a whole number.</summary>
internal static class WholeNumber
{
    /// <summary>Makes an option that takes whole numbers from <paramref name="least"/> on.</summary>
    internal static Option<T?> Option<T>(string name, T least)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T> => new(name) { CustomParser = result => Parse(result, name, least) };

    private static T? Parse<T>(ArgumentResult result, string name, T least)
        where T : struct, IBinaryInteger<T>, IMinMaxValue<T>
    {
        string text = result.Tokens[0].Value;
        if (T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out T value) && value >= least)
        {
            return value;
        }

        bool isTooLarge = text.Length > 0 && text.All(char.IsAsciiDigit) && !T.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _);
        result.AddError(isTooLarge ? $"{name} is at most {T.MaxValue:N0}" : $"{name} is a whole number of at least {least}, not `{text}`");
        return null;
    }
}
