using System.Collections.Immutable;
using System.Text.Json;
using ConservationLaws.Laws;
using ConservationLaws.Models;

namespace ConservationLaws.Reports;

/// <summary>A list of polynomial laws in every format.</summary>
public static class LawListingReport
{
    /// <summary>Writes laws.</summary>
    /// <param name="model">The model.</param>
    /// <param name="degree">The degree up to which was searched.</param>
    /// <param name="isWholeBasis">Whether the list is a basis of the vector space of laws, or independent generators.</param>
    /// <param name="laws">The laws.</param>
    /// <param name="format">The format.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(Model model, int degree, bool isWholeBasis, ImmutableArray<Law> laws, ReportFormat format, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(output);
        Func<int, string> name = model.Space.Name;
        string what = isWholeBasis ? "a basis of all polynomial laws" : "independent polynomial laws";
        switch (format)
        {
            case ReportFormat.Json:
                output.Write(JsonDocuments.Write(json => WriteJson(json, model, degree, isWholeBasis, laws)));
                break;
            case ReportFormat.Latex:
                output.WriteLine(@"\begin{gather*}");
                for (int place = 0; place < laws.Length; place++)
                {
                    output.WriteLine($"  {LatexReport.Format(laws[place].Terms, name)}{(place + 1 < laws.Length ? @" \\" : "")}");
                }

                output.WriteLine(@"\end{gather*}");
                break;
            case ReportFormat.Markdown:
                output.WriteLine($"{laws.Length} of degree at most {degree} ({what}):");
                output.WriteLine();
                foreach (Law law in laws)
                {
                    output.WriteLine($"- `{law.Format(name)}`");
                }

                break;
            default:
                output.WriteLine($"# {laws.Length} of degree at most {degree}: {what}");
                foreach (Law law in laws)
                {
                    output.WriteLine(law.Format(name));
                }

                break;
        }
    }

    private static void WriteJson(Utf8JsonWriter json, Model model, int degree, bool isWholeBasis, ImmutableArray<Law> laws)
    {
        json.WriteString("schema", "claws-laws/1");
        json.WriteString("version", JsonReport.Version);
        json.WriteNumber("parameters", model.Space.Dimension);
        json.WriteNumber("degree", degree);
        json.WriteBoolean("all", isWholeBasis);
        json.WriteStartArray("laws");
        foreach (Law law in laws)
        {
            json.WriteStartObject();
            json.WriteNumber("degree", law.Degree);
            json.WriteString("law", law.Format(model.Space.Name));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
