using static ConservationLaws.Language.Generated.ClawLexer;

namespace ConservationLaws.Language;

/// <summary>Cuts the tokens of a text into statements, so that each is parsed on its own and no mistake hides another.</summary>
/// <remarks>
/// A statement ends at a newline or <c>;</c> outside brackets; newlines inside brackets are dropped. When brackets do not match,
/// the statement is given up, and the next one begins at a statement word at the start of a line: at once where such a word
/// and its successor cannot stand in an expression (<c>let a</c>), and looking back where they could (<c>phi (x)</c>).
/// The brackets that a look back found open are remembered, so that no text is scanned again and again for their ends.
/// </remarks>
internal sealed class StatementSplitter(SourceText source, List<SyntaxToken> tokens, DiagnosticBag diagnostics)
{
    private readonly List<SyntaxToken> _statement = [];
    private readonly Stack<SyntaxToken> _open = new();
    private readonly HashSet<int> _neverClosed = [];
    private int _next;

    /// <summary>The tokens of the current statement. The last one is the end, empty, placed right behind the token before it.</summary>
    internal List<SyntaxToken> Statement => _statement;

    /// <summary>The token that ended the statement: a newline, <c>;</c> or the end of the text.</summary>
    internal SyntaxToken Terminator { get; private set; }

    /// <summary>A mistake in this statement has been reported already; parsing it would only add nonsense.</summary>
    internal bool IsBroken { get; private set; }

    /// <summary>Goes to the next statement that is not empty.</summary>
    internal bool MoveNext()
    {
        while (tokens[_next].Kind is NEWLINE or SEMICOLON)
        {
            _next++;
        }

        _statement.Clear();
        _open.Clear();
        IsBroken = false;
        if (tokens[_next].Kind == TokenKinds.EndOfText)
        {
            return false;
        }

        int end = Scan();
        Terminator = tokens[end];
        _statement.Add(new SyntaxToken(TokenKinds.EndOfText, _statement.Count > 0 ? _statement[^1].End : Terminator.Start, 0));
        _next = Math.Max(_next, end);
        return true;
    }

    /// <summary>Reads one statement; returns the index of its terminator, or where reading goes on after a mistake.</summary>
    private int Scan()
    {
        (int Index, SyntaxToken Open)? possibleStart = null;
        bool neverCloses = false;
        for (int i = _next; ; i++)
        {
            SyntaxToken token = tokens[i];
            if (_open.Count == 0 && TokenKinds.IsSeparator(token.Kind))
            {
                return i;
            }

            (SyntaxToken Place, string Message)? mistake = FindMistake(token);
            if (token.Kind == NEWLINE)
            {
                (bool possible, bool certain) = BeginsStatement(i + 1);
                if (certain || (possible && neverCloses))
                {
                    mistake = NeverClosed(_open.Peek());
                }
                else if (possible)
                {
                    possibleStart ??= (i, _open.Peek());
                }
            }

            if (mistake is not null && possibleStart is var (index, open))
            {
                _neverClosed.Clear();
                _neverClosed.UnionWith(_open.Select(bracket => bracket.Start));
                return GiveUp(NeverClosed(open), index);
            }

            if (mistake is var (place, message))
            {
                return GiveUp((place, message), token.Kind == NEWLINE ? i : FindNextStatement(i));
            }

            if (token.Kind != NEWLINE)
            {
                IsBroken |= token.Kind == STRAY;
                neverCloses |= _neverClosed.Contains(token.Start);
                _statement.Add(token);
            }
        }
    }

    /// <summary>Follows the brackets; tells what is wrong with them at a token, and where.</summary>
    private (SyntaxToken Place, string Message)? FindMistake(SyntaxToken token)
    {
        switch (token.Kind)
        {
            case TokenKinds.EndOfText:
                return NeverClosed(_open.Peek());
            case SEMICOLON:
                return (token, $"`;` ends a statement and cannot stand inside {Quote(_open.Peek())}"
                    + (_open.Peek().Kind == LBRACKET ? ": the rows of a matrix are written [[1,2],[3,4]]" : ""));
            case LPAREN or LBRACKET:
                _open.Push(token);
                return _open.Count > LanguageLimits.BracketDepth
                    ? (token, $"brackets are nested deeper than {LanguageLimits.BracketDepth}")
                    : null;
            case RPAREN or RBRACKET when _open.TryPop(out SyntaxToken open) && open.Kind != (token.Kind == RPAREN ? LPAREN : LBRACKET):
                return (token, $"{Quote(token)} does not match {Quote(open)}: expected {(open.Kind == LPAREN ? "`)`" : "`]`")}");
            default:
                return null;
        }
    }

    private (SyntaxToken Place, string Message) NeverClosed(SyntaxToken open) => (open, $"{Quote(open)} is never closed");

    private int GiveUp((SyntaxToken Place, string Message) mistake, int end)
    {
        diagnostics.Add(mistake.Place.Span, mistake.Message);
        IsBroken = true;
        return end;
    }

    /// <summary>The next separator that a statement word follows, or the end of the text.</summary>
    private int FindNextStatement(int from)
    {
        int i = from;
        while (tokens[i].Kind != TokenKinds.EndOfText
            && !(TokenKinds.IsSeparator(tokens[i].Kind) && TokenKinds.IsStatementWord(tokens[i + 1].Kind)))
        {
            i++;
        }

        return i;
    }

    private (bool Possible, bool Certain) BeginsStatement(int index)
    {
        if (!TokenKinds.IsStatementWord(tokens[index].Kind))
        {
            return (false, false);
        }

        // Inside brackets a name is never followed by another operand, but a bracket may be an index, and minus an operator.
        int next = tokens[index + 1].Kind;
        bool certain = TokenKinds.IsName(next) || next is INT or SHAPE or STRING or D;
        bool possible = tokens[index].Kind is PHI or FIELD or DATA && next is LPAREN or LBRACKET or MINUS;
        return (possible, certain);
    }

    private string Quote(SyntaxToken token) => Quotation.Of(source[token.Span]);
}
