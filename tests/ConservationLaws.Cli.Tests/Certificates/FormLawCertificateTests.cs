using ConservationLaws.Checker;

namespace ConservationLaws.Cli.Tests.Certificates;

/// <summary>Proofs with laws that are no polynomials: both checkers accept them.</summary>
public sealed class FormLawCertificateTests
{
    private const string Clocks = """
        parameters a[4], b[4]
        field a[1]*a[3]*(D[a[1]] + D[a[3]]) + a[2]*a[4]*(D[a[2]] + D[a[4]])
        field b[1]*b[3]*(D[b[1]] + D[b[3]]) + b[2]*b[4]*(D[b[2]] + D[b[4]])
        """;

    private static readonly (string Model, int Laws, string Classes)[] s_models =
    [
        ("parameters x, y; phi x^2/2 + y^2/2", 1, "rational"),
        ("parameters x, y; phi x + y^2/2", 1, "closed"),
        ("parameters x, y; phi x^2/2 + x*y", 1, "closed"),
        ("parameters x, y, z; field -y*D[x] + x*D[y] + D[z]", 2, "polynomial,closed"),
        ("parameters V[2,4]; phi V*V^T", 4, "rational,rational,rational,rational"),
        ("network 1 -> 2 -> 2 -> 1", 7, "polynomial,polynomial,polynomial,polynomial,polynomial,polynomial,solvable"),
        ("network 1 -> 2 -> 2 -> 1 -> 2", 8, "polynomial,polynomial,polynomial,polynomial,polynomial,polynomial,polynomial,solvable"),
        ("parameters U[1,3], V[1,3]; phi U*V^T; precondition U by U; precondition V by V", 5, "polynomial,polynomial,polynomial,solvable,solvable"),
        (Clocks, 6, "polynomial,polynomial,polynomial,polynomial,solvable,solvable"),
        // A closed form of one component, a solvable one of another.
        ($"parameters x, y; {Clocks.ReplaceLineEndings(";")}; field (x+y)*D[x] + x*D[y]", 7, "polynomial,polynomial,polynomial,polynomial,closed,solvable,solvable"),
    ];

    [Fact]
    public void Both_checkers_accept_every_class()
    {
        (byte[] Bytes, string Classes)[] certificates = [.. s_models.Select(row => Prove(row.Model))];
        string[] fromPython = PythonChecker.Check([.. certificates.Select(certificate => certificate.Bytes)]);
        foreach (((string model, int laws, string classes), int place) in s_models.Select((row, place) => (row, place)))
        {
            string statement = $"accepted: exactly {laws} {(laws == 1 ? "law" : "laws")} ";
            Assert.Equal(classes, certificates[place].Classes);
            Verdict verdict = CertificateChecker.Check(certificates[place].Bytes);
            Assert.True(verdict.Accepted && verdict.Line.StartsWith(statement, StringComparison.Ordinal), $"{model}: {verdict.Line}");
            Assert.True(fromPython[place].StartsWith(statement, StringComparison.Ordinal), $"{model}: {fromPython[place]}");
        }
    }

    private static (byte[] Bytes, string Classes) Prove(string model)
    {
        string path = Path.GetTempFileName();
        try
        {
            Outcome outcome = CommandLine.On(model, "prove", "--format", "json", "--quiet", "--certificate", path);
            Assert.Equal(0, outcome.Status);
            byte[] bytes = File.ReadAllBytes(path);
            using var certificate = System.Text.Json.JsonDocument.Parse(bytes);
            return (bytes, string.Join(',', certificate.RootElement.GetProperty("laws").EnumerateArray().Select(law => law.GetProperty("class").GetString())));
        }
        finally
        {
            File.Delete(path);
        }
    }
}
