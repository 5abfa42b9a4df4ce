using System.Text;

namespace ConservationLaws.Cli.Tests;

/// <summary>The program as users start it: exit status, streams, and what becomes of a reader that goes away.</summary>
public sealed class ProcessTests
{
    [Fact]
    public void A_proof_exits_0_with_the_result_alone_on_standard_output()
    {
        Outcome outcome = ClawsProcess.Run("prove", "-e", CommandLine.Linear, "--format", "json");

        Assert.Equal(0, outcome.Status);
        JsonAnswer.AssertSound(outcome.Json);
        Assert.Equal(OptionTests.WithoutTimes(CommandLine.On(CommandLine.Linear, "prove", "--format", "json")), OptionTests.WithoutTimes(outcome));
    }

    [Theory]
    [InlineData(1, "prove", "-e", CommandLine.Open, "--degree", "1", "--quiet")]
    [InlineData(2, "prove", "-e", "parameters x, y; phi x*y*z")]
    [InlineData(2, "prove", "-")]
    [InlineData(2, "provee")]
    [InlineData(4, "prove", "-e", CommandLine.Long, "--timeout", "1ms")]
    public void The_exit_status_says_how_it_went(int status, params string[] arguments)
    {
        Outcome outcome = ClawsProcess.Run(arguments);

        Assert.Equal(status, outcome.Status);
        Assert.Equal(status == 2, outcome.Output.Length == 0);
        CommandLine.AssertNoStackTrace(outcome);
    }

    [Theory]
    [InlineData("show", "-e", "network 12 -> 12 -> 12", "--full")]
    [InlineData("show", "-e", "network 12 -> 12 -> 12", "--full", "--format", "json")]
    [InlineData("laws", "-e", "network 4 -> 4 -> 4", "--degree", "4", "--all")]
    [InlineData("--help")]
    public void A_reader_that_goes_away_is_no_accident(params string[] arguments)
    {
        using ClawsProcess process = ClawsProcess.Start(arguments, readsOutput: false);
        process.CloseOutput();
        CommandLine.AssertNoStackTrace(process.End());
    }

    [Theory]
    [InlineData("prove", "-e", CommandLine.Linear)]
    [InlineData("prove", "-e", CommandLine.Linear, "--format", "json")]
    [InlineData("--help")]
    [InlineData("--version")]
    public void Output_that_cannot_be_written_is_told(params string[] arguments)
    {
        using var error = new StringWriter();
        int status = Application.Run(arguments, new Streams(Stream.Null, new FullDisk(), TextWriter.Synchronized(error), false));

        Assert.Equal(2, status);
        Assert.Equal("claws: the result could not be written: no space left\n", error.ToString());
    }

    [Theory]
    [InlineData("1", "")]
    [InlineData("", "--no-color")]
    public void Colors_can_be_switched_off(string environment, string option)
    {
        Outcome outcome = ClawsProcess.Run([("NO_COLOR", environment), ("TERM", "xterm-256color")], ["prove", "-e", CommandLine.Linear, .. option.Length == 0 ? [] : new[] { option }]);

        Assert.Equal(0, outcome.Status);
        Assert.DoesNotContain('\u001b', outcome.Output + outcome.Error);
    }

    [Fact]
    public void Text_is_UTF8_without_a_mark()
    {
        Outcome outcome = ClawsProcess.Run("show", "-e", "model \"Übung φ\"; network 1 -> 1", "--format", "json");

        Assert.StartsWith("{", outcome.Output, StringComparison.Ordinal);
        Assert.Equal("Übung φ", outcome.Json.GetProperty("title").GetString());
    }

    private sealed class FullDisk : MemoryStream
    {
        public override void Write(byte[] buffer, int offset, int count) => throw new IOException("no space left");

        public override void Write(ReadOnlySpan<byte> buffer) => throw new IOException("no space left");

        public override void WriteByte(byte value) => throw new IOException("no space left");
    }
}
