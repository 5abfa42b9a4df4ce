using System.CommandLine;
using System.CommandLine.Help;
using ConservationLaws.Cli.Commands;

namespace ConservationLaws.Cli;

/// <summary>The commands and options as the command-line library wants them.</summary>
internal static class CommandTree
{
    /// <summary>Builds the tree.</summary>
    /// <param name="options">The options of every command.</param>
    /// <param name="execute">Runs a command's action with its positional arguments and gives the exit status.</param>
    internal static RootCommand Create(GlobalOptions options, Func<ParseResult, string[], Func<ParseResult, CommandRun, int>, int> execute)
    {
        var root = new RootCommand("Conservation laws of gradient flows, counted exactly and proved.");
        foreach (Option option in options.All)
        {
            root.Add(option);
        }

        // The library's own --version works alone only, and tells the commit.
        root.Options.Remove(root.Options.OfType<VersionOption>().Single());
        root.Add(new Option<bool>("--version")
        {
            Description = "Show the version",
            Recursive = true,
            Arity = ArgumentArity.Zero,
            Action = new VersionAction(),
        });
        HelpOption help = root.Options.OfType<HelpOption>().Single();
        help.Action = new HelpWithExamples((HelpAction)help.Action!);
        foreach (CommandDefinition definition in CommandDefinition.All)
        {
            root.Add(Create(definition, execute));
        }

        return root;
    }

    private static Command Create(CommandDefinition definition, Func<ParseResult, string[], Func<ParseResult, CommandRun, int>, int> execute)
    {
        var command = new Command(definition.Name, definition.Description);
        var model = new Argument<string[]>(definition.ArgumentName)
        {
            Description = definition.ArgumentDescription,
            Arity = ArgumentArity.ZeroOrMore,
        };
        command.Add(model);
        Func<ParseResult, CommandRun, int> action = definition.Configure(command);
        command.SetAction(result => execute(result, result.GetValue(model) ?? [], action));
        return command;
    }
}
