using System.Collections.Immutable;
using System.CommandLine;
using ConservationLaws.Laws;
using ConservationLaws.Models;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws laws MODEL --degree K</c>: the polynomial laws up to a degree.</summary>
internal static class LawsCommand
{
    internal static CommandDefinition Definition { get; } = new(
        "laws",
        "Find all polynomial laws up to a degree",
        "MODEL",
        CommandDefinition.ModelDescription,
        [
            "claws laws -e \"network 2 -> 2 -> 2\" --degree 2",
            "claws laws -e \"network 2 -> 2 -> 2\" --degree 4 --all     products of laws too: a basis of the vector space",
            "claws laws model.claw --degree 3 --format json",
        ],
        command =>
        {
            Option<int?> degree = WholeNumber.Option("--degree", 1);
            degree.Description = "The highest degree";
            degree.HelpName = "K";
            degree.Required = true;
            var all = new Option<bool>("--all") { Description = "A basis of the whole space of laws, not only independent generators" };
            command.Add(degree);
            command.Add(all);
            return (result, run) => Find(run, result.GetValue(degree)!.Value, result.GetValue(all));
        });

    private static int Find(CommandRun run, int degree, bool all)
    {
        Model model = run.ReadModelAlone();
        ImmutableArray<Law> laws;
        try
        {
            laws = PolynomialLaws.Find(model, degree, all, run.Settings.ProofOptions(), run.Progress, run.Limits.Token);
        }
        catch (ArgumentOutOfRangeException tooLarge)
        {
            throw new UsageException($"the linear system is too large: {tooLarge.Message}");
        }

        run.WriteText(writer => LawListingReport.Write(model, degree, all, laws, run.Settings.Format, writer));
        return ExitCode.Proved;
    }
}
