namespace ConservationLaws.Cli.Tests.House;

/// <summary>No floating point in what is shipped, read off the compiled code; and the reading is shown to find it where it is.</summary>
public sealed class ExactnessTests
{
    // Types that may use floating point, by full name: at most one, for the display of progress in the Cli. None needs it.
    private static readonly string[] Exempt = [];

    private static readonly List<FloatingPlace> PlantedPlaces = FloatingPointScanner.Scan(PathOf("PlantedFloatingPoint.dll"));

    public static TheoryData<string> Assemblies { get; } = [.. AssemblyNames()];

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void A_shipped_assembly_is_exact(string assembly)
    {
        IEnumerable<FloatingPlace> places = FloatingPointScanner.Scan(PathOf(assembly))
            .Where(place => !Exempt.Any(type => place.Member.StartsWith(type + "::", StringComparison.Ordinal)));

        Assert.Empty(places);
    }

    [Fact]
    public void Every_project_of_src_is_looked_at() =>
        Assert.Equal(
            Directory.GetDirectories(Repository.PathOf("src")).Select(folder => Path.GetFileName(folder)!)
                .Where(name => File.Exists(Repository.PathOf($"src/{name}/{name}.csproj")))
                .Select(name => name == "ConservationLaws.Cli" ? "claws.dll" : name + ".dll").Order(StringComparer.Ordinal),
            AssemblyNames().Order(StringComparer.Ordinal));

    [Fact]
    public void At_most_one_type_is_exempt_and_it_is_in_the_Cli()
    {
        Assert.InRange(Exempt.Length, 0, 1);
        Assert.All(Exempt, type => Assert.StartsWith("ConservationLaws.Cli.", type, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Planted::Literal", FloatingKind.Literal)]
    [InlineData("Planted::SingleLiteral", FloatingKind.Literal)]
    [InlineData("Planted::Conversion", FloatingKind.Conversion)]
    [InlineData("Planted::SingleConversion", FloatingKind.Conversion)]
    [InlineData("Planted::UnsignedConversion", FloatingKind.Conversion)]
    [InlineData("Planted::Local", FloatingKind.Local)]
    [InlineData("Planted::DecimalLocal", FloatingKind.Local)]
    [InlineData("Planted::ArrayLocal", FloatingKind.Local)]
    [InlineData("Planted::Result", FloatingKind.Signature)]
    [InlineData("Planted::Parameter", FloatingKind.Signature)]
    [InlineData("Planted::ByReference", FloatingKind.Signature)]
    [InlineData("Planted::NestedGeneric", FloatingKind.Signature)]
    [InlineData("Planted::GenericArgument", FloatingKind.Call)]
    [InlineData("Planted::GenericMethodArgument", FloatingKind.Call)]
    [InlineData("Planted::SquareRoot", FloatingKind.Call)]
    [InlineData("Planted::Rounding", FloatingKind.Call)]
    [InlineData("Planted::Seconds", FloatingKind.Call)]
    [InlineData("Planted::Token", FloatingKind.Type)]
    [InlineData("PlantedFields::Plain", FloatingKind.Field)]
    [InlineData("PlantedFields::InArray", FloatingKind.Field)]
    [InlineData("PlantedFields::InGeneric", FloatingKind.Field)]
    public void Planted_floating_point_is_found(string member, FloatingKind kind) =>
        Assert.Contains(PlantedPlaces, place => place.Member == "PlantedFloatingPoint." + member && place.Kind == kind);

    [Theory]
    [InlineData("Planted::Innocent")]
    [InlineData("PlantedFields::get_Exact")]
    [InlineData("PlantedFields::set_Exact")]
    public void Exact_code_is_not_accused(string member) =>
        Assert.DoesNotContain(PlantedPlaces, place => place.Member == "PlantedFloatingPoint." + member);

    [Fact]
    public void Nothing_refers_to_the_planted_assembly() =>
        Assert.DoesNotContain(
            Repository.Files("src").Where(file => file.EndsWith(".csproj", StringComparison.Ordinal)),
            project => File.ReadAllText(Repository.PathOf(project)).Contains("Planted", StringComparison.Ordinal));

    private static string[] AssemblyNames() => ["ConservationLaws.Algebra.dll", "ConservationLaws.dll", "ConservationLaws.Checker.dll", "claws.dll"];

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly);
}
