using System.CommandLine;

namespace ConservationLaws.Cli.Commands;

/// <summary>A command: its words, its examples, and what it does.</summary>
/// <param name="Name">The word on the command line.</param>
/// <param name="Description">One line of help.</param>
/// <param name="ArgumentName">What the positional arguments are called.</param>
/// <param name="ArgumentDescription">What they mean.</param>
/// <param name="Examples">Worked examples for the help.</param>
/// <param name="Configure">Adds the command's own options and gives its action, which returns the exit status.</param>
internal sealed record CommandDefinition(
    string Name,
    string Description,
    string ArgumentName,
    string ArgumentDescription,
    string[] Examples,
    Func<Command, Func<ParseResult, CommandRun, int>> Configure)
{
    /// <summary>What MODEL means in every command.</summary>
    internal const string ModelDescription = "A file, or - for standard input; not with -e TEXT";

    /// <summary>All commands, in the order of the help.</summary>
    internal static CommandDefinition[] All { get; } =
    [
        ProveCommand.Definition, LawsCommand.Definition, DimensionCommand.Definition, BracketCommand.Definition, ShowCommand.Definition,
        CheckCommand.Definition, ExportCommand.Definition,
    ];
}
