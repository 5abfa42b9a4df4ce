using System.CommandLine;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli;

/// <summary>The global options of one run, checked.</summary>
internal sealed record Settings(
    ReportFormat Format, ulong Seed, int Threads, int? TimeoutMilliseconds, long? MemoryBytes, bool Full, bool Quiet, bool NoColor, string? Expression)
{
    private const ulong DefaultSeed = 1;

    /// <summary>Reads and checks the global options.</summary>
    /// <exception cref="UsageException">A value makes no sense.</exception>
    internal static Settings Read(ParseResult result, GlobalOptions options)
    {
        string format = result.GetValue(options.Format)!;
        if (!Enum.TryParse(format, ignoreCase: true, out ReportFormat reportFormat) || int.TryParse(format, out _))
        {
            throw new UsageException($"unknown format `{format}`: write text, json, latex or markdown");
        }

        return new Settings(
            reportFormat,
            result.GetValue(options.Seed) ?? DefaultSeed,
            result.GetValue(options.Threads) ?? Environment.ProcessorCount,
            result.GetValue(options.Timeout) is { } timeout ? Quantity.ParseDuration(timeout) : null,
            result.GetValue(options.Memory) is { } memory ? Quantity.ParseSize(memory) : null,
            result.GetValue(options.Full),
            result.GetValue(options.Quiet),
            result.GetValue(options.NoColor) || !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            result.GetValue(options.Expression));
    }

    /// <summary>The options of a proof.</summary>
    internal ProofOptions ProofOptions(int? degree = null, bool fullLadder = false) =>
        new() { Seed = Seed, Threads = Threads, Degree = degree, FullLadder = fullLadder };
}
