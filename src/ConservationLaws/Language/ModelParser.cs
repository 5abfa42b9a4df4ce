using System.Collections.Immutable;
using System.Text;
using static ConservationLaws.Language.Generated.ClawLexer;

namespace ConservationLaws.Language;

/// <summary>From text to syntax tree.</summary>
internal static class ModelParser
{
    /// <summary>Parses a model. A text without statements is well-formed here; it is for the elaborator to miss something.</summary>
    /// <exception cref="ModelException">The text is no model; carries every mistake of spelling and syntax.</exception>
    internal static ModelSyntax Parse(SourceText source) => AmpleStack.Run(() => ParseStatements(source));

    /// <summary>Parses an expression that fills the whole text, lines ends around it apart.</summary>
    /// <param name="source">The text.</param>
    /// <param name="printedNames">Whether names may end in one <c>'</c>, as velocities do in printed laws.</param>
    /// <exception cref="ModelException">The text is no expression.</exception>
    internal static Expression ParseExpression(SourceText source, bool printedNames) =>
        AmpleStack.Run(() => ParseWholeExpression(source, printedNames));

    private static ModelSyntax ParseStatements(SourceText source)
    {
        var diagnostics = new DiagnosticBag(source);
        List<SyntaxToken> tokens = Tokenize(source, printedNames: false, diagnostics);
        var splitter = new StatementSplitter(source, tokens, diagnostics);
        var parser = new StatementParser(source, splitter.Statement, diagnostics);
        ImmutableArray<Statement>.Builder statements = ImmutableArray.CreateBuilder<Statement>();
        while (!diagnostics.IsFull && splitter.MoveNext())
        {
            if (!splitter.IsBroken && parser.ParseStatement(splitter.Terminator) is Statement statement)
            {
                statements.Add(statement);
            }
        }

        diagnostics.ThrowIfAny();
        return new ModelSyntax(source, statements.ToImmutable());
    }

    private static Expression ParseWholeExpression(SourceText source, bool printedNames)
    {
        var diagnostics = new DiagnosticBag(source);
        var splitter = new StatementSplitter(source, Tokenize(source, printedNames, diagnostics), diagnostics);
        Expression? expression = null;
        if (!splitter.MoveNext())
        {
            diagnostics.Add(new SourceSpan(source.Text.Length, 0), "expected an expression, found end of text");
        }
        else if (!splitter.IsBroken)
        {
            expression = new StatementParser(source, splitter.Statement, diagnostics).ParseExpression();
            SyntaxToken terminator = splitter.Terminator;
            if (splitter.MoveNext() || terminator.Kind == SEMICOLON)
            {
                diagnostics.Add(terminator.Span, "expected a single expression");
            }
        }

        diagnostics.ThrowIfAny();
        return expression!;
    }

    private static List<SyntaxToken> Tokenize(SourceText source, bool printedNames, DiagnosticBag diagnostics)
    {
        int size = Encoding.UTF8.GetByteCount(source.Text);
        if (size > SourceText.MaximumBytes)
        {
            throw new ModelException(
                source, default, $"the text has {size:N0} bytes: at most {SourceText.MaximumBytes:N0} (16 MiB) are read");
        }

        List<SyntaxToken> tokens = new Tokenizer(source, printedNames, diagnostics).Read();
        if (diagnostics.IsFull)
        {
            diagnostics.ThrowIfAny();
        }

        return tokens;
    }
}
