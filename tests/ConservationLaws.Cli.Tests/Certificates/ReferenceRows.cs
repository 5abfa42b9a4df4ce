using ConservationLaws.Cli.Tests.House;

namespace ConservationLaws.Cli.Tests.Certificates;

/// <summary>Rows of the reference files of <c>tests/data</c>.</summary>
internal static class ReferenceRows
{
    /// <summary>The models of counts.csv: name, text, number of laws, and what proves it.</summary>
    internal static (string Id, string Model, int Laws, string Evidence)[] Counts() =>
        [.. Read("counts.csv").Select(cells => (cells[0], cells[2], int.Parse(cells[6]), cells[8]))];

    /// <summary>The models of paper_networks.csv.</summary>
    internal static (string Id, string Model, int Laws)[] PaperNetworks() =>
        [.. Read("paper_networks.csv").Select(cells => (cells[0], cells[1], int.Parse(cells[4])))];

    /// <summary>The certificates with laws that are no polynomials, and with structure functions.</summary>
    internal static (string Name, string Text)[] Certificates() =>
        [.. Directory.GetFiles(Repository.PathOf("tests/data/certificates")).Order(StringComparer.Ordinal).Select(file => (Path.GetFileNameWithoutExtension(file), File.ReadAllText(file)))];

    // Cells with commas stand in quotation marks; no cell contains one.
    private static IEnumerable<string[]> Read(string file)
    {
        foreach (string line in File.ReadLines(Repository.PathOf($"tests/data/{file}")).Skip(1))
        {
            string[] parts = line.Split('"');
            yield return [.. parts.SelectMany((part, place) => place % 2 == 1 ? [part] : Bare(part, place > 0, place < parts.Length - 1))];
        }
    }

    private static string[] Bare(string part, bool followsQuoted, bool precedesQuoted) =>
        part[(followsQuoted ? 1 : 0)..(precedesQuoted ? ^1 : ^0)].Split(',');
}
