using System.Xml.Linq;
using Mono.Cecil;

namespace ConservationLaws.Cli.Tests.House;

/// <summary>Who may know whom (docs/architecture.md, "Rooms").</summary>
public sealed class ProjectReferenceTests
{
    // The checker stands apart from the engine.
    private static readonly Dictionary<string, string[]> Allowed = new()
    {
        ["ConservationLaws.Algebra"] = [],
        ["ConservationLaws"] = ["ConservationLaws.Algebra"],
        ["ConservationLaws.Checker"] = [],
        ["ConservationLaws.Cli"] = ["ConservationLaws", "ConservationLaws.Checker"],
    };

    public static TheoryData<string> Projects { get; } = [.. Allowed.Keys];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_refers_to_these_and_nothing_else(string project)
    {
        IEnumerable<string> references = XDocument.Load(ProjectFile(project)).Descendants("ProjectReference")
            .Select(reference => Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value.Replace('\\', '/')));

        Assert.Equal(Allowed[project].Order(StringComparer.Ordinal), references.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void There_are_no_other_projects_in_src() =>
        Assert.Equal(
            Allowed.Keys.Order(StringComparer.Ordinal),
            Repository.Files("src").Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)).Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("ConservationLaws.Algebra")]
    [InlineData("ConservationLaws.Checker")]
    public void The_algebra_and_the_checker_need_the_base_library_alone(string project)
    {
        Assert.Empty(XDocument.Load(ProjectFile(project)).Descendants("PackageReference"));
        Assert.All(CompiledReferences(project + ".dll"), name => Assert.StartsWith("System.", name, StringComparison.Ordinal));
    }

    [Fact]
    public void The_engine_compiles_against_the_algebra_and_the_parser_runtime() =>
        Assert.Equal(
            ["Antlr4.Runtime.Standard", "ConservationLaws.Algebra"],
            CompiledReferences("ConservationLaws.dll").Where(name => !name.StartsWith("System.", StringComparison.Ordinal)).Order(StringComparer.Ordinal));

    private static string[] CompiledReferences(string assembly)
    {
        using AssemblyDefinition definition = AssemblyDefinition.ReadAssembly(Path.Combine(AppContext.BaseDirectory, assembly));
        return [.. definition.MainModule.AssemblyReferences.Select(reference => reference.Name)];
    }

    private static string ProjectFile(string project) => Repository.PathOf($"src/{project}/{project}.csproj");
}
