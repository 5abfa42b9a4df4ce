namespace ConservationLaws.Cli.Tests.Commands;

/// <summary><c>claws prove --certificate</c> and <c>claws export</c>: what is written, and what is said when nothing is.</summary>
public sealed class CertificateOptionTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("certificates-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void The_file_is_written_whole_and_alone()
    {
        string path = Path.Combine(_folder, "proof.json");
        File.WriteAllText(path, "what was there before");
        Outcome outcome = CommandLine.On(CommandLine.Linear, "prove", "--certificate", path);
        Assert.Equal(0, outcome.Status);
        Assert.Contains($"certificate of exactly 3 laws: {path}", outcome.Error, StringComparison.Ordinal);
        Assert.Equal([path], Directory.GetFiles(_folder));
        Assert.Equal(0, CommandLine.Run("check", path).Status);
    }

    [Fact]
    public void A_wrong_path_is_refused_before_the_work()
    {
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Long, "prove", "--certificate", Path.Combine(_folder, "none", "x.json")), "no such folder");
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Long, "prove", "--certificate", _folder), "is a directory");
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Long, "prove", "--certificate", ""), "no name of a file");
    }

    [Fact]
    public void A_mistake_in_the_model_leaves_no_file()
    {
        CommandLine.AssertRefused(CommandLine.On("network 2 -> ", "prove", "--certificate", Path.Combine(_folder, "proof.json")));
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void What_was_stopped_has_no_certificate()
    {
        string path = Path.Combine(_folder, "proof.json");
        Outcome outcome = CommandLine.On(CommandLine.Long, "prove", "--timeout", "1s", "--format", "json", "--certificate", path);
        Assert.Equal(4, outcome.Status);
        Assert.Equal(System.Text.Json.JsonValueKind.Null, outcome.Json.GetProperty("certificate").ValueKind);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public void A_certificate_and_its_model_export_the_same_theorem()
    {
        string path = Path.Combine(_folder, "proof.json");
        CommandLine.On(CommandLine.Linear, "prove", "--certificate", path);
        Outcome ofCertificate = CommandLine.Run("export", path, "--to", "coq");
        Assert.Equal(0, ofCertificate.Status);
        Assert.Contains("Theorem exactly_3_laws ", ofCertificate.Output, StringComparison.Ordinal);
        Assert.Equal(ofCertificate.Output, CommandLine.On(CommandLine.Linear, "export", "--to", "coq").Output);
    }

    [Fact]
    public void A_refused_certificate_is_not_exported()
    {
        Outcome outcome = CommandLine.RunWith("{\"format\":\"claws-certificate/1\"}", "export", "-", "--to", "coq");
        Assert.Equal((3, ""), (outcome.Status, outcome.Output));
        Assert.Contains("refused", outcome.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Systems_that_are_not_known_are_named()
    {
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Linear, "export", "--to", "lean"), "unknown system `lean`", "coq");
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Linear, "export"), "--to");
    }
}
