namespace ConservationLaws.Checker.Tests;

/// <summary>Laws that are quotients, closed forms and solvable forms, and counts by structure functions.</summary>
public sealed class LawClassTests
{
    private const string Kernel = "[[[1,[[\"1\",[]]]],[2,[[\"1\",[]]]]],[[3,[[\"1\",[]]]],[4,[[\"1\",[]]]]]]";
    private const string Forth = "{\"denominator\":[[\"1\",[3]]],\"terms\":[[0,[[\"-1\",[1]]]],[1,[[\"-1\",[2]]]]]}";
    private const string Zero = "{\"denominator\":[[\"1\",[]]],\"terms\":[]}";
    private const string First = "{\"denominator\":[[\"1\",[]]],\"terms\":[[0,[[\"1\",[]]]]]}";

    [Theory]
    [InlineData(nameof(FormCertificates.Quotient), "exactly 1 law near the point (fields, D = 2, 1 generators, 1 brackets, model ")]
    [InlineData(nameof(FormCertificates.Logarithm), "exactly 1 law near the point (phi, D = 2, 1 generators, 1 brackets, 1 one-forms, by Poincaré's lemma, model ")]
    [InlineData(nameof(FormCertificates.HalfLogarithm), "at least 1 law near the point (phi, D = 2, 1 generators, 1 one-forms, by Poincaré's lemma, model ")]
    [InlineData(nameof(FormCertificates.Products), "exactly 3 laws near the point (fields, D = 4, 1 generators, 1 brackets, 1 one-forms, by Frobenius' theorem, model ")]
    [InlineData(nameof(FormCertificates.Rotations), "exactly 1 law near the point (fields, D = 3, 2 generators, 2 brackets, structure functions, by Frobenius' theorem, model ")]
    [InlineData(nameof(FormCertificates.SphereByStructure), "exactly 1 law near the point (fields, D = 3, 2 generators, 2 brackets, structure functions, by Frobenius' theorem, model ")]
    [InlineData(nameof(FormCertificates.ZeroField), "exactly 1 law near the point (fields, D = 1, 1 generators, 0 brackets, structure functions, by Frobenius' theorem, model ")]
    public void The_theorem_that_is_used_is_named(string name, string statement) =>
        Assert.StartsWith($"accepted: {statement}", Certificates.Check(FormCertificates.All[name]).Line, StringComparison.Ordinal);

    [Theory]
    [InlineData("\"numerator\":[[\"1\",[2]]]", "\"numerator\":[[\"1\",[2,2]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData("\"denominator\":[[\"1\",[1]]]", "\"denominator\":[[\"1\",[1]],[\"1\",[]]]", "law 0: generator 0 does not annihilate it")]
    [InlineData("\"denominator\":[[\"1\",[1]]]", "\"denominator\":[]", "lawRank: row 0: the pivot is no unit")]
    [InlineData("\"numerators\":[\"2\",\"1\"]", "\"numerators\":[\"0\",\"1\"]", "law 0, denominator: row 0: the pivot is no unit modulo 1000003")]
    [InlineData("\"denominator\":[[\"1\",[1]]]", "\"polynomial\":[[\"1\",[1]]]", "law 0: a member that is not one of class, numerator, denominator")]
    [InlineData(",\"denominator\":[[\"1\",[1]]]", "", "law 0: the member `denominator` is missing")]
    public void A_quotient_is_checked(string place, string change, string reason) => AssertRefused(reason, FormCertificates.Quotient, place, change);

    // y dx has the law x as well; the form is closed after division by y, not by 1, y² or xy.
    [Theory]
    [InlineData("[[\"1\",[]]]}]", "law 0: the form is not closed")]
    [InlineData("[[\"1\",[2,2]]]}]", "law 0: the form is not closed")]
    [InlineData("[[\"1\",[2]],[\"1\",[]]]}]", "law 0: the form is not closed")]
    [InlineData("[[\"1\",[1,2]]]}]", "law 0, denominator: row 0: the pivot is no unit modulo 1000003")]
    [InlineData("[[\"1000003\",[2]]]}]", "law 0, denominator: row 0: the pivot is no unit modulo 1000003")]
    [InlineData("[]}]", "law 0, denominator: row 0: the pivot is no unit modulo 1000003")]
    public void A_closed_form_is_closed(string denominator, string reason)
    {
        AssertRefused(reason, FormCertificates.Logarithm, "[[\"1\",[2]]]}]", denominator);
        AssertRefused(reason, FormCertificates.HalfLogarithm, "[[\"1\",[2]]]}]", denominator);
        Assert.True(Certificates.Check(FormCertificates.Logarithm, "[[\"1\",[2]]]}]", "[[\"-3\",[2]]]}]").Accepted);
    }

