using System.Text.Json;

namespace ConservationLaws.Cli.Tests.Commands;

/// <summary><c>claws check</c>: the verdict on standard output and in the exit status.</summary>
public sealed class CheckCommandTests : IDisposable
{
    private const string Certificate = """
        {"format":"claws-certificate/1","kind":"monomial","scope":"phi","program":"by hand","seed":"1","source":"","count":3,
        "model":{"dimension":9,"layers":[{"bias":false,"units":2},{"bias":false,"units":3},{"bias":false,"units":1}]},
        "modelHash":"eaf069c08d90ef4bd4495b11bc4bc0d80535a86054e78876650ff11e37448fb1"}
        """;

    private const string Accepted = "accepted: exactly 3 laws near every point without zero coordinates (phi, D = 9, monomials by layers, model eaf069c08d90)";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claws-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_certificate_comes_from_a_file_or_from_standard_input()
    {
        string path = Path.Combine(_folder.FullName, "certificate.json");
        File.WriteAllText(path, Certificate);

        Assert.Equal(new Outcome(0, Accepted + "\n", ""), CommandLine.Run("check", path));
        Assert.Equal(new Outcome(0, Accepted + "\n", ""), CommandLine.RunWith(Certificate, "check", "-", "--quiet"));
    }

    [Fact]
    public void A_refusal_exits_3()
    {
        string wrong = Certificate.Replace("\"count\":3", "\"count\":2", StringComparison.Ordinal);

        Assert.Equal(new Outcome(3, "refused: layers: there are 9 parameters and 3 hidden units\n", ""), CommandLine.RunWith(wrong, "check", "-"));
        Assert.Equal(3, CommandLine.RunWith("", "check", "-").Status);
        Assert.Equal(3, CommandLine.RunWith([0xFF], "check", "-").Status);
    }

    [Theory]
    [InlineData("\"count\":3", true, 0)]
    [InlineData("\"count\":4", false, 3)]
    public void The_answer_for_programs(string count, bool accepted, int status)
    {
        Outcome outcome = CommandLine.RunWith(Certificate.Replace("\"count\":3", count, StringComparison.Ordinal), "check", "-", "--format", "json");

        Assert.Equal((status, ""), (outcome.Status, outcome.Error));
        Assert.EndsWith("}\n", outcome.Output, StringComparison.Ordinal);
        JsonElement answer = outcome.Json;
        Assert.Equal(["schema", "accepted", "verdict"], answer.EnumerateObject().Select(member => member.Name));
        Assert.Equal("claws-check/1", answer.GetProperty("schema").GetString());
        Assert.Equal(accepted, answer.GetProperty("accepted").GetBoolean());
        Assert.StartsWith(accepted ? "accepted: " : "refused: ", answer.GetProperty("verdict").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_that_cannot_be_read_is_no_refusal()
    {
        CommandLine.AssertRefused(CommandLine.Run("check", "nosuch.json"), "claws: `nosuch.json`: there is no such file");
        CommandLine.AssertRefused(CommandLine.Run("check", _folder.FullName), "it is a directory");
        CommandLine.AssertRefused(CommandLine.Run("check"), "no certificate: name a file, or `-` for standard input");
        CommandLine.AssertRefused(CommandLine.Run("check", "a.json", "b.json"), "unexpected argument `b.json`: one certificate at a time");
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Linear, "check"), "-e gives a model, and a certificate is a file");
    }
}
