using System.CommandLine;

namespace ConservationLaws.Cli;

/// <summary>The options that work before and behind every command.</summary>
internal sealed class GlobalOptions
{
    internal Option<string> Format { get; } = Recursive(new Option<string>("--format")
    {
        Description = "How the result is written: text, json, latex or markdown",
        HelpName = "text|json|latex|markdown",
        DefaultValueFactory = _ => "text",
    });

    internal Option<ulong?> Seed { get; } = Recursive(Described(
        WholeNumber.Option("--seed", 0UL), "N", "The seed of the points at which ranks are taken; equal seeds give equal answers (default: 1)"));

    internal Option<int?> Threads { get; } = Recursive(Described(
        WholeNumber.Option("--threads", 1), "N", "The number of threads; the answer does not depend on it (default: one for each core)"));

    internal Option<string?> Timeout { get; } = Recursive(new Option<string?>("--timeout")
    {
        Description = "Stop after this time with what is proved by then, such as 30s, 5m or 2h (exit 4)",
        HelpName = "TIME",
    });

    internal Option<string?> Memory { get; } = Recursive(new Option<string?>("--memory")
    {
        Description = "Stop above this much memory with what is proved by then, such as 4GiB (exit 4; default: 3/4 of this machine's)",
        HelpName = "SIZE",
    });

    internal Option<bool> Full { get; } = Recursive(new Option<bool>("--full") { Description = "Abbreviate nothing" });

    internal Option<bool> Quiet { get; } = Recursive(new Option<bool>("--quiet") { Description = "No progress and no timings on standard error" });

    internal Option<bool> NoColor { get; } = Recursive(new Option<bool>("--no-color") { Description = "No colors (also: NO_COLOR in the environment)" });

    internal Option<string?> Expression { get; } = Recursive(new Option<string?>("-e")
    {
        Description = "The model itself instead of a file, such as -e \"network 3 -> 3 -> 3\"",
        HelpName = "TEXT",
    });

    internal IEnumerable<Option> All => [Expression, Format, Seed, Threads, Timeout, Memory, Full, Quiet, NoColor];

    private static Option<T> Recursive<T>(Option<T> option)
    {
        option.Recursive = true;
        return option;
    }

    private static Option<T> Described<T>(Option<T> option, string helpName, string description)
    {
        option.HelpName = helpName;
        option.Description = description;
        return option;
    }
}
