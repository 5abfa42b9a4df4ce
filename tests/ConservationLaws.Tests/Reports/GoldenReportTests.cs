using System.Text;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;
using ConservationLaws.Tests.Proofs;

namespace ConservationLaws.Tests.Reports;

/// <summary>Reports of a few theorems, byte for byte as in <c>tests/data/reports</c>.</summary>
/// <remarks>After an intended change, run the tests with CLAWS_WRITE_GOLDEN set to that folder and read the difference.</remarks>
public sealed class GoldenReportTests
{
    private static readonly Dictionary<string, string> s_models = new()
    {
        ["linear"] = "model \"a linear network\"\nnetwork 2 -> 2 -> 2",
        ["relu"] = "network 2 -> 2 relu bias -> 1",
        ["attention"] = "network 2 -> attention heads 1 key 1",
        ["momentum"] = "parameters U[2,2], V[1,2]; phi U*V^T; flow momentum 1",
        ["involutive"] = "parameters x, y; phi x + y + y^3/3",
        ["fields"] = "parameters x, y, z; field X = x*D[y] - y*D[x]; field y*D[z] - z*D[y]",
        ["open"] = "parameters V[2,3]; phi V*V^T",
        ["closure"] = "network 1 -> 4 -> 2 -> 1",
        ["rational"] = "parameters V[2,4]; phi V*V^T",
        ["solvable"] = "network 1 -> 2 -> 2 -> 1",
        ["quadratic"] = "parameters x, y; phi x^2/2 + x*y",
        ["points"] = "parameters x, y; phi x, x^2*y; at x = 0; at x = 1/2, y = -3",
    };

    public static TheoryData<string, ReportFormat> Reports { get; } = AllReports();

    [Theory]
    [MemberData(nameof(Reports))]
    public void A_theorem_is_reported_as_before(string name, ReportFormat format)
    {
        string actual = Render(s_models[name], format);
        string file = $"{name}.{(format == ReportFormat.Text ? "txt" : format == ReportFormat.Json ? "json" : format == ReportFormat.Latex ? "tex" : "md")}";
        if (Environment.GetEnvironmentVariable("CLAWS_WRITE_GOLDEN") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, file), actual);
        }

        Assert.Equal(File.ReadAllText(ReferenceData.PathOf(Path.Combine("reports", file))), actual);
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_report() => Assert.Equal(
        s_models.Count * 4, Directory.GetFiles(ReferenceData.PathOf("reports")).Length);

    internal static string Render(string model, ReportFormat format, bool full = false)
    {
        Theorem theorem = Prover.Prove(Model.Parse(model), new ProofOptions { SeeksClosures = model != s_models["open"], SeeksForms = model != s_models["open"] });
        if (format == ReportFormat.Json)
        {
            using var stream = new MemoryStream();
            JsonReport.Write(theorem, new StageTimes(0, 0, 0, 0), full, stream);
            return Encoding.UTF8.GetString(stream.ToArray()).Replace($"\"{JsonReport.Version}\"", "\"VERSION\"", StringComparison.Ordinal);
        }

        using var text = new StringWriter { NewLine = "\n" };
        switch (format)
        {
            case ReportFormat.Latex:
                LatexReport.Write(theorem, full, text);
                break;
            case ReportFormat.Markdown:
                MarkdownReport.Write(theorem, full, text);
                break;
            default:
                TextReport.Write(theorem, full, text);
                break;
        }

        return text.ToString();
    }

    private static TheoryData<string, ReportFormat> AllReports()
    {
        var reports = new TheoryData<string, ReportFormat>();
        foreach (string name in s_models.Keys)
        {
            foreach (ReportFormat format in Enum.GetValues<ReportFormat>())
            {
                reports.Add(name, format);
            }
        }

        return reports;
    }
}
