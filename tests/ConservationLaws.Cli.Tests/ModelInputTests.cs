using System.Text;

namespace ConservationLaws.Cli.Tests;

/// <summary>Where the text of a model comes from, and texts that are none.</summary>
public sealed class ModelInputTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("claws-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void A_model_comes_from_a_file_from_standard_input_or_from_the_command_line()
    {
        string expected = CommandLine.On(CommandLine.Linear, "prove").Output;

        Assert.Equal(expected, CommandLine.Run("prove", Write("model.claw", CommandLine.Linear)).Output);
        Assert.Equal(expected, CommandLine.RunWith(CommandLine.Linear, "prove", "-").Output);
        Assert.Equal(expected, CommandLine.RunWith("\ufeff" + CommandLine.Linear + "\r\n", "prove", "-").Output);
    }

    [Fact]
    public void Standard_input_goes_with_further_arguments()
    {
        Outcome outcome = CommandLine.RunWith("parameters x, y; field x*D[y]; field y*D[x]", "bracket", "-", "1", "2");

        Assert.Equal((0, "-x*D[x] + y*D[y]\n"), (outcome.Status, outcome.Output));
    }

    [Fact]
    public void A_missing_file_is_said_to_be_missing()
    {
        CommandLine.AssertRefused(CommandLine.Run("prove", "nosuch.claw"), "`nosuch.claw`: there is no such file");
        CommandLine.AssertRefused(CommandLine.Run("prove", "no/such/folder.claw"), "there is no such file");
    }

    [Fact]
    public void A_models_text_in_the_place_of_a_file_is_recognized() =>
        CommandLine.AssertRefused(CommandLine.Run("prove", CommandLine.Linear), "there is no such file; to give the model's text itself, write -e before it");

    [Fact]
    public void A_directory_is_no_model() => CommandLine.AssertRefused(CommandLine.Run("prove", _folder.FullName), "it is a directory");

    [Theory]
    [InlineData("")]
    [InlineData("\0")]
    public void A_senseless_file_name_is_refused(string name) => CommandLine.AssertRefused(CommandLine.Run("prove", name), "cannot be read");

    [Fact]
    public void Text_that_is_not_UTF8_is_refused()
    {
        byte[] latin1 = [.. "model \""u8, 0xE9, .. "\"; network 1 -> 1"u8];
        string path = Path.Combine(_folder.FullName, "latin1.claw");
        File.WriteAllBytes(path, latin1);

        CommandLine.AssertRefused(CommandLine.Run("prove", path), "latin1.claw: the text is not UTF-8");
        CommandLine.AssertRefused(CommandLine.RunWith(latin1, "prove", "-"), "standard input: the text is not UTF-8");
    }

    [Fact]
    public void A_text_above_16_MiB_is_refused()
    {
        byte[] large = new byte[(16 << 20) + 1];
        Array.Fill(large, (byte)'#');

        CommandLine.AssertRefused(CommandLine.RunWith(large, "prove", "-"), "the text is above 16 MiB");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n# only a comment\n")]
    public void Empty_input_gets_an_example(string text) =>
        CommandLine.AssertRefused(CommandLine.RunWith(text, "prove", "-"), "stdin:", "nothing to analyse", "for example: network");

    [Theory]
    [InlineData('(', ')')]
    [InlineData('[', ']')]
    public void Twenty_thousand_nested_brackets_are_refused(char open, char close) =>
        CommandLine.AssertRefused(
            CommandLine.RunWith($"parameters x; phi {new string(open, 20_000)}x{new string(close, 20_000)}", "prove", "-"),
            "brackets are nested deeper than 500");

    [Fact]
    public void A_long_chain_of_operators_is_read_or_refused_in_order()
    {
        Outcome outcome = CommandLine.RunWith("parameters x; phi " + string.Concat(Enumerable.Repeat("-", 200_000)) + "x", "prove", "-");

        Assert.True(outcome.Status is 0 or 2, outcome.Error);
        CommandLine.AssertNoStackTrace(outcome);
    }

    [Fact]
    public void A_NUL_byte_is_pointed_at() =>
        CommandLine.AssertRefused(CommandLine.RunWith("parameters x\nphi x\0", "prove", "-"), "stdin:2:6: error: unexpected NUL byte");

    [Fact]
    public void A_number_of_two_million_digits_is_refused() =>
        CommandLine.AssertRefused(CommandLine.RunWith("parameters x; phi " + new string('7', 2_000_000) + "*x", "prove", "-"), "2,000,000 digits is too long: at most 100,000");

    [Fact]
    public void Exact_numbers_of_many_digits_are_read()
    {
        Outcome outcome = CommandLine.RunWith($"parameters x, y; phi {new string('7', 5_000)}*x, y", "prove", "-", "--quiet");

        Assert.Equal((0, ""), (outcome.Status, outcome.Error));
    }

    private string Write(string name, string text)
    {
        string path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text, new UTF8Encoding(false));
        return path;
    }
}
