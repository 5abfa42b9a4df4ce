using System.CommandLine;
using ConservationLaws.Certificates;
using ConservationLaws.Checker;
using ConservationLaws.Exports;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;
using Verdict = ConservationLaws.Checker.Verdict;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws export MODEL|CERTIFICATE --to SYSTEM</c>: what is proved, in the form of another system.</summary>
internal static class ExportCommand
{
    private const string Coq = "coq";

    private static readonly Dictionary<string, Action<Theorem, bool, TextWriter>> s_targets = new(StringComparer.Ordinal)
    {
        ["sympy"] = To(ExportTarget.SymPy),
        ["sage"] = To(ExportTarget.Sage),
        ["macaulay2"] = To(ExportTarget.Macaulay2),
        ["pytorch"] = To(ExportTarget.PyTorch),
        ["latex"] = LatexReport.Write,
        ["markdown"] = MarkdownReport.Write,
    };

    private static readonly string s_systems = $"{Coq}, {string.Join(", ", s_targets.Keys.SkipLast(1))} or {s_targets.Keys.Last()}";

    internal static CommandDefinition Definition { get; } = new(
        "export",
        "Write what is proved in the form of another system",
        "MODEL|CERTIFICATE",
        "A model, or for coq also a certificate, or - for standard input; not with -e TEXT",
        [
            "claws export certificate.json --to coq",
            "claws export -e \"network 3 -> 3 -> 3\" --to coq",
            "claws export -e \"parameters x, y; phi x^2/2 + x*y\" --to sympy     a Python script that checks the laws",
            "claws export model.claw --to pytorch",
        ],
        command =>
        {
            var target = new Option<string?>("--to")
            {
                Description = "The system: coq (a theorem that coqc checks, see coq/README.md), sympy, sage or macaulay2 (scripts that check the laws), pytorch (the laws as functions of tensors), latex or markdown",
                HelpName = "SYSTEM",
            };
            command.Add(target);
            return (result, run) => Export(run, result.GetValue(target));
        });

    private static Action<Theorem, bool, TextWriter> To(ExportTarget target) => (theorem, _, writer) => LawExport.Write(theorem, target, writer);

    private static int Export(CommandRun run, string? target)
    {
        if (target is null)
        {
            throw new UsageException($"export: say what to write with --to: {s_systems}");
        }

        return target == Coq ? ExportToCoq(run)
            : s_targets.TryGetValue(target, out Action<Theorem, bool, TextWriter>? write) ? ExportLaws(run, target, write)
            : throw new UsageException($"export: unknown system `{target}`: write {s_systems}");
    }

    private static int ExportLaws(CommandRun run, string target, Action<Theorem, bool, TextWriter> write)
    {
        (Model? model, _) = run.ReadModelOrCertificate();
        if (model is null)
        {
            throw new UsageException($"export: a certificate is exported to {Coq} only; for {target} give the model");
        }

        Theorem theorem = Prover.Prove(model, run.Settings.ProofOptions(), run.Progress, run.Limits.Token);
        run.WriteText(writer => write(theorem, run.Settings.Full, writer));
        if (theorem.Verdict == Proofs.Verdict.Limit)
        {
            run.Progress.WriteLine($"claws: stopped: {run.Limits.Reason}");
        }

        return theorem.Verdict switch { Proofs.Verdict.Proved => ExitCode.Proved, Proofs.Verdict.Open => ExitCode.Open, _ => ExitCode.Limit };
    }

    private static int ExportToCoq(CommandRun run)
    {
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
