using Antlr4.Runtime;
using Antlr4.Runtime.Misc;

namespace ConservationLaws.Language;

/// <summary>The tokens of one statement as the generated parser reads them; token objects are made when asked for.</summary>
internal sealed class StatementTokenStream(SourceText source, List<SyntaxToken> tokens) : ITokenStream
{
    // The parser asks for the current token and the one before it again and again.
    private readonly ParserToken?[] _recent = new ParserToken?[4];

    public int Index { get; private set; }

    public int Size => tokens.Count;

    public string SourceName => source.Name;

    public ITokenSource? TokenSource => null;

    /// <summary>Begins again with the tokens that the list holds now.</summary>
    internal void Restart()
    {
        Index = 0;
        Array.Clear(_recent);
    }

    public void Consume()
    {
        if (Index < tokens.Count - 1)
        {
            Index++;
        }
    }

    public int LA(int i) => tokens[Math.Min(Index + i - 1, tokens.Count - 1)].Kind;

    public IToken LT(int k) => Get(k > 0 ? Index + k - 1 : Math.Max(0, Index + k));

    public IToken Get(int i)
    {
        int index = Math.Min(i, tokens.Count - 1);
        ref ParserToken? recent = ref _recent[index & 3];
        if (recent is null || recent.TokenIndex != index)
        {
            SyntaxToken token = tokens[index];
            recent = new ParserToken(token.Kind, token.Start, token.End - 1, index);
        }

        return recent;
    }

    public int Mark() => 0;

    public void Release(int marker)
    {
        // The whole statement stays in memory, so there is nothing to let go.
    }

    public void Seek(int index) => Index = index;

    // Nobody asks the stream for text: it is read from the source.
    public string GetText(Interval interval) => string.Empty;

    public string GetText() => string.Empty;

    public string GetText(RuleContext ctx) => string.Empty;

    public string GetText(IToken start, IToken stop) => string.Empty;
}
