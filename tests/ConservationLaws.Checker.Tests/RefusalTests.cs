using System.Text;

namespace ConservationLaws.Checker.Tests;

/// <summary>One change for each rule of docs/certificates.md, and the reason that is given.</summary>
public sealed class RefusalTests
{
    private const string Zeros = "0000000000000000000000000000000000000000000000000000000000000000";

    [Theory]
    [InlineData("{", "", "not JSON")]
    [InlineData("\"pivots\":[2]}}", "\"pivots\":[2]}", "not JSON")]
    [InlineData("\"pivots\":[2]}}", "\"pivots\":[2]}} 0", "not JSON")]
    [InlineData("\"pivots\":[2]}}", "\"pivots\":[2]}}{}", "not JSON")]
    [InlineData("\"count\":1", "\"count\":1,", "not JSON")]
    [InlineData("\"count\":1", "/* */\"count\":1", "not JSON")]
    [InlineData("\"count\":1", "\"count\":01", "not JSON")]
    [InlineData("\"count\":1", "\"count\":+1", "not JSON")]
    [InlineData("\"count\":1", "\"count\":NaN", "not JSON")]
    [InlineData("\"count\":1", "\"count\":1.0", "count: an index is below 2^31 and has digits alone")]
    [InlineData("\"count\":1", "\"count\":1e0", "count: an index is below 2^31 and has digits alone")]
    [InlineData("\"count\":1", "\"count\":-1", "count: an index is below 2^31 and has digits alone")]
    [InlineData("\"count\":1", "\"count\":-0", "count: an index is below 2^31 and has digits alone")]
    [InlineData("\"count\":1", "\"count\":2147483648", "count: the index 2147483648 is not in the range from 0 to 2")]
    [InlineData("\"count\":1", "\"count\":\"1\"", "count: an index was expected")]
    [InlineData("\"count\":1", "\"count\":3", "count: the index 3 is not in the range from 0 to 2")]
    [InlineData("\"count\":1", "\"count\":1,\"count\":1", "file: the member `count` occurs twice")]
    [InlineData("\"count\":1", "\"count\":1,\"c\\u006funt\":1", "file: the member `count` occurs twice")]
    [InlineData("\"count\":1", "\"count\":1,\"comment\":\"\"", "file: a member that is not one of format, kind,")]
    [InlineData("\"count\":1", "\"count\":1,\"kernel\":[]", "file: a member that is not one of format, kind,")]
    [InlineData("\"count\":1,", "", "file: the member `count` is missing")]
    [InlineData("\"seed\":\"1\"", "\"seed\":1", "program, seed and source are strings")]
    [InlineData("\"source\":\"\"", "\"source\":null", "program, seed and source are strings")]
    [InlineData("certificate/1", "certificate/2", "format: expected claws-certificate/1")]
    [InlineData("\"exactly\"", "\"exact\"", "kind: expected exactly")]
    [InlineData("\"kind\":\"exactly\",", "", "kind: expected exactly")]
    [InlineData("\"exactly\"", "\"at-least\"", "file: a member that is not one of")]
    [InlineData("\"exactly\"", "\"monomial\"", "file: a member that is not one of")]
    [InlineData("\"scope\":\"phi\"", "\"scope\":\"fields\"", "scope: it does not fit a model by `phi`")]
    [InlineData("HASH", Zeros, "modelHash: it is not the hash of the model")]
    [InlineData("HASH", "", "modelHash: it is not the hash of the model")]
    public void The_file_is_read_strictly(string place, string change, string reason) => AssertRefused(reason, Certificates.Product, place, change);

