using System.Globalization;
using System.Text;

namespace ConservationLaws.Checker.Tests;

/// <summary>Certificates of every kind and form, and what is said about them.</summary>
public sealed class AcceptedTests
{
    [Theory]
    [InlineData(nameof(Certificates.Product), "exactly 1 law near the point (phi, D = 2, 1 generators, 1 brackets, model ")]
    [InlineData(nameof(Certificates.Linear), "exactly 3 laws near the point (phi, D = 8, 4 generators, 5 brackets, model ")]
    [InlineData(nameof(Certificates.Gated), "exactly 2 laws near the point (phi, D = 4, 2 generators, 2 brackets, model ")]
    [InlineData(nameof(Certificates.Top), "exactly 2 laws near the point (fields, D = 3, 1 generators, 1 brackets, model ")]
    [InlineData(nameof(Certificates.Rotation), "exactly 1 law near the point (fields, D = 2, 1 generators, 1 brackets, model ")]
    [InlineData(nameof(Certificates.TwoPoints), "exactly 1 law near the point (fields, D = 2, 1 generators, 1 brackets, model ")]
    [InlineData(nameof(Certificates.Nested), "exactly 0 laws near the point (fields, D = 4, 2 generators, 4 brackets, model ")]
    [InlineData(nameof(Certificates.AtMost), "at most 1 law near any point (fields, D = 4, 2 generators, 3 brackets, model ")]
    [InlineData(nameof(Certificates.AtLeast), "at least 1 law near the point (phi, D = 4, 1 generators, model ")]
    [InlineData(nameof(Certificates.Monomials), "exactly 1 law near every point without zero coordinates (phi, D = 3, monomials by monomials, model ")]
    [InlineData(nameof(Certificates.Convolution), "exactly 1 law near every point without zero coordinates (phi, D = 3, monomials by graph, model ")]
    [InlineData(nameof(Certificates.Layers), "exactly 3 laws near every point without zero coordinates (phi, D = 13, monomials by layers, model ")]
    [InlineData(nameof(Certificates.Angle), "exactly 1 law near the point (phi, D = 2, 1 generators, 1 brackets, 1 one-forms, by Frobenius' theorem, model ")]
    [InlineData(nameof(Certificates.Gram), "exactly 2 laws near the point (phi, D = 6, 3 generators, 4 brackets, 2 one-forms, by Frobenius' theorem, model ")]
    [InlineData(nameof(Certificates.Sphere), "exactly 1 law near the point (fields, D = 3, 2 generators, 2 brackets, 1 one-forms, by Frobenius' theorem, model ")]
    public void A_certificate_by_hand_is_accepted(string name, string statement)
    {
        string text = Certificates.Seal(Certificates.All[name]);
        string hash = text.Split("\"modelHash\":\"")[1][..12];

        Assert.Equal(new Verdict(true, $"accepted: {statement}{hash})"), Certificates.Check(text));
    }

    // f = x and g = x³ + c at x = 1: f'g − g'f = c − 2, and g'f = 3 is no unit modulo 6.
    [Theory]
    [InlineData("0,1", 1, true)]
    [InlineData("1,0", 1, true)]
    [InlineData("0,1", 2, false)]
    [InlineData("0,1", 4, false)]
    [InlineData("0,1", 7, true)]
    public void A_bracket_is_a_difference(string word, int constant, bool accepted)
    {
        string certificate = Certificates.AtMost
            .Replace("[[[1,[[\"1\",[]]]]],[[2,[[\"1\",[]]]],[3,[[\"1\",[1]]]],[4,[[\"1\",[1,1]]]]]]", $"[[[1,[[\"1\",[1]]]]],[[1,[[\"1\",[1,1,1]],[\"{constant}\",[]]]]]]", StringComparison.Ordinal)
            .Replace("\"dimension\":4", "\"dimension\":1", StringComparison.Ordinal)
            .Replace("[\"x\",\"y\",\"z\",\"w\"]", "[\"x\"]", StringComparison.Ordinal)
            .Replace("\"count\":1", "\"count\":0", StringComparison.Ordinal)
            .Replace("[0,1,[1,0]]", $"[0,1,[{word}]]", StringComparison.Ordinal)
            .Replace("[\"0\",\"0\",\"0\",\"0\"]},\"modulus\":\"2\",\"words\":[0,1,2],\"pivots\":[1,2,3]", "[\"1\"]},\"modulus\":\"6\",\"words\":[2],\"pivots\":[1]", StringComparison.Ordinal);

        Assert.Equal(accepted ? "accepted: at most 0 laws" : "refused: bracketRank: row 0", Certificates.Check(certificate).Line[..(accepted ? 24 : 27)]);
    }

