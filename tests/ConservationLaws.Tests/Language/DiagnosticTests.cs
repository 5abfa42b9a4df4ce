using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

public sealed class DiagnosticTests
{
    private static string Format(string text, int start, int length, string? suggestion = null) =>
        new ModelException(new SourceText("model.claw", text), [new Diagnostic(new SourceSpan(start, length), "wrong", suggestion)]).Message;

    [Fact]
    public void A_message_names_the_place_shows_the_line_and_suggests() => Assert.Equal(
        "model.claw:3:9: error: wrong\n  phi x*y*z\n          ^\n  did you mean `x`?  Known parameters: x, y",
        Format("parameters x, y\n\nphi x*y*z\nphi x", 25, 1, "did you mean `x`?  Known parameters: x, y"));

    [Fact]
    public void The_whole_span_is_marked_as_far_as_its_line_goes()
    {
        Assert.Equal("model.claw:1:5: error: wrong\n  phi abc\n      ^^^", Format("phi abc", 4, 3));
        Assert.Equal("model.claw:1:5: error: wrong\n  phi (a\n      ^^", Format("phi (a\n+b)", 4, 6));
        Assert.Equal("model.claw:1:8: error: wrong\n  phi abc\n         ^", Format("phi abc\r\nphi", 7, 0));
        Assert.Equal("model.claw:1:1: error: wrong", Format("", 0, 0));
    }

    [Fact]
    public void Tabs_stand_above_tabs() =>
        Assert.Equal("model.claw:1:6: error: wrong\n  \tphi\tx\n  \t   \t^", Format("\tphi\tx", 5, 1));

    [Fact]
    public void Pairs_of_surrogates_are_one_column() =>
        Assert.Equal("model.claw:1:3: error: wrong\n  😀 x\n    ^", Format("😀 x", 3, 1));

    [Fact]
    public void What_would_drive_a_terminal_is_not_printed() =>
        Assert.Equal("model.claw:1:1: error: wrong\n  \uFFFD[2J\uFFFD\uFFFD\n  ^", Format("\u001b[2J\0\u202E", 0, 1));

    [Theory]
    [InlineData(0)]
    [InlineData(50)]
    [InlineData(500)]
    [InlineData(998)]
    [InlineData(999)]
    [InlineData(1000)]
    public void A_long_line_is_cut_to_a_window_around_the_caret(int place)
    {
        string text = new string('a', 1000).Remove(Math.Min(place, 999), 1).Insert(Math.Min(place, 999), "z");
        string[] lines = Format(text, place, 1).Split('\n');
        Assert.Equal($"model.claw:1:{place + 1}: error: wrong", lines[0]);
        Assert.InRange(lines[1].Length, 90, 100);
        Assert.Equal(place > 40, lines[1].StartsWith("  …", StringComparison.Ordinal));
        Assert.Equal(place < 900, lines[1].EndsWith('…'));
        Assert.Equal(lines[1].IndexOf('z') + (place == 1000 ? 1 : 0), lines[2].IndexOf('^'));
    }

    [Fact]
    public void Twenty_mistakes_are_printed_and_the_others_counted()
    {
        ModelException With(int count) => new(
            new SourceText("m", new string('x', 100)), Enumerable.Range(0, count).Select(i => new Diagnostic(new SourceSpan(i, 1), $"mistake {i}!")));
        Assert.Contains("mistake 19!", With(20).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("more", With(20).Message, StringComparison.Ordinal);
        Assert.EndsWith("\nand 1 more error", With(21).Message, StringComparison.Ordinal);
        Assert.EndsWith("\nand 30 more errors", With(50).Message, StringComparison.Ordinal);
        Assert.DoesNotContain("mistake 20!", With(50).Message, StringComparison.Ordinal);
        Assert.Equal(50, With(50).Diagnostics.Length);
    }

    [Fact]
    public void Mistakes_are_put_into_the_order_of_the_text()
    {
        var exception = new ModelException(
            new SourceText("m", "abc"), [new Diagnostic(new SourceSpan(2, 1), "second"), new Diagnostic(new SourceSpan(0, 1), "first")]);
        Assert.Equal(["first", "second"], exception.Diagnostics.Select(diagnostic => diagnostic.Message));
        Assert.Throws<ArgumentException>(() => new ModelException(new SourceText("m", ""), []));
    }

    [Fact]
    public void Offsets_have_lines_and_columns()
    {
        var text = new SourceText("m", "\uFEFFab\n\r\nc\rd😀e");
        Assert.Equal("ab\n\r\nc\rd😀e", text.Text);
        (int Line, int Column)[] expected =
            [(1, 1), (1, 2), (1, 3), (2, 1), (2, 2), (3, 1), (3, 2), (4, 1), (4, 2), (4, 3), (4, 3), (4, 4)];
        Assert.Equal(expected, Enumerable.Range(0, text.Text.Length + 1).Select(i => text.Locate(i)).Select(place => (place.Line, place.Column)));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.Locate(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => text.Locate(text.Text.Length + 1));
    }

    [Theory]
    [InlineData("paramters", "parameters")]
    [InlineData("PHI", "phi")]
    [InlineData("hpi", "phi")]
    [InlineData("netwrok", "network")]
    [InlineData("z", "x")]
    [InlineData("foobar", null)]
    [InlineData("parame", null)]
    [InlineData("", "x")]
    public void The_nearest_name_is_found_or_none(string name, string? nearest) =>
        Assert.Equal(nearest, NearestName.Find(name, ["x", "phi", "parameters", "network", "Phi"]));

    [Fact]
    public void A_difference_in_case_alone_is_nearest() => Assert.Equal("AB", NearestName.Find("ab", ["ac", "aa", "AB"]));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("abc", "abc", 0)]
    [InlineData("abc", "acb", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    public void The_distance_counts_edits_and_exchanges(string left, string right, int distance)
    {
        Assert.Equal(distance, NearestName.Distance(left, right));
        Assert.Equal(distance, NearestName.Distance(right, left));
    }

    [Fact]
    public void A_suggestion_lists_the_known_names()
    {
        Assert.Equal("did you mean `x`?  Known parameters: x, y", NearestName.Suggest("z", ["x", "y"], "Known parameters"));
        Assert.Equal("Known parameters: x, y", NearestName.Suggest("zebra", ["x", "y"], "Known parameters"));
        Assert.Null(NearestName.Suggest("z", [], "Known parameters"));
        Assert.EndsWith(", …", NearestName.Suggest("zebra", [.. Enumerable.Range(0, 50).Select(i => $"x{i}")], "Known"), StringComparison.Ordinal);
    }
}
