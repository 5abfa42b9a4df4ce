namespace ConservationLaws.Reports;

/// <summary>Plain text in two columns: a label, and a body wrapped at a fixed width.</summary>
internal sealed class TextLayout(TextWriter output)
{
    private const int LabelWidth = 9;
    private const int Width = 100;

    /// <summary>Writes a paragraph, wrapped at spaces.</summary>
    internal void Paragraph(string label, string text)
    {
        var line = new System.Text.StringBuilder();
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && LabelWidth + line.Length + 1 + word.Length > Width)
            {
                Line(label, line.ToString());
                label = "";
                line.Clear();
            }

            line.Append(line.Length > 0 ? " " : "").Append(word);
        }

        Line(label, line.ToString());
    }

    /// <summary>Writes one line as it is.</summary>
    internal void Line(string label, string text) => output.WriteLine($"{label.PadRight(LabelWidth)}{text}".TrimEnd());

    /// <summary>Writes an empty line.</summary>
    internal void Blank() => output.WriteLine();

    /// <summary>A long line cut to the width, with a note of what is missing.</summary>
    internal static string Cut(string text, string missing)
    {
        int room = Width - LabelWidth - missing.Length - 2;
        if (text.Length <= Width - LabelWidth)
        {
            return text;
        }

        int end = text.LastIndexOf(' ', room);
        return $"{text[..(end > 0 ? end : room)]} … {missing}";
    }
}
