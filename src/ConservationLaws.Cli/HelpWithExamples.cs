using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using ConservationLaws.Cli.Commands;

namespace ConservationLaws.Cli;

/// <summary>The help of the command-line library, followed by worked examples of the command.</summary>
internal sealed class HelpWithExamples(HelpAction help) : SynchronousCommandLineAction
{
    private static readonly string[] General =
    [
        "claws prove -e \"network 3 -> 3 -> 3\"              a linear network: 6 laws, and no others",
        "claws prove model.claw --format json              the answer for programs",
        "echo \"network 2 -> 4 relu -> 1\" | claws prove -   a model on standard input",
        "claws bracket -e \"parameters x, y; field x*D[y]; field y*D[x]\" 1 2",
    ];

    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        int status = help.Invoke(parseResult);
        TextWriter output = parseResult.InvocationConfiguration.Output;
        CommandDefinition? definition = CommandDefinition.All.FirstOrDefault(one => one.Name == parseResult.CommandResult.Command.Name);
        output.WriteLine("Examples:");
        foreach (string example in definition?.Examples ?? General)
        {
            output.WriteLine("  " + example);
        }

        output.WriteLine();
        output.WriteLine("Exit status: 0 proved (or the command succeeded), 1 the answer stays open, 2 bad input,");
        output.WriteLine("             3 a certificate was refused, 4 a limit was reached and the sound partial answer was printed");
        return status;
    }
}
