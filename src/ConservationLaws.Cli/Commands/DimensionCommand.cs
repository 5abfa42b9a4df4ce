using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws dimension MODEL</c>: the ranks of V₀, V₁, … and the dimension of the Lie algebra.</summary>
internal static class DimensionCommand
{
    internal static CommandDefinition Definition { get; } = new(
        "dimension",
        "The ranks of the iterated brackets and the dimension of the Lie algebra",
        "MODEL",
        CommandDefinition.ModelDescription,
        [
            "claws dimension -e \"network 1 -> 2 -> 2 -> 2\"",
            "claws dimension -e \"parameters x, y; phi x, x^2*y; at x = 0\"     generic ranks, and those at x = 0",
        ],
        _ => (_, run) => Climb(run));

    private static int Climb(CommandRun run)
    {
        Model model = run.ReadModelAlone();
        Theorem theorem = Prover.Prove(model, run.Settings.ProofOptions(fullLadder: true), run.Progress, run.Limits.Token);
        run.WriteText(writer => LadderReport.Write(theorem, run.Settings.Format, writer));
        if (theorem.Verdict == Verdict.Limit)
        {
            run.Progress.WriteLine($"claws: stopped: {run.Limits.Reason}");
            return ExitCode.Limit;
        }

        return ExitCode.Proved;
    }
}
