using System.Diagnostics;
using ConservationLaws.Exports;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Exports;

/// <summary>Laws of every kind as scripts and modules for other systems.</summary>
public sealed class LawExportTests : IDisposable
{
    private const string Rational = "parameters V[2,4]; phi V*V^T";
    private const string Closed = "parameters x, y; phi x^2/2 + x*y";
    private const string Solvable = "network 1 -> 2 -> 2 -> 1";

    // Reserved words, words of the scripts, and names that look like entries of a matrix.
    private const string Names = "parameters lambda, laws, field, R, log, U_1_1, U[1,1]; phi lambda*laws*field*R*log*U_1_1*U";

    private readonly string _folder = Directory.CreateTempSubdirectory("exports-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData("network 2 -> 2 -> 2", "checked along 4 fields: 3 laws, 0 one-forms")]
    [InlineData("parameters x, y; phi x + y + y^3/3", "checked along 1 fields: 1 laws, 1 one-forms")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T; flow momentum 1", "checked along 3 fields: 1 laws, 0 one-forms")]
    [InlineData(Rational, "checked along 3 fields: 4 laws, 0 one-forms")]
    [InlineData(Closed, "checked along 1 fields: 1 laws, 1 one-forms")]
    [InlineData(Solvable, "checked along 1 fields: 6 laws, 1 one-forms")]
    [InlineData(Names, "checked along 1 fields: 6 laws, 0 one-forms")]
    public void SymPy_confirms_the_laws(string model, string verdict) => AssertPython(Export(model, ExportTarget.SymPy), needs: "sympy", verdict);

    [Theory]
    [InlineData(Closed, "- log((2*x", "+ log((2*x")]
    [InlineData(Closed, "y: -2*x - 2*y}", "y: -2*x + 2*y}")]
    [InlineData("network 2 -> 2 -> 2", "W1_1_1**2 + W1_1_2**2 - ", "W1_1_1**2 + W1_1_2**2 + ")]
    public void SymPy_refuses_what_is_no_law(string model, string original, string wrong)
    {
        string script = Export(model, ExportTarget.SymPy);
        Assert.Contains(original, script, StringComparison.Ordinal);
        AssertPython(script.Replace(original, wrong, StringComparison.Ordinal), needs: "sympy", verdict: null);
    }

    [Fact]
    public void Sage_gets_rational_laws_formulas_and_differentials()
    {
        string closed = Export(Closed, ExportTarget.Sage);
        Assert.Contains("R = PolynomialRing(QQ, 2, [\"x\", \"y\"])\n", closed, StringComparison.Ordinal);
        Assert.Contains("    return [log(x^2 - x*y - y^2) - log(", closed, StringComparison.Ordinal);
        Assert.Contains("    ({x: 2*x, y: -2*x - 2*y}, x^2 - x*y - y^2, \"closed\"),\n", closed, StringComparison.Ordinal);
        Assert.Contains("    (V_1_2*V_2_3 - V_1_3*V_2_2)/(V_1_1*V_2_3 - V_1_3*V_2_1),\n", Export(Rational, ExportTarget.Sage), StringComparison.Ordinal);
        Assert.Contains(", \"solvable\"),\n", Export(Solvable, ExportTarget.Sage), StringComparison.Ordinal);
    }

    [Fact]
    public void Macaulay2_gets_pairs_and_is_told_what_is_missing()
    {
        string rational = Export(Rational, ExportTarget.Macaulay2);
        Assert.Contains("quotients = {(V_(1,2)*V_(2,3) - V_(1,3)*V_(2,2), V_(1,1)*V_(2,3) - V_(1,3)*V_(2,1)),\n", rational, StringComparison.Ordinal);
        Assert.DoesNotContain("Not exported", rational, StringComparison.Ordinal);
        string solvable = Export(Solvable, ExportTarget.Macaulay2);
        Assert.Contains("-- Not exported: 1 law that is no rational function.\n", solvable, StringComparison.Ordinal);
        Assert.Contains("laws = {W1_(1,1)^2 - W2_(1,1)^2 - W2_(2,1)^2,\n", solvable, StringComparison.Ordinal);
    }

    // A stand-in for PyTorch with numbers in place of tensors is enough to see that the module is right.
    [Theory]
    [InlineData("parameters x, y; phi x*y", "x=3, y=1", "[8]")]
    [InlineData("parameters x, y; phi x + y + y^3/3", "x=3, y=0", "[3.0]")]
    [InlineData("parameters x, y; field x*D[x] + y*D[y]", "x=3, y=6", "[0.5]")]
    public void PyTorch_evaluates_the_laws(string model, string arguments, string values)
    {
        File.WriteAllText(Path.Combine(_folder, "torch.py"), "from math import atan, log\nabs = abs\n");
        AssertPython(Export(model, ExportTarget.PyTorch) + $"print([abs(value) for value in laws({arguments})])\n", needs: "math", values);
    }

    [Fact]
    public void PyTorch_indexes_tensors_and_is_told_what_is_missing()
    {
        string module = Export(Solvable, ExportTarget.PyTorch);
        Assert.Contains("def laws(W1, W2, W3):\n    # Left out: 1 law without a formula, given by its differential only.\n", module, StringComparison.Ordinal);
        Assert.Contains("        W1[0, 0]**2 - W2[0, 0]**2 - W2[1, 0]**2,\n", module, StringComparison.Ordinal);
    }

    private static string Export(string model, ExportTarget target)
    {
        using var text = new StringWriter { NewLine = "\n" };
        LawExport.Write(Prover.Prove(Model.Parse(model)), target, text);
        return text.ToString();
    }

    // Without the module that it needs a script is not run.
    private void AssertPython(string script, string needs, string? verdict)
    {
        if (Run("-c", $"import {needs}").Status != 0)
        {
            return;
        }

        string path = Path.Combine(_folder, "script.py");
        File.WriteAllText(path, script);
        (int status, string output, string error) = Run(path);
        if (verdict is null)
        {
            Assert.NotEqual(0, status);
            Assert.Contains("AssertionError", error, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal((0, verdict, ""), (status, output.Trim(), error));
        }
    }

    private (int Status, string Output, string Error) Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("python3", arguments) { RedirectStandardOutput = true, RedirectStandardError = true, WorkingDirectory = _folder };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
