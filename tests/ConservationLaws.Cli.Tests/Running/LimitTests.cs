using System.Text.Json;
using ConservationLaws.Cli.Running;

namespace ConservationLaws.Cli.Tests.Running;

/// <summary>Limits end the work with exit 4 and the sound partial answer.</summary>
public sealed class LimitTests
{
    [Theory]
    [InlineData("--timeout", "1s", "the time given by --timeout is up")]
    [InlineData("--timeout", "1ms", "the time given by --timeout is up")]
    [InlineData("--memory", "1MiB", "the memory given by --memory is used up")]
    public void A_limit_leaves_the_bounds_that_are_proved(string option, string value, string reason)
    {
        Outcome outcome = CommandLine.On(CommandLine.Long, "prove", "--format", "json", option, value);

        Assert.Equal(4, outcome.Status);
        JsonAnswer.AssertSound(outcome.Json);
        Assert.Equal("limit", outcome.Json.GetProperty("verdict").GetString());
        Assert.Equal(1_537, outcome.Json.GetProperty("model").GetProperty("parameters").GetInt32());
        Assert.Contains("claws: stopped: " + reason, outcome.Error, StringComparison.Ordinal);
        CommandLine.AssertNoStackTrace(outcome);
    }

    [Theory]
    [InlineData("text", "Between 0 and")]
    [InlineData("latex", "")]
    [InlineData("markdown", "")]
    public void The_partial_answer_comes_in_every_format(string format, string part)
    {
        Outcome outcome = CommandLine.On(CommandLine.Long, "prove", "--format", format, "--timeout", "1ms", "--quiet");

        Assert.Equal(4, outcome.Status);
        Assert.NotEqual("", outcome.Output);
        Assert.Contains(part, outcome.Output, StringComparison.Ordinal);
        Assert.Equal("claws: stopped: the time given by --timeout is up\n", outcome.Error);
    }

    [Theory]
    [InlineData("laws", "--degree", "2")]
    [InlineData("dimension")]
    public void Other_commands_stop_too(string command, params string[] options)
    {
        Outcome outcome = CommandLine.On(CommandLine.Long, command, [.. options, "--format", "json", "--timeout", "1ms"]);

        Assert.Equal(4, outcome.Status);
        Assert.Equal(JsonValueKind.Object, outcome.Json.ValueKind);
        CommandLine.AssertNoStackTrace(outcome);
    }

    [Fact]
    public void A_limit_that_is_not_reached_changes_nothing()
    {
        Outcome outcome = CommandLine.On(CommandLine.Linear, "prove", "--timeout", "2h", "--memory", "64GiB");

        Assert.Equal((0, CommandLine.On(CommandLine.Linear, "prove").Output), (outcome.Status, outcome.Output));
    }

    [Fact]
    public void A_model_that_is_not_read_in_time_claims_nothing()
    {
        using var input = new SlowStream(10_000, CommandLine.Linear);
        using var output = new MemoryStream();
        using var error = new StringWriter();
        int status = Application.Run(["prove", "-", "--timeout", "1ms", "--quiet"], new Streams(input, output, TextWriter.Synchronized(error), false));

        Assert.Equal((4, 0L), (status, output.Length));
        Assert.Contains("the model was not read to its end; nothing is claimed", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_mistake_in_the_model_is_told_even_after_the_limit() =>
        CommandLine.AssertRefused(CommandLine.On("parameters x; phi y", "prove", "--memory", "1MiB"), "unknown name `y`");

    [Fact]
    public void The_default_limit_is_three_quarters_of_the_memory()
    {
        long available = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes;

        Assert.InRange(WorkLimits.DefaultMemoryBytes, available / 4 * 3 - 4, available / 4 * 3);
    }

    [Fact]
    public void Without_an_option_the_machine_is_not_exhausted()
    {
        // To the program this is a machine of 48 MiB, which it needs for itself.
        Outcome outcome = ClawsProcess.Run([("DOTNET_GCHeapHardLimit", "0x3000000")], "prove", "-e", CommandLine.Long, "--format", "json");

        Assert.Equal(4, outcome.Status);
        Assert.Contains("36 MiB of memory are used up, three quarters of what this machine offers (--memory sets another limit)", outcome.Error, StringComparison.Ordinal);
        JsonAnswer.AssertSound(outcome.Json);
    }
}
