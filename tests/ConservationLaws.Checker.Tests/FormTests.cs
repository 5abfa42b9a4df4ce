namespace ConservationLaws.Checker.Tests;

/// <summary>One-forms in the place of laws.</summary>
public sealed class FormTests
{
    private const string AngleForm = "[[1,[[\"-1\",[2]]]],[2,[[\"1\",[1]]]]]";

    [Theory]
    [InlineData("[[1,[[\"1\",[2]]]],[2,[[\"1\",[1]]]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData("[[1,[[\"-2\",[2]]]],[2,[[\"1\",[1]]]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData("[[2,[[\"1\",[1]]]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData("[[2,[[\"1\",[1]]]],[1,[[\"-1\",[2]]]]]", "law 0, component 1: the index 1 is not in the range from 3 to 2")]
    [InlineData("[[1,[[\"-1\",[2]]]],[1,[[\"1\",[1]]]]]", "law 0, component 1: the index 1 is not in the range from 2 to 2")]
    [InlineData("[[1,[[\"-1\",[2]]]],[3,[[\"1\",[1]]]]]", "law 0, component 1: the index 3 is not in the range from 2 to 2")]
    [InlineData("[[1,[]],[2,[[\"1\",[1]]]]]", "law 0, component 0: it is zero")]
    [InlineData("[[1,[[\"0\",[2]]]],[2,[[\"1\",[1]]]]]", "law 0, component 0: a coefficient is zero")]
    [InlineData("[[1,[[\"-1\",[2]]],0],[2,[[\"1\",[1]]]]]", "law 0, component 0: a list of two items was expected")]
    [InlineData("[]", "lawRank: row 0: the pivot is no unit modulo 7")]
    [InlineData("[[1,[[\"-7\",[2]]]],[2,[[\"7\",[1]]]]]", "lawRank: row 0: the pivot is no unit modulo 7")]
    [InlineData("{}", "law 0: a list was expected")]
    public void A_form_is_read_strictly_and_vanishes_at_generators(string form, string reason) => AssertRefused(reason, Certificates.Angle, AngleForm, form);

    [Theory]
    [InlineData("\"integrable\"", "\"closed\"", "law 0: the member `denominator` is missing")]
    [InlineData("\"integrable\"", "\"polynomial\"", "law 0: a member that is not one of class, polynomial")]
    [InlineData("\"integrable\"", "null", "class: a string was expected")]
    [InlineData("\"form\"", "\"polynomial\"", "law 0: a member that is not one of class, form")]
    [InlineData("\"form\"", "\"polynomial\":[],\"form\"", "law 0: a member that is not one of class, form")]
    [InlineData("\"modulus\":\"7\",\"pivots\":[1]", "\"modulus\":\"2\",\"pivots\":[1]", "lawRank: row 0: the pivot is no unit modulo 2")]
    [InlineData("\"numerators\":[\"1\",\"2\"]},\"modulus\":\"5\"", "\"numerators\":[\"2\",\"1\"]},\"modulus\":\"5\"", "bracketRank: the point is not that of lawRank")]
    [InlineData("\"denominator\":\"1\",\"numerators\":[\"1\",\"2\"]},\"modulus\":\"5\"", "\"denominator\":\"2\",\"numerators\":[\"2\",\"4\"]},\"modulus\":\"5\"", "bracketRank: the point is not that of lawRank")]
    public void Both_ranks_are_at_one_point_and_members_are_those_of_the_class(string place, string change, string reason) => AssertRefused(reason, Certificates.Angle, place, change);

    [Theory]
    [InlineData("[1,[[\"-1\",[2,6]],[\"1\",[3,5]]]]", "[1,[[\"-1\",[2,6]],[\"2\",[3,5]]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData("[6,[[\"-1\",[1,5]],[\"1\",[2,4]]]]", "[6,[[\"-1\",[1,5]],[\"-1\",[2,4]]]]", "law 1: generator 1 does not annihilate it")]
    [InlineData("[0,2,1,[0,2]]", "[0,2,1,[0,0]]", "bracketRank: row 3: the pivot is no unit")]
    public void Forms_of_a_product_of_matrices_are_checked(string place, string change, string reason) => AssertRefused(reason, Certificates.Gram, place, change);

    [Fact]
    public void A_form_vanishes_at_brackets_of_words_with_generators()
    {
        AssertRefused("law 1: the bracket of generator 1 with word 0 does not annihilate it", Certificates.Contact, "HASH", "HASH");
        AssertRefused("law 1: the bracket of generator 0 with word 1 does not annihilate it", Certificates.Contact, "\"words\":[0,1],\"pivots\":[1,2]", "\"words\":[1,0],\"pivots\":[2,1]");
        AssertRefused("law 1: word 2 does not annihilate it", Certificates.Contact, "\"words\":[0,1],\"pivots\":[1,2]", "\"words\":[2,0],\"pivots\":[3,1]");
    }

    // Without x in it the fields commute, and the form is dz.
    [Fact]
    public void Polynomials_and_forms_go_together()
    {
        string certificate = Certificates.Contact
            .Replace(",[3,[[\"1\",[1]]]]", "", StringComparison.Ordinal)
            .Replace("[2,[[\"-1\",[1]]]],", "", StringComparison.Ordinal);

        Assert.StartsWith("accepted: exactly 2 laws near the point (fields, D = 4, 2 generators, 2 brackets, 1 one-forms, by Frobenius' theorem, model ", Certificates.Check(certificate).Line, StringComparison.Ordinal);
    }

    // x² dy − 2x dz + dw vanishes at X, Y and [X, Y], but not at [X, [X, Y]].
    [Fact]
    public void A_word_is_expanded()
    {
        string certificate = Certificates.Nested
            .Replace("\"count\":0,", "\"count\":1,", StringComparison.Ordinal)
            .Replace("\"laws\":[]", "\"laws\":[{\"class\":\"integrable\",\"form\":[[2,[[\"1\",[1,1]]]],[3,[[\"-2\",[1]]]],[4,[[\"1\",[]]]]]}]", StringComparison.Ordinal)
            .Replace("\"pivots\":[]", "\"pivots\":[4]", StringComparison.Ordinal)
            .Replace("[0,1,2,3],\"pivots\":[1,2,3,4]", "[0,1,2],\"pivots\":[1,2,3]", StringComparison.Ordinal);

        AssertRefused("law 0: the bracket of generator 0 with word 2 does not annihilate it", certificate, "HASH", "HASH");
    }

    [Fact]
    public void A_lower_bound_has_no_forms() =>
        AssertRefused("laws: only the kind exactly without structure has integrable laws", Certificates.AtLeast, "{\"class\":\"polynomial\",\"polynomial\":[[\"5\",[2,2]],[\"-5\",[4,4]]]}", "{\"class\":\"integrable\",\"form\":[[2,[[\"10\",[2]]]],[4,[[\"-10\",[4]]]]]}");

    // Two fields c·p(x) ∂x and a word of depth 3 in them: its coefficients are multiples of c⁶.
    [Theory]
    [InlineData(1, "accepted: exactly 1 law near the point (fields, D = 2, 2 generators, 1 brackets, 1 one-forms, by Frobenius' theorem, model ")]
    [InlineData(10_000, "refused: work: more than 2,000,000,000 steps, the limit of this checker")]
    public void Expansion_cannot_take_forever(int digits, string line)
    {
        string point = "\"point\":{\"denominator\":\"1\",\"numerators\":[\"2\",\"0\"]},\"modulus\":\"2147483647\"";
        string certificate = Certificates.Angle
            .Replace("\"scope\":\"phi\"", "\"scope\":\"fields\"", StringComparison.Ordinal)
            .Replace("\"dimension\":2,\"names\":[\"x\",\"y\"],\"phi\":[[[\"1\",[1,1]],[\"1\",[2,2]]]]", $"\"dimension\":2,\"fields\":[{Field(i => 1)},{Field(i => 1 + (i % 5))}],\"names\":[\"x\",\"y\"]", StringComparison.Ordinal)
            .Replace(AngleForm, "[[2,[[\"1\",[]]]]]", StringComparison.Ordinal);
        certificate = certificate[..certificate.IndexOf("\"lawRank\"", StringComparison.Ordinal)]
            + $"\"lawRank\":{{{point},\"pivots\":[2]}},\"words\":[0,1,[0,1],[2,0],[2,1],[3,4]],\"bracketRank\":{{{point},\"words\":[5],\"pivots\":[1]}}}}";

        Assert.StartsWith(line, Certificates.Check(certificate).Line, StringComparison.Ordinal);

        string Field(Func<int, int> digit) => $"[[1,[{string.Join(',', Enumerable.Range(0, 9).Reverse().Select(power => $"[\"{new string((char)('0' + digit(power)), digits)}\",[{string.Join(',', Enumerable.Repeat(1, power))}]]"))}]]]";
    }

    private static void AssertRefused(string reason, string certificate, params string[] changes)
    {
        string text = certificate.Replace("\n", "", StringComparison.Ordinal);
        for (int change = 0; change < changes.Length; change += 2)
        {
            Assert.Contains(changes[change], text, StringComparison.Ordinal);
            text = text.Replace(changes[change], changes[change + 1], StringComparison.Ordinal);
        }

        Assert.StartsWith($"refused: {reason}", Certificates.Check(text).Line, StringComparison.Ordinal);
    }
}
