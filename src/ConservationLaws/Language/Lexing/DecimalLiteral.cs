using System.Globalization;
using System.Numerics;

namespace ConservationLaws.Language;

/// <summary>The rational number that a refused decimal literal stands for.</summary>
internal static class DecimalLiteral
{
    // A hint is for reading: 1e999999999 gets none, and no such power of ten is ever computed.
    private const int MaximumDigits = 30;

    internal static string Suggest(ReadOnlySpan<char> text)
    {
        int tens = text.IndexOfAny('e', 'E');
        ReadOnlySpan<char> mantissa = tens < 0 ? text : text[..tens];
        int shift = 0;
        if (mantissa.Length > MaximumDigits
            || (tens >= 0 && !int.TryParse(text[(tens + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out shift))
            || shift is < -MaximumDigits or > MaximumDigits)
        {
            return "write a quotient of two integers";
        }

        int point = mantissa.IndexOf('.');
        if (point >= 0)
        {
            shift -= mantissa.Length - point - 1;
        }

        var numerator = BigInteger.Parse(string.Concat(mantissa.ToString().Where(char.IsAsciiDigit)), CultureInfo.InvariantCulture);
        BigInteger denominator = BigInteger.One;
        if (shift >= 0)
        {
            numerator *= BigInteger.Pow(10, shift);
        }
        else
        {
            denominator = BigInteger.Pow(10, -shift);
        }

        var common = BigInteger.GreatestCommonDivisor(numerator, denominator);
        return denominator == common ? $"write {numerator / common}" : $"write {numerator / common}/{denominator / common}";
    }
}
