using System.Text;

namespace ConservationLaws.Tests.Proofs;

/// <summary>The reference answers of <c>tests/data</c>, as they lie beside the test assembly.</summary>
internal static class ReferenceData
{
    private static readonly Lazy<IReadOnlyDictionary<string, CountRow>> s_counts =
        new(() => Read("counts.csv").Select(row => new CountRow(row)).ToDictionary(row => row.Id));

    private static readonly Lazy<IReadOnlyDictionary<string, PaperNetwork>> s_paperNetworks =
        new(() => Read("paper_networks.csv").Select(row => new PaperNetwork(row)).ToDictionary(row => row.Id));

    internal static IReadOnlyDictionary<string, CountRow> Counts => s_counts.Value;

    internal static IReadOnlyDictionary<string, PaperNetwork> PaperNetworks => s_paperNetworks.Value;

    internal static string PathOf(string file) => Path.Combine(AppContext.BaseDirectory, "data", file);

    private static IEnumerable<Dictionary<string, string>> Read(string file)
    {
        string[] lines = File.ReadAllLines(PathOf(file));
        string[] names = Split(lines[0]);
        foreach (string line in lines.Skip(1))
        {
            string[] cells = Split(line);
            Assert.Equal(names.Length, cells.Length);
            yield return names.Zip(cells).ToDictionary(pair => pair.First, pair => pair.Second);
        }
    }

    // Commas inside quotation marks belong to the cell; no cell of ours contains a quotation mark.
    private static string[] Split(string line)
    {
        var cells = new List<string>();
        var cell = new StringBuilder();
        bool isQuoted = false;
        foreach (char character in line)
        {
            if (character == '"')
            {
                isQuoted = !isQuoted;
            }
            else if (character == ',' && !isQuoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else
            {
                cell.Append(character);
            }
        }

        cells.Add(cell.ToString());
        return [.. cells];
    }
}

/// <summary>A row of counts.csv: a model with its exact answers.</summary>
internal sealed class CountRow(Dictionary<string, string> cells)
{
    internal string Id => cells["id"];

    internal string Model => cells["model"];

    internal int Parameters => int.Parse(cells["parameters"]);

    internal int[] Ranks => [.. cells["ranks"].Split(' ').Select(int.Parse)];

    internal int Dimension => int.Parse(cells["dimension"]);

    internal int Laws => int.Parse(cells["laws"]);

    /// <summary>The least degree at which all laws are found; null where polynomials do not suffice.</summary>
    internal int? Degree => cells["degree"].Length == 0 ? null : int.Parse(cells["degree"]);

    internal string Evidence => cells["evidence"];
}

/// <summary>A row of paper_networks.csv: one of the hundred networks of arXiv:2307.00144.</summary>
internal sealed class PaperNetwork(Dictionary<string, string> cells)
{
    internal string Id => cells["id"];

    internal string Model => cells["model"];

    internal int Parameters => int.Parse(cells["parameters"]);

    internal int Coordinates => int.Parse(cells["coordinates"]);

    internal int Laws => int.Parse(cells["laws"]);
}
