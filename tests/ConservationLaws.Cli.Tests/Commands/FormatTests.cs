using System.Text.Json;

namespace ConservationLaws.Cli.Tests.Commands;

/// <summary>Every command in every format: exit status 0, something to read, nothing but the result on standard output.</summary>
public sealed class FormatTests
{
    /// <summary>Command, arguments behind it, and what the result says in text, JSON, LaTeX and Markdown.</summary>
    private static readonly (string Command, string[] Arguments, string Text, string Json, string Latex, string Markdown)[] Cases =
    [
        ("prove", [], "Exactly 3 independent conservation laws", "\"count\": 3", @"W_{1;1,1}^{2}", "W1*W1^T - W2^T*W2"),
        ("laws", ["--degree", "2"], "W1[1,1]^2 + W1[1,2]^2 - W2[1,1]^2 - W2[2,1]^2", "\"schema\": \"claws-laws/1\"", @"\begin{gather*}", "- `W1[1,1]^2"),
        ("laws", ["--degree", "4", "--all"], "9 of degree at most 4", "\"all\": true", @"\begin{gather*}", "9 of degree at most 4"),
        ("dimension", [], "The Lie algebra has dimension 5", "\"dimension\": 5", "dimension 5", "| rank | 4 | 5 |"),
        ("bracket", ["1", "2"], "D[W1", "\"word\": \"[1, 2]\"", @"\partial", "`[1, 2] = "),
        ("show", [], "W1 (2×2), W2 (2×2)", "\"generators\": 4", @"\partial", "- 1: `"),
    ];

    public static TheoryData<int, string> Runs { get; } = CreateRuns();

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_command_writes_its_result(int index, string format)
    {
        var (command, arguments, text, json, latex, markdown) = Cases[index];
        Outcome outcome = CommandLine.On(CommandLine.Linear, command, [.. arguments, "--format", format, "--quiet"]);

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.EndsWith("\n", outcome.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', outcome.Output);
        Assert.DoesNotContain('\u001b', outcome.Output);
        Assert.Contains(format switch { "text" => text, "json" => json, "latex" => latex, _ => markdown }, outcome.Output, StringComparison.Ordinal);
        if (format == "json")
        {
            Assert.Equal(JsonValueKind.Object, outcome.Json.ValueKind);
        }
    }

    [Fact]
    public void Text_is_the_default() =>
        Assert.Equal(
            CommandLine.On(CommandLine.Linear, "prove").Output,
            CommandLine.On(CommandLine.Linear, "prove", "--format", "text").Output);

    [Fact]
    public void A_bracket_of_named_fields_is_a_formula()
    {
        Outcome outcome = CommandLine.On("parameters x, y; field X = x*D[y]; field Y = y*D[x]", "bracket", "X", "Y");

        Assert.Equal((0, "-x*D[x] + y*D[y]\n"), (outcome.Status, outcome.Output));
    }

    [Theory]
    [InlineData("unknown field `Z`", "Z")]
    [InlineData("named X, Y", "Z")]
    [InlineData("unknown field `3`", "1", "3")]
    [InlineData("unknown field `0`", "0")]
    [InlineData("no fields named: the model has fields 1 to 2")]
    public void A_bracket_of_unknown_fields_is_refused(string message, params string[] fields) =>
        CommandLine.AssertRefused(CommandLine.On("parameters x, y; field X = x*D[y]; field Y = y*D[x]", "bracket", fields), message);

    [Fact]
    public void An_open_answer_exits_1_and_prints_its_bounds()
    {
        Outcome outcome = CommandLine.On(CommandLine.Open, "prove", "--degree", "1", "--format", "json");

        Assert.Equal(1, outcome.Status);
        JsonElement laws = outcome.Json.GetProperty("laws");
        Assert.Equal("open", outcome.Json.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, laws.GetProperty("count").ValueKind);
        Assert.Equal((0, 21), (laws.GetProperty("lower").GetInt32(), laws.GetProperty("upper").GetInt32()));
        Assert.Equal(JsonValueKind.Null, outcome.Json.GetProperty("lie").GetProperty("dimension").ValueKind);
    }

    [Fact]
    public void Full_prints_every_law()
    {
        Assert.Contains("--full prints all", CommandLine.On("network 3 -> 3 -> 3", "prove").Output, StringComparison.Ordinal);
        Assert.DoesNotContain("--full", CommandLine.On("network 3 -> 3 -> 3", "prove", "--full").Output, StringComparison.Ordinal);
    }

    private static TheoryData<int, string> CreateRuns()
    {
        var runs = new TheoryData<int, string>();
        for (int index = 0; index < Cases.Length; index++)
        {
            foreach (string format in new[] { "text", "json", "latex", "markdown" })
            {
                runs.Add(index, format);
            }
        }

        return runs;
    }
}
