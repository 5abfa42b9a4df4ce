namespace ConservationLaws.Language;

/// <summary>A token of a text: its kind (a constant of the generated lexer) and place. Small, because a text may hold 16 million.</summary>
internal readonly record struct SyntaxToken(int Kind, int Start, int Length)
{
    internal int End => Start + Length;

    internal SourceSpan Span => new(Start, Length);
}
