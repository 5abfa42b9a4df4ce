using static ConservationLaws.Language.Generated.ClawLexer;

namespace ConservationLaws.Language;

/// <summary>Puts a statement's first mistake into words, with a hint where a common habit from elsewhere is recognized.</summary>
internal sealed class SyntaxErrorReport(SourceText source, List<SyntaxToken> statement, DiagnosticBag diagnostics)
{
    /// <summary>A statement that begins with no statement word.</summary>
    internal void ReportUnknownStatement()
    {
        SyntaxToken first = statement[0];
        string list = "a statement begins with one of: " + string.Join(", ", TokenKinds.StatementWords);
        if (!IsWord(first.Kind))
        {
            diagnostics.Add(first.Span, $"a statement cannot begin with {Found(first, default)}", first.Kind switch
            {
                PLUS or MINUS or STAR or SLASH or DOTSTAR or COMMA or ARROW or EQUALS or RPAREN or RBRACKET =>
                    "a statement ends at the end of its line; only inside brackets it goes on in the next",
                _ => list,
            });
            return;
        }

        string word = source[first.Span].ToString();
        string? suggestion = statement[1].Kind == EQUALS
            ? $"to give an expression a name, write let {Short(first)} = …"
            : NearestName.Find(word, TokenKinds.StatementWords) is string near ? $"did you mean `{near}`?" : list;
        diagnostics.Add(first.Span, $"unknown statement {Quotation.Of(word)}", suggestion);
    }

    /// <summary>A statement that stops to be one.</summary>
    internal void Report(StatementFailure failure, SyntaxToken terminator)
    {
        SyntaxToken found = statement[failure.Index];
        SyntaxToken before = statement[Math.Max(0, failure.Index - 1)];
        IReadOnlySet<int> expected = failure.Expected;
        if (found.Kind == T || (found.Kind == D && !ExpectedTokens.IsOperator(expected)))
        {
            diagnostics.Add(
                found.Span,
                found.Kind == T
                    ? "`T` is reserved for the transpose, A^T, and cannot stand here"
                    : "`D` is reserved for derivations, D[x], and cannot stand here",
                expected.Contains(NAME) ? "choose another name" : null);
        }
        else if (before.Kind == D && expected.Contains(LBRACKET))
        {
            diagnostics.Add(before.Span, "`D` is reserved for derivations, D[x], and is no name", "choose another name");
        }
        else
        {
            string message = $"expected {ExpectedTokens.Describe(expected)}, found {Found(found, terminator)}";
            diagnostics.Add(found.Span, message, Hint(failure.Index, expected, terminator));
        }
    }

    private string? Hint(int index, IReadOnlySet<int> expected, SyntaxToken terminator)
    {
        SyntaxToken found = statement[index];
        SyntaxToken before = index > 0 ? statement[index - 1] : default;
        bool operatorExpected = ExpectedTokens.IsOperator(expected);
        bool expressionExpected = ExpectedTokens.IsExpression(expected);
        switch (found.Kind)
        {
            case SHAPE when operatorExpected || expressionExpected:
                return "write " + (found.Length > 20 ? "2*x1" : source[found.Span].ToString().Replace("x", "*x", StringComparison.Ordinal));
            case SHAPE when expected.Contains(COMMA) || (expected.Contains(INT) && before.Kind == LBRACKET):
                return "sizes and indices are separated by commas: [2,3]";
            case CARET when operatorExpected:
                return "a power of a power needs brackets: (x^2)^3";
            case STAR when before.Kind == STAR && before.End == found.Start:
                return "a power is written x^2";
            case SLASH when before.Kind == SLASH && before.End == found.Start:
                return "a comment begins with #";
            case EQUALS when operatorExpected:
                return "to give an expression a name, write let name = …";
            case TokenKinds.EndOfText when expressionExpected && index > 1 && terminator.Kind == NEWLINE:
                return "only inside brackets an expression goes on in the next line";
            case INT or D or LPAREN or LBRACKET when operatorExpected:
                return Product(before, found);
        }

        if (!TokenKinds.IsName(found.Kind))
        {
            return ExpectedTokens.IsExponent(expected) ? "for other exponents use brackets and products" : null;
        }

        string word = source[found.Span].ToString();
        if (ExpectedTokens.IsExponent(expected))
        {
            return word is "t" or "transpose"
                ? "the transpose of A is written A^T"
                : "an exponent is a whole number between -65535 and 65535";
        }

        return NearestName.Find(word, ExpectedTokens.Words(expected)) is string near ? $"did you mean `{near}`?"
            : operatorExpected ? Product(before, found)
            : null;
    }

    private string Product(SyntaxToken left, SyntaxToken right) => $"a product is written with *: {Short(left)}*{Short(right)}";

    private string Found(SyntaxToken token, SyntaxToken terminator) => token.Kind switch
    {
        TokenKinds.EndOfText => terminator.Kind switch
        {
            NEWLINE => "end of line",
            SEMICOLON => "`;`",
            _ => "end of text",
        },
        STRING => "a text in quotation marks",
        _ => Quotation.Of(source[token.Span]),
    };

    private string Short(SyntaxToken token) => token.Kind switch
    {
        LPAREN => "(…)",
        LBRACKET => "[…]",
        _ => token.Length > 20 ? "…" : source[token.Span].ToString(),
    };

    private static bool IsWord(int kind) => TokenKinds.IsName(kind) || kind is T or D;
}
