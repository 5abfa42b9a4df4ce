using System.Text;
using System.Text.Json;
using ConservationLaws.Certificates;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Tests.Proofs;

namespace ConservationLaws.Tests.Certificates;

/// <summary>Certificates as the engine writes and reads them; that they prove what they say is the checkers' part.</summary>
public sealed class CertificateTests
{
    private static readonly int[] s_denominators = [6, 10, 15, 7];

    public static TheoryData<string> Ids => [.. ReferenceData.Counts.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void What_was_written_is_read_back(string id)
    {
        CountRow row = ReferenceData.Counts[id];
        (string? claim, byte[] written) = Write(row.Model);
        Assert.NotNull(claim);
        using var again = new MemoryStream();
        CertificateWriter.Write(CertificateReader.Read(written), again);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(again.ToArray()));
        if (row.Evidence == "laws")
        {
            Assert.Equal($"exactly {row.Laws} {(row.Laws == 1 ? "law" : "laws")}", claim);
        }
    }

    [Theory]
    [InlineData("network 3 -> 3 -> 3", "exactly", "phi")]
    [InlineData("network 3 -> 3 relu -> 3", "monomial", "layers")]
    [InlineData("network 784 -> 512 relu bias -> 10 bias", "monomial", "layers")]
    [InlineData("network 1x5 -> conv 2 kernel 2 relu -> conv 1 kernel 2", "monomial", "graph")]
    [InlineData("parameters x, y; phi x^2/y", "monomial", "monomials")]
    [InlineData("parameters x, y, z; phi x*y", "monomial", "monomials")]
    [InlineData("parameters x, y, z; phi x*y + z*x", "exactly", "phi")]
    [InlineData("parameters x, y; field x*D[x] - 2*y*D[y]", "exactly", "fields", 3)]
    [InlineData("parameters x, y; phi x + y^2/2", "exactly", "phi")]
    [InlineData("parameters x, y, z; phi x*y + z", "exactly", "phi")]
    [InlineData("parameters V[2,3]; phi V*V^T", "exactly", "phi")]
    [InlineData("parameters V[2,3]; phi V*V^T", "at-most", "phi", null, false)]
    [InlineData("network 1 -> 2 -> 2 -> 1 -> 2", "at-least", "phi", null, false)]
    public void The_kind_of_the_certificate_follows_the_evidence(string model, string kind, string form, int? degree = null, bool seeksClosures = true)
    {
        using var certificate = JsonDocument.Parse(Write(model, new ProofOptions { Degree = degree, SeeksClosures = seeksClosures, SeeksForms = seeksClosures }).Bytes);
        Assert.Equal(kind, certificate.RootElement.GetProperty("kind").GetString());
        Assert.True(certificate.RootElement.GetProperty("model").TryGetProperty(form, out _));
    }

