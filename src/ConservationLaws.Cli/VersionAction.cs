using System.CommandLine;
using System.CommandLine.Invocation;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli;

/// <summary>Prints the version, the same that JSON answers carry.</summary>
internal sealed class VersionAction : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        parseResult.InvocationConfiguration.Output.WriteLine(JsonReport.Version);
        return ExitCode.Proved;
    }
}
