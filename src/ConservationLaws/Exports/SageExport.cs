using ConservationLaws.Proofs;

namespace ConservationLaws.Exports;

/// <summary>A script that checks the laws of a theorem with Sage.</summary>
internal static class SageExport
{
    private static readonly string[] Reserved =
    [
        "QQ", "SR", "PolynomialRing", "Integer", "atan", "diff", "log", "sqrt",
        "R", "F", "coordinates", "fields", "laws", "forms", "formulas", "field", "law", "form", "denominator", "kind", "first", "second", "place",
    ];

    private const string Checks = """

        for field in fields:
            for law in laws:
                assert sum(field[place] * law.derivative(place) for place in field) == 0, law
            for form, denominator, kind in forms:
                assert sum(field[place] * form[place] for place in field if place in form) == 0, form
            for law in formulas(*[SR(place) for place in coordinates]):
                assert sum(SR(field[place]) * law.diff(SR(place)) for place in field).simplify_full().canonicalize_radical().is_zero(), law
        for form, denominator, kind in forms:
            if kind == "closed":
                for first in coordinates:
                    for second in coordinates:
                        assert (F(form.get(first, 0)) / F(denominator)).derivative(second) == (F(form.get(second, 0)) / F(denominator)).derivative(first), form
        print(f"checked along {len(fields)} fields: {len(laws) + len(formulas(*[SR(place) for place in coordinates]))} laws, {len(forms)} one-forms")
        """;

    internal static void Write(Theorem theorem, TextWriter output)
    {
        var names = ExportNames.Flat(theorem.Model.Space, Reserved);
        string all = string.Join(", ", names.Identifiers);
        ExportText.WriteHeader(theorem, "#", output);
        output.WriteLine("# This script (a .sage file) checks with Sage that all fields conserve the laws. It does not check that there are no others.");
        output.WriteLine($"R = PolynomialRing(QQ, {theorem.Model.Space.Dimension}, [{string.Join(", ", names.Identifiers.Select(name => $"\"{name}\""))}])");
        output.WriteLine("F = R.fraction_field()");
        output.WriteLine($"coordinates = [{all}] = R.gens()");
        output.WriteLine();
        output.WriteLine("# The fields that generate the dynamics: their components by coordinate.");
        ExportText.WriteList("fields", theorem.Model.Generators.Select(field => ExportText.Dictionary(field, names.Of)), output);
        output.WriteLine();
        output.WriteLine("# Polynomials and rational functions.");
        ExportText.WriteList("laws", ExportText.RationalLaws(theorem, names.Of), output);
        output.WriteLine();
        output.WriteLine("# The differentials of the other laws: components by coordinate, common denominator, class.");
        output.WriteLine("# A closed form is the differential of a function near every point, a solvable one on the level sets of the laws before it.");
        ExportText.WriteList("forms", ExportText.Differentials(theorem, names.Of), output);
        output.WriteLine();
        output.WriteLine("# Formulas of these, where there are some, in Sage's symbolic ring.");
        output.WriteLine($"def formulas({all}):");
        output.WriteLine($"    return [{string.Join(", ", ExportText.Formulas(theorem, names.Of))}]");
        output.WriteLine();
        output.WriteLine(Checks.ReplaceLineEndings(output.NewLine));
    }
}
