namespace ConservationLaws.Cli.Tests;

/// <summary>Mistyped command lines: exit 2, nothing on standard output, and a word that helps.</summary>
public sealed class MisuseTests
{
    private const string Commands = "the commands are prove, laws, dimension, bracket, show, check";

    [Theory]
    [InlineData("provee", "prove")]
    [InlineData("Prove", "prove")]
    [InlineData("dimensoin", "dimension")]
    [InlineData("braket", "bracket")]
    [InlineData("law", "laws")]
    public void A_mistyped_command_is_corrected(string word, string meant) =>
        CommandLine.AssertRefused(CommandLine.Run(word, "-e", CommandLine.Linear), $"unknown command `{word}`, did you mean `{meant}`?", Commands);

    [Fact]
    public void A_command_that_resembles_none_gets_the_list() =>
        CommandLine.AssertRefused(CommandLine.Run("frobnicate"), "unknown command `frobnicate`; " + Commands);

    [Theory]
    [InlineData("--fromat", "--format")]
    [InlineData("--degre", "--degree")]
    [InlineData("--quite", "--quiet")]
    [InlineData("--tiemout", "--timeout")]
    [InlineData("--hlep", "--help")]
    public void A_mistyped_option_is_corrected(string word, string meant)
    {
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Linear, "prove", word), $"unknown option `{word}`", $"`{meant}`");
        CommandLine.AssertRefused(CommandLine.Run("prove", word, "json", "-e", CommandLine.Linear), $"unknown option `{word}`", $"`{meant}`", "claws prove --help");
    }

    [Fact]
    public void A_mistyped_option_before_the_command_is_corrected() =>
        CommandLine.AssertRefused(CommandLine.Run("--frmat", "json", "prove", "-e", CommandLine.Linear), "unknown option `--frmat`, did you mean `--format`?");

    [Fact]
    public void An_option_of_another_command_is_not_known() =>
        CommandLine.AssertRefused(CommandLine.On(CommandLine.Linear, "show", "--degree", "2"), "unknown option `--degree`");

    [Theory]
    [InlineData]
    [InlineData("--format", "json")]
    [InlineData("--quiet")]
    public void Without_a_command_the_commands_are_listed(params string[] arguments) =>
        CommandLine.AssertRefused(CommandLine.Run(arguments), "no command: " + Commands, "see claws --help");

    [Fact]
    public void Without_a_model_it_is_said_how_to_give_one() =>
        CommandLine.AssertRefused(CommandLine.Run("prove"), "no model: name a file, `-` for standard input, or write -e");

    [Fact]
    public void One_model_at_a_time() =>
        CommandLine.AssertRefused(CommandLine.Run("prove", "a.claw", "b.claw"), "unexpected argument `b.claw`");

    [Theory]
    [InlineData("@nosuch.rsp")]
    [InlineData("@")]
    public void An_at_sign_begins_no_response_file(string text)
    {
        CommandLine.AssertRefused(CommandLine.On(text, "prove"), "model:1:1: error", "`@`");
        CommandLine.AssertRefused(CommandLine.Run("prove", text), $"`{text}`: there is no such file");
    }

    [Fact]
    public void Behind_a_double_dash_everything_is_a_file() =>
        CommandLine.AssertRefused(CommandLine.Run("prove", "--", "--version"), "`--version`: there is no such file");
}
