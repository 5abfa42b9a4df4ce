using System.Text.RegularExpressions;
using ConservationLaws.Cli.Commands;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli.Tests;

/// <summary>What the program says about itself, and that it is true.</summary>
public sealed class HelpTests
{
    private static readonly string[] UsersFiles = ["model.claw", "big.claw", "certificate.json"];

    public static TheoryData<string> Commands { get; } = [.. CommandDefinition.All.Select(command => command.Name)];

    /// <summary>The worked examples that need no file of the user's.</summary>
    public static TheoryData<string> Examples { get; } =
        [.. CommandDefinition.All.SelectMany(command => command.Examples).Where(example => !UsersFiles.Any(file => example.Contains(file, StringComparison.Ordinal)))];

    [Theory]
    [MemberData(nameof(Commands))]
    public void The_help_of_a_command_shows_worked_examples(string command)
    {
        foreach (string[] arguments in new string[][] { [command, "--help"], [command, "-h"], ["--help", command], [command, "--help", "--format", "json"] })
        {
            Outcome outcome = CommandLine.Run(arguments);

            Assert.Equal((0, ""), (outcome.Status, outcome.Error));
            Assert.Contains("Examples:\n  claws " + command + " ", outcome.Output, StringComparison.Ordinal);
            Assert.Contains("Exit status:", outcome.Output, StringComparison.Ordinal);
            Assert.Contains("--timeout <TIME>", outcome.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_general_help_lists_commands_and_options()
    {
        Outcome outcome = CommandLine.Run("--help");

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
        Assert.All(CommandDefinition.All, command => Assert.Matches($@"\n  {command.Name} .*{Regex.Escape(command.Description)}", outcome.Output));
        Assert.All(new GlobalOptions().All, option => Assert.Contains("\n  " + option.Name + " ", outcome.Output, StringComparison.Ordinal));
        Assert.Contains("Examples:\n  claws prove -e", outcome.Output, StringComparison.Ordinal);
        Assert.Matches("--memory <SIZE> .*default: 3/4", outcome.Output);
    }

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_worked_example_works(string example)
    {
        // Words behind three spaces explain the example.
        string line = Regex.Split(example, "   +")[0];
        string[] words = [.. Regex.Matches(line, "\"([^\"]*)\"|\\S+").Select(match => match.Groups[1].Success ? match.Groups[1].Value : match.Value)];
        Assert.Equal("claws", words[0]);

        Outcome outcome = CommandLine.Run([.. words.Skip(1).Select(word => word.StartsWith("samples/", StringComparison.Ordinal)
            ? SampleTests.PathOf(Path.GetFileNameWithoutExtension(word))
            : word)]);

        Assert.Equal(0, outcome.Status);
        Assert.NotEqual("", outcome.Output);
    }

    [Theory]
    [InlineData("--version")]
    [InlineData("prove", "--version")]
    [InlineData("--version", "laws")]
    public void The_version_is_that_of_the_answers(params string[] arguments)
    {
        Outcome outcome = CommandLine.Run(arguments);

        Assert.Equal((0, JsonReport.Version + "\n", ""), (outcome.Status, outcome.Output, outcome.Error));
        Assert.Matches(@"^\d+\.\d+\.\d+", outcome.Output);
    }
}
