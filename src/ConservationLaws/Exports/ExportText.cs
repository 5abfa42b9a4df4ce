using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;

namespace ConservationLaws.Exports;

/// <summary>The parts that scripts of several systems share.</summary>
internal static class ExportText
{
    /// <summary>Comment lines: the model and what is proved about it.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="mark">What begins a comment.</param>
    /// <param name="output">Receives the text.</param>
    internal static void WriteHeader(Theorem theorem, string mark, TextWriter output)
    {
        foreach (string line in theorem.Model.Source.Text.Trim().Split('\n'))
        {
            output.WriteLine($"{mark} {line.TrimEnd()}".TrimEnd());
        }

        output.WriteLine($"{mark} {Wording.Claim(theorem)} ({Wording.Name(theorem.Verdict)})");
        output.WriteLine(mark);
    }

    /// <summary>An assignment of a list with an entry a line.</summary>
    internal static void WriteList(string name, IEnumerable<string> entries, TextWriter output)
    {
        output.WriteLine($"{name} = [");
        foreach (string entry in entries)
        {
            output.WriteLine($"    {entry},");
        }

        output.WriteLine("]");
    }

    /// <summary>Components by coordinate, as Python writes a dictionary: <c>{x: y, y: -x}</c>.</summary>
    internal static string Dictionary(IEnumerable<int> coordinates, IEnumerable<Polynomial<Integer>> coefficients, Func<int, string> name) =>
        $"{{{string.Join(", ", coordinates.Zip(coefficients, (coordinate, coefficient) => $"{name(coordinate)}: {PolynomialFormatter.Format(coefficient, name)}"))}}}";

    /// <summary>A field as a dictionary.</summary>
    internal static string Dictionary(VectorField<Polynomial<Integer>> field, Func<int, string> name) => Dictionary(field.Coordinates, field.Coefficients, name);

    /// <summary>The one-forms that are no differentials of rational functions: components by coordinate, denominator, class.</summary>
    internal static IEnumerable<string> Differentials(Theorem theorem, Func<int, string> name) =>
        theorem.Forms.Where(form => form.Function is null).Select(form =>
            $"({Dictionary(form.Numerator.Coordinates, form.Numerator.Coefficients, name)}, {PolynomialFormatter.Format(form.Denominator, name)}, \"{Wording.Name(form.Class)}\")");

    /// <summary>Polynomial laws and rational ones.</summary>
    internal static IEnumerable<string> RationalLaws(Theorem theorem, Func<int, string> name) =>
        theorem.Laws.Select(law => law.Format(name)).Concat(theorem.Forms.Where(form => form.Function is not null).Select(form => form.Format(name)));

    /// <summary>Formulas of the laws that are no rational functions, where there are some.</summary>
    internal static IEnumerable<string> Formulas(Theorem theorem, Func<int, string> name) =>
        theorem.Forms.Where(HasFormula).Select(form => form.Format(name));

    /// <summary>Whether a law that is no rational function has a formula.</summary>
    internal static bool HasFormula(FormLaw form) => form is { Function: null, Antiderivative: not null };
}
