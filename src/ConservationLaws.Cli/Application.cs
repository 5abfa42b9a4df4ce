using System.CommandLine;
using System.CommandLine.Help;
using ConservationLaws.Cli.Commands;
using ConservationLaws.Cli.Running;
using ConservationLaws.Language;

namespace ConservationLaws.Cli;

/// <summary>Runs one command line; says what becomes of every failure.</summary>
internal sealed class Application
{
    private readonly Streams _streams;
    private readonly GlobalOptions _options = new();

    private Application(Streams streams) => _streams = streams;

    /// <summary>Runs one command line and gives the exit status.</summary>
    internal static int Run(string[] arguments, Streams streams)
    {
        try
        {
            return new Application(streams).Run(arguments);
        }
        catch (IOException failure)
        {
            streams.Error.WriteLine($"claws: the result could not be written: {failure.Message}");
            return ExitCode.BadInput;
        }
    }

    private int Run(string[] arguments)
    {
        RootCommand root = CommandTree.Create(_options, Execute);
        ParseResult result = root.Parse(arguments, new ParserConfiguration { ResponseFileTokenReplacer = null });
        if (result.Action is not (HelpAction or HelpWithExamples or VersionAction))
        {
            string[] mistakes = [.. Misuse.Find(result)];
            if (mistakes.Length > 0)
            {
                Array.ForEach(mistakes, mistake => _streams.Error.WriteLine($"claws: {mistake}"));
                _streams.Error.WriteLine($"claws: see claws {(result.CommandResult.Command is RootCommand ? "" : result.CommandResult.Command.Name + " ")}--help");
                return ExitCode.BadInput;
            }
        }

        using StreamWriter output = _streams.OutputWriter();
        return result.Invoke(new InvocationConfiguration
        {
            Output = output,
            Error = _streams.Error,
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        });
    }

    private int Execute(ParseResult result, string[] arguments, Func<ParseResult, CommandRun, int> action)
    {
        try
        {
            using var run = new CommandRun(Settings.Read(result, _options), _streams, arguments);
            try
            {
                if (Worker.TryRun(() => action(result, run), run.Limits, run.TryClaimOutput, out int status))
                {
                    return status;
                }
            }
            catch (OperationCanceledException) when (run.Limits.Reason is not null)
            {
                // Stopped where there is nothing partial to tell but what Abandon says.
            }
            catch (OutOfMemoryException)
            {
                run.Limits.Stop("the memory of this machine is used up");
            }

            return Abandon(run);
        }
        catch (ModelException mistake)
        {
            _streams.Error.WriteLine(mistake.Message);
            return ExitCode.BadInput;
        }
        catch (UsageException mistake)
        {
            _streams.Error.WriteLine($"claws: {mistake.Message}");
            return ExitCode.BadInput;
        }
        catch (Exception bug) when (bug is not (OperationCanceledException or IOException))
        {
            _streams.Error.WriteLine($"claws: internal error: {bug.GetType().Name}: {bug.Message}");
            _streams.Error.WriteLine("claws: this is a bug of the program; nothing is claimed. Please report it with the model.");
            return ExitCode.InternalError;
        }
    }

    // The work did not end in time after a limit: what is certain without it is still told.
    private static int Abandon(CommandRun run)
    {
        run.Limits.GiveUpReading();
        run.Progress.WriteLine($"claws: stopped: {run.Limits.Reason}");
        if (run.Model is null)
        {
            run.Progress.WriteLine($"claws: the {run.InputKind} was not read to its end; nothing is claimed");
        }
        else
        {
            ProveCommand.WriteUnfinished(run, run.Model);
        }

        return ExitCode.Limit;
    }
}
