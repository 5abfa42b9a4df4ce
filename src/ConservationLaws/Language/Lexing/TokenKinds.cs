using System.Collections.Immutable;
using Antlr4.Runtime;
using static ConservationLaws.Language.Generated.ClawLexer;

namespace ConservationLaws.Language;

/// <summary>Families of token kinds. The grammar lists the words first, the statement words before the others.</summary>
internal static class TokenKinds
{
    internal const int EndOfText = TokenConstants.EOF;

    /// <summary>The words that begin a statement.</summary>
    internal static ImmutableArray<string> StatementWords { get; } = [.. Enumerable.Range(MODEL, AT - MODEL + 1).Select(Literal)];

    internal static bool IsStatementWord(int kind) => kind is >= MODEL and <= AT;

    /// <summary>A name or a word that is a name outside its statement.</summary>
    internal static bool IsName(int kind) => kind is NAME or (>= MODEL and <= BIAS);

    internal static bool IsSeparator(int kind) => kind is NEWLINE or SEMICOLON or EndOfText;

    /// <summary>The text of a kind that has only one, without quotes.</summary>
    internal static string Literal(int kind) =>
        DefaultVocabulary.GetLiteralName(kind)?.Trim('\'') ?? throw new ArgumentOutOfRangeException(nameof(kind));
}
