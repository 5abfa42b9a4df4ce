using System.Globalization;
using System.Numerics;

namespace ConservationLaws.Checker.Tests;

/// <summary>Statements about networks themselves: derivatives by hand, and a refusal for each rule.</summary>
public sealed class NetworkTests
{
    private const string First = "{\"kind\":\"dense\",\"units\":1,\"activation\":\"linear\",\"bias\":false}";
    private const string FirstConvolution = "{\"kind\":\"conv\",\"channels\":1,\"kernel\":[2],\"stride\":1,\"padding\":0,\"activation\":\"relu\",\"bias\":false}";
    private const string Second = "," + First;
    private const string LastInput = "[\"-5\",\"-3\"]]";

    public static TheoryData<string> Names { get; } = [.. NetworkCertificates.All.Keys];

    [Theory]
    [InlineData(nameof(NetworkCertificates.Chain), "1 law of the network near the point (network, D = 2, 1 generators, 1 brackets, model ")]
    [InlineData(nameof(NetworkCertificates.Linear), "3 laws of the network near the point (network, D = 6, 2 generators, 3 brackets, model ")]
    [InlineData(nameof(NetworkCertificates.Gated), "2 laws of the network near the point (network, D = 9, monomials by layers, model ")]
    [InlineData(nameof(NetworkCertificates.GatedByPaths), "2 laws of the network near the point (network, D = 9, 7 generators, 7 brackets, model ")]
    [InlineData(nameof(NetworkCertificates.Square), "1 law of the network near the point (network, D = 3, monomials by monomials, model ")]
    [InlineData(nameof(NetworkCertificates.Convolution), "1 law of the network near the point (network, D = 4, monomials by graph, model ")]
    public void A_certificate_by_hand_is_accepted(string name, string statement) =>
        Assert.StartsWith($"accepted: exactly {statement}", Certificates.Check(NetworkCertificates.All[name]).Line, StringComparison.Ordinal);

    // The rows are the outputs, each with the derivatives by all parameters at the signal 2, 3, 5, 7, …
    [Theory]
    [InlineData("1,4", "2", 1, "0", "2 3|3 5|5 7")]
    [InlineData("1,4", "2", 1, "1", "0 2|2 3|3 5|5 7|7 0")]
    [InlineData("1,4", "2", 2, "1", "0 2|3 5|7 0")]
    [InlineData("1,4", "2", 3, "0", "2 3")]
    [InlineData("1,4", "6", 5, "1", "0 2 3 5 7 0")]
    [InlineData("1,4", "2", 1, "\"same\"", "2 3|3 5|5 7|7 0")]
    [InlineData("1,4", "3", 1, "\"same\"", "0 2 3|2 3 5|3 5 7|5 7 0")]
    [InlineData("1,4", "3", 3, "\"same\"", "0 2 3|5 7 0")]
    [InlineData("1,4", "3", 1, "\"circular\"", "2 3 5|3 5 7|5 7 2|7 2 3")]
    [InlineData("1,4", "3", 2, "\"circular\"", "2 3 5|5 7 2")]
    [InlineData("1,2", "5", 1, "\"circular\"", "2 3 2 3 2|3 2 3 2 3")]
    [InlineData("1,2,3", "2,2", 1, "0", "2 3 7 11|3 5 11 13")]
    [InlineData("1,2,3", "1,3", 2, "\"same\"", "0 2 3|3 5 0")]
    [InlineData("1,2,3", "2,1", 1, "\"circular\"", "2 7|3 11|5 13|7 2|11 3|13 5")]
    [InlineData("2,2", "2", 1, "0", "2 3 5 7")]
    [InlineData("2,1,2", "1,2", 1, "0", "2 3 5 7")]
    public void A_convolution_reads_its_signal(string input, string kernel, int stride, string padding, string rows) =>
        AssertDerivatives(
            input,
            $"{{\"kind\":\"conv\",\"channels\":1,\"kernel\":[{kernel}],\"stride\":{stride},\"padding\":{padding},\"activation\":\"linear\",\"bias\":false}}",
            new string('1', rows.Split('|')[0].Split(' ').Length),
            rows);

