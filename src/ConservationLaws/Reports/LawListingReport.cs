using System.Collections.Immutable;
using System.Text.Json;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;

namespace ConservationLaws.Reports;

/// <summary>A list of laws in every format.</summary>
public static class LawListingReport
{
    /// <summary>Writes laws.</summary>
    /// <param name="model">The model.</param>
    /// <param name="degree">The degree up to which was searched.</param>
    /// <param name="isWholeBasis">Whether the list is a basis of the vector space of laws, or independent generators.</param>
    /// <param name="laws">The polynomial laws.</param>
    /// <param name="forms">Laws that are no polynomials; null where they were not sought.</param>
    /// <param name="format">The format.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(
        Model model, int degree, bool isWholeBasis, ImmutableArray<Law> laws, ImmutableArray<FormLaw>? forms, ReportFormat format, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(output);
        Func<int, string> name = model.Space.Name;
        string what = isWholeBasis ? "a basis of all polynomial laws" : "independent polynomial laws";
        (string Heading, ImmutableArray<FormLaw> Forms)[] kinds =
        [
            .. (forms ?? []).GroupBy(form => form.Class).OrderBy(alike => alike.Key).Select(alike => (Wording.Describe([], [.. alike]), alike.ToImmutableArray())),
        ];
        if (forms is { IsEmpty: true })
        {
            kinds = [("none found that is no polynomial", [])];
        }

        switch (format)
        {
            case ReportFormat.Json:
                output.Write(JsonDocuments.Write(json => WriteJson(json, model, degree, isWholeBasis, laws, forms)));
                break;
            case ReportFormat.Latex:
                string[] formulas = [.. laws.Select(law => LatexReport.Format(law.Terms, name)), .. (forms ?? []).Select(form => LatexForms.Format(form, name))];
                output.WriteLine(@"\begin{gather*}");
                for (int place = 0; place < formulas.Length; place++)
                {
                    output.WriteLine($"  {formulas[place]}{(place + 1 < formulas.Length ? @" \\" : "")}");
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

                foreach ((string heading, ImmutableArray<FormLaw> members) in kinds)
                {
                    output.WriteLine();
                    output.WriteLine(members.IsEmpty ? $"{heading}." : $"{heading}:");
                    output.WriteLine();
                    foreach (FormLaw form in members)
                    {
                        output.WriteLine($"- `{form.Format(name)}`");
                    }
                }

                break;
            default:
                output.WriteLine($"# {laws.Length} of degree at most {degree}: {what}");
                foreach (Law law in laws)
                {
                    output.WriteLine(law.Format(name));
                }

                foreach ((string heading, ImmutableArray<FormLaw> members) in kinds)
                {
                    output.WriteLine($"# {heading}");
                    foreach (FormLaw form in members)
                    {
                        output.WriteLine(form.Format(name));
                    }
                }

                break;
        }
    }

    private static void WriteJson(Utf8JsonWriter json, Model model, int degree, bool isWholeBasis, ImmutableArray<Law> laws, ImmutableArray<FormLaw>? forms)
    {
        json.WriteString("schema", "claws-laws/1");
        json.WriteString("version", JsonReport.Version);
        json.WriteNumber("parameters", model.Space.Dimension);
        json.WriteNumber("degree", degree);
        json.WriteBoolean("all", isWholeBasis);
        json.WriteBoolean("rational", forms is not null);
        json.WriteStartArray("laws");
        foreach (Law law in laws)
        {
            JsonReport.WriteLaw(json, law, model.Space.Name);
        }

        foreach (FormLaw form in forms ?? [])
        {
            JsonReport.WriteLaw(json, form, model.Space.Name);
        }

        json.WriteEndArray();
    }
}
