using ConservationLaws.Proofs;

namespace ConservationLaws.Exports;

/// <summary>A Python script that checks the laws of a theorem with SymPy.</summary>
internal static class SymPyExport
{
    private static readonly string[] Reserved =
    [
        "atan", "cancel", "diff", "expand", "log", "radsimp", "sqrt", "symbols", "together",
        "coordinates", "fields", "laws", "forms", "vanishes", "along", "field", "law", "form", "denominator", "kind", "first", "second",
    ];

    // Every law is a rational function plus logarithms and angles whose coefficients are laws: all derivatives along fields are rational
    // functions over a field with some square roots, of which `cancel` decides whether they vanish; logarithms count as further variables.
    private const string Checks = """

        def vanishes(value):
            return cancel(radsimp(together(expand(value)))) == 0


        def along(field, law):
            return sum(field[place] * diff(law, place) for place in field)


        for field in fields:
            for law in laws:
                assert vanishes(along(field, law)), law
            for form, denominator, kind in forms:
                assert vanishes(sum(field[place] * form[place] for place in field if place in form)), form
        for form, denominator, kind in forms:
            if kind == "closed":
                for first in coordinates:
                    for second in coordinates:
                        assert vanishes(diff(form.get(first, 0) / denominator, second) - diff(form.get(second, 0) / denominator, first)), form
        print(f"checked along {len(fields)} fields: {len(laws)} laws, {len(forms)} one-forms")
        """;

    internal static void Write(Theorem theorem, TextWriter output)
    {
        var names = ExportNames.Flat(theorem.Model.Space, [.. Reserved, "place"]);
        ExportText.WriteHeader(theorem, "#", output);
        output.WriteLine("# This script checks with SymPy that all fields conserve the laws. It does not check that there are no others.");
        output.WriteLine("from sympy import atan, cancel, diff, expand, log, radsimp, sqrt, symbols, together");
        output.WriteLine();
        output.WriteLine($"coordinates = [{string.Join(", ", names.Identifiers)}] = symbols([{string.Join(", ", names.Identifiers.Select(name => $"\"{name}\""))}])");
        output.WriteLine();
        output.WriteLine("# The fields that generate the dynamics: their components by coordinate.");
        ExportText.WriteList("fields", theorem.Model.Generators.Select(field => Power(ExportText.Dictionary(field, names.Of))), output);
        output.WriteLine();
        ExportText.WriteList("laws", ExportText.RationalLaws(theorem, names.Of).Concat(ExportText.Formulas(theorem, names.Of)).Select(Power), output);
        output.WriteLine();
        output.WriteLine("# The differentials of the laws that are no rational functions: components by coordinate, common denominator, class.");
        output.WriteLine("# A closed form is the differential of a function near every point, a solvable one on the level sets of the laws before it.");
        ExportText.WriteList("forms", ExportText.Differentials(theorem, names.Of).Select(Power), output);
        output.WriteLine(Checks.ReplaceLineEndings(output.NewLine));
    }

    /// <summary>Powers as Python writes them.</summary>
    internal static string Power(string text) => text.Replace("^", "**");
}