    [Theory]
    [InlineData("1,3", "conv 2 linear true", "111111", "2 3 0 0 1 0|3 5 0 0 1 0|0 0 2 3 0 1|0 0 3 5 0 1")]
    [InlineData("3", "dense 2 linear true", "11111111", "2 3 5 0 0 0 1 0|0 0 0 2 3 5 0 1")]
    [InlineData("1,3", "conv 1 linear false,dense 1 linear false", "2357", "31 46 13 21")]
    [InlineData("2", "dense 1 square false", "23", "52 78")]
    [InlineData("1", "dense 1 relu^3 false", "2", "96")]
    [InlineData("2", "dense 2 relu false,dense 1 linear false", "23-1-257", "10 15 0 0 13 0")]
    [InlineData("1", "dense 1 linear false,residual(dense 1 linear false),dense 1 linear false", "357", "84 42 36")]
    [InlineData("1", "residual(dense 1 square false,dense 1 linear false),dense 1 linear false", "357", "840 252 182")]
    public void A_network_is_differentiated(string input, string layers, string point, string rows) => AssertDerivatives(input, Layers(layers), point, rows);

    // c (wx + (awx + b)²) at x = 2 and (w, a, b, c) = (3, 5, 7, 9)/2: the derivatives are 504, 297, 99 and 124.
    [Theory]
    [InlineData(1, 7, 5)]
    [InlineData(2, 11, 5)]
    [InlineData(3, 11, 5)]
    [InlineData(4, 31, 5)]
    public void Denominators_are_common(int variable, long divisor, long other)
    {
        string layers = Layers("dense 1 linear false,residual(dense 1 square true),dense 1 linear false");
        bool IsUnit(long modulus) => Certificates.Check(NetworkCertificates.OneDerivative("1", layers, ["3", "5", "7", "9"], ["2"], 0, variable, modulus, 2)).Accepted;

        Assert.False(IsUnit(divisor));
        Assert.True(IsUnit(other));
    }

