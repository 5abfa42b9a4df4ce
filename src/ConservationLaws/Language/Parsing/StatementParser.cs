using Antlr4.Runtime;
using ConservationLaws.Language.Generated;

namespace ConservationLaws.Language;

/// <summary>Parses one statement after the other, each as far as its first mistake.</summary>
internal sealed class StatementParser
{
    private readonly List<SyntaxToken> _tokens;
    private readonly StatementTokenStream _stream;
    private readonly ClawParser _parser;
    private readonly SyntaxBuilder _builder;
    private readonly SyntaxErrorReport _report;

    /// <summary>Makes a parser that reads whatever the token list holds when it is called.</summary>
    internal StatementParser(SourceText source, List<SyntaxToken> tokens, DiagnosticBag diagnostics)
    {
        _tokens = tokens;
        _stream = new StatementTokenStream(source, tokens);
        _parser = new ClawParser(_stream, TextWriter.Null, TextWriter.Null)
        {
            BuildParseTree = false,
            ErrorHandler = new FirstErrorStrategy(),
        };
        _parser.RemoveErrorListeners();
        _builder = new SyntaxBuilder(source, diagnostics);
        _report = new SyntaxErrorReport(source, tokens, diagnostics);
    }

    /// <summary>Whether the last statement failed where its line ended, so that the next line may be a part of it.</summary>
    internal bool FailedAtEnd { get; private set; }

    /// <summary>The statement, or null after a mistake, which has been reported.</summary>
    internal Statement? ParseStatement(SyntaxToken terminator)
    {
        // A line that goes on from a broken one is not a mistake of its own.
        bool continues = FailedAtEnd;
        FailedAtEnd = false;
        if (TokenKinds.IsStatementWord(_tokens[0].Kind))
        {
            return Run(parser => parser.statement(), terminator) ? _builder.Statement : null;
        }

        FailedAtEnd = continues;
        if (!continues)
        {
            _report.ReportUnknownStatement();
            FailedAtEnd = !TokenKinds.IsName(_tokens[0].Kind);
        }

        return null;
    }

    /// <summary>The expression that all tokens together form, or null after a mistake, which has been reported.</summary>
    internal Expression? ParseExpression() => Run(parser => parser.expression(), _tokens[^1]) ? _builder.Expression : null;

    private bool Run(Func<ClawParser, ParserRuleContext> rule, SyntaxToken terminator)
    {
        _builder.Clear();
        _stream.Restart();
        _parser.TokenStream = _stream;
        _parser.RemoveParseListeners();
        _parser.AddParseListener(_builder);
        try
        {
            rule(_parser);
            return true;
        }
        catch (StatementFailure failure)
        {
            _report.Report(failure, terminator);
            FailedAtEnd = failure.Index == _tokens.Count - 1;
            return false;
        }
    }
}
