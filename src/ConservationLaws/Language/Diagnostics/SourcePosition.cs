namespace ConservationLaws.Language;

/// <summary>A place in a source text as people count: lines and columns from 1.</summary>
/// <param name="Line">The line, from 1; <c>\n</c>, <c>\r\n</c> and <c>\r</c> end lines.</param>
/// <param name="Column">The column in Unicode characters, from 1; a tab is one character.</param>
public readonly record struct SourcePosition(int Line, int Column);
