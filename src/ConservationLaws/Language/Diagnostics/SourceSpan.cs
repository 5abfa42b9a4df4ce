namespace ConservationLaws.Language;

/// <summary>A stretch of a source text, in UTF-16 code units. The default value is the empty stretch at the start.</summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="Length">The number of characters; 0 marks a place between two characters.</param>
public readonly record struct SourceSpan(int Start, int Length)
{
    /// <summary>The offset behind the last character.</summary>
    public int End => Start + Length;

    /// <summary>The stretch from the start of one span to the end of another.</summary>
    internal static SourceSpan Between(SourceSpan first, SourceSpan last) => new(first.Start, last.End - first.Start);
}
