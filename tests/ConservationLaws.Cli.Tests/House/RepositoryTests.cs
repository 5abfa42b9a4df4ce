using System.Text;
using System.Text.RegularExpressions;

namespace ConservationLaws.Cli.Tests.House;

/// <summary>The order of the house: small files, mirrored folders, nothing of one machine in it.</summary>
public sealed partial class RepositoryTests
{
    private const int MaximumLines = 400;
    private const int MaximumCheckerLines = 885;

    public static TheoryData<string> Projects { get; } = [.. Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)!).Order(StringComparer.Ordinal)];

    [Fact]
    public void No_source_file_is_longer_than_400_lines()
    {
        IEnumerable<string> tooLong = Repository.Files("src")
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal) && !file.Contains("/Generated/", StringComparison.Ordinal))
            .Select(file => (File: file, Lines: File.ReadLines(Repository.PathOf(file)).Count()))
            .Where(entry => entry.Lines > MaximumLines)
            .Select(entry => $"{entry.File}: {entry.Lines} lines");

        Assert.Empty(tooLong);
    }

    [Fact]
    public void The_checker_can_be_read_in_one_sitting()
    {
        // 780 lines for polynomial laws, brackets, integrable forms, monomials and networks, 105 for quotients, closed and solvable forms and
        // structure functions. Lines of code: no empty ones, no comments, no braces alone.
        int lines = Repository.Files("src/ConservationLaws.Checker")
            .Where(file => file.EndsWith(".cs", StringComparison.Ordinal))
            .Sum(file => File.ReadLines(Repository.PathOf(file)).Count(line => line.Trim() is not ("" or "{" or "}") && !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));

        Assert.InRange(lines, 1, MaximumCheckerLines);
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void Every_folder_of_a_project_has_its_tests(string project) =>
        Assert.Empty(Repository.Rooms("src/" + project).Except(Repository.Rooms($"tests/{project}.Tests")));

    [Fact]
    public void No_file_names_a_place_on_one_machine()
    {
        IEnumerable<string> places = Repository.Files()
            .SelectMany(file => TextLines(file).Select((line, index) => (File: file, Line: line, Number: index + 1)))
            .Where(entry => MachinePath().IsMatch(entry.Line))
            .Select(entry => $"{entry.File}:{entry.Number}: {entry.Line.Trim()}");

        Assert.Empty(places);
    }

    [Theory]
    [InlineData("cd /ho|me/anna/src")]
    [InlineData("\"/wo|rk/main/x\"")]
    [InlineData("(/ro|ot/.nuget)")]
    [InlineData(@"C:\Us|ers\anna")]
    [InlineData("/Us|ers/anna/x")]
    public void A_place_on_one_machine_is_recognized(string line) => Assert.Matches(MachinePath(), line.Replace("|", "", StringComparison.Ordinal));

    [Theory]
    [InlineData("see docs/home/main.md")]
    [InlineData("samples/home/x")]
    [InlineData("a / root / b")]
    public void Other_paths_are_not_accused(string line) => Assert.DoesNotMatch(MachinePath(), line);

    [Fact]
    public void No_configuration_names_a_registry()
    {
        IEnumerable<string> configurations = Repository.Files()
            .Where(file => Path.GetFileName(file).ToLowerInvariant() is "nuget.config" or ".npmrc");

        Assert.DoesNotContain(configurations, file => Regex.IsMatch(File.ReadAllText(Repository.PathOf(file)), "https?:" + "//"));
    }

    [Fact]
    public void The_reference_data_are_there()
    {
        Assert.Equal(64, File.ReadLines(Repository.PathOf("tests/data/counts.csv")).Skip(1).Count());
        Assert.Equal(100, File.ReadLines(Repository.PathOf("tests/data/paper_networks.csv")).Skip(1).Count());
    }

    // Binary files have NUL bytes.
    private static string[] TextLines(string file)
    {
        byte[] bytes = File.ReadAllBytes(Repository.PathOf(file));
        return bytes.Contains((byte)0) ? [] : Encoding.UTF8.GetString(bytes).Split('\n');
    }

    [GeneratedRegex(@"(?<![\w.~}])/(ho[m]e|Us[e]rs|ro[o]t|wo[r]k)/[\w.]|[A-Za-z]:\\+Us[e]rs\\")]
    private static partial Regex MachinePath();
}
