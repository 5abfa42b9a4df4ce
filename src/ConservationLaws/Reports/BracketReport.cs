using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Reports;

/// <summary>An iterated Lie bracket in every format.</summary>
public static class BracketReport
{
    /// <summary>Writes a bracket.</summary>
    /// <param name="model">The model.</param>
    /// <param name="fields">The names or numbers of the fields, in the order of the bracket.</param>
    /// <param name="bracket">The bracket.</param>
    /// <param name="format">The format.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(Model model, IReadOnlyList<string> fields, VectorField<RationalFunction> bracket, ReportFormat format, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(fields);
        ArgumentNullException.ThrowIfNull(output);
        string formula = VectorFieldFormatter.Format(bracket, model.Space.Name);
        string word = fields.Skip(1).Aggregate(fields[0], (left, right) => $"[{left}, {right}]");
        switch (format)
        {
            case ReportFormat.Json:
                output.Write(JsonDocuments.Write(json =>
                {
                    json.WriteString("schema", "claws-bracket/1");
                    json.WriteString("version", JsonReport.Version);
                    json.WriteStrings("fields", fields);
                    json.WriteString("word", word);
                    json.WriteString("bracket", formula);
                }));
                break;
            case ReportFormat.Latex:
                output.WriteLine($"\\[ {LatexReport.Format(bracket, model.Space.Name)} \\]");
                break;
            case ReportFormat.Markdown:
                output.WriteLine($"`{word} = {formula}`");
                break;
            default:
                output.WriteLine(formula);
                break;
        }
    }
}
