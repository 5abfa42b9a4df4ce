using static ConservationLaws.Language.Generated.ClawLexer;

namespace ConservationLaws.Language;

/// <summary>What could have stood at a place, in the words of somebody who never saw the grammar.</summary>
internal static class ExpectedTokens
{
    internal static bool IsExpression(IReadOnlySet<int> expected) => expected.Contains(NAME) && expected.Contains(LPAREN);

    internal static bool IsOperator(IReadOnlySet<int> expected) => expected.Contains(STAR);

    internal static bool IsExponent(IReadOnlySet<int> expected) => expected.Contains(T);

    internal static bool IsLayer(IReadOnlySet<int> expected) => expected.Contains(RESIDUAL) && !expected.Contains(NAME);

    /// <summary>The words among the expected tokens, other than those that only stand for any name.</summary>
    internal static IEnumerable<string> Words(IReadOnlySet<int> expected) =>
        expected.Contains(NAME) ? [] : expected.Where(TokenKinds.IsName).Order().Select(Spelling);

    /// <summary>For instance “`,` or `]`”.</summary>
    internal static string Describe(IReadOnlySet<int> expected)
    {
        var rest = new SortedSet<int>(expected);
        var parts = new List<string>();
        if (IsExpression(expected))
        {
            Replace("an expression", LPAREN, LBRACKET, MINUS, INT, D);
            rest.RemoveWhere(TokenKinds.IsName);
        }
        else if (expected.Contains(NAME))
        {
            parts.Add("a name");
            rest.RemoveWhere(TokenKinds.IsName);
        }

        if (IsOperator(expected))
        {
            // After a name `(` and `[` are possible too, and after an expression `=` where fields have names: rarely what was meant.
            Replace("an operator", STAR, SLASH, DOTSTAR, PLUS, MINUS, CARET, LPAREN, LBRACKET, EQUALS);
        }

        ReplaceAll(IsExponent(expected), "a whole number as exponent or `T`", T, INT, MINUS);
        ReplaceAll(
            IsLayer(expected), "a layer (a number of units, `conv`, `attention` or `residual`)", RESIDUAL, DENSE, CONV, ATTENTION, INT);
        ReplaceAll(expected.Contains(SHAPE), "a size such as 3 or 2x16", SHAPE, INT);
        ReplaceAll(rest.Contains(SMOOTH), "an activation (`linear`, `relu`, `square` or `smooth`)", LINEAR, RELU, SQUARE, SMOOTH);
        ReplaceAll(rest.Contains(MINUS) && rest.Contains(INT), "a number such as 3 or 1/10", MINUS, INT);
        ReplaceAll(rest.Contains(INT), "a whole number", INT);
        ReplaceAll(rest.Contains(STRING), "a title in quotation marks", STRING);
        bool end = rest.Remove(TokenKinds.EndOfText);
        parts.AddRange(rest.Select(kind => $"`{Spelling(kind)}`"));
        if (end)
        {
            parts.Add("the end of the statement");
        }

        return parts.Count == 1 ? parts[0] : string.Join(", ", parts.SkipLast(1)) + " or " + parts[^1];

        void ReplaceAll(bool condition, string words, params ReadOnlySpan<int> kinds)
        {
            if (condition)
            {
                Replace(words, kinds);
            }
        }

        void Replace(string words, params ReadOnlySpan<int> kinds)
        {
            parts.Add(words);
            foreach (int kind in kinds)
            {
                rest.Remove(kind);
            }
        }
    }

    // Two tokens and a minus between them, because `cross` and `entropy` are names elsewhere; one word to whoever reads it.
    private static string Spelling(int kind) => kind == CROSS ? "cross-entropy" : TokenKinds.Literal(kind);
}
