using ConservationLaws.Models;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws show MODEL</c>: what the model means.</summary>
internal static class ShowCommand
{
    internal static CommandDefinition Definition { get; } = new(
        "show",
        "What a model means: parameters, fields, assumptions",
        "MODEL",
        CommandDefinition.ModelDescription,
        [
            "claws show -e \"network 2 -> 2 relu bias -> 1\"",
            "claws show samples/momentum.claw --full",
        ],
        _ => (_, run) =>
        {
            Model model = run.ReadModelAlone();
            run.WriteText(writer => ModelReport.Write(model, run.Settings.Full, run.Settings.Format, writer));
            return ExitCode.Proved;
        });
}
