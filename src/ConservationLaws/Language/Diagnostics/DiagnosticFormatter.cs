using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace ConservationLaws.Language;

/// <summary>Diagnostics as a user reads them: place and message, the line, a caret under the mistake, the suggestion.</summary>
internal static class DiagnosticFormatter
{
    internal const int MaximumPrinted = 20;

    // A longer line is cut to a window around the mistake, so that the caret stays in sight.
    private const int WindowWidth = 96;
    private const int WindowBefore = 40;

    internal static string Format(SourceText source, ImmutableArray<Diagnostic> diagnostics)
    {
        var output = new StringBuilder();
        foreach (Diagnostic diagnostic in diagnostics.Take(MaximumPrinted))
        {
            Append(output, source, diagnostic);
        }

        int more = diagnostics.Length - MaximumPrinted;
        if (more > 0)
        {
            output.Append("and ").Append(more).Append(more == 1 ? " more error\n" : " more errors\n");
        }

        return output.ToString(0, output.Length - 1);
    }

    private static void Append(StringBuilder output, SourceText source, Diagnostic diagnostic)
    {
        int start = Math.Clamp(diagnostic.Span.Start, 0, source.Text.Length);
        SourcePosition position = source.Locate(start);
        output.Append(source.Name).Append(':').Append(position.Line).Append(':').Append(position.Column)
            .Append(": error: ").Append(diagnostic.Message).Append('\n');
        SourceSpan line = source.GetLine(start);
        if (line.Length > 0)
        {
            AppendLine(output, source, line, Math.Min(start, line.End), Math.Clamp(diagnostic.Span.End, start, line.End));
        }

        if (diagnostic.Suggestion is not null)
        {
            output.Append("  ").Append(diagnostic.Suggestion).Append('\n');
        }
    }

    private static void AppendLine(StringBuilder output, SourceText source, SourceSpan line, int start, int end)
    {
        int from = line.Start;
        int to = line.End;
        if (line.Length > WindowWidth)
        {
            from = Math.Max(line.Start, Math.Min(start - WindowBefore, line.End - WindowWidth));
            to = Math.Min(line.End, from + WindowWidth);
        }

        var text = new StringBuilder("  ");
        var marks = new StringBuilder("  ");
        if (from > line.Start)
        {
            text.Append('…');
            marks.Append(' ');
        }

        foreach ((int offset, Rune character) in Characters(source.Text, from, to))
        {
            text.Append(Visible(character));
            if (offset < start)
            {
                // A tab above a tab keeps the caret in place whatever the width of tabs.
                marks.Append(character.Value == '\t' ? '\t' : ' ');
            }
            else if (offset == start || offset < end)
            {
                marks.Append('^');
            }
        }

        if (start >= to)
        {
            marks.Append('^');
        }

        text.Append(to < line.End ? "…\n" : "\n");
        output.Append(text).Append(marks).Append('\n');
    }

    private static IEnumerable<(int Offset, Rune Character)> Characters(string text, int from, int to)
    {
        // A window may cut a surrogate pair in two: either half alone shows as the replacement character.
        int offset = from;
        while (offset < to)
        {
            Rune.DecodeFromUtf16(text.AsSpan(offset, to - offset), out Rune character, out int length);
            yield return (offset, character);
            offset += length;
        }
    }

    /// <summary>The character itself, or the replacement character where a terminal would obey instead of print.</summary>
    internal static Rune Visible(Rune character) =>
        character.Value != '\t' && Rune.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format
            or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
            ? Rune.ReplacementChar
            : character;
}
