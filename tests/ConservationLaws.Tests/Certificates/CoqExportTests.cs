using System.Text.RegularExpressions;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Certificates;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Tests.Proofs;

namespace ConservationLaws.Tests.Certificates;

/// <summary>The exporter is not trusted: what a reader of the file sees is parsed back and compared with the model.</summary>
public sealed partial class CoqExportTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    public static TheoryData<string> Ids => [.. ReferenceData.Counts.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_generators_in_the_file_are_those_of_the_model(string id)
    {
        CountRow row = ReferenceData.Counts[id];
        Theorem theorem = Prover.Prove(Model.Parse(row.Model));
        string file = Export(theorem);
        Assert.Contains($"\nDefinition dimension := {row.Parameters}.\n", file, StringComparison.Ordinal);
        Assert.Equal(
            theorem.Model.WithEveryFunction(default).Generators.Select(Key).ToHashSet(), Generators(file).Where(field => !field.IsZero).Select(Key).ToHashSet());
        if (row.Evidence == "laws")
        {
            string name = $"exactly_{row.Laws}_{(row.Laws == 1 ? "law" : "laws")}";
            Assert.EndsWith($"\nTheorem {name} : exactly dimension generators (rational_point numerators denominator) {row.Laws}.\nProof. exact (here {name}_around). Qed.\nPrint Assumptions {name}.\n", file, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Nothing_in_the_model_s_text_ends_the_comment()
    {
        string file = Export(Prover.Prove(Model.Parse("""
            model "*) Axiom (* \"
            # (* " *) Axiom absurd : False. (*)
            parameters x, y; phi (x)*(y) # "
            """.Replace("\\", "", StringComparison.Ordinal))));
        string comment = file[..file.IndexOf("From ConservationLaws", StringComparison.Ordinal)];
        Assert.StartsWith("(*", comment, StringComparison.Ordinal);
        Assert.EndsWith("*)\n", comment, StringComparison.Ordinal);
        Assert.DoesNotContain("\"", comment, StringComparison.Ordinal);
        Assert.Equal(0, comment.IndexOf("(*", StringComparison.Ordinal));
        Assert.Equal(-1, comment.IndexOf("(*", 1, StringComparison.Ordinal));
        Assert.Equal(comment.Length - 3, comment.IndexOf("*)", StringComparison.Ordinal));
    }

    [Fact]
    public void A_model_that_is_too_large_to_be_written_out_is_refused_with_the_reason()
    {
        using var writer = new StringWriter();
        Assert.Contains("more than 1,000,000", CoqExport.Write(Certificate(Prover.Prove(Model.Parse("network 100 -> 100 relu -> 100 relu -> 100"))), writer), StringComparison.Ordinal);
        Assert.Equal("", writer.ToString());
    }

    // Laws that are functions give the count, other evidence the bound and its identities.
    [Theory]
    [InlineData("rational", "exactly_2_laws_around,exactly_2_laws")]
    [InlineData("closed", "at_most_1_law_around,at_most_1_law,identities_of_1_law,independence_of_1_law")]
    [InlineData("solvable", "at_most_3_laws_around,at_most_3_laws,identities_of_3_laws,independence_of_3_laws")]
    [InlineData("structure", "at_most_2_laws_around,at_most_2_laws,closed_under_brackets")]
    public void The_theorems_are_those_that_the_evidence_has(string name, string theorems)
    {
        string file = Export(FormTheorems.All[name]());
        Assert.Equal(theorems, string.Join(',', TheoremName().Matches(file).Select(match => match.Groups[1].Value)));
        Assert.Equal(theorems.Contains("_of_", StringComparison.Ordinal), file.Contains("\nDefinition laws : list law_evidence := [\n", StringComparison.Ordinal));
    }

    [Fact]
    public void A_lower_bound_by_forms_has_no_words()
    {
        Theorem theorem = FormTheorems.Logarithm();
        string file = Export(theorem with { Verdict = Verdict.Open, Evidence = Evidence.None });
        Assert.Equal(["identities_of_1_law", "independence_of_1_law"], TheoremName().Matches(file).Select(match => match.Groups[1].Value));
        Assert.Contains("(chosen_fields generators [] chosen)", file, StringComparison.Ordinal);
    }

    // The brackets of the Coq development have the other sign: -[X, Z] = q⁻¹ Σ -f Z, and the one word that is a bracket is -Z there.
    [Fact]
    public void Structure_functions_follow_the_sign_of_the_bracket() => Assert.Contains("""
          Combination [term 1 []] [weight 3 [term 1 []]];
          Combination [term 1 []] [weight 2 [term 4 []]];
          Combination [term 1 []] [weight 3 [term (-1) []]];
          Combination [term 1 []] [weight 3 [term 1 []]];
          Combination [term 1 []] [];
          Combination [term 1 []] [weight 0 [term (-2) []]; weight 1 [term 2 []]];
        """, Export(FormTheorems.Structure()), StringComparison.Ordinal);

    private static string Export(Theorem theorem)
    {
        using var writer = new StringWriter();
        Assert.Null(CoqExport.Write(Certificate(theorem), writer));
        return writer.ToString();
    }

    private static byte[] Certificate(Theorem theorem)
    {
        using var stream = new MemoryStream();
        Assert.NotNull(CertificateFile.Write(theorem, stream));
        return stream.ToArray();
    }

    private static IEnumerable<VectorField<Polynomial<Integer>>> Generators(string file)
    {
        Match list = GeneratorList().Match(file);
        Assert.True(list.Success);
        foreach (string generator in list.Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            yield return generator.StartsWith("Gradient ", StringComparison.Ordinal)
                ? Field(Ring.Gradient(Parse(generator)))
                : Field(ComponentText().Matches(generator).Select(part => (int.Parse(part.Groups[1].Value) - 1, Parse(part.Groups[2].Value))));
        }
    }

    private static VectorField<Polynomial<Integer>> Field(IEnumerable<(int Coordinate, Polynomial<Integer> Coefficient)> components) =>
        default(VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>>).Create(components);

    private static Polynomial<Integer> Parse(string text) => Ring.FromTerms(TermText().Matches(text).Select(term => (
        Integer.Parse(term.Groups[1].Value.Trim('(', ')')),
        Monomial.Create([.. term.Groups[2].Value.Split("; ", StringSplitOptions.RemoveEmptyEntries).GroupBy(int.Parse, (variable, same) => (variable - 1, same.Count()))]))));

    // A field up to an integer factor.
    private static string Key(VectorField<Polynomial<Integer>> field) =>
        string.Join(" | ", field.Coordinates.Zip(GradientField.MakePrimitive(field.Coefficients), (coordinate, coefficient) => $"{coordinate}: {coefficient}"));

    [GeneratedRegex(@"\nTheorem (\w+)")]
    private static partial Regex TheoremName();

    [GeneratedRegex(@"\nDefinition generators : list generator := \[(.*?)\]\.\n", RegexOptions.Singleline)]
    private static partial Regex GeneratorList();

    [GeneratedRegex(@"term (\(-\d+\)|\d+) \[([\d; ]*)\]")]
    private static partial Regex TermText();

    [GeneratedRegex(@"\((\d+), \[(.*?\])\]\)")]
    private static partial Regex ComponentText();
}
