using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Proofs;

namespace ConservationLaws.Reports;

/// <summary>A theorem as Markdown.</summary>
public static class MarkdownReport
{
    private const int ShownLaws = 12;

    /// <summary>Writes a theorem.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="full">Whether all laws are written.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(Theorem theorem, bool full, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        ArgumentNullException.ThrowIfNull(output);
        output.WriteLine($"## {theorem.Model.Title ?? theorem.Model.Source.Name}");
        output.WriteLine();
        output.WriteLine("```");
        output.WriteLine(theorem.Model.Source.Text.Trim());
        output.WriteLine("```");
        output.WriteLine();
        output.WriteLine($"**{Wording.Claim(theorem)}** ({Wording.Name(theorem.Verdict)}){(Wording.Scope(theorem) is { } scope ? " " + scope : "")}");
        output.WriteLine();
        output.WriteLine("| parameters | generators | ranks of V₀, V₁, … | dim Lie | laws |");
        output.WriteLine("|---|---|---|---|---|");
        string count = theorem.Count?.ToString() ?? $"{theorem.Lower}…{theorem.Upper}";
        output.WriteLine($"| {theorem.Model.Space.Dimension} | {theorem.GeneratorCount} | {string.Join(", ", theorem.Ladder.Ranks)} | {theorem.Ladder.Dimension?.ToString() ?? "?"} | {count} |");
        output.WriteLine();
        foreach (string matrix in theorem.MatrixLaws)
        {
            output.WriteLine($"- `{matrix}` (every entry)");
        }

        int shown = full ? theorem.Laws.Length : Math.Min(ShownLaws, theorem.Laws.Length);
        foreach (Law law in theorem.Laws.Take(shown))
        {
            output.WriteLine($"- `{law.Format(theorem.Model.Space.Name)}`");
        }

        if (shown < theorem.Laws.Length)
        {
            output.WriteLine($"- … and {theorem.Laws.Length - shown} more");
        }

        foreach (FormLaw form in theorem.Forms)
        {
            output.WriteLine($"- {Wording.Describe([], [form])["1 ".Length..]}: `{form.Format(theorem.Model.Space.Name)}`");
        }

        if (theorem.Laws.Length + theorem.Forms.Length > 0)
        {
            output.WriteLine();
        }

        foreach (string reason in theorem.Reasons)
        {
            output.WriteLine(reason);
        }

        if (theorem.Strata is not null)
        {
            output.WriteLine();
            output.WriteLine(StrataWording.Heading);
            output.WriteLine();
            foreach (string line in StrataWording.Lines(theorem, full, polynomial => $"`{PolynomialFormatter.Format(polynomial, theorem.Model.Space.Name)}`"))
            {
                output.WriteLine($"- {line}");
            }
        }
    }
}
