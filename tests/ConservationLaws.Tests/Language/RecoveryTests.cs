using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

/// <summary>All mistakes of a file are reported, in order, and none that is only the echo of another.</summary>
public sealed class RecoveryTests
{
    private static string[] Places(string text) =>
        [.. Syntax.Errors(text).Select(error => new SourceText("m", text).Locate(error.Span.Start)).Select(place => $"{place.Line}:{place.Column}")];

    [Theory]
    [InlineData("paramters x\nphi x*\nphi x\nlet = 3", "1:1 2:7 4:5")]
    [InlineData("paramters x; phi x*; phi x; let = 3", "1:1 1:20 1:33")]
    [InlineData("phi 0.5*x × y y\nphi [1], 2.5", "1:5 1:11 1:15 2:10")]
    [InlineData("phi x^70000 + [[1],[2,3]] + y^-70000\nphi 3.5", "1:7 1:20 1:31 2:5")]
    // A line that goes on from a broken one is no mistake of its own, nor are the lines after it.
    [InlineData("phi x +\n y\nlet = 3", "1:8 3:5")]
    [InlineData("network 2\n  -> 3\n  -> 1\nlet = 3", "2:3 4:5")]
    [InlineData("foo 1\nbar 2", "1:1 2:1")]
    // A statement that cannot be cut into tokens is not parsed.
    [InlineData("phi $ y z )\nlet = 3", "1:5 2:5")]
    // A statement word at the start of a line closes open brackets.
    [InlineData("phi (x\nlet a = 3\nphi y)", "1:5 3:6")]
    [InlineData("phi (x + y\nphi (z)\nlet = 1", "1:5 3:5")]
    [InlineData("phi (x\nphi (y\nphi (z)\nlet a = 3", "1:5 2:5")]
    [InlineData("phi [x,\ndata [[1],[2]]\nparameters = 2", "1:5 3:12")]
    [InlineData("network 2 -> residual(3\nphi x y", "1:22 2:7")]
    [InlineData("phi (x; phi y z", "1:7 1:15")]
    [InlineData("phi [1,2; 3,4]; 5\nphi x y", "1:9 2:7")]
    [InlineData("phi (x]\n + y\nphi x y", "1:7 3:7")]
    public void Every_mistake_is_reported_once(string text, string places) => Assert.Equal(places.Split(' '), Places(text));

    [Fact]
    public void A_mistake_of_nesting_hides_no_later_statement()
    {
        string deep = "phi " + new string('(', 20_000) + "x" + new string(')', 20_000);
        Assert.Equal(["1:505", "2:7"], Places(deep + "\nphi x y"));
    }

    [Fact]
    public void A_hostile_number_of_mistakes_is_cut_off()
    {
        Assert.Equal(1000, Syntax.Errors(string.Concat(Enumerable.Repeat("phi x y\n", 5000))).Length);
        Assert.Equal(1000, Syntax.Errors(string.Concat(Enumerable.Repeat("$%", 5000))).Length);
        Assert.Equal(1000, Syntax.Errors(string.Concat(Enumerable.Repeat("phi (x\n", 5000))).Length);
    }
}
