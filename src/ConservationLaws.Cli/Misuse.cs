using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace ConservationLaws.Cli;

// A command takes any number of positional arguments, so the library reads a mistyped option as one of them. Whatever begins with a
// dash, but for `-` itself, is an option until `--` ends the options.

/// <summary>What is wrong with a command line, in sentences.</summary>
internal static class Misuse
{
    /// <summary>The mistakes of a command line; none when it can be run.</summary>
    internal static IEnumerable<string> Find(ParseResult result)
    {
        Command command = result.CommandResult.Command;
        if (UnknownWords(result, command).FirstOrDefault() is { } word)
        {
            // What stands behind an unknown word may belong to it.
            return [Describe(word, command)];
        }

        return result.Errors
            .Select(error => command is RootCommand && error.SymbolResult is CommandResult ? $"no command: {Commands(command)}" : error.Message)
            .Distinct();
    }

    private static IEnumerable<string> UnknownWords(ParseResult result, Command command)
    {
        IEnumerable<string> optionsAmongArguments = command.Arguments
            .SelectMany(argument => result.GetResult(argument)?.Tokens ?? [])
            .Where(token => IsOption(token.Value) && !IsBehindDoubleDash(result, token))
            .Select(token => token.Value);
        return result.UnmatchedTokens.Concat(optionsAmongArguments);
    }

    private static bool IsOption(string word) => word.Length > 1 && word[0] == '-';

    private static bool IsBehindDoubleDash(ParseResult result, Token token) =>
        result.Tokens.SkipWhile(other => other.Type != TokenType.DoubleDash).Any(other => ReferenceEquals(other, token));

    private static string Describe(string word, Command command)
    {
        if (IsOption(word))
        {
            IEnumerable<Option> options = command.Options.Concat(command.Parents.OfType<Command>().SelectMany(parent => parent.Options));
            return $"unknown option `{word}`{DidYouMean(word, options)}";
        }

        return $"unknown command `{word}`{DidYouMean(word, command.Subcommands)}; {Commands(command)}";
    }

    private static string Commands(Command root) => "the commands are " + string.Join(", ", root.Subcommands.Select(command => command.Name));

    // The library knows near names, but tells them on the way out only.
    private static string DidYouMean(string word, IEnumerable<Symbol> known)
    {
        var bare = new Command("claws");
        foreach (Symbol symbol in known)
        {
            if (symbol is Option option)
            {
                bare.Add(new Option<bool>(option.Name));
            }
            else
            {
                bare.Add(new Command(symbol.Name));
            }
        }

        using var told = new StringWriter();
        using var ignored = new StringWriter();
        new ParseErrorAction { ShowHelp = false }.Invoke(BareParse(bare, word, told, ignored));
        string[] near = [.. told.ToString().Split('\n', StringSplitOptions.TrimEntries).Where(line => known.Any(symbol => symbol.Name == line))];
        return near.Length == 0 ? "" : $", did you mean {string.Join(" or ", near.Select(name => $"`{name}`"))}?";
    }

    private static ParseResult BareParse(Command command, string word, TextWriter output, TextWriter error)
    {
        ParseResult result = command.Parse([word], new ParserConfiguration { ResponseFileTokenReplacer = null });
        result.InvocationConfiguration.Output = output;
        result.InvocationConfiguration.Error = error;
        return result;
    }
}
