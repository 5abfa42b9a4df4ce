using Antlr4.Runtime;

namespace ConservationLaws.Language;

/// <summary>A token in the form that the generated code asks for: kind and place, nothing copied.</summary>
internal sealed class ParserToken(int kind, int start, int stop, int index) : IToken
{
    public int Type => kind;

    public int StartIndex => start;

    public int StopIndex => stop;

    public int TokenIndex => index;

    public int Channel => TokenConstants.DefaultChannel;

    // Lines are worked out from offsets, and only for messages (SourceText).
    public int Line => 0;

    public int Column => 0;

    public string Text => string.Empty;

    public ITokenSource? TokenSource => null;

    public ICharStream? InputStream => null;

    internal SourceSpan Span => new(start, stop + 1 - start);

    /// <summary>Makes the lexer produce these tokens.</summary>
    internal sealed class Factory : ITokenFactory
    {
        public IToken Create(
            Tuple<ITokenSource, ICharStream> source,
            int type,
            string text,
            int channel,
            int start,
            int stop,
            int line,
            int charPositionInLine) =>
            new ParserToken(type, start, stop, -1);

        public IToken Create(int type, string text) => new ParserToken(type, 0, -1, -1);
    }
}
