using System.CommandLine;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;
using ConservationLaws.Strata;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws prove MODEL</c>: laws, Lie dimension, and a proof that there are no other laws.</summary>
internal static class ProveCommand
{
    internal static CommandDefinition Definition { get; } = new(
        "prove",
        "Count the conservation laws of a model and prove that there are no others",
        "MODEL",
        CommandDefinition.ModelDescription,
        [
            "claws prove -e \"network 3 -> 3 -> 3\"",
            "claws prove samples/two-layer-relu.claw --full",
            "claws prove -e \"parameters x, y; phi x*y\" --format json --quiet",
            "claws prove -e \"parameters x, y; field x*D[x] - 2*y*D[y]\" --degree 3",
            "claws prove -e \"parameters x, y; phi x^2/2 + x*y\"     a law with log and sqrt; d(x) in a law is the differential of x",
            "claws prove -e \"network 3 -> 3 -> 3\" --certificate proof.json",
            "claws prove -e \"parameters x, y; phi x, x^2*y\" --strata",
            "claws prove big.claw --timeout 5m --memory 4GiB",
        ],
        command =>
        {
            Option<int?> degree = WholeNumber.Option("--degree", 1);
            degree.Description = $"Search laws up to this degree, however large the linear systems (default: {ProofOptions.DefaultDegree}, with bounded systems)";
            degree.HelpName = "K";
            command.Add(degree);
            var certificate = new Option<string?>("--certificate")
            {
                Description = "Write what is proved to a file that `claws check` and others can check",
                HelpName = "OUT.json",
            };
            command.Add(certificate);
            var strata = new Option<bool>("--strata")
            {
                Description = "List the sets outside of which the ranks are generic, and those on which the named points lie",
            };
            command.Add(strata);
            return (result, run) => Prove(run, result.GetValue(degree), result.GetValue(certificate), result.GetValue(strata));
        });

    /// <summary>Writes what is certain about a model whose proof could not be waited for.</summary>
    internal static void WriteUnfinished(CommandRun run, Model model) => Write(run, Prover.Unfinished(model, run.Settings.ProofOptions()), null);

    private static int Prove(CommandRun run, int? degree, string? certificatePath, bool strata)
    {
        using CertificateOutput? certificate = CertificateOutput.Open(certificatePath);
        Model model = run.ReadModelAlone();
        Theorem theorem = Prover.Prove(model, run.Settings.ProofOptions(degree), run.Progress, run.Limits.Token);
        string? claim = theorem.Verdict == Verdict.Limit ? null : Certify(run, theorem, certificate);
        theorem = strata && theorem.Verdict != Verdict.Limit ? WithStrata(run, theorem) : theorem;
        Write(run, theorem, claim is null ? null : certificatePath);
        if (certificate is not null)
        {
            run.Note(claim is null
                ? $"claws: no certificate was written: {(theorem.Verdict == Verdict.Limit ? "the work was stopped" : "there are neither laws nor brackets to show")}"
                : $"claws: certificate of {claim}: {certificatePath}");
        }

        if (theorem.Verdict == Verdict.Limit)
        {
            run.Progress.WriteLine($"claws: stopped: {run.Limits.Reason}");
        }
        else
        {
            StageTimes times = run.Progress.Times;
            run.Note($"{StageTimes.Format(run.Progress.TotalTicks)} s (model {StageTimes.Format(times.Model)}, lie {StageTimes.Format(times.Lie)}, laws {StageTimes.Format(times.Laws)}, proof {StageTimes.Format(times.Proof)})");
        }

        return theorem.Verdict switch { Verdict.Proved => ExitCode.Proved, Verdict.Open => ExitCode.Open, _ => ExitCode.Limit };
    }

    // The theorem holds without its certificate: when time is up only the latter is given up.
    private static string? Certify(CommandRun run, Theorem theorem, CertificateOutput? certificate)
    {
        if (certificate is null)
        {
            return null;
        }

        run.Progress.Report(new ProofProgress(ProofStage.Proof, 0, 0, "certificate"));
        try
        {
            return certificate.Write(theorem, run.Limits.Token);
        }
        catch (OperationCanceledException) when (run.Limits.Token.IsCancellationRequested)
        {
            run.Progress.WriteLine($"claws: the certificate was not finished: {run.Limits.Reason}");
            return null;
        }
        catch (IOException failure)
        {
            run.Progress.WriteLine($"claws: the certificate could not be written: {failure.Message}");
            return null;
        }
    }

    // The theorem holds without them, too.
    private static Theorem WithStrata(CommandRun run, Theorem theorem)
    {
        run.Progress.Report(new ProofProgress(ProofStage.Proof, 0, 0, "strata"));
        try
        {
            return theorem with { Strata = Stratification.Of(theorem, run.Limits.Token) };
        }
        catch (OperationCanceledException) when (run.Limits.Token.IsCancellationRequested)
        {
            run.Progress.WriteLine($"claws: the sets of lower rank were not finished: {run.Limits.Reason}");
            return theorem;
        }
    }

    private static void Write(CommandRun run, Theorem theorem, string? certificatePath)
    {
        bool full = run.Settings.Full;
        switch (run.Settings.Format)
        {
            case ReportFormat.Json:
                run.WriteBytes(output => JsonReport.Write(theorem, run.Progress.Times, full, output, certificatePath));
                break;
            case ReportFormat.Latex:
                run.WriteText(writer => LatexReport.Write(theorem, full, writer));
                break;
            case ReportFormat.Markdown:
                run.WriteText(writer => MarkdownReport.Write(theorem, full, writer));
                break;
            default:
                run.WriteText(writer => TextReport.Write(theorem, full, writer));
                break;
        }
    }
}
