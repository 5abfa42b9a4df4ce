using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Reports;

namespace ConservationLaws.Cli.Commands;

/// <summary><c>claws bracket MODEL I J …</c>: an iterated Lie bracket as a formula.</summary>
internal static class BracketCommand
{
    private const int ListedFields = 10;

    internal static CommandDefinition Definition { get; } = new(
        "bracket",
        "The iterated Lie bracket [[I, J], …] of generators, as a formula",
        "MODEL I J …",
        "The model (none with -e TEXT), then names or numbers of its fields, as `claws show` lists them",
        [
            "claws bracket -e \"parameters x, y; field X = x*D[y]; field Y = y*D[x]\" X Y",
            "claws bracket -e \"network 2 -> 2 -> 2\" 1 2",
            "claws bracket samples/goursat.claw 1 2 1",
        ],
        _ => (_, run) => Bracket(run));

    private static int Bracket(CommandRun run)
    {
        (Model model, string[] names) = run.ReadModel();
        if (names.Length == 0)
        {
            throw new UsageException($"no fields named: {KnownFields(model)}");
        }

        int[] fields = Array.ConvertAll(names, name => SymbolicBracket.FindField(model, name) is >= 0 and int field
            ? field
            : throw new UsageException($"unknown field `{name}`: {KnownFields(model)}"));
        VectorField<RationalFunction> bracket = SymbolicBracket.Compute(model, fields, run.Limits.Token);
        run.WriteText(writer => BracketReport.Write(model, names, bracket, run.Settings.Format, writer));
        return ExitCode.Proved;
    }

    private static string KnownFields(Model model)
    {
        string[] names = [.. model.Fields.Select(field => field.Name).OfType<string>().Take(ListedFields)];
        string numbers = model.Fields.IsEmpty ? "the model has none" : $"the model has fields 1 to {model.Fields.Length:N0}";
        return names.Length == 0 ? numbers : $"{numbers}, named {string.Join(", ", names)}";
    }
}
