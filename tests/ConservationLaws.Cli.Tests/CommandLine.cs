using System.Text;
using System.Text.Json;

namespace ConservationLaws.Cli.Tests;

/// <summary>What a run of the program left behind.</summary>
internal sealed record Outcome(int Status, string Output, string Error)
{
    /// <summary>The output as JSON; fails when it is anything else or more.</summary>
    internal JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Output);
            return document.RootElement.Clone();
        }
    }
}

/// <summary>Runs command lines in this process, with memory in place of the terminal.</summary>
internal static class CommandLine
{
    internal const string Linear = "network 2 -> 2 -> 2";

    /// <summary>Stays open with laws of degree 1 only: an involutive closure would be too large.</summary>
    internal const string Open = "network 6 -> 6 -> 6";

    /// <summary>Takes minutes to prove, but a moment to read.</summary>
    internal const string Long = "network 16 -> 16 -> 16 -> 16; flow momentum 1";

    internal static Outcome Run(params string[] arguments) => RunWith("", arguments);

    internal static Outcome RunWith(string input, params string[] arguments) => RunWith(Encoding.UTF8.GetBytes(input), arguments);

    internal static Outcome RunWith(byte[] input, params string[] arguments) => RunWith(new MemoryStream(input), false, arguments);

    internal static Outcome RunOnTerminal(params string[] arguments) => RunWith(Stream.Null, true, arguments);

    /// <summary>A command on a model, with the model's text behind <c>-e</c>.</summary>
    internal static Outcome On(string model, string command, params string[] options) => Run([command, "-e", model, .. options]);

    /// <summary>Asserts that a command line is refused: exit 2, no output, no stack trace, and a message with all of these parts.</summary>
    internal static void AssertRefused(Outcome outcome, params string[] parts)
    {
        Assert.Equal(2, outcome.Status);
        Assert.Equal("", outcome.Output);
        Assert.All(parts, part => Assert.Contains(part, outcome.Error, StringComparison.Ordinal));
        AssertNoStackTrace(outcome);
    }

    internal static void AssertNoStackTrace(Outcome outcome)
    {
        Assert.DoesNotContain("   at ", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", outcome.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("internal error", outcome.Error, StringComparison.Ordinal);
    }

    private static Outcome RunWith(Stream input, bool isTerminal, string[] arguments)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        int status = Application.Run(arguments, new Streams(input, output, TextWriter.Synchronized(error), isTerminal));
        return new Outcome(status, Encoding.UTF8.GetString(output.ToArray()), error.ToString());
    }
}
