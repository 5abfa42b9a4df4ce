using System.Text;
using System.Text.Json;
using ConservationLaws.Certificates;
using ConservationLaws.Cli.Tests.House;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using Json.Schema;

namespace ConservationLaws.Cli.Tests.Certificates;

/// <summary>The JSON Schema of certificates, against those that the engine writes and against spoilt ones.</summary>
public sealed class SchemaTests
{
    private static readonly JsonSchema s_schema = JsonSchema.FromFile(Repository.PathOf("docs/certificate.schema.json"));

    public static TheoryData<string> Models => [.. ReferenceRows.Counts().Select(row => row.Model)];

    [Theory]
    [MemberData(nameof(Models))]
    public void Certificates_keep_to_the_schema(string model) => Assert.True(IsValid(Certificate(model)), Certificate(model));

    [Fact]
    public void Certificates_with_forms_keep_to_the_schema() => Assert.All(ReferenceRows.Certificates(), file => Assert.True(IsValid(file.Text), file.Name));

    [Theory]
    [InlineData("rational", "\"numerator\":", "\"form\":")]
    [InlineData("rational", "\"class\":\"rational\"", "\"class\":\"exact\"")]
    [InlineData("closed", ",\"denominator\":[[\"1\",[2]]]", "")]
    [InlineData("closed", "\"denominator\":[[\"1\",[2]]]", "\"denominator\":[[1,[2]]]")]
    [InlineData("closed", "\"class\":\"closed\"", "\"class\":\"integrable\"")]
    [InlineData("solvable", "\"kernelPivots\":[", "\"kernelPivots\":[0,")]
    [InlineData("solvable", "\"kernel\":[[", "\"kernel\":[1,[")]
    [InlineData("structure", "\"structure\":{", "\"structure\":{\"remark\":0,")]
    [InlineData("structure", "\"terms\":[]", "\"terms\":[0]")]
    [InlineData("structure", "\"terms\":[]", "\"term\":[]")]
    [InlineData("structure", "\"kind\":\"exactly\"", "\"kind\":\"at-most\"")]
    public void Spoilt_ones_with_forms_do_not(string name, string part, string instead)
    {
        string certificate = ReferenceRows.Certificates().Single(file => file.Name == name).Text;
        Assert.Contains(part, certificate, StringComparison.Ordinal);
        Assert.False(IsValid(certificate.Replace(part, instead, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"count\":1", "\"count\":1.5")]
    [InlineData("\"count\":1", "\"count\":\"1\"")]
    [InlineData("\"count\":1", "\"count\":1,\"remark\":\"\"")]
    [InlineData("\"kind\":\"exactly\"", "\"kind\":\"about\"")]
    [InlineData("\"format\":\"claws-certificate/1\"", "\"format\":\"claws-certificate/2\"")]
    [InlineData("[\"1\",[1,2]]", "[1,[1,2]]")]
    [InlineData("[\"1\",[1,2]]", "[\"01\",[1,2]]")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[0,2]]")]
    [InlineData("\"words\":[0],\"bracketRank\"", "\"word\":[0],\"bracketRank\"")]
    public void Spoilt_ones_do_not(string part, string instead)
    {
        string certificate = Certificate("parameters x, y; phi x*y + y");
        Assert.Contains(part, certificate, StringComparison.Ordinal);
        Assert.False(IsValid(certificate.Replace(part, instead, StringComparison.Ordinal)));
    }

    private static bool IsValid(string certificate)
    {
        using var document = JsonDocument.Parse(certificate);
        return s_schema.Evaluate(document.RootElement).IsValid;
    }

    private static string Certificate(string model)
    {
        using var stream = new MemoryStream();
        Assert.NotNull(CertificateFile.Write(Prover.Prove(Model.Parse(model)), stream));
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
