namespace ConservationLaws.Cli.Tests.Commands;

/// <summary><c>claws export</c> to systems that read laws; for Coq see <see cref="CertificateOptionTests"/>.</summary>
public sealed class ExportCommandTests
{
    [Theory]
    [InlineData("sympy", "from sympy import")]
    [InlineData("sage", "PolynomialRing")]
    [InlineData("macaulay2", "R = QQ[")]
    [InlineData("pytorch", "import torch")]
    [InlineData("latex", @"\begin{theorem}")]
    [InlineData("markdown", "**Exactly 3 independent")]
    public void A_model_is_exported_to_every_system(string target, string part)
    {
        Outcome outcome = CommandLine.On(CommandLine.Linear, "export", "--to", target, "--quiet");

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_certificate_is_exported_to_Coq_only() =>
        CommandLine.AssertRefused(CommandLine.RunWith("{}", "export", "-", "--to", "sympy"), "to coq only", "sympy");
}
