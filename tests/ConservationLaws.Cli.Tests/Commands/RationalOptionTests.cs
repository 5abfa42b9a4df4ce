using System.Text.Json;

namespace ConservationLaws.Cli.Tests.Commands;

/// <summary><c>claws laws --rational</c>: laws that are no polynomials, beside the others and only on request.</summary>
public sealed class RationalOptionTests
{
    private const string Rational = "parameters V[2,4]; phi V*V^T";
    private const string Solvable = "network 1 -> 2 -> 2 -> 1";

    [Fact]
    public void Without_the_option_there_are_polynomials_only() =>
        Assert.Equal("# 0 of degree at most 2: independent polynomial laws\n", CommandLine.On(Rational, "laws", "--degree", "2").Output);

    [Fact]
    public void Rational_functions_are_named_and_listed()
    {
        Outcome outcome = CommandLine.On(Rational, "laws", "--degree", "2", "--rational");

        Assert.Equal(0, outcome.Status);
        Assert.Contains("\n# 4 rational functions\n(V[1,2]*V[2,3] - V[1,3]*V[2,2])/(", outcome.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void One_forms_stand_behind_polynomials()
    {
        string output = CommandLine.On(Solvable, "laws", "--degree", "2", "--rational").Output;

        Assert.StartsWith("# 6 of degree at most 2: independent polynomial laws\nW1[1,1]^2 - ", output, StringComparison.Ordinal);
        Assert.Contains("\n# 1 solvable one-form\n", output, StringComparison.Ordinal);
        Assert.Contains("*d(W3[1,2])", output, StringComparison.Ordinal);
    }

    [Fact]
    public void That_nothing_was_found_is_said() =>
        Assert.EndsWith("\n# none found that is no polynomial\n", CommandLine.On(CommandLine.Linear, "laws", "--degree", "2", "--rational").Output, StringComparison.Ordinal);

    [Fact]
    public void Json_names_kinds_and_classes()
    {
        JsonElement answer = CommandLine.On(Solvable, "laws", "--degree", "2", "--rational", "--format", "json").Json;

        Assert.True(answer.GetProperty("rational").GetBoolean());
        JsonElement[] laws = [.. answer.GetProperty("laws").EnumerateArray()];
        Assert.Equal(7, laws.Length);
        Assert.Equal("polynomial", laws[0].GetProperty("kind").GetString());
        Assert.Equal(("one-form", "solvable"), (laws[6].GetProperty("kind").GetString(), laws[6].GetProperty("class").GetString()));
        Assert.False(CommandLine.On(Solvable, "laws", "--degree", "2", "--format", "json").Json.GetProperty("rational").GetBoolean());
    }
}