    [Fact]
    public void A_stream_is_read()
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(Certificates.Seal(Certificates.Product)));

        Assert.True(CertificateChecker.Check(stream).Accepted);
    }

    [Fact]
    public void A_stopped_check_says_nothing() =>
        Assert.Throws<OperationCanceledException>(() => CertificateChecker.Check(Encoding.UTF8.GetBytes(Certificates.Seal(Certificates.Product)), new CancellationToken(true)));

    // White space, the order of members and escapes are the writer's choice; the hash is that of the canonical form.
    [Theory]
    [InlineData("{\"dimension\":2,", "{ \"dimension\" :\n\t2,\r\n")]
    [InlineData("\"dimension\":2,\"names\":[\"x\",\"y\"]", "\"names\":[\"x\",\"\\u0079\"],\"dimen\\u0073ion\":2")]
    [InlineData("\"phi\":[[[\"1\"", "\"phi\":[[[\"\\u0031\"")]
    public void The_hash_is_that_of_the_canonical_model(string place, string change)
    {
        string text = Certificates.Seal(Certificates.Product);

        Assert.Contains(place, text, StringComparison.Ordinal);
        Assert.True(CertificateChecker.Check(Encoding.UTF8.GetBytes(text.Replace(place, change, StringComparison.Ordinal))).Accepted);
    }

    [Fact]
    public void Members_of_nested_objects_are_sorted_for_the_hash()
    {
        string text = Certificates.Seal(Certificates.Convolution);
        string edges = text.Split("\"graph\":{")[1].Split(",\"vertices\"")[0];

        Assert.True(CertificateChecker.Check(Encoding.UTF8.GetBytes(text.Replace($"{edges},\"vertices\":2", $"\"vertices\":2,{edges}", StringComparison.Ordinal))).Accepted);
    }

    // The law x² − a y² of φ = c x^a y needs monomials of 64 bits, of 128 bits, and beyond; likewise the coefficients.
    [Theory]
    [InlineData(3, 1)]
    [InlineData(28, 1)]
    [InlineData(60, 1)]
    [InlineData(300, 1)]
    [InlineData(3, 10)]
    [InlineData(3, 25)]
    [InlineData(3, 60)]
    [InlineData(28, 60)]
    public void Monomials_and_coefficients_may_be_large(int exponent, int digits)
    {
        string coefficient = new('9', digits);
        string variables = string.Concat(Enumerable.Repeat("1,", exponent));
        string certificate = Certificates.Product
            .Replace("[\"1\",[1,2]]", $"[\"{coefficient}\",[{variables}2]]", StringComparison.Ordinal)
            .Replace("\"-1\",[2,2]", $"\"-{exponent.ToString(CultureInfo.InvariantCulture)}\",[2,2]", StringComparison.Ordinal)
            .Replace("\"7\"", "\"2147483629\"", StringComparison.Ordinal);

        Assert.StartsWith("accepted: exactly 1 law", Certificates.Check(certificate).Line, StringComparison.Ordinal);
        Assert.StartsWith("refused: law 0: generator 0", Certificates.Check(certificate.Replace("[[\"1\",[1,1]]", "[[\"2\",[1,1]]", StringComparison.Ordinal)).Line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Certificates.Product), "\"1\",\"2\"]},\"modulus\":\"7\",\"pivots\":[1]", "\"-3\",\"4\"]},\"modulus\":\"7\",\"pivots\":[1]")]
    [InlineData(nameof(Certificates.Product), "{\"denominator\":\"1\",\"numerators\":[\"1\",\"2\"]},\"modulus\":\"7\",\"words\"", "{\"denominator\":\"5\",\"numerators\":[\"3\",\"7\"]},\"modulus\":\"7\",\"words\"")]
    [InlineData(nameof(Certificates.Nested), "\"modulus\":\"9\"", "\"modulus\":\"2147483647\"")]
    [InlineData(nameof(Certificates.Nested), "[0,1],[0,2]]", "[1,0],[2,0]]")]
    [InlineData(nameof(Certificates.Product), "\"program\":\"by hand\"", "\"program\":\"\\ud800\"")]
    [InlineData(nameof(Certificates.Product), "\"source\":\"\"", "\"source\":\"x·y \\u0000 \\\"\"")]
    [InlineData(nameof(Certificates.Product), "\"names\":[\"x\",\"y\"]", "\"names\":[\"_1[0,12]\",\"Ab'[3]\"]")]
    [InlineData(nameof(Certificates.AtLeast), "\"phi\":[", "\"phi\":[[],[[\"7\",[]]],")]
    [InlineData(nameof(Certificates.Convolution), "\"vertices\":2", "\"vertices\":999999999")]
    [InlineData(nameof(Certificates.Layers), "\"bias\":true,\"units\":1}]},\"count\":3", "\"bias\":false,\"units\":1},{\"bias\":true,\"units\":0}]},\"count\":3", false)]
    public void Other_spellings_of_the_same_proof_are_accepted(string name, string place, string change, bool accepted = true) =>
        Assert.Equal(accepted, Certificates.Check(Certificates.All[name], place, change).Accepted);
}
