using System.Text;
using System.Text.Json;
using ConservationLaws.Certificates;
using ConservationLaws.Checker;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using Verdict = ConservationLaws.Checker.Verdict;

namespace ConservationLaws.Cli.Tests.Certificates;

/// <summary>Every value of certificates of every kind, altered: both checkers say the same, and what they accept is still true.</summary>
public sealed class MutantTests
{
    /// <summary>A model for each kind and form.</summary>
    public static TheoryData<string> Models =>
    [
        "network 2 -> 2 -> 1",
        "parameters x, y; phi x*y + y",
        "parameters x, y, z; phi x*y + z, x",
        "parameters x, y, z; field x*D[y] - y*D[x]; field y*D[z] - z*D[y]",
        "parameters x; phi x; flow momentum 1",
        "parameters x, y, z; phi x*y + z",
        "parameters x, y; phi x + y^2/2",
        "parameters x, y, z, w; phi x^2/y, x*z",
        "network 1x3 -> conv 1 kernel 2 relu -> conv 1 kernel 2",
        "network 2 -> 2 relu bias -> 1",
        "network 2 -> residual(1 square -> 2)",
        "parameters V[2,3]; phi V*V^T",
        "parameters x, y, z; field x*D[x] + y*D[y]; field y*D[z]",
    ];

    /// <summary>Certificates with laws that are no polynomials, and with structure functions.</summary>
    public static TheoryData<string> Files => [.. ReferenceRows.Certificates().Select(file => file.Name)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Both_checkers_refuse_what_is_not_true(string model) => AssertMutantsAreRefused(Certificate(model));

    [Theory]
    [MemberData(nameof(Files))]
    public void Both_checkers_refuse_what_is_not_true_of_forms(string name) =>
        AssertMutantsAreRefused(ReferenceRows.Certificates().Single(file => file.Name == name).Text);

    private static void AssertMutantsAreRefused(string certificate)
    {
        Assert.True(CertificateChecker.Check(Encoding.UTF8.GetBytes(certificate)).Accepted);
        Mutant[] mutants = [.. Mutants.Of(certificate)];
        Assert.True(mutants.Length > 150, $"only {mutants.Length} mutants");
        Verdict[] verdicts = [.. mutants.Select(mutant => CertificateChecker.Check(mutant.Bytes))];
        string[] fromPython = PythonChecker.Check([.. mutants.Select(mutant => mutant.Bytes)]);
        var truths = new Dictionary<string, (int Lower, int Upper)>();
        int refused = 0;
        foreach (((Mutant mutant, Verdict verdict), string python) in mutants.Zip(verdicts).Zip(fromPython))
        {
            Assert.True(verdict.Accepted == python.StartsWith("accepted: ", StringComparison.Ordinal), $"{mutant.What}: {verdict.Line} / {python}");
            Assert.True(verdict.Line.Length > "refused: ".Length && !verdict.Line.Contains("cannot be checked", StringComparison.Ordinal), $"{mutant.What}: {verdict.Line}");
            refused += verdict.Accepted ? 0 : 1;
            if (verdict.Accepted)
            {
                AssertTrue(mutant, truths);
            }
        }

        Assert.True(2 * refused > mutants.Length, $"{refused} of {mutants.Length} mutants were refused");
    }

    // The statement holds by the engine's own proof of the altered model.
    private static void AssertTrue(Mutant mutant, Dictionary<string, (int Lower, int Upper)> truths)
    {
        using var certificate = JsonDocument.Parse(mutant.Bytes);
        string model = SpelledModel.Of(certificate.RootElement.GetProperty("model"));
        if (!truths.TryGetValue(model, out (int Lower, int Upper) truth))
        {
            Theorem theorem = Prover.Prove(Model.Parse(model));
            truths.Add(model, truth = (theorem.Lower, theorem.Upper));
        }

        int count = certificate.RootElement.GetProperty("count").GetInt32();
        string kind = certificate.RootElement.GetProperty("kind").GetString()!;
        Assert.True(kind == "at-least" || count >= truth.Lower, $"{mutant.What}: {kind} {count}, but {truth.Lower} laws are known");
        Assert.True(kind == "at-most" || count <= truth.Upper, $"{mutant.What}: {kind} {count}, but there are at most {truth.Upper} laws");
    }

    private static string Certificate(string model)
    {
        using var stream = new MemoryStream();
        Assert.NotNull(CertificateFile.Write(Prover.Prove(Model.Parse(model)), stream));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
