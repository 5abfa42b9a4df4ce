using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Certificates;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Tests.Proofs;

namespace ConservationLaws.Tests.Certificates;

/// <summary>Certificates with laws that are no polynomials, and with structure functions. The files of <c>tests/data/certificates</c> are checked by the checkers' tests.</summary>
public sealed class FormCertificateTests
{
    public static TheoryData<string> Names => [.. FormTheorems.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_file_is_the_one_that_the_checkers_accept(string name)
    {
        (_, byte[] written) = Write(FormTheorems.All[name]());
        JsonNode certificate = JsonNode.Parse(written)!;
        JsonNode expected = JsonNode.Parse(File.ReadAllText(ReferenceData.PathOf($"certificates/{name}.json")))!;
        certificate["program"] = expected["program"]!.DeepClone();
        Assert.Equal(expected.ToJsonString(), certificate.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_was_written_is_read_back(string name)
    {
        (_, byte[] written) = Write(FormTheorems.All[name]());
        using var again = new MemoryStream();
        CertificateWriter.Write(CertificateReader.Read(written), again);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(again.ToArray()));
    }

    [Theory]
    [InlineData("rational", "exactly 2 laws", "rational,rational")]
    [InlineData("closed", "exactly 1 law", "closed")]
    [InlineData("solvable", "exactly 3 laws", "polynomial,polynomial,solvable")]
    [InlineData("structure", "exactly 2 laws", "")]
    public void Laws_stand_in_the_order_of_the_theorem(string name, string claim, string classes)
    {
        (string? written, byte[] bytes) = Write(FormTheorems.All[name]());
        Assert.Equal((claim, classes), (written, Classes(bytes)));
    }

    [Fact]
    public void Laws_that_are_not_enough_are_a_lower_bound()
    {
        Theorem theorem = FormTheorems.Quotients();
        (string? claim, byte[] bytes) = Write(theorem with { Verdict = Verdict.Open, Evidence = Evidence.None, Lower = 1, Forms = theorem.Forms[..1] });
        Assert.Equal(("at least 1 law", "rational"), (claim, Classes(bytes)));
    }

    // An involutive closure fills the places that a law leaves.
    [Fact]
    public void Forms_of_a_closure_come_last()
    {
        Theorem proved = Prover.Prove(Model.Parse("parameters V[2,3]; phi V*V^T"), new ProofOptions { SeeksForms = false });
        (string? claim, byte[] bytes) = Write(proved with { Forms = FormTheorems.Quotients().Forms[..1] });
        Assert.Equal(("exactly 2 laws", "rational,integrable"), (claim, Classes(bytes)));
    }

    [Fact]
    public void A_form_whose_denominator_vanishes_at_the_point_is_left_out()
    {
        Theorem theorem = FormTheorems.Logarithm();
        (string? claim, byte[] bytes) = Write(theorem with { Point = theorem.Point with { Values = [Rational.One, Rational.Zero] } });
        Assert.Equal(("at most 1 law", ""), (claim, Classes(bytes)));
    }

    // The kernel of two laws has two fields; behind one law a third is missing, and dependent ones span less.
    [Fact]
    public void A_solvable_form_needs_the_kernel_of_the_laws_before_it()
    {
        Theorem theorem = FormTheorems.Products();
        FormLaw form = theorem.Forms[0];
        foreach (Theorem spoilt in new[] { theorem with { Laws = theorem.Laws[..1] }, theorem with { Forms = [form with { Kernel = [form.Kernel[0], form.Kernel[0]] }] } })
        {
            (string? claim, byte[] bytes) = Write(spoilt);
            Assert.Equal((spoilt.Laws.Length == 1 ? "at least 1 law" : "at least 2 laws", string.Join(',', spoilt.Laws.Select(_ => "polynomial"))), (claim, Classes(bytes)));
        }
    }

    [Fact]
    public void Structure_functions_come_with_the_laws_that_are_known()
    {
        Theorem theorem = FormTheorems.Structure();
        (string? claim, byte[] bytes) = Write(theorem with { Forms = FormTheorems.Quotients().Forms[..1] });
        Assert.Equal(("exactly 2 laws", "rational"), (claim, Classes(bytes)));
        using var certificate = JsonDocument.Parse(bytes);
        Assert.Equal(3, certificate.RootElement.GetProperty("structure").GetProperty("brackets").GetArrayLength());
    }

    private static string Classes(byte[] certificate)
    {
        using var document = JsonDocument.Parse(certificate);
        return document.RootElement.TryGetProperty("laws", out JsonElement laws) ? string.Join(',', laws.EnumerateArray().Select(law => law.GetProperty("class").GetString())) : "";
    }

    private static (string? Claim, byte[] Bytes) Write(Theorem theorem)
    {
        using var stream = new MemoryStream();
        string? claim = CertificateFile.Write(theorem, stream);
        return (claim, stream.ToArray());
    }
}