    [Theory]
    [InlineData("\"denominator\":[[\"1\",[1,2,3,4]]]", "\"denominator\":[[\"1\",[]]]", "law 2: the differential of the form does not vanish at the fields 1 and 0")]
    [InlineData(Kernel, "[[[1,[[\"1\",[]]]],[2,[[\"2\",[]]]]],[[3,[[\"1\",[]]]],[4,[[\"1\",[]]]]]]", "law 2: law 0 does not annihilate field 0")]
    [InlineData(Kernel, "[[[1,[[\"1\",[]]]],[2,[[\"1\",[]]]]],[[1,[[\"1\",[]]]],[2,[[\"1\",[]]]]]]", "law 2, kernel: row 1: the pivot is no unit")]
    [InlineData(Kernel, "[]", "law 2: there are 0 fields instead of 2")]
    [InlineData("\"kernelPivots\":[1,3]", "\"kernelPivots\":[1]", "law 2, kernel: there are 1 pivots instead of 2")]
    [InlineData("\"kernelPivots\":[1,3]", "\"kernelPivots\":[3,1]", "law 2, kernel: row 0: the pivot is no unit")]
    [InlineData("\"kernelPivots\":[1,3]", "\"kernelPivots\":[1,5]", "law 2, kernel: the index 5 is not in the range from 1 to 4")]
    [InlineData(",\"kernelPivots\":[1,3]", "", "law 2: the member `kernelPivots` is missing")]
    [InlineData("{\"class\":\"polynomial\",\"polynomial\":[[\"1\",[3]],[\"-1\",[4]]]}", "{\"class\":\"integrable\",\"form\":[[3,[[\"1\",[]]]],[4,[[\"-1\",[]]]]]}", "law 2: an integrable law stands before it")]
    public void A_solvable_form_is_closed_on_a_kernel(string place, string change, string reason) => AssertRefused(reason, FormCertificates.Products, place, change);

    [Theory]
    [InlineData(Forth, "{\"denominator\":[[\"1\",[3]]],\"terms\":[[0,[[\"1\",[1]]]],[1,[[\"-1\",[2]]]]]}", "structure, the bracket of generator 0 with word 1: the combination is not the field")]
    [InlineData(Forth, "{\"denominator\":[[\"1\",[1]]],\"terms\":[[0,[[\"-1\",[1]]]],[1,[[\"-1\",[2]]]]]}", "structure, the bracket of generator 0 with word 1: the combination is not the field")]
    [InlineData(Forth, "{\"denominator\":[],\"terms\":[[0,[[\"-1\",[1]]]]]}", "structure, the bracket of generator 0 with word 1, denominator: row 0: the pivot is no unit")]
    [InlineData(Forth, Zero, "structure, the bracket of generator 0 with word 1: the combination is not the field")]
    [InlineData(Zero, "{\"denominator\":[[\"2\",[]]],\"terms\":[]}", "structure, the bracket of generator 0 with word 0: the denominator of a combination without terms is 1")]
    [InlineData(First, "{\"denominator\":[[\"1\",[]]],\"terms\":[[1,[[\"1\",[]]]]]}", "structure, generator 0: the combination is not the field")]
    [InlineData(First, "{\"denominator\":[[\"1\",[]]],\"terms\":[[2,[[\"1\",[]]]]]}", "structure, generator 0, component 0: the index 2 is not in the range from 0 to 1")]
    [InlineData("[" + First + ",", "[", "structure: there is not one combination for each generator")]
    [InlineData("[" + Zero + ",", "[", "structure: there is not one combination for each generator")]
    [InlineData("\"brackets\":", "\"bracket\":", "structure: a member that is not one of generators, brackets")]
    [InlineData("[\"1\",\"2\",\"3\"]},\"modulus\":\"1000003\",\"pivots\":[2,1],\"words\"", "[\"1\",\"2\",\"4\"]},\"modulus\":\"1000003\",\"pivots\":[2,1],\"words\"", "bracketRank: the point is not that of lawRank")]
    [InlineData("\"count\":1", "\"count\":0", "bracketRank: there are 2 pivots instead of 3")]
    public void Structure_functions_are_checked(string place, string change, string reason) => AssertRefused(reason, FormCertificates.Rotations, place, change);

    [Fact]
    public void There_are_no_more_laws_than_the_structure_allows()
    {
        AssertRefused("laws: there are 1 for the count 0", FormCertificates.SphereByStructure, "\"count\":1", "\"count\":0");
        AssertRefused("laws: only the kind exactly without structure", FormCertificates.SphereByStructure,
            "{\"class\":\"polynomial\",\"polynomial\":[[\"1\",[1,1]],[\"1\",[2,2]],[\"1\",[3,3]]]}", "{\"class\":\"integrable\",\"form\":[[1,[[\"1\",[1]]]],[2,[[\"1\",[2]]]],[3,[[\"1\",[3]]]]]}");
        AssertRefused("file: a member that is not one of", FormCertificates.HalfLogarithm, "\"laws\"", "\"structure\":{},\"laws\"");
    }

    private static void AssertRefused(string reason, string certificate, string place, string change) =>
        Assert.StartsWith($"refused: {reason}", Certificates.Check(certificate, place, change).Line, StringComparison.Ordinal);
}
