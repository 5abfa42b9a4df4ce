using System.Text.Encodings.Web;
using System.Text.Json;
using ConservationLaws.Checker;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws check CERTIFICATE</c>: whether a certificate proves what it says, by the checker that shares no code with the engine.</summary>
internal static class CheckCommand
{
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal static CommandDefinition Definition { get; } = new(
        "check",
        "Check a certificate independently of the engine (exit 3: refused)",
        "CERTIFICATE",
        "A file as docs/certificates.md describes it, or - for standard input",
        [
            "claws check certificate.json",
            "claws check certificate.json --format json",
            "cat certificate.json | claws check -",
        ],
        _ => (_, run) => Check(run));

    private static int Check(CommandRun run)
    {
        Verdict verdict = run.ReadCertificate(stream => CertificateChecker.Check(stream, run.Limits.Token));
        if (run.Settings.Format == ReportFormat.Json)
        {
            run.WriteBytes(output => WriteJson(verdict, output));
        }
        else
        {
            run.WriteText(writer => writer.WriteLine(verdict.Line));
        }

        return verdict.Accepted ? ExitCode.Proved : ExitCode.Refused;
    }

    private static void WriteJson(Verdict verdict, Stream output)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            json.WriteString("schema", "claws-check/1");
            json.WriteBoolean("accepted", verdict.Accepted);
            json.WriteString("verdict", verdict.Line);
            json.WriteEndObject();
        }

        output.Write("\n"u8);
    }
}
