using System.CommandLine;
using ConservationLaws.Certificates;
using ConservationLaws.Checker;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using Verdict = ConservationLaws.Checker.Verdict;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws export MODEL|CERTIFICATE --to coq</c>: what is proved, in the form of another system.</summary>
internal static class ExportCommand
{
    private const string Coq = "coq";

    internal static CommandDefinition Definition { get; } = new(
        "export",
        "Write what is proved in the form of another system",
        "MODEL|CERTIFICATE",
        "A model or a certificate, or - for standard input; not with -e TEXT",
        [
            "claws export certificate.json --to coq",
            "claws export -e \"network 3 -> 3 -> 3\" --to coq",
        ],
        command =>
        {
            var target = new Option<string?>("--to") { Description = "The system: coq (a theorem that coqc checks, see coq/README.md)", HelpName = "SYSTEM" };
            command.Add(target);
            return (result, run) => Export(run, result.GetValue(target));
        });

    private static int Export(CommandRun run, string? target)
    {
        if (target != Coq)
        {
            throw new UsageException(target is null ? $"export: say what to write with --to: {Coq}" : $"export: unknown system `{target}`: write {Coq}");
        }

        (Model? model, ReadOnlyMemory<byte> certificate) = run.ReadModelOrCertificate();
        int status = ExitCode.Proved;
        if (model is not null)
        {
            Theorem theorem = Prover.Prove(model, run.Settings.ProofOptions(), run.Progress, run.Limits.Token);
            using var file = new MemoryStream();
            string? claim = theorem.Verdict == Proofs.Verdict.Limit ? null : CertificateFile.Write(theorem, file, run.Limits.Token);
            if (claim is null)
            {
                run.Progress.WriteLine($"claws: nothing is exported: {run.Limits.Reason ?? "there are neither laws nor brackets to show"}");
                return theorem.Verdict == Proofs.Verdict.Limit ? ExitCode.Limit : ExitCode.Open;
            }

            run.Note($"claws: exported: {claim}");
            certificate = file.GetBuffer().AsMemory(0, (int)file.Length);
            status = theorem.Verdict == Proofs.Verdict.Proved ? ExitCode.Proved : ExitCode.Open;
        }

        Verdict verdict = CertificateChecker.Check(certificate, run.Limits.Token);
        if (!verdict.Accepted)
        {
            run.Progress.WriteLine($"claws: the certificate is not exported: {verdict.Line}");
            return ExitCode.Refused;
        }

        using var text = new StringWriter { NewLine = "\n" };
        if (CoqExport.Write(certificate, text) is { } reason)
        {
            throw new UsageException($"export: there is no such file in Coq for this certificate: {reason}");
        }

        run.WriteText(writer => writer.Write(text.GetStringBuilder()));
        return status;
    }
}
