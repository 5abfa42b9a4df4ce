using System.Text.RegularExpressions;

namespace ConservationLaws.Cli.Tests;

/// <summary>The options that every command has.</summary>
public sealed class OptionTests
{
    [Fact]
    public void Options_work_before_and_behind_the_command()
    {
        string behind = WithoutTimes(CommandLine.Run("prove", "-e", CommandLine.Linear, "--format", "json", "--seed", "7", "--threads", "2", "--timeout", "5m", "--memory", "8GiB", "--full", "--quiet", "--no-color"));
        string before = WithoutTimes(CommandLine.Run("--format", "json", "--seed", "7", "--threads", "2", "--timeout", "5m", "--memory", "8GiB", "--full", "--quiet", "--no-color", "-e", CommandLine.Linear, "prove"));
        string mixed = WithoutTimes(CommandLine.Run("--format=json", "--seed=7", "prove", "--quiet", "-e", CommandLine.Linear));

        Assert.Equal(behind, before);
        Assert.Equal(behind, mixed);
        Assert.Contains("\"seed\": 7", behind, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("1")]
    [InlineData("2")]
    [InlineData("18446744073709551615")]
    public void The_seed_makes_a_run_reproducible(string seed)
    {
        Outcome first = CommandLine.On(CommandLine.Linear, "prove", "--format", "json", "--seed", seed);
        Outcome second = CommandLine.On(CommandLine.Linear, "prove", "--format", "json", "--seed", seed);

        Assert.Equal(0, first.Status);
        Assert.Equal(WithoutTimes(first), WithoutTimes(second));
    }

    [Fact]
    public void Another_seed_takes_another_point_and_finds_the_same()
    {
        Outcome one = CommandLine.On(CommandLine.Linear, "prove", "--format", "json", "--seed", "1");
        Outcome two = CommandLine.On(CommandLine.Linear, "prove", "--format", "json", "--seed", "2");

        Assert.NotEqual(one.Json.GetProperty("point").GetRawText(), two.Json.GetProperty("point").GetRawText());
        Assert.Equal(one.Json.GetProperty("laws").GetRawText(), two.Json.GetProperty("laws").GetRawText());
        Assert.Equal(WithoutTimes(one), WithoutTimes(CommandLine.On(CommandLine.Linear, "prove", "--format", "json")));
    }

    [Theory]
    [InlineData("network 4 -> 4 -> 4 -> 3")]
    [InlineData("network 3 -> 3 relu bias -> 3 relu -> 2")]
    [InlineData("network 2 -> residual(2 -> 2) -> residual(2 -> 2)")]
    [InlineData("parameters U[2,2], V[1,2]; phi U*V^T; flow nesterov 3")]
    [InlineData("parameters x, y; phi x^2/2 + y^2/2, x*y")]
    public void The_answer_does_not_depend_on_the_number_of_threads(string model)
    {
        foreach (string command in new[] { "prove", "dimension" })
        {
            Assert.Equal(
                WithoutTimes(CommandLine.On(model, command, "--format", "json", "--threads", "1")),
                WithoutTimes(CommandLine.On(model, command, "--format", "json", "--threads", "2")));
        }
    }

    [Theory]
    [InlineData("--threads is a whole number of at least 1", "--threads", "0")]
    [InlineData("--threads is a whole number of at least 1", "--threads", "-1")]
    [InlineData("--threads is a whole number of at least 1", "--threads", "two")]
    [InlineData("--threads is at most 2,147,483,647", "--threads", "99999999999")]
    [InlineData("--degree is a whole number of at least 1", "--degree", "0")]
    [InlineData("--degree is a whole number of at least 1", "--degree", "1.5")]
    [InlineData("--seed is a whole number of at least 0", "--seed", "-1")]
    [InlineData("--seed is at most", "--seed", "18446744073709551616")]
    [InlineData("`abc` is no duration: write a whole number with a unit, such as 30s, 5m or 2h", "--timeout", "abc")]
    [InlineData("is no duration", "--timeout", "30")]
    [InlineData("is no duration", "--timeout", "0s")]
    [InlineData("is no duration", "--timeout", "-5s")]
    [InlineData("is no duration", "--timeout", "1.5s")]
    [InlineData("is no duration", "--timeout", "99999999999h")]
    [InlineData("`5` is no amount of memory: write a whole number with a unit, such as 512MiB or 4GiB", "--memory", "5")]
    [InlineData("is no amount of memory", "--memory", "0GiB")]
    [InlineData("is no amount of memory", "--memory", "lots")]
    [InlineData("is no amount of memory", "--memory", "99999999999999GiB")]
    [InlineData("unknown format `yaml`: write text, json, latex or markdown", "--format", "yaml")]
    [InlineData("unknown format `1`", "--format", "1")]
    [InlineData("unknown format", "--format", "")]
    [InlineData("'--timeout'", "--timeout")]
    [InlineData("'--format'", "--format", "json", "--format", "text")]
    [InlineData("the model was given with -e", "other.claw")]
    [InlineData("'-e'", "-e", "network 1 -> 1")]
    public void A_senseless_value_is_refused(string message, params string[] options) =>
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Linear, "prove", options), message);

    [Fact]
    public void Laws_need_a_degree() => CommandLine.AssertRefused(CommandLine.On(CommandLine.Linear, "laws"), "--degree");

    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("30s", 30_000)]
    [InlineData("5m", 300_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("2 h", 7_200_000)]
    public void A_duration_has_a_unit(string text, int milliseconds) => Assert.Equal(milliseconds, Quantity.ParseDuration(text));

    [Theory]
    [InlineData("4GiB", 4L << 30)]
    [InlineData("512MiB", 512L << 20)]
    [InlineData("1kb", 1_000)]
    [InlineData("3 GB", 3_000_000_000)]
    public void A_size_has_a_unit(string text, long bytes) => Assert.Equal(bytes, Quantity.ParseSize(text));

    internal static string WithoutTimes(Outcome outcome) => Regex.Replace(outcome.Output, "\"seconds\": \\{[^}]*\\}", "");
}
