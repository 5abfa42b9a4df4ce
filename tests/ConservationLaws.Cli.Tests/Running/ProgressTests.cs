using System.Text;

namespace ConservationLaws.Cli.Tests.Running;

/// <summary>Progress is shown on standard error, to those who want it.</summary>
public sealed class ProgressTests
{
    // Longer than the silence at the beginning of a run.
    private const int Milliseconds = 3_000;

    private const string ClearLine = "\r\u001b[2K";

    [Fact]
    public void Progress_goes_to_standard_error_as_lines()
    {
        Outcome outcome = Run(isTerminal: false);

        Assert.Matches(@"^\d+ s  reading the model\n", outcome.Error);
        Assert.DoesNotContain('\u001b', outcome.Error);
        Assert.Equal(CommandLine.On(CommandLine.Linear, "prove").Output, outcome.Output);
    }

    [Fact]
    public void Quiet_means_quiet() => Assert.Equal("", Run(isTerminal: false, "--quiet").Error);

    [Fact]
    public void Quiet_means_quiet_on_a_terminal() => Assert.Equal("", Run(isTerminal: true, "--quiet").Error);

    [Fact]
    public void Progress_on_a_terminal_is_one_line_that_vanishes()
    {
        Outcome outcome = Run(isTerminal: true, "--no-color");

        Assert.Contains(" s  reading the model" + ClearLine, outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotMatch("\u001b\\[[0-9;]*m", outcome.Error);
        Assert.DoesNotContain('\u001b', outcome.Output);
    }

    private static Outcome Run(bool isTerminal, params string[] options)
    {
        using var input = new SlowStream(Milliseconds, CommandLine.Linear);
        using var output = new MemoryStream();
        using var error = new StringWriter();
        int status = Application.Run(["prove", "-", .. options], new Streams(input, output, TextWriter.Synchronized(error), isTerminal));
        Assert.Equal(0, status);
        return new Outcome(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