    [Theory]
    [InlineData("network 3 -> 3 -> 3", "exactly", """[{"kind":"dense","units":3,"activation":"linear","bias":false},{"kind":"dense","units":3,"activation":"linear","bias":false}]""")]
    [InlineData("network 2 -> 3 relu bias -> 2", "monomial", """[{"kind":"dense","units":3,"activation":"relu","bias":true},{"kind":"dense","units":2,"activation":"linear","bias":false}]""")]
    [InlineData("network 2 -> residual(2 relu^2 -> 2)", "monomial", """[{"kind":"residual","layers":[{"kind":"dense","units":2,"activation":"relu^2","bias":false},{"kind":"dense","units":2,"activation":"linear","bias":false}]}]""")]
    [InlineData("network 2 -> residual(2 square -> 2) -> 1", "exactly", """[{"kind":"residual","layers":[{"kind":"dense","units":2,"activation":"square","bias":false},{"kind":"dense","units":2,"activation":"linear","bias":false}]},{"kind":"dense","units":1,"activation":"linear","bias":false}]""")]
    [InlineData("network 1x5 -> conv 2 kernel 2 stride 2 padding 1 square bias -> 1", "exactly", """[{"kind":"conv","channels":2,"kernel":[2],"stride":2,"padding":1,"activation":"square","bias":true},{"kind":"dense","units":1,"activation":"linear","bias":false}]""")]
    [InlineData("network 1x3x3 -> conv 1 kernel 2x2 padding same relu -> 1", "monomial", """[{"kind":"conv","channels":1,"kernel":[2,2],"stride":1,"padding":"same","activation":"relu","bias":false},{"kind":"dense","units":1,"activation":"linear","bias":false}]""")]
    [InlineData("network 1x4 -> conv 1 kernel 2 padding circular relu -> 1", "monomial", """[{"kind":"conv","channels":1,"kernel":[2],"stride":1,"padding":"circular","activation":"relu","bias":false},{"kind":"dense","units":1,"activation":"linear","bias":false}]""")]
    public void A_count_of_the_network_itself_comes_with_the_network(string model, string kind, string layers)
    {
        byte[] written = Write(model).Bytes;
        using var document = JsonDocument.Parse(written);
        JsonElement certificate = document.RootElement;
        Assert.Equal((kind, "network"), (certificate.GetProperty("kind").GetString(), certificate.GetProperty("scope").GetString()));
        string[] members = [.. certificate.EnumerateObject().Select(member => member.Name)];
        Assert.Equal("network", members[Array.IndexOf(members, "count") + 1]);
        JsonElement network = certificate.GetProperty("network");
        Assert.Equal(layers, network.GetProperty("layers").GetRawText());
        Assert.Equal(["input", "layers", "point", "inputs", "modulus", "rows", "pivots"], network.EnumerateObject().Select(member => member.Name));
        Assert.Equal(network.GetProperty("rows").GetArrayLength(), network.GetProperty("pivots").GetArrayLength());
        if (kind == "exactly")
        {
            Assert.Equal(certificate.GetProperty("lawRank").GetProperty("point").GetRawText(), network.GetProperty("point").GetRawText());
        }

        using var again = new MemoryStream();
        CertificateWriter.Write(CertificateReader.Read(written), again);
        Assert.Equal(Encoding.UTF8.GetString(written), Encoding.UTF8.GetString(again.ToArray()));
    }

    [Theory]
    [InlineData("network 3 -> 2 -> 3")]
    [InlineData("network 2 -> 3 smooth -> 1")]
    [InlineData("network 1x5 -> conv 1 kernel 1 stride 3000000000 padding 2147483647 bias -> 1")]
    public void A_certificate_without_inputs_is_about_the_functions(string model)
    {
        using var certificate = JsonDocument.Parse(Write(model).Bytes);
        Assert.Equal("phi", certificate.RootElement.GetProperty("scope").GetString());
        Assert.False(certificate.RootElement.TryGetProperty("network", out _));
    }

    [Fact]
    public void A_network_of_many_paths_has_a_short_certificate()
    {
        Assert.InRange(Write("network 500 -> 500 relu bias -> 500 relu bias -> 500 relu -> 500").Bytes.Length, 1, 1000);
        // 3,600 edges, 10 million paths.
        Assert.InRange(Write("network 1x10 -> conv 10 kernel 3 relu -> conv 10 kernel 3 relu -> conv 10 kernel 3 relu -> conv 10 kernel 3 relu -> 2").Bytes.Length, 1, 300_000);
    }

    [Fact]
    public void Where_nothing_is_known_there_is_no_certificate()
    {
        (string? claim, byte[] bytes) = WriteTheorem(Prover.Unfinished(Model.Parse("network 2 -> 2 -> 2")));
        Assert.Null(claim);
        Assert.Empty(bytes);
    }

    [Fact]
    public void Rational_coordinates_have_one_denominator()
    {
        Theorem theorem = Prover.Prove(Model.Parse("network 2 -> 2 -> 2"));
        theorem = theorem with { Network = null, Point = theorem.Point with { Values = [.. theorem.Point.Values.Select((value, place) => place < 4 ? Algebra.Integers.Rational.One / s_denominators[place] : value)] } };
        using var certificate = JsonDocument.Parse(WriteTheorem(theorem).Bytes);
        Assert.Equal("210", certificate.RootElement.GetProperty("lawRank").GetProperty("point").GetProperty("denominator").GetString());
    }

    private static (string? Claim, byte[] Bytes) Write(string model, ProofOptions? options = null) => WriteTheorem(Prover.Prove(Model.Parse(model), options));

    private static (string? Claim, byte[] Bytes) WriteTheorem(Theorem theorem)
    {
        using var stream = new MemoryStream();
        string? claim = CertificateFile.Write(theorem, stream);
        return (claim, stream.ToArray());
    }
}
