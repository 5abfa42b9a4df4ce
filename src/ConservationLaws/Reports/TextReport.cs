using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Reports;

/// <summary>A theorem as plain text that reads like a statement and fits on a screen.</summary>
public static class TextReport
{
    private const int ShownLaws = 6;
    private const int ShownMatrices = 6;
    private const int ShownFormLength = 800;

    /// <summary>Writes a theorem.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="full">Whether every law is written in full.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(Theorem theorem, bool full, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        ArgumentNullException.ThrowIfNull(output);
        var layout = new TextLayout(output);
        Model model = theorem.Model;
        layout.Paragraph("model", model.Title ?? FirstLine(model));
        layout.Paragraph("", Wording.Describe(model, theorem.GeneratorCount));
        layout.Blank();
        layout.Paragraph(Wording.Name(theorem.Verdict), Wording.Claim(theorem) + LieClaim(theorem));
        foreach (string reason in theorem.Reasons)
        {
            layout.Paragraph("", reason);
        }

        if (Wording.Scope(theorem) is { } scope)
        {
            layout.Paragraph("", scope);
        }

        layout.Blank();
        WriteLaws(theorem, full, layout);
        layout.Paragraph("ladder", Wording.Describe(theorem.Ladder));
        foreach (SpecialPointResult result in theorem.SpecialPoints)
        {
            string place = string.Join(", ", result.Point.Values.Select(value => $"{value.Name} = {value.Text}"));
            layout.Paragraph("at", $"{place}: ranks {string.Join(", ", result.Ranks)}; the laws have gradients of rank {result.LawRank} there, and between {result.LawRank} and {result.Upper} laws are independent.");
            if (StrataWording.AtPoint(theorem, result) is { } strata)
            {
                layout.Paragraph("", strata);
            }
        }

        if (theorem.Strata is not null)
        {
            layout.Paragraph("strata", StrataWording.Heading);
            foreach (string line in StrataWording.Lines(theorem, full, TextFormat))
            {
                layout.Paragraph("", line);
            }
        }

        string TextFormat(Polynomial<Integer> polynomial) => PolynomialFormatter.Format(polynomial, theorem.Model.Space.Name);
    }

    /// <summary>Writes laws, one a line, indented below a label.</summary>
    internal static void WriteLaws(Theorem theorem, bool full, TextLayout layout)
    {
        Func<int, string> name = theorem.Model.Space.Name;
        string label = "laws";
        int shownMatrices = full ? theorem.MatrixLaws.Length : Math.Min(ShownMatrices, theorem.MatrixLaws.Length);
        foreach (string matrix in theorem.MatrixLaws.Take(shownMatrices))
        {
            layout.Line(label, $"{matrix}    (every entry)");
            label = "";
        }

        if (theorem.MatrixLaws.Length > shownMatrices)
        {
            layout.Line("", $"… and {theorem.MatrixLaws.Length - shownMatrices} more matrices");
        }

        // Beside matrices a few laws are enough to see what they look like.
        int shown = full ? theorem.Laws.Length : Math.Min(theorem.MatrixLaws.IsEmpty ? ShownLaws : ShownLaws / 2, theorem.Laws.Length);
        foreach (Law law in theorem.Laws.Take(shown))
        {
            string text = law.Format(name);
            layout.Line(label, full ? text : TextLayout.Cut(text, $"({law.TermCount} terms)"));
            label = "";
        }

        if (theorem.Laws.Length > shown)
        {
            layout.Line(label, $"… and {theorem.Laws.Length - shown} more (--full prints all {theorem.Laws.Length})");
        }

        foreach (FormLaw form in theorem.Forms)
        {
            string text = form.Format(name);
            if (full || text.Length <= ShownFormLength)
            {
                layout.Paragraph(label, text);
            }
            else
            {
                layout.Line(label, TextLayout.Cut(text, $"({form.TermCount} terms; --full prints all)"));
            }

            label = "";
        }

        if (theorem.Laws.Length + theorem.Forms.Length > 0)
        {
            layout.Blank();
        }
    }

    private static string LieClaim(Theorem theorem) => theorem.Ladder.Dimension is { } dimension
        ? $" The Lie algebra of the generators has dimension {dimension:N0} at generic points."
        : "";

    private static string FirstLine(Model model)
    {
        string text = string.Join("; ", model.Source.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Where(line => !line.StartsWith('#')));
        return TextLayout.Cut(text, "");
    }
}
