namespace ConservationLaws.Cli.Tests.Running;

/// <summary>Ctrl-C: the first asks for what is proved, the second is obeyed at once.</summary>
public sealed class SignalTests
{
    private const string Interrupted = "claws: interrupted: writing what is proved (Ctrl-C again ends at once)";

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public void A_signal_in_the_midst_of_the_work_prints_the_partial_answer(string signal)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        using ClawsProcess process = ClawsProcess.Start(["prove", "-e", CommandLine.Long, "--format", "json"]);
        process.WaitForError(" s  ");
        process.Signal(signal);
        Outcome outcome = process.End();

        Assert.Equal(4, outcome.Status);
        Assert.Equal("limit", outcome.Json.GetProperty("verdict").GetString());
        JsonAnswer.AssertSound(outcome.Json);
        Assert.Contains(Interrupted, outcome.Error, StringComparison.Ordinal);
        Assert.Contains("claws: stopped: interrupted", outcome.Error, StringComparison.Ordinal);
        CommandLine.AssertNoStackTrace(outcome);
    }

    [Fact]
    public void A_second_signal_ends_at_once()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        // Standard input stays open: the program waits for its model.
        using ClawsProcess process = ClawsProcess.Start(["prove", "-"]);
        process.WaitForError("reading the model");
        process.Signal("INT");
        process.WaitForError(Interrupted);
        process.Signal("INT");
        Outcome outcome = process.End();

        Assert.Equal((128 + 2, "", ""), (outcome.Status, outcome.Output, outcome.Error[(outcome.Error.IndexOf(Interrupted, StringComparison.Ordinal) + Interrupted.Length)..].Trim()));
    }
}
