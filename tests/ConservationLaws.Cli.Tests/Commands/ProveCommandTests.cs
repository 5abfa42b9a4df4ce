using System.Text.Json;

namespace ConservationLaws.Cli.Tests.Commands;

/// <summary>The JSON of <c>claws prove</c>, as other programs read it.</summary>
public sealed class ProveCommandTests
{
    [Theory]
    [InlineData("network 3 -> 3 -> 3")]
    [InlineData("network 2 -> 2 relu bias -> 1")]
    [InlineData("parameters x, y; phi x^2/2 + x*y")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T; flow momentum 1")]
    [InlineData("parameters x, y, z; field x*D[y] - y*D[x]; field y*D[z] - z*D[y]")]
    [InlineData("parameters x, y; phi x, x^2*y; at x = 0; at x = 1, y = 2")]
    [InlineData("parameters x; phi 0*x")]
    public void The_answer_has_every_key_and_agrees_with_itself(string model)
    {
        Outcome outcome = CommandLine.On(model, "prove", "--format", "json");

        Assert.Equal(0, outcome.Status);
        JsonAnswer.AssertSound(outcome.Json);
        Assert.Equal("proved", outcome.Json.GetProperty("verdict").GetString());
    }

    [Fact]
    public void The_answer_carries_the_model()
    {
        JsonElement model = CommandLine.On("model \"two weights\"; parameters x, y; phi x*y; flow momentum 1", "prove", "--format", "json").Json.GetProperty("model");

        Assert.Equal("two weights", model.GetProperty("title").GetString());
        Assert.Equal(["x", "y", "x'", "y'", "s"], model.GetProperty("variables").EnumerateArray().Select(name => name.GetString()));
    }

    [Theory]
    [InlineData("network 2 -> 2 -> 2", "phi")]
    [InlineData("parameters x, y; field x*D[y] - y*D[x]", "fields")]
    public void The_answer_says_what_it_is_about(string model, string scope)
    {
        string? told = CommandLine.On(model, "prove", "--format", "json").Json.GetProperty("scope").GetString();

        // The span test may prove a network's count for the network itself.
        Assert.True(told == scope || (scope == "phi" && told == "network"), told);
    }

    [Fact]
    public void An_unknown_name_is_shown_with_a_caret_and_the_known_names()
    {
        Outcome outcome = CommandLine.On("parameters x, y; phi x*y*z", "prove");

        CommandLine.AssertRefused(outcome, "model:1:26: error: unknown name `z`", "known parameters: x, y");
        string[] lines = outcome.Error.Split('\n');
        int quoted = Array.FindIndex(lines, line => line.Contains("phi x*y*z", StringComparison.Ordinal));
        Assert.Equal(lines[quoted].IndexOf('z', StringComparison.Ordinal), lines[quoted + 1].IndexOf('^', StringComparison.Ordinal));
    }

    [Fact]
    public void All_mistakes_of_a_model_are_told()
    {
        Outcome outcome = CommandLine.On("parameters x; phi x*q; phi x*r", "prove");

        CommandLine.AssertRefused(outcome, "unknown name `q`", "unknown name `r`");
    }

    [Fact]
    public void The_timings_go_to_standard_error()
    {
        Outcome outcome = CommandLine.On(CommandLine.Linear, "prove");

        Assert.Matches(@"^\d+\.\d{3} s \(model \d+\.\d{3}, lie \d+\.\d{3}, laws \d+\.\d{3}, proof \d+\.\d{3}\)\n$", outcome.Error);
        Assert.DoesNotContain(" s (", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_higher_degree_finds_more()
    {
        // The cross product of the gradient of h = x^5 + y^5 + z^5 + x*y*z and (1, x, y): no other law helps to find h.
        const string model = "parameters x, y, z; field ((5*y^4 + x*z)*y - (5*z^4 + x*y)*x)*D[x] + (5*z^4 + x*y - (5*x^4 + y*z)*y)*D[y] + ((5*x^4 + y*z)*x - 5*y^4 - x*z)*D[z]";
        const string law = "x^5 + y^5 + z^5 + x*y*z";

        Assert.Contains(law, CommandLine.On(model, "prove", "--degree", "5").Output, StringComparison.Ordinal);
        Assert.DoesNotContain(law, CommandLine.On(model, "prove", "--degree", "3").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Sets_of_lower_rank_are_listed_when_asked_for()
    {
        const string model = "parameters x, y; phi x, x^2*y; at x = 0, y = 5; at x = 1/2, y = 0";
        JsonElement answer = CommandLine.On(model, "prove", "--strata", "--format", "json").Json;

        JsonAnswer.AssertSound(answer);
        JsonElement[] strata = [.. answer.GetProperty("strata").EnumerateArray()];
        Assert.Equal([0, 1, 2], strata.Select(stratum => stratum.GetProperty("generation").GetInt32()));
        Assert.Equal(["x", "x", ""], strata.Select(stratum => string.Join(',', stratum.GetProperty("factors").EnumerateArray())));
        Assert.All(strata, stratum => Assert.True(stratum.GetProperty("complete").GetBoolean()));
        Assert.Equal(["x", ""], strata[1].GetProperty("at").EnumerateArray().Select(at => string.Join(',', at.GetProperty("factors").EnumerateArray())));

        Outcome text = CommandLine.On(model, "prove", "--strata");
        Assert.Contains("V0, rank 2: x = 0\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("V2, rank 2: no point\n", text.Output, StringComparison.Ordinal);
        Assert.Contains("lies on the sets below of V0, V1, and not on those of V2", text.Output, StringComparison.Ordinal);
        Assert.False(CommandLine.On(model, "prove", "--format", "json").Json.TryGetProperty("strata", out _));
    }

    [Theory]
    [InlineData("markdown", "- V0, rank 1: the common zeros of")]
    [InlineData("latex", "\\item V0, rank 1: the common zeros of $")]
    public void Every_report_has_the_sets(string format, string expected) => Assert.Contains(
        expected, CommandLine.On("parameters u, v; phi u*v", "prove", "--strata", "--format", format).Output, StringComparison.Ordinal);
}
