using System.Globalization;
using System.Text;
using static ConservationLaws.Language.Generated.ClawLexer;

namespace ConservationLaws.Language;

/// <summary>Characters that begin no token: what they are, and what to write instead.</summary>
internal static class StrayCharacter
{
    // Signs of typeset mathematics that have one plain counterpart in the language, which then takes their place.
    private static readonly Dictionary<int, int> s_meant = new()
    {
        ['×'] = STAR,
        ['·'] = STAR,
        ['⋅'] = STAR,
        ['∙'] = STAR,
        ['∗'] = STAR,
        ['@'] = STAR,
        ['−'] = MINUS,
        ['–'] = MINUS,
        ['—'] = MINUS,
        ['‒'] = MINUS,
        ['‐'] = MINUS,
        ['‑'] = MINUS,
        ['÷'] = SLASH,
        ['∕'] = SLASH,
        ['⁄'] = SLASH,
        ['⊙'] = DOTSTAR,
        ['∘'] = DOTSTAR,
        ['→'] = ARROW,
        ['{'] = LPAREN,
        ['}'] = RPAREN,
    };

    private static readonly Dictionary<int, string> s_advice = new()
    {
        ['⊗'] = "write kron(A, B)",
        ['∂'] = "a derivation is written D[x]",
        ['\''] = "the transpose of A is written A^T",
        ['‘'] = "the transpose of A is written A^T",
        ['’'] = "the transpose of A is written A^T",
        ['′'] = "the transpose of A is written A^T",
        ['⊤'] = "write ^T",
        ['²'] = "write ^2",
        ['³'] = "write ^3",
        ['“'] = "write the plain quotation mark \"",
        ['”'] = "write the plain quotation mark \"",
        ['„'] = "write the plain quotation mark \"",
        ['«'] = "write the plain quotation mark \"",
        ['»'] = "write the plain quotation mark \"",
        ['.'] = "the entrywise product is written .*",
        ['%'] = "a comment begins with #",
        [':'] = "write =",
        ['>'] = "an arrow is written ->",
    };

    /// <summary>Reports a stray token together with the neighbours that belong to the same mistake.</summary>
    /// <returns>The token that takes its place: longer than the one given where more is swallowed.</returns>
    internal static SyntaxToken Report(SourceText source, SyntaxToken token, List<SyntaxToken> before, DiagnosticBag diagnostics)
    {
        string text = source.Text;
        Rune.DecodeFromUtf16(text.AsSpan(token.Start), out Rune character, out int length);
        if (s_meant.TryGetValue(character.Value, out int kind))
        {
            diagnostics.Add(token.Span, $"{Name(character)} is not used here", $"write {TokenKinds.Literal(kind)}");
            return token with { Kind = kind };
        }

        if (Rune.IsLetter(character))
        {
            return ReportWord(source, token, before, diagnostics);
        }

        int end = token.Start + length;
        while (end < text.Length && text[end] == text[token.Start] && length == 1)
        {
            end++;
        }

        token = token with { Length = end - token.Start };
        string? advice = s_advice.GetValueOrDefault(character.Value)
            ?? (Rune.IsWhiteSpace(character) ? "write an ordinary space" : null);
        diagnostics.Add(token.Span, $"unexpected {Name(character)}", advice);
        return token;
    }

    /// <summary>A word with letters beyond ASCII, from its plain letters before to its end.</summary>
    private static SyntaxToken ReportWord(SourceText source, SyntaxToken token, List<SyntaxToken> before, DiagnosticBag diagnostics)
    {
        string text = source.Text;
        int start = token.Start;
        if (before is [.., { Kind: >= MODEL and <= NAME } word] && word.End == start)
        {
            start = word.Start;
        }

        int end = token.Start;
        while (end < text.Length
            && Rune.DecodeFromUtf16(text.AsSpan(end), out Rune letter, out int length) == System.Buffers.OperationStatus.Done
            && (Rune.IsLetterOrDigit(letter) || letter.Value == '_'))
        {
            end += length;
        }

        var span = new SourceSpan(start, end - start);
        diagnostics.Add(
            span,
            $"{Quotation.Of(source[span])} is no name: names are made of the letters A to Z and a to z, digits and `_`",
            text[end - 1] == 'ᵀ' ? "the transpose of A is written A^T" : null);
        return token with { Length = end - token.Start };
    }

    private static string Name(Rune character) => character.Value switch
    {
        0 => "NUL byte (is this a text file?)",
        < ' ' or 0x7F => $"control character U+{character.Value:X4}",
        0xFFFD => "character U+FFFD (is the text UTF-8?)",
        '`' => "character \"`\"",
        _ when Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.SpaceSeparator
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Surrogate
            or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse => $"character U+{character.Value:X4}",
        _ => $"character {Quotation.Of(character.ToString())}",
    };
}
