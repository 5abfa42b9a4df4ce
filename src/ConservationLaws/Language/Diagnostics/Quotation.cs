using System.Text;

namespace ConservationLaws.Language;

/// <summary>Pieces of a user's text inside messages: in backquotes, short, and harmless to a terminal.</summary>
internal static class Quotation
{
    private const int MaximumLength = 40;

    internal static string Of(ReadOnlySpan<char> text)
    {
        var quoted = new StringBuilder("`");
        foreach (Rune character in text[..Math.Min(text.Length, MaximumLength)].EnumerateRunes())
        {
            quoted.Append(DiagnosticFormatter.Visible(character));
        }

        return quoted.Append(text.Length > MaximumLength ? "…`" : "`").ToString();
    }
}
