using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;

namespace ConservationLaws.Exports;

/// <summary>A script that checks polynomial and rational laws with Macaulay2.</summary>
internal static class Macaulay2Export
{
    private static readonly string[] Reserved =
    [
        "QQ", "ZZ", "RR", "CC", "GF", "R", "matrix", "jacobian", "assert", "apply", "fields", "laws", "quotients", "pair", "print",
        "and", "or", "not", "xor", "if", "then", "else", "for", "from", "to", "in", "of", "when", "while", "do", "list", "try", "new", "return", "local", "global",
        "symbol", "true", "false", "null", "ring", "ideal", "map", "id", "det", "trace", "rank", "pi", "ii",
    ];

    internal static void Write(Theorem theorem, TextWriter output)
    {
        var names = new ExportNames(theorem.Model.Space, Identifier, (identifier, indices) => $"{identifier}_({string.Join(',', indices)})", Reserved);
        ExportText.WriteHeader(theorem, "--", output);
        output.WriteLine("-- This script checks with Macaulay2 that all fields conserve the laws. It does not check that there are no others.");
        output.WriteLine("-- Laws are polynomials, or pairs of numerator and denominator.");
        int others = theorem.Forms.Count(form => form.Function is null);
        if (others > 0)
        {
            output.WriteLine($"-- Not exported: {Reports.Wording.Count(others, "law")} that {(others == 1 ? "is no rational function" : "are no rational functions")}.");
        }

        int dimension = theorem.Model.Space.Dimension;
        output.WriteLine($"R = QQ[{string.Join(", ", Enumerable.Range(0, dimension).Select(names.Of))}]");
        output.WriteLine("-- The fields that generate the dynamics, one a row.");
        IEnumerable<string> rows = theorem.Model.Generators.Select(field => Row(field, dimension, names.Of));
        output.WriteLine($"fields = matrix(R, {{{string.Join($",{output.NewLine}    ", rows)}}})");
        output.WriteLine($"laws = {{{string.Join($",{output.NewLine}    ", theorem.Laws.Select(law => law.Format(names.Of)))}}}");
        IEnumerable<string> pairs = theorem.Forms.Select(form => form.Function).OfType<RationalFunction>().Select(function =>
            $"({PolynomialFormatter.Format(function.Numerator, names.Of)}, {PolynomialFormatter.Format(function.Denominator, names.Of)})");
        output.WriteLine($"quotients = {{{string.Join($",{output.NewLine}    ", pairs)}}}");
        output.WriteLine("apply(laws, law -> assert(fields * jacobian matrix {{law}} == 0));");
        output.WriteLine("apply(quotients, pair -> assert(pair#1 * (fields * jacobian matrix {{pair#0}}) == pair#0 * (fields * jacobian matrix {{pair#1}})));");
        output.WriteLine("print \"checked\"");
    }

    // A letter first, then letters, digits and primes.
    private static string Identifier(string stem) => (stem[0] == '_' ? "u" : "") + stem.Replace('_', '\'');

    private static string Row(VectorField<Polynomial<Integer>> field, int dimension, Func<int, string> name)
    {
        string[] entries = new string[dimension];
        Array.Fill(entries, "0");
        foreach ((int coordinate, Polynomial<Integer> coefficient) in field.Coordinates.Zip(field.Coefficients))
        {
            entries[coordinate] = PolynomialFormatter.Format(coefficient, name);
        }

        return $"{{{string.Join(", ", entries)}}}";
    }
}
