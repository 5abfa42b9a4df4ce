namespace ConservationLaws.Language;

/// <summary>One mistake in a model: where it is, what is wrong and, where we know it, how to mend it.</summary>
/// <param name="Span">The stretch of the text to point at.</param>
/// <param name="Message">What is wrong, in plain words, without a full stop.</param>
/// <param name="Suggestion">A hint printed on a line of its own, such as “did you mean `x`?”; null when there is none.</param>
public sealed record Diagnostic(SourceSpan Span, string Message, string? Suggestion = null);
