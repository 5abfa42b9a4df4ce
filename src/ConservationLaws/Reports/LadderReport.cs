using ConservationLaws.Proofs;

namespace ConservationLaws.Reports;

/// <summary>The dimension of the Lie algebra in every format.</summary>
public static class LadderReport
{
    /// <summary>Writes the ladder of a theorem.</summary>
    /// <param name="theorem">The theorem; its ladder should have been climbed to the end.</param>
    /// <param name="format">The format.</param>
    /// <param name="output">Receives the text.</param>
    public static void Write(Theorem theorem, ReportFormat format, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        ArgumentNullException.ThrowIfNull(output);
        LadderSummary ladder = theorem.Ladder;
        string ranks = string.Join(", ", ladder.Ranks);
        int reached = ladder.Ranks.IsEmpty ? 0 : ladder.Ranks[^1];
        string claim = ladder.Dimension is { } dimension
            ? $"The Lie algebra has dimension {dimension} at generic points (proved)."
            : $"The Lie algebra has dimension at least {reached} at generic points (proved); no further bracket raised the rank at the seeded point, which is evidence and no proof that it is {reached}.";
        switch (format)
        {
            case ReportFormat.Json:
                output.Write(JsonDocuments.Write(json =>
                {
                    json.WriteString("schema", "claws-dimension/1");
                    json.WriteString("version", JsonReport.Version);
                    json.WriteNumber("seed", theorem.Seed);
                    json.WriteNumber("parameters", theorem.Model.Space.Dimension);
                    json.WriteNumber("generators", theorem.GeneratorCount);
                    json.WriteNumbers("ranks", ladder.Ranks);
                    json.WriteNumberOrNull("dimension", ladder.Dimension);
                    json.WriteNumber("lower", reached);
                    json.WriteNumber("generations", ladder.Generations);
                    json.WriteBoolean("involutive", ladder.IsInvolutive);
                    json.WriteStartArray("at");
                    foreach (SpecialPointResult point in theorem.SpecialPoints)
                    {
                        json.WriteStartObject();
                        json.WriteStrings("values", point.Point.Values.Select(value => $"{value.Name} = {value.Text}"));
                        json.WriteNumbers("ranks", point.Ranks);
                        json.WriteEndObject();
                    }

                    json.WriteEndArray();
                }));
                break;
            case ReportFormat.Latex:
                output.WriteLine($@"The spaces $V_0 \subset V_1 \subset \dots$ have ranks ${ranks}$ at generic points. {claim}");
                break;
            case ReportFormat.Markdown:
                output.WriteLine("| generation | " + string.Join(" | ", ladder.Ranks.Select((_, index) => $"V{index}")) + " |");
                output.WriteLine("|---" + string.Concat(ladder.Ranks.Select(_ => "|---")) + "|");
                output.WriteLine("| rank | " + string.Join(" | ", ladder.Ranks) + " |");
                output.WriteLine();
                output.WriteLine(claim);
                break;
            default:
                var layout = new TextLayout(output);
                layout.Paragraph("ranks", Wording.Describe(ladder)["ranks ".Length..]);
                layout.Paragraph("", claim);
                foreach (SpecialPointResult point in theorem.SpecialPoints)
                {
                    layout.Paragraph("at", $"{string.Join(", ", point.Point.Values.Select(value => $"{value.Name} = {value.Text}"))}: ranks {string.Join(", ", point.Ranks)}");
                }

                break;
        }
    }
}