    [Theory]
    [InlineData(nameof(NetworkCertificates.Chain), "\"network\":{", "\"net\":{", "a member that is not one of")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"scope\":\"network\"", "\"scope\":\"phi\"", "a member that is not one of")]
    [InlineData(nameof(NetworkCertificates.Gated), "\"scope\":\"network\"", "\"scope\":\"phi\"", "a member that is not one of")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"names\":[\"u\",\"v\"],\"phi\":[[[\"1\",[1,2]]]]", "\"fields\":[[[1,[[\"1\",[2]]]],[2,[[\"1\",[1]]]]]],\"names\":[\"u\",\"v\"]", "scope: it does not fit a model by `fields`")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"rows\":[[0,0]],", "", "network: the member `rows` is missing")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"rows\":[[0,0]],", "\"rows\":[[0,0]],\"row\":[],", "network: a member that is not one of")]
    [InlineData(nameof(NetworkCertificates.Chain), "[\"1\",\"6\"]},\"inputs\"", "[\"1\",\"7\"]},\"inputs\"", "network: the point is not that of lawRank")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"2\",\"numerators\":[\"1\",\"6\"]},\"inputs\"", "\"4\",\"numerators\":[\"2\",\"12\"]},\"inputs\"", "network: the point is not that of lawRank")]
    [InlineData(nameof(NetworkCertificates.Gated), "\"3\",\"5\"]}", "\"3\",\"0\"]}", "network: a coordinate of the point is zero")]
    [InlineData(nameof(NetworkCertificates.Gated), "\"3\",\"5\"]}", "\"3\"]}", "network: the point has 8 coordinates instead of 9")]
    [InlineData(nameof(NetworkCertificates.Gated), "\"denominator\":\"1\"", "\"denominator\":\"1000003\"", "network: the denominator of the point is not positive or no unit")]
    [InlineData(nameof(NetworkCertificates.Gated), "\"denominator\":\"1\"", "\"denominator\":\"-1\"", "network: the denominator of the point is not positive or no unit")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"input\":[1]", "\"input\":[]", "network: the input has 1, 2 or 3 sizes")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"input\":[1]", "\"input\":[1,1,1,1]", "network: the input has 1, 2 or 3 sizes")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"input\":[1]", "\"input\":[0]", "network: the index 0 is not in the range from 1")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"input\":[1]", "\"input\":[2]", "network, layer 1: there are more parameters than the dimension 2")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"input\":[1]", "\"input\":[2000000000,2000000000,2000000000]", "network: a signal has more than 100000000 entries")]
    [InlineData(nameof(NetworkCertificates.Chain), "[[\"5\"]]", "[[\"5\",\"1\"]]", "network: an input does not have 1 entries")]
    [InlineData(nameof(NetworkCertificates.Chain), "[[\"5\"]]", "[[5]]", "network, input 0: an integer, a string of digits, was expected")]
    [InlineData(nameof(NetworkCertificates.Chain), "[[\"5\"]]", "[]", "network, row 0: the index 0 is not in the range from 0 to -1")]
    [InlineData(nameof(NetworkCertificates.Chain), "[[\"5\"]]", "[[\"0\"]]", "network: row 0: the pivot is no unit modulo 11")]
    [InlineData(nameof(NetworkCertificates.Gated), "[\"3\",\"1\"]", "[\"1\",\"2\"]", "network: a unit with a gate is zero before it")]
    [InlineData(nameof(NetworkCertificates.Convolution), "[\"3\",\"1\",\"0\"]", "[\"2\",\"1\",\"5\"]", "network: a unit with a gate is zero before it")]
    [InlineData(nameof(NetworkCertificates.Gated), "\"activation\":\"relu\"", "\"activation\":\"linear\"", "network: row 2: the pivot is no unit")]
    [InlineData(nameof(NetworkCertificates.Linear), "\"rows\":[[0,0],[1,0]]", "\"rows\":[[0,0]]", "network: there are 1 rows instead of 3 or 2")]
    [InlineData(nameof(NetworkCertificates.Gated), "[5,0],[6,0]]", "[5,0]]", "network: there are 6 rows instead of 7")]
    [InlineData(nameof(NetworkCertificates.Linear), "\"rows\":[[0,0],[1,0]]", "\"rows\":[[0,0],[0,0]]", "network: row 1: the pivot is no unit")]
    [InlineData(nameof(NetworkCertificates.Linear), "\"rows\":[[0,0],[1,0]]", "\"rows\":[[0,0],[1,0,0]]", "network, row 1: a list of two items was expected")]
    [InlineData(nameof(NetworkCertificates.Linear), "\"rows\":[[0,0],[1,0]]", "\"rows\":[[0,0],[2,0]]", "network, row 1: the index 2 is not in the range from 0 to 1")]
    [InlineData(nameof(NetworkCertificates.Linear), "\"rows\":[[0,0],[1,0]]", "\"rows\":[[0,0],[1,1]]", "network, row 1: the index 1 is not in the range from 0 to 0")]
    [InlineData(nameof(NetworkCertificates.Linear), "[1,0]],\"pivots\":[1,2]", "[1,0]],\"pivots\":[1,3]", "network: row 1: the pivot is no unit")]
    [InlineData(nameof(NetworkCertificates.Linear), "[1,0]],\"pivots\":[1,2]", "[1,0]],\"pivots\":[1]", "network: there are 1 pivots instead of 2")]
    [InlineData(nameof(NetworkCertificates.Linear), "\"modulus\":\"1000003\",\"rows\"", "\"modulus\":\"7\",\"rows\"", "network: row 0: the pivot is no unit modulo 7")]
    public void The_network_is_read_strictly(string name, string place, string change, string reason) => AssertRefused(reason, NetworkCertificates.All[name], place, change);

    // The derivative of v (ux + ux) by v, for numbers u and x of so many bits: the sum fits a word of 64 bits, or just so, or not.
    [Theory]
    [InlineData(30, 31, 1)]
    [InlineData(31, 31, 1)]
    [InlineData(31, 32, 1)]
    [InlineData(31, 32, -1)]
    [InlineData(1, 63, 1)]
    [InlineData(63, 1, -1)]
    [InlineData(64, 64, 1)]
    [InlineData(200, 1, -1)]
    public void Signals_may_be_large(int parameterBits, int inputBits, int sign)
    {
        string parameter = (sign * ((BigInteger.One << parameterBits) - 1)).ToString(CultureInfo.InvariantCulture);
        string input = ((BigInteger.One << inputBits) - 1).ToString(CultureInfo.InvariantCulture);
        Verdict Check(long modulus) => Certificates.Check(NetworkCertificates.OneDerivative("2", First + Second, [parameter, parameter, "5"], [input, input], 0, 3, modulus));

        Assert.StartsWith("accepted: ", Check(1_000_003).Line, StringComparison.Ordinal);
        Assert.StartsWith("refused: network: row 0: the pivot is no unit", Check(2).Line, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "network: there are no layers")]
    [InlineData("dense 1 linear false", "network: there are 1 parameters for dimension 2")]
    [InlineData("dense 2 linear false,dense 1 linear false", "network, layer 1: there are more parameters than the dimension 2")]
    [InlineData("dense 1000000000 linear false", "network, layer 0: a signal has more than 100000000 entries")]
    [InlineData("dense 100000000 linear false", "network, layer 0: there are more parameters than the dimension 2")]
    [InlineData("dense 0 linear false", "network, layer 0: the index 0 is not in the range from 1")]
    [InlineData("dense 1 tanh false", "network, layer 0: the activation is not known")]
    [InlineData("dense 1 relu^ false", "network, layer 0: the activation is not known")]
    [InlineData("dense 1 relu^1 false", "network, layer 0: the activation is not known")]
    [InlineData("dense 1 relu^02 false", "network, layer 0: the activation is not known")]
    [InlineData("dense 1 relu^-2 false", "network, layer 0: the activation is not known")]
    [InlineData("dense 1 relu^2147483648 false", "network, layer 0: the activation is not known")]
    [InlineData("dense 1 relu^2\\u0000 false", "network, layer 0: the activation is not known")]
    [InlineData("dense 1 linear 0", "network, layer 0: bias is true or false")]
    [InlineData("pool 1 linear false", "network, layer 0: expected dense, conv or residual")]
    [InlineData("residual(dense 2 linear false)", "network, layer 0: the layers change the sizes of the signal")]
    [InlineData("residual()", "network, layer 0: there are no layers")]
    [InlineData("conv 1 linear true", "network, layer 0: the kernel does not have the dimensions of the signal")]
    [InlineData("dense 1 relu^2147483647 false,dense 1 linear false", "the limit of this checker")]
    public void Layers_are_read_strictly(string layers, string reason) => AssertRefused(reason, NetworkCertificates.Chain, First + Second, Layers(layers));

    [Theory]
    [InlineData("\"kernel\":[2]", "\"kernel\":[4]", "the kernel is larger than the padded signal")]
    [InlineData("\"kernel\":[2],\"stride\":1", "\"kernel\":[4],\"stride\":2", "the kernel is larger than the padded signal")]
    [InlineData("\"kernel\":[2],\"stride\":1,\"padding\":0", "\"kernel\":[5],\"stride\":1,\"padding\":1", "there are more parameters than the dimension 4")]
    [InlineData("\"kernel\":[2]", "\"kernel\":[2,1]", "the kernel does not have the dimensions of the signal")]
    [InlineData("\"kernel\":[2]", "\"kernel\":[]", "the kernel does not have the dimensions of the signal")]
    [InlineData("\"kernel\":[2]", "\"kernel\":[0]", "the index 0 is not in the range from 1")]
    [InlineData("\"kernel\":[2],\"stride\":1,\"padding\":0", "\"kernel\":[2000000000],\"stride\":1,\"padding\":\"same\"", "there are more parameters than the dimension 4")]
    [InlineData("\"stride\":1", "\"stride\":0", "the index 0 is not in the range from 1")]
    [InlineData("\"padding\":0", "\"padding\":\"zero\"", "the padding is a number, same or circular")]
    [InlineData("\"padding\":0", "\"padding\":null", "a string was expected")]
    [InlineData("\"padding\":0", "\"padding\":2000000000", "a signal has more than 100000000 entries")]
    [InlineData("\"padding\":0", "\"padding\":20000000", "the limit of this checker", "\"kernel\":[1]")]
    [InlineData("\"channels\":1", "\"channels\":2000000000", "a signal has more than 100000000 entries")]
    [InlineData("\"kind\":\"conv\"", "\"kind\":\"pool\"", "expected dense, conv or residual")]
    [InlineData("\"bias\":false", "\"bias\":null", "bias is true or false")]
    public void Convolutions_are_read_strictly(string place, string change, string reason, string kernel = "\"kernel\":[2]") =>
        AssertRefused(reason, NetworkCertificates.Convolution, FirstConvolution, FirstConvolution.Replace(place, change, StringComparison.Ordinal).Replace("\"kernel\":[2]", kernel, StringComparison.Ordinal));

    [Theory]
    [InlineData(nameof(NetworkCertificates.Chain), "\"numerators\":[\"1\",\"2\"]", "\"numerators\":[\"3\",\"4\"]")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"point\":{\"denominator\":\"2\",\"numerators\":[\"1\",\"6\"]},\"inputs\"", "\"point\":{\"numerators\":[\"\\u0031\",\"6\"],\"denominator\":\"2\"},\"inputs\"")]
    [InlineData(nameof(NetworkCertificates.Chain), "\"input\":[1]", "\"input\":[1,1,1]")]
    [InlineData(nameof(NetworkCertificates.Chain), First, "{\"kind\":\"residual\",\"layers\":[" + First + "]}")]
    [InlineData(nameof(NetworkCertificates.Gated), "\"3\",\"5\"]}", "\"3\",\"7\"]}")]
    [InlineData(nameof(NetworkCertificates.Gated), "\"activation\":\"relu\"", "\"activation\":\"relu^2\"")]
    [InlineData(nameof(NetworkCertificates.Gated), LastInput, "[\"-5\",\"-3\"],[\"1\",\"2\"]]")]
    [InlineData(nameof(NetworkCertificates.Linear), "[1,0]],\"pivots\":[1,2]", "[1,0]],\"pivots\":[3,2]")]
    public void Other_evidence_is_accepted(string name, string place, string change) => Assert.True(Certificates.Check(NetworkCertificates.All[name], place, change).Accepted);

    [Fact]
    public void Two_kinds_have_the_scope_network()
    {
        string atLeast = NetworkCertificates.Chain.Replace("exactly", "at-least", StringComparison.Ordinal);
        string network = atLeast[atLeast.IndexOf(",\n\"network\"", StringComparison.Ordinal)..];
        string words = atLeast[atLeast.IndexOf(",\n\"words\"", StringComparison.Ordinal)..];

        AssertRefused("a member that is not one of", atLeast.Replace(words, network, StringComparison.Ordinal), "", "");
        AssertRefused("scope: it does not fit a model by `phi` and the kind at-least", atLeast.Replace(words, "}", StringComparison.Ordinal), "", "");
    }

    [Theory]
    [InlineData(20, true)]
    [InlineData(21, false)]
    public void Residual_layers_are_nested_at_most_20_deep(int depth, bool accepted)
    {
        string nested = string.Concat(Enumerable.Repeat("{\"kind\":\"residual\",\"layers\":[", depth)) + First + string.Concat(Enumerable.Repeat("]}", depth));

        Assert.Equal(accepted, Certificates.Check(NetworkCertificates.Chain, First, nested).Accepted);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cut_of_a_file_is_refused(string name)
    {
        string text = Certificates.Seal(NetworkCertificates.All[name]);
        for (int length = 0; length < text.Length; length++)
        {
            Assert.False(CertificateChecker.Check(System.Text.Encoding.UTF8.GetBytes(text[..length])).Accepted);
        }
    }

    // A derivative v is a unit modulo |v| + 1, and none modulo |v|.
    private static void AssertDerivatives(string input, string layers, string point, string rows)
    {
        string[] parameters = [.. System.Text.RegularExpressions.Regex.Matches(point, "-?[0-9]").Select(match => match.Value)];
        int size = input.Split(',').Aggregate(1, (product, one) => product * int.Parse(one, CultureInfo.InvariantCulture));
        string[] signal = [.. "2 3 5 7 11 13".Split(' ').Take(size)];
        bool IsUnit(int output, int variable, long modulus)
        {
            Verdict verdict = Certificates.Check(NetworkCertificates.OneDerivative(input, layers, parameters, signal, output, variable, modulus));
            Assert.True(verdict.Accepted || verdict.Line.Contains("the pivot is no unit", StringComparison.Ordinal), verdict.Line);
            return verdict.Accepted;
        }

        string[] outputs = rows.Split('|');
        for (int output = 0; output < outputs.Length; output++)
        {
            long[] derivatives = [.. outputs[output].Split(' ').Select(value => long.Parse(value, CultureInfo.InvariantCulture))];
            Assert.Equal(parameters.Length, derivatives.Length);
            for (int variable = 1; variable <= derivatives.Length; variable++)
            {
                long value = derivatives[variable - 1];
                Assert.Equal(value != 0, IsUnit(output, variable, value + 1 + (value == 0 ? 4 : 0)));
                Assert.True(value < 2 || !IsUnit(output, variable, value));
            }
        }
    }

    // "dense 2 relu true,residual(dense 1 linear false)"; a convolution has kernel 2, stride 1 and padding 0.
    private static string Layers(string text)
    {
        string all = System.Text.RegularExpressions.Regex.Replace(text, @"(\w+) (\d+) (\S+?) (true|false|0)", match =>
        {
            string size = match.Groups[1].Value == "dense" ? "\"units\":" : "\"kernel\":[2],\"stride\":1,\"padding\":0,\"channels\":";
            return $"{{\"kind\":\"{match.Groups[1]}\",{size}{match.Groups[2]},\"activation\":\"{match.Groups[3]}\",\"bias\":{match.Groups[4]}}}";
        });
        return all.Replace("residual(", "{\"kind\":\"residual\",\"layers\":[", StringComparison.Ordinal).Replace(")", "]}", StringComparison.Ordinal);
    }

    private static void AssertRefused(string reason, string certificate, string place, string change)
    {
        Verdict verdict = Certificates.Check(certificate, place, change);

        Assert.StartsWith("refused: ", verdict.Line, StringComparison.Ordinal);
        Assert.Contains(reason, verdict.Line, StringComparison.Ordinal);
        Assert.DoesNotContain("cannot be checked", verdict.Line, StringComparison.Ordinal);
    }
}
