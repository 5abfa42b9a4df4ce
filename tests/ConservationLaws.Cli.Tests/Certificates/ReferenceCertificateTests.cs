using System.Text;
using ConservationLaws.Checker;

namespace ConservationLaws.Cli.Tests.Certificates;

/// <summary>Model → proof → certificate → both checkers, through the command line.</summary>
public sealed class ReferenceCertificateTests
{
    [Fact]
    public void Every_proof_of_the_reference_is_accepted_by_both_checkers()
    {
        (string Id, string Model, int Laws, string Evidence)[] rows = ReferenceRows.Counts();
        Assert.Equal(64, rows.Length);
        byte[][] certificates = [.. rows.Select(row => Prove(row.Model))];
        string[] fromPython = PythonChecker.Check(certificates);
        foreach (((string id, _, int laws, _), int place) in rows.Select((row, place) => (row, place)))
        {
            Outcome check = CommandLine.RunWith(certificates[place], "check", "-");
            Assert.True(check.Status == 0, $"{id}: {check.Output}");
            Assert.True(fromPython[place].StartsWith("accepted: ", StringComparison.Ordinal), $"{id}: {fromPython[place]}");
            string statement = $"accepted: exactly {laws} {(laws == 1 ? "law" : "laws")} ";
            Assert.StartsWith(statement, check.Output, StringComparison.Ordinal);
            Assert.StartsWith(statement, fromPython[place], StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_networks_of_the_paper_are_accepted_by_both_checkers()
    {
        (string Id, string Model, int Laws)[] rows = ReferenceRows.PaperNetworks();
        Assert.Equal(100, rows.Length);
        byte[][] certificates = [.. rows.Select(row => Prove(row.Model))];
        string[] fromPython = PythonChecker.Check(certificates);
        foreach (((string id, _, int laws), int place) in rows.Select((row, place) => (row, place)))
        {
            string statement = $"accepted: exactly {laws} ";
            Verdict verdict = CertificateChecker.Check(certificates[place]);
            Assert.True(verdict.Line.StartsWith(statement, StringComparison.Ordinal), $"{id}: {verdict.Line}");
            Assert.True(fromPython[place].StartsWith(statement, StringComparison.Ordinal), $"{id}: {fromPython[place]}");
        }
    }

    [Theory]
    [InlineData("closed", "exactly 1 law", ", by Poincaré's lemma")]
    [InlineData("rational", "exactly 2 laws", "")]
    [InlineData("solvable", "exactly 3 laws", ", by Frobenius' theorem")]
    [InlineData("structure", "exactly 2 laws", ", by Frobenius' theorem")]
    public void The_theorem_behind_a_count_is_named_by_both_checkers(string name, string claim, string theorem)
    {
        byte[] certificate = Encoding.UTF8.GetBytes(ReferenceRows.Certificates().Single(file => file.Name == name).Text);
        Outcome check = CommandLine.RunWith(certificate, "check", "-");
        Assert.StartsWith($"accepted: {claim} near the point (", check.Output, StringComparison.Ordinal);
        Assert.Contains($"{theorem}, model ", check.Output, StringComparison.Ordinal);
        Assert.Equal(theorem.Length > 0, check.Output.Contains(", by ", StringComparison.Ordinal));
        string python = PythonChecker.Check([certificate])[0];
        Assert.StartsWith($"accepted: {claim} ", python, StringComparison.Ordinal);
        Assert.EndsWith($"){theorem}", python, StringComparison.Ordinal);
    }

    // `claws prove --certificate`, and what it wrote.
    private static byte[] Prove(string model)
    {
        string path = Path.GetTempFileName();
        try
        {
            Outcome outcome = CommandLine.On(model, "prove", "--format", "json", "--quiet", "--certificate", path);
            Assert.InRange(outcome.Status, 0, 1);
            Assert.Equal(path, outcome.Json.GetProperty("certificate").GetString());
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