    [Theory]
    [InlineData("\"dimension\":2", "\"dimension\":0", "dimension: the index 0 is not in the range from 1")]
    [InlineData("\"dimension\":2", "\"dimension\":100000001", "dimension: the index 100000001 is not in the range")]
    [InlineData("\"dimension\":2", "\"dimension\":3", "names: there are 2 for dimension 3")]
    [InlineData("\"dimension\":2", "\"dimension\":2,\"dimension\":2", "model: the member `dimension` occurs twice")]
    [InlineData("\"dimension\":2,", "", "model: the member `dimension` is missing")]
    [InlineData("\"names\":[\"x\",\"y\"],", "", "model: the member `names` is missing")]
    [InlineData("\"names\":[\"x\",\"y\"]", "\"names\":[\"x\",\"x\"]", "names: a name occurs twice")]
    [InlineData("\"names\":[\"x\",\"y\"]", "\"names\":[\"x\",\"1\"]", "names: a name is not written as names are")]
    [InlineData("\"names\":[\"x\",\"y\"]", "\"names\":[\"x\",\"y\\n\"]", "names: a name is not written as names are")]
    [InlineData("\"names\":[\"x\",\"y\"]", "\"names\":[\"x\",\"y[1,]\"]", "names: a name is not written as names are")]
    [InlineData("\"names\":[\"x\",\"y\"]", "\"names\":[\"x\",\"é\"]", "names: a name is not written as names are")]
    [InlineData("\"phi\":[[[\"1\",[1,2]]]]", "\"psi\":[]", "model: a member that is not one of")]
    [InlineData("\"phi\":[", "\"fields\":[],\"phi\":[", "model: a member that is not one of")]
    [InlineData("\"phi\":[[[\"1\",[1,2]]]]", "\"phi\":{}", "phi: a list was expected")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[1,3]]", "phi 0: the index 3 is not in the range from 1 to 2")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[0,2]]", "phi 0: the index 0 is not in the range from 1 to 2")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[2,1]]", "phi 0: the variables of a monomial are not in ascending order")]
    [InlineData("[\"1\",[1,2]]", "[\"0\",[1,2]]", "phi 0: a coefficient is zero")]
    [InlineData("[\"1\",[1,2]]", "[1,[1,2]]", "phi 0: an integer, a string of digits, was expected")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[1,2],[]]", "phi 0: a list of two items was expected")]
    [InlineData("[\"1\",[1,2]]", "[\"1\"]", "phi 0: a list of two items was expected")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[1,2]],[\"1\",[1,2]]", "phi 0: the terms are not in strictly ascending order")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[1,2]],[\"1\",[1,1]]", "phi 0: the terms are not in strictly ascending order")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[1]],[\"1\",[1,2]]", "phi 0: the terms are not in strictly ascending order")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[]],[\"1\",[1,2]]", "phi 0: the terms are not in strictly ascending order")]
    [InlineData("[\"1\",[1,2]]", "[\"1\",[2]],[\"1\",[1]]", "phi 0: the terms are not in strictly ascending order")]
    public void The_model_is_read_strictly(string place, string change, string reason) => AssertRefused(reason, Certificates.Product, place, change);

    [Theory]
    [InlineData("")]
    [InlineData("-")]
    [InlineData("-0")]
    [InlineData("00")]
    [InlineData("01")]
    [InlineData("+1")]
    [InlineData("1.0")]
    [InlineData("1e0")]
    [InlineData(" 1")]
    [InlineData("١")]
    [InlineData("0x1")]
    [InlineData("1,000")]
    public void An_integer_is_written_in_one_way(string integer) =>
        AssertRefused("phi 0: an integer must match 0|-?[1-9][0-9]*", Certificates.Product, "[\"1\",[1,2]]", $"[\"{integer}\",[1,2]]");

    [Theory]
    [InlineData(10_000, true)]
    [InlineData(10_001, false)]
    public void An_integer_has_at_most_10000_digits(int digits, bool accepted)
    {
        string positive = new('4', digits);

        Assert.Equal(accepted, Certificates.Check(Certificates.Product, "[\"1\",[1,2]]", $"[\"{positive}\",[1,2]]").Accepted);
        Assert.Equal(accepted, Certificates.Check(Certificates.Product, "[\"1\",[1,2]]", $"[\"-{positive}\",[1,2]]").Accepted);
    }

    [Theory]
    [InlineData("[[\"1\",[1,1]],[\"-1\",[2,2]]]", "[[\"1\",[1,1]],[\"1\",[2,2]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData("[[\"1\",[1,1]],[\"-1\",[2,2]]]", "[[\"1\",[1,1]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData("[[\"1\",[1,1]],[\"-1\",[2,2]]]", "[]", "lawRank: row 0: the pivot is no unit modulo 7")]
    [InlineData("[[\"1\",[1,1]],[\"-1\",[2,2]]]", "[[\"1\",[]]]", "lawRank: row 0: the pivot is no unit modulo 7")]
    [InlineData("\"class\":\"polynomial\"", "\"class\":\"exact\"", "law 0: its class is not known")]
    [InlineData("\"class\":\"polynomial\",", "", "law 0: its class is not known")]
    [InlineData("{\"class\":\"polynomial\"", "null,{\"class\":\"polynomial\"", "law 0: its class is not known")]
    [InlineData("\"laws\":[{\"class\":\"polynomial\",\"polynomial\":[[\"1\",[1,1]],[\"-1\",[2,2]]]}]", "\"laws\":[]", "laws: there are 0 for the count 1")]
    [InlineData("\"pivots\":[1]", "\"pivots\":[]", "lawRank: there are 0 pivots instead of 1")]
    [InlineData("\"pivots\":[1]", "\"pivots\":[3]", "lawRank: the index 3 is not in the range from 1 to 2")]
    [InlineData("\"modulus\":\"7\"", "\"modulus\":\"2\"", "lawRank: row 0: the pivot is no unit modulo 2")]
    [InlineData("\"modulus\":\"7\"", "\"modulus\":\"1\"", "lawRank: the modulus is not in the range")]
    [InlineData("\"modulus\":\"7\"", "\"modulus\":\"0\"", "lawRank: the modulus is not in the range")]
    [InlineData("\"modulus\":\"7\"", "\"modulus\":\"-7\"", "lawRank: the modulus is not in the range")]
    [InlineData("\"modulus\":\"7\"", "\"modulus\":\"2147483648\"", "lawRank: the modulus is not in the range")]
    [InlineData("\"modulus\":\"7\"", "\"modulus\":7", "lawRank: an integer, a string of digits, was expected")]
    [InlineData("\"denominator\":\"1\"", "\"denominator\":\"0\"", "lawRank: the denominator of the point is not positive or no unit modulo 7")]
    [InlineData("\"denominator\":\"1\"", "\"denominator\":\"-1\"", "lawRank: the denominator of the point is not positive or no unit modulo 7")]
    [InlineData("\"denominator\":\"1\"", "\"denominator\":\"14\"", "lawRank: the denominator of the point is not positive or no unit modulo 7")]
    [InlineData("[\"1\",\"2\"]", "[\"1\"]", "lawRank: the point has 1 coordinates instead of 2")]
    [InlineData("[\"1\",\"2\"]", "[\"0\",\"2\"]", "lawRank: row 0: the pivot is no unit modulo 7")]
    [InlineData("\"words\":[0]", "\"words\":[]", "bracketRank: the index 0 is not in the range from 0 to -1")]
    [InlineData("\"words\":[0]", "\"words\":[1]", "word 0: the index 1 is not in the range from 0 to 0")]
    [InlineData("\"words\":[0]", "\"words\":[0,[0,1]]", "word 1: the index 1 is not in the range from 0 to 0")]
    [InlineData("\"words\":[0]", "\"words\":[0,[2,0]]", "word 1: the index 2 is not in the range from 0 to 0")]
    [InlineData("\"words\":[0]", "\"words\":[[0,0]]", "word 0: the index 0 is not in the range from 0 to -1")]
    [InlineData("\"words\":[0]", "\"words\":[0,[0]]", "word 1: a list of two items was expected")]
    [InlineData("\"words\":[0],\"pivots\"", "\"words\":[1],\"pivots\"", "bracketRank: the index 1 is not in the range from 0 to 0")]
    [InlineData("\"words\":[0],\"pivots\"", "\"words\":[],\"pivots\"", "bracketRank: there are 0 words instead of 1")]
    [InlineData("\"words\":[0],\"pivots\":[2]", "\"words\":[0,0],\"pivots\":[2,1]", "bracketRank: there are 2 pivots instead of 1")]
    [InlineData("\"pivots\":[2]", "\"pivots\":[2],\"inverse\":[]", "bracketRank: a member that is not one of")]
    public void The_two_bounds_are_checked(string place, string change, string reason) => AssertRefused(reason, Certificates.Product, place, change);

    [Theory]
    [InlineData(nameof(Certificates.Linear), "\"pivots\":[1,2,4]", "\"pivots\":[1,2,2]", "lawRank: row 2: the pivot is no unit")]
    [InlineData(nameof(Certificates.Linear), "[\"1\",[2,2]],[\"1\",[4,4]],[\"-1\",[6,6]],[\"-1\",[8,8]]", "[\"1\",[1,1]],[\"1\",[3,3]],[\"-1\",[5,5]],[\"-1\",[7,7]]", "lawRank: row 2: the pivot is no unit")]
    [InlineData(nameof(Certificates.Linear), "[\"-1\",[8,8]]", "[\"-2\",[8,8]]", "law 2: generator 1 does not annihilate it")]
    [InlineData(nameof(Certificates.Linear), "3,[0,1]]", "3,[0,0]]", "bracketRank: row 4: the pivot is no unit")]
    [InlineData(nameof(Certificates.Linear), "\"words\":[0,1,2,3,4]", "\"words\":[0,1,2,3,3]", "bracketRank: row 4: the pivot is no unit")]
    [InlineData(nameof(Certificates.Linear), "\"modulus\":\"2147483647\",\"words\"", "\"modulus\":\"77\",\"words\"", "bracketRank: row 0: the pivot is no unit modulo 77")]
    [InlineData(nameof(Certificates.Nested), "\"modulus\":\"9\"", "\"modulus\":\"6\"", "bracketRank: row 3: the pivot is no unit modulo 6")]
    [InlineData(nameof(Certificates.Nested), "\"modulus\":\"9\"", "\"modulus\":\"2\"", "bracketRank: row 3: the pivot is no unit modulo 2")]
    [InlineData(nameof(Certificates.Nested), "[0,2]]", "[1,2]]", "bracketRank: row 3: the pivot is no unit")]
    [InlineData(nameof(Certificates.TwoPoints), "\"numerators\":[\"1\",\"0\"]", "\"numerators\":[\"0\",\"0\"]", "bracketRank: row 0: the pivot is no unit")]
    [InlineData(nameof(Certificates.AtMost), "\"count\":1,", "\"count\":0,", "bracketRank: there are 3 pivots instead of 4")]
    [InlineData(nameof(Certificates.AtMost), "\"count\":1,", "\"count\":1,\"laws\":[],", "file: a member that is not one of")]
    [InlineData(nameof(Certificates.AtLeast), "\"count\":1,", "\"count\":2,", "laws: there are 1 for the count 2")]
    [InlineData(nameof(Certificates.AtLeast), "\"count\":1,", "\"count\":1,\"words\":[0],", "file: a member that is not one of")]
    [InlineData(nameof(Certificates.Top), "[3,[[\"-2\",[1,2]]]]", "[3,[[\"2\",[1,2]]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData(nameof(Certificates.Top), "[3,[[\"-2\",[1,2]]]]", "[3,[]]", "field 0, component 2: it is zero")]
    [InlineData(nameof(Certificates.Top), "[3,[[\"-2\",[1,2]]]]", "[4,[[\"-2\",[1,2]]]]", "field 0, component 2: the index 4 is not in the range from 3 to 3")]
    [InlineData(nameof(Certificates.Top), "[3,[[\"-2\",[1,2]]]]", "[2,[[\"-2\",[1,2]]]]", "field 0, component 2: the index 2 is not in the range from 3 to 3")]
    [InlineData(nameof(Certificates.Top), "\"scope\":\"fields\"", "\"scope\":\"network\"", "file: the member `network` is missing")]
    public void Ranks_and_fields_are_checked(string name, string place, string change, string reason) => AssertRefused(reason, Certificates.All[name], place, change);

    [Theory]
    [InlineData(nameof(Certificates.Monomials), "[3,\"-4\"]", "[3,\"4\"]", "vector 0: the product with the exponents of monomial 1 is not zero")]
    [InlineData(nameof(Certificates.Monomials), "[3,\"-4\"]", "[3,\"-44444444444444444444\"]", "vector 0: the product with the exponents of monomial 1 is not zero")]
    [InlineData(nameof(Certificates.Monomials), "[3,\"-4\"]", "[3,\"0\"]", "vector 0, entry 2: it is zero")]
    [InlineData(nameof(Certificates.Monomials), "[3,\"-4\"]", "[2,\"-4\"]", "vector 0, entry 2: the index 2 is not in the range from 3 to 3")]
    [InlineData(nameof(Certificates.Monomials), "[2,\"-2\"]", "[2,\"0\"]", "monomial 0, entry 1: it is zero")]
    [InlineData(nameof(Certificates.Monomials), "\"modulus\":\"4\",\"pivots\":[2]", "\"modulus\":\"4\",\"pivots\":[1]", "kernelRank: row 0: the pivot is no unit modulo 4")]
    [InlineData(nameof(Certificates.Monomials), "\"rows\":[1,0]", "\"rows\":[1,1]", "exponentRank: row 1: the pivot is no unit modulo 15")]
    [InlineData(nameof(Certificates.Monomials), "\"rows\":[1,0]", "\"rows\":[1,2]", "exponentRank, row 1: the index 2 is not in the range from 0 to 1")]
    [InlineData(nameof(Certificates.Monomials), "\"rows\":[1,0]", "\"rows\":[1]", "exponentRank: there are 1 rows instead of 2")]
    [InlineData(nameof(Certificates.Monomials), "\"pivots\":[3,1]", "\"pivots\":[3,3]", "exponentRank: row 1: the pivot is no unit modulo 15")]
    [InlineData(nameof(Certificates.Monomials), "\"pivots\":[3,1]", "\"pivots\":[3]", "exponentRank: there are 1 pivots instead of 2")]
    [InlineData(nameof(Certificates.Monomials), "\"count\":1", "\"count\":2", "kernel: there are 1 vectors for the count 2")]
    [InlineData(nameof(Certificates.Monomials), "\"monomial\"", "\"exactly\"", "file: a member that is not one of")]
    [InlineData(nameof(Certificates.Convolution), "[3,\"-1\"]", "[3,\"1\"]", "vector 0: the sums along two ways to the end of edge 3 differ")]
    [InlineData(nameof(Certificates.Convolution), "[2,\"1\"]", "[2,\"2\"]", "vector 0: the sums along two ways to the end of edge 1 differ")]
    [InlineData(nameof(Certificates.Convolution), "\"rows\":[[0,3],[1,3]]", "\"rows\":[[0,3],[2,4]]", "exponentRank: row 1: the pivot is no unit")]
    [InlineData(nameof(Certificates.Convolution), "\"rows\":[[0,3],[1,3]]", "\"rows\":[[0,3],[1,4]]", "exponentRank, row 1: step 1 does not continue the path")]
    [InlineData(nameof(Certificates.Convolution), "\"rows\":[[0,3],[1,3]]", "\"rows\":[[0,3],[0,3,1,3]]", "exponentRank, row 1: step 2 does not continue the path")]
    [InlineData(nameof(Certificates.Convolution), "\"rows\":[[0,3],[1,3]]", "\"rows\":[[0,3],[1]]", "exponentRank, row 1: the path does not begin and end at vertex 0")]
    [InlineData(nameof(Certificates.Convolution), "\"rows\":[[0,3],[1,3]]", "\"rows\":[[0,3],[4]]", "exponentRank, row 1: the path does not begin and end at vertex 0")]
    [InlineData(nameof(Certificates.Convolution), "\"rows\":[[0,3],[1,3]]", "\"rows\":[[0,3],[]]", "exponentRank, row 1: the path does not begin and end at vertex 0")]
    [InlineData(nameof(Certificates.Convolution), "\"rows\":[[0,3],[1,3]]", "\"rows\":[[0,3],[1,5]]", "exponentRank, row 1: the index 5 is not in the range from 0 to 4")]
    [InlineData(nameof(Certificates.Convolution), "\"rows\":[[0,3],[1,3]]", "\"rows\":[0,1]", "exponentRank, row 0: a list was expected")]
    [InlineData(nameof(Certificates.Convolution), "[0,2,1],[1,0,3]", "[1,0,3],[0,2,1]", "edge 3: the index 0 is not in the range from 1 to 2")]
    [InlineData(nameof(Certificates.Convolution), "[0,2,1],", "[0,1,1],", "edge 4: nothing leads to its start")]
    [InlineData(nameof(Certificates.Convolution), "[2,0,3]", "[2,1,3]", "edge 4: it goes back")]
    [InlineData(nameof(Certificates.Convolution), "[2,0,3]", "[2,2,3]", "edge 4: it goes back")]
    [InlineData(nameof(Certificates.Convolution), "[2,0,3]", "[2,0,4]", "edge 4: the index 4 is not in the range from 1 to 3")]
    [InlineData(nameof(Certificates.Convolution), "[2,0,3]", "[2,0]", "edge 4: a list of three indices was expected")]
    [InlineData(nameof(Certificates.Convolution), "\"vertices\":2", "\"vertices\":1", "edge 2: the index 2 is not in the range from 0 to 1")]
    [InlineData(nameof(Certificates.Convolution), "\"vertices\":2", "\"vertices\":2,\"vertices\":2", "graph: the member `vertices` occurs twice")]
    [InlineData(nameof(Certificates.Layers), "\"dimension\":13", "\"dimension\":12", "layers: there are 13 parameters and 3 hidden units")]
    [InlineData(nameof(Certificates.Layers), "\"count\":3", "\"count\":4", "layers: there are 13 parameters and 3 hidden units")]
    [InlineData(nameof(Certificates.Layers), "\"count\":3", "\"count\":3,\"kernel\":[]", "file: a member that is not one of")]
    [InlineData(nameof(Certificates.Layers), "\"dimension\":13,", "\"dimension\":13,\"names\":[],", "model: a member that is not one of")]
    [InlineData(nameof(Certificates.Layers), "\"bias\":false", "\"bias\":true", "layers: an input without bias and at least one layer were expected")]
    [InlineData(nameof(Certificates.Layers), "\"bias\":false", "\"bias\":0", "layer 0: bias is true or false")]
    [InlineData(nameof(Certificates.Layers), "\"units\":2", "\"units\":0", "layer 0: the index 0 is not in the range from 1")]
    [InlineData(nameof(Certificates.Layers), "[{\"bias\":false,\"units\":2},{\"bias\":true,\"units\":3},{\"bias\":true,\"units\":1}]", "[]", "layers: an input without bias and at least one layer were expected")]
    [InlineData(nameof(Certificates.Layers), "\"units\":2},{\"bias\":true,\"units\":3}", "\"units\":999999999},{\"bias\":true,\"units\":999999999}", "layers: there are 1000000000000000000 parameters and 999999999 hidden units")]
    public void Monomial_maps_are_checked(string name, string place, string change, string reason) => AssertRefused(reason, Certificates.All[name], place, change);

    [Fact]
    public void A_word_is_at_most_20_deep()
    {
        AssertRefused("word 21: it is deeper than 20", Certificates.Product, "\"words\":[0]", $"\"words\":[0{Chain(0, 21)}]");
        Assert.True(Certificates.Check(Certificates.Product, "\"words\":[0]", $"\"words\":[0{Chain(0, 20)}]").Accepted);
    }

    [Fact]
    public void Deep_words_cannot_take_forever() =>
        AssertRefused("the limit of this checker", Certificates.Nested.Replace("[0,1,2,3]", "[0,1,2,21]", StringComparison.Ordinal), ",[0,1],[0,2]", Chain(1, 20));

    [Fact]
    public void A_monomial_of_many_variables_cannot_take_forever()
    {
        string variables = string.Join(",", Enumerable.Repeat("1", 100_000).Concat(Enumerable.Repeat("2", 100_000)));

        AssertRefused("the limit of this checker", Certificates.Product, "[\"1\",[1,2]]", $"[\"1\",[{variables}]]");
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("0")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("{\"kind\":\"\\ud800\"}")]
    [InlineData("{\"\\ud800\":0}")]
    [InlineData("\ufeff{}")]
    public void Files_that_are_no_certificates_are_refused(string text)
    {
        Verdict verdict = CertificateChecker.Check(Encoding.UTF8.GetBytes(text));

        Assert.False(verdict.Accepted);
        Assert.Matches("^refused: [^\n]+$", verdict.Line);
    }

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Certificates.Seal(Certificates.Product));
        bytes[Array.IndexOf(bytes, (byte)'b')] = 0xE9;

        Assert.Equal(new Verdict(false, "refused: file: it is not UTF-8"), CertificateChecker.Check(bytes));
    }

    [Fact]
    public void Deep_nesting_is_refused()
    {
        string deep = new string('[', 1_000_000) + new string(']', 1_000_000);

        AssertRefused("not JSON", Certificates.Product, "[[[\"1\",[1,2]]]]", deep);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_cut_of_a_file_is_refused_without_an_exception(string name)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Certificates.Seal(Certificates.All[name]));
        for (int length = 0; length < bytes.Length; length++)
        {
            Assert.False(CertificateChecker.Check(bytes.AsMemory(0, length)).Accepted);
        }
    }

    public static TheoryData<string> Names { get; } = [.. Certificates.All.Keys];

    // Words behind the word at a place: each the bracket of the one before with the first.
    private static string Chain(int place, int depth) => string.Concat(Enumerable.Range(place, depth).Select(one => $",[{one},0]"));

    private static void AssertRefused(string reason, string certificate, string place, string change)
    {
        Verdict verdict = Certificates.Check(certificate, place, change);

        Assert.StartsWith("refused: ", verdict.Line, StringComparison.Ordinal);
        Assert.Contains(reason, verdict.Line, StringComparison.Ordinal);
        Assert.DoesNotContain("\n", verdict.Line, StringComparison.Ordinal);
        Assert.False(verdict.Accepted);
    }
}
