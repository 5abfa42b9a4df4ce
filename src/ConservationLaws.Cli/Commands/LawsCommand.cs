using System.Collections.Immutable;
using System.CommandLine;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws laws MODEL --degree K</c>: the polynomial laws up to a degree, and on request laws that are no polynomials.</summary>
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
            "claws laws -e \"parameters V[2,4]; phi V*V^T\" --degree 2 --rational     rational functions and other laws beside them",
            "claws laws model.claw --degree 3 --format json",
        ],
        command =>
        {
            Option<int?> degree = WholeNumber.Option("--degree", 1);
            degree.Description = "The highest degree";
            degree.HelpName = "K";
            degree.Required = true;
            var all = new Option<bool>("--all") { Description = "A basis of the whole space of laws, not only independent generators" };
            var rational = new Option<bool>("--rational")
            {
                Description = "Also rational functions, and laws given by closed or solvable one-forms, that a search finds; it may miss some",
            };
            command.Add(degree);
            command.Add(rational);
            command.Add(all);
            return (result, run) => Find(run, result.GetValue(degree)!.Value, result.GetValue(all), result.GetValue(rational));
        });

    private static int Find(CommandRun run, int degree, bool all, bool rational)
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

        ImmutableArray<FormLaw>? forms = null;
        if (rational)
        {
            // The proof seeks them where polynomial laws up to the degree do not suffice, independent of these.
            Theorem theorem = Prover.Prove(model, run.Settings.ProofOptions(degree), run.Progress, run.Limits.Token);
            run.Limits.Token.ThrowIfCancellationRequested();
            forms = theorem.Forms;
        }

        run.WriteText(writer => LawListingReport.Write(model, degree, all, laws, forms, run.Settings.Format, writer));
        return ExitCode.Proved;
    }
}
