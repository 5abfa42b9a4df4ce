using Antlr4.Runtime;
using ConservationLaws.Language.Generated;
using static ConservationLaws.Language.Generated.ClawLexer;

namespace ConservationLaws.Language;

/// <summary>Cuts a text into tokens and reports what can be none.</summary>
/// <remarks>
/// Where it is plain what was meant (<c>0.5</c>, <c>×</c>), the token is replaced by that after the report, so that the rest of
/// the statement is still checked. Otherwise the token stays <c>STRAY</c> and its statement is given up.
/// </remarks>
internal sealed class Tokenizer(SourceText source, bool printedNames, DiagnosticBag diagnostics)
{
    private readonly List<SyntaxToken> _tokens = [];

    /// <summary>All tokens of the text, the last one the end of the text; fewer when there are too many mistakes.</summary>
    internal List<SyntaxToken> Read()
    {
        var lexer = new ClawLexer(new AsciiCharStream(source), TextWriter.Null, TextWriter.Null)
        {
            TokenFactory = new ParserToken.Factory(),
        };
        int skipTo = 0;
        SyntaxToken token;
        do
        {
            IToken next = lexer.NextToken();
            token = new SyntaxToken(next.Type, next.StartIndex, Math.Max(0, next.StopIndex + 1 - next.StartIndex));
            if (token.Start >= skipTo || token.Kind == TokenKinds.EndOfText)
            {
                token = Accept(token);
                skipTo = token.End;
                _tokens.Add(token);
            }
        }
        while (token.Kind != TokenKinds.EndOfText && !diagnostics.IsFull);
        return _tokens;
    }

    private SyntaxToken Accept(SyntaxToken token)
    {
        switch (token.Kind)
        {
            case INT or SHAPE:
                CheckDigits(token);
                return token;
            case DECIMAL:
                diagnostics.Add(
                    token.Span,
                    "decimal numbers are not allowed: nothing here is approximate",
                    DecimalLiteral.Suggest(source[token.Span]));
                return token with { Kind = INT };
            case PRIMED:
                if (!printedNames)
                {
                    ReadOnlySpan<char> name = source[token.Span][..^1];
                    string plain = name.Length > 20 ? "A" : name.ToString();
                    diagnostics.Add(token.Span, "a name cannot end in `'`", $"the transpose of {plain} is written {plain}^T");
                }

                return token with { Kind = NAME };
            case OPEN_STRING:
                diagnostics.Add(token.Span, "this string is not closed on its line", "write \" at its end");
                return token with { Kind = STRING };
            case STRAY:
                return StrayCharacter.Report(source, token, _tokens, diagnostics);
            default:
                return token;
        }
    }

    private void CheckDigits(SyntaxToken token)
    {
        if (token.Length <= LanguageLimits.IntegerDigits)
        {
            return;
        }

        ReadOnlySpan<char> text = source[token.Span];
        foreach (Range size in text.Split('x'))
        {
            (int offset, int length) = size.GetOffsetAndLength(text.Length);
            if (length > LanguageLimits.IntegerDigits)
            {
                diagnostics.Add(
                    new SourceSpan(token.Start + offset, length),
                    $"an integer of {length:N0} digits is too long: at most {LanguageLimits.IntegerDigits:N0} are read");
            }
        }
    }
}
