namespace ConservationLaws.Language;

/// <summary>A model's text together with the name under which messages speak of it.</summary>
/// <remarks>Immutable and safe to share between threads. A byte-order mark at the start is not part of the text.</remarks>
public sealed class SourceText
{
    /// <summary>The size of the largest text that is read: 16 MiB of UTF-8. Readers of files check it before they allocate.</summary>
    public const int MaximumBytes = 16 << 20;

    // Found on first use: only messages need lines.
    private int[]? _lineStarts;

    /// <summary>Makes a source text.</summary>
    /// <param name="name">A file name, or what stands for it: <c>&lt;standard input&gt;</c>, <c>&lt;command line&gt;</c>.</param>
    /// <param name="text">The text, of any size; parsing refuses one above <see cref="MaximumBytes"/>.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public SourceText(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(name);
        ArgumentNullException.ThrowIfNull(text);
        Name = name;
        Text = text.StartsWith('\uFEFF') ? text[1..] : text;
    }

    /// <summary>The name under which messages speak of the text.</summary>
    public string Name { get; }

    /// <summary>The text, without byte-order mark. All offsets count its UTF-16 code units.</summary>
    public string Text { get; }

    /// <summary>The line and column of an offset.</summary>
    /// <param name="offset">An offset in 0..length; the length itself is the place behind the last character.</param>
    /// <exception cref="ArgumentOutOfRangeException">The offset lies outside the text.</exception>
    public SourcePosition Locate(int offset)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(offset);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(offset, Text.Length);
        int line = FindLine(offset);
        int column = 1;
        for (int i = LineStarts[line]; i < offset; i++)
        {
            // The second half of a surrogate pair belongs to the character before it.
            if (!(char.IsLowSurrogate(Text[i]) && i > 0 && char.IsHighSurrogate(Text[i - 1])))
            {
                column++;
            }
        }

        return new SourcePosition(line + 1, column);
    }

    /// <summary>The line around an offset, without its line end.</summary>
    internal SourceSpan GetLine(int offset)
    {
        int line = FindLine(offset);
        int start = LineStarts[line];
        int end = line + 1 < LineStarts.Length ? LineStarts[line + 1] : Text.Length;
        while (end > start && Text[end - 1] is '\n' or '\r')
        {
            end--;
        }

        return new SourceSpan(start, end - start);
    }

    internal ReadOnlySpan<char> this[SourceSpan span] => Text.AsSpan(span.Start, span.Length);

    private int[] LineStarts => _lineStarts ??= FindLineStarts(Text);

    private int FindLine(int offset)
    {
        int found = Array.BinarySearch(LineStarts, offset);
        return found >= 0 ? found : ~found - 1;
    }

    private static int[] FindLineStarts(string text)
    {
        var starts = new List<int> { 0 };
        int from = 0;
        while (text.AsSpan(from).IndexOfAny('\n', '\r') is int found && found >= 0)
        {
            from += found + 1;
            if (text[from - 1] == '\r' && from < text.Length && text[from] == '\n')
            {
                from++;
            }

            starts.Add(from);
        }

        return [.. starts];
    }
}
