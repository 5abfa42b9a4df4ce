using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Reports;

/// <summary>What a model means, in every format: parameters, fields, assumptions.</summary>
public static class ModelReport
{
    private const int ShownFields = 12;

    /// <summary>Writes a model.</summary>
    /// <param name="model">The model.</param>
    /// <param name="full">Whether every field is written.</param>
    /// <param name="format">The format.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(Model model, bool full, ReportFormat format, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(output);
        Func<int, string> name = model.Space.Name;
        int shown = full ? model.Fields.Length : Math.Min(ShownFields, model.Fields.Length);
        IEnumerable<(string Label, string Formula)> fields = model.Fields.Take(shown).Select((field, index) =>
            (field.Name ?? $"{index + 1}", VectorFieldFormatter.Format(field.Field, name)));
        switch (format)
        {
            case ReportFormat.Json:
                output.Write(JsonDocuments.Write(json =>
                {
                    json.WriteString("schema", "claws-model/1");
                    json.WriteString("version", JsonReport.Version);
                    json.WriteString("title", model.Title);
                    json.WriteString("scope", model.Scope == ModelScope.Fields ? "fields" : "phi");
                    json.WriteNumber("parameters", model.Space.Dimension);
                    json.WriteString("functions", model.FunctionCount.ToString());
                    json.WriteNumber("generators", model.Generators.Length);
                    json.WriteStrings("declarations", model.Space.Parameters.Select(parameter => $"{parameter.Name}: {parameter.Shape}"));
                    json.WriteStartArray("fields");
                    foreach ((string label, string formula) in fields)
                    {
                        json.WriteStartObject();
                        json.WriteString("name", label);
                        json.WriteString("field", formula);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                    json.WriteStrings("assumptions", model.Assumptions);
                }));
                break;
            case ReportFormat.Latex:
                output.WriteLine(@"\begin{gather*}");
                output.WriteLine(string.Join(" \\\\\n", model.Fields.Take(shown).Select(field => "  " + LatexReport.Format(field.Field, name))));
                output.WriteLine(@"\end{gather*}");
                break;
            case ReportFormat.Markdown:
                output.WriteLine($"{Wording.Describe(model, model.Generators.Length)}");
                output.WriteLine();
                foreach ((string label, string formula) in fields)
                {
                    output.WriteLine($"- {label}: `{formula}`");
                }

                break;
            default:
                WriteText(model, fields, shown, new TextLayout(output));
                break;
        }
    }

    private static void WriteText(Model model, IEnumerable<(string Label, string Formula)> fields, int shown, TextLayout layout)
    {
        if (model.Title is not null)
        {
            layout.Paragraph("model", model.Title);
        }

        layout.Paragraph("size", Wording.Describe(model, model.Generators.Length));
        layout.Paragraph("space", string.Join(", ", model.Space.Parameters.Select(parameter => $"{parameter.Name} ({parameter.Shape})"))
            + (model.Space.HasVelocities ? ", a velocity for each" : "")
            + (model.Space.Clock is { } clock ? $", {clock}" : ""));
        foreach (string assumption in model.Assumptions)
        {
            layout.Paragraph("assumed", assumption);
        }

        layout.Blank();
        string label = "fields";
        foreach ((string field, string formula) in fields)
        {
            layout.Line(label, TextLayout.Cut($"{field}: {formula}", "(--full prints all)"));
            label = "";
        }

        if (model.Fields.Length > shown)
        {
            layout.Line("", $"… and {model.Fields.Length - shown:N0} more (--full prints all)");
        }
    }
}
