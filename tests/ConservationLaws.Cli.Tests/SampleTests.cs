using System.Text.Json;
using System.Text.RegularExpressions;

namespace ConservationLaws.Cli.Tests;

/// <summary>Every model in samples/ is proved, with the number of laws that its comment names.</summary>
public sealed class SampleTests
{
    private static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "samples");

    /// <summary>Sample, coordinates D, dimension of the Lie algebra, laws.</summary>
    public static TheoryData<string, int, int, int> Samples { get; } = new()
    {
        { "attention", 16, 12, 4 },
        { "attention-by-hand", 16, 10, 6 },
        { "convolution", 10, 8, 2 },
        { "convolution-2d", 24, 22, 2 },
        { "cross-entropy", 10, 5, 5 },
        { "deep-linear", 16, 7, 9 },
        { "deep-relu", 21, 15, 6 },
        { "euler-top", 3, 1, 2 },
        { "fixed-data", 8, 3, 5 },
        { "goursat", 5, 5, 0 },
        { "goursat-8", 10, 10, 0 },
        { "heisenberg", 3, 3, 0 },
        { "henon-heiles", 4, 1, 3 },
        { "kepler", 5, 1, 4 },
        { "linear-attention", 8, 5, 3 },
        { "lotka-volterra", 3, 1, 2 },
        { "mirror-flow", 8, 6, 2 },
        { "momentum", 13, 12, 1 },
        { "nesterov", 13, 12, 1 },
        { "normalization", 3, 2, 1 },
        { "numerical-trap", 12, 12, 0 },
        { "polynomial-activation", 6, 4, 2 },
        { "residual", 16, 10, 6 },
        { "rotations", 3, 2, 1 },
        { "smooth-activation", 10, 10, 0 },
        { "special-point", 8, 6, 2 },
        { "state-space", 8, 5, 3 },
        { "two-layer-linear", 18, 12, 6 },
        { "two-layer-relu", 15, 12, 3 },
        { "unicycle", 4, 3, 1 },
        { "weight-decay", 9, 6, 3 },
    };

    // One field always has D − 1 laws; so many of them are no polynomials of a degree that is searched.
    private static readonly Dictionary<string, int> s_withoutFormula = new() { ["henon-heiles"] = 2 };

    /// <summary>Sample, ranks of V₀, V₁, … as far as they grow.</summary>
    public static TheoryData<string, int[]> Ladders { get; } = new()
    {
        { "euler-top", [1] },
        { "goursat", [2, 3, 4, 5] },
        { "goursat-8", [2, 3, 4, 5, 6, 7, 8, 9, 10] },
        { "heisenberg", [2, 3] },
        { "henon-heiles", [1] },
        { "kepler", [1] },
        { "lotka-volterra", [1] },
        { "unicycle", [2, 3] },
    };

    [Theory]
    [MemberData(nameof(Ladders))]
    public void A_system_of_mechanics_or_control_has_its_ladder(string sample, int[] ranks)
    {
        JsonElement lie = CommandLine.Run("prove", PathOf(sample), "--format", "json").Json.GetProperty("lie");

        Assert.Equal(ranks, lie.GetProperty("ranks").EnumerateArray().Select(rank => rank.GetInt32()).Distinct());
        Assert.Equal(ranks.Length - 1, lie.GetProperty("generations").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void A_sample_is_proved(string sample, int coordinates, int dimension, int laws)
    {
        Outcome outcome = CommandLine.Run("prove", PathOf(sample), "--format", "json");

        Assert.Equal((0, ""), (outcome.Status, string.Concat(outcome.Error.Split('\n').Where(line => !line.Contains(" s (model ", StringComparison.Ordinal)))));
        JsonElement answer = outcome.Json;
        Assert.Equal("proved", answer.GetProperty("verdict").GetString());
        Assert.Equal(laws, answer.GetProperty("laws").GetProperty("count").GetInt32());
        Assert.Equal(laws - s_withoutFormula.GetValueOrDefault(sample), answer.GetProperty("laws").GetProperty("found").GetArrayLength());
        Assert.Equal(dimension, answer.GetProperty("lie").GetProperty("dimension").GetInt32());
        Assert.Equal(coordinates, answer.GetProperty("model").GetProperty("parameters").GetInt32());
        Assert.NotNull(answer.GetProperty("model").GetProperty("title").GetString());
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_comment_says_what_comes_out(string sample, int coordinates, int dimension, int laws)
    {
        _ = (coordinates, dimension);
        string[] comment = [.. File.ReadLines(PathOf(sample)).TakeWhile(line => line.StartsWith('#'))];

        Assert.InRange(comment.Length, 2, 5);
        Match answer = Regex.Match(string.Join(' ', comment), @"Answer: (?:generically )?(\d+)\b");
        Assert.Equal(laws.ToString(), answer.Groups[1].Value);
    }

    [Fact]
    public void Every_sample_is_in_the_table() =>
        Assert.Equal(
            Directory.GetFiles(Folder, "*.claw").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal),
            Samples.Select(row => (string)row[0]).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_statement_of_the_language_occurs()
    {
        string[] lines = [.. Directory.GetFiles(Folder, "*.claw").SelectMany(File.ReadLines)];

        Assert.All(
            "model parameters let phi network field precondition flow loss data at".Split(' '),
            statement => Assert.Contains(lines, line => line.StartsWith(statement + " ", StringComparison.Ordinal)));
    }

    [Fact]
    public void At_the_special_point_bounds_are_told_and_no_count()
    {
        JsonElement at = CommandLine.Run("prove", PathOf("special-point"), "--format", "json").Json.GetProperty("at")[0];

        Assert.Equal("[[0,0],[1,2]]", at.GetProperty("values").GetProperty("W1").GetString());
        Assert.Equal(3, at.GetProperty("ranks")[0].GetInt32());
        Assert.Equal((1, 2), (at.GetProperty("lawRank").GetInt32(), at.GetProperty("upper").GetInt32()));
    }

    internal static string PathOf(string sample) => Path.Combine(Folder, sample + ".claw");
}
