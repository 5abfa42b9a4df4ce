using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Laws.Forms;

/// <summary>A conservation law that is not a polynomial, given by its differential ω = Σ P_k dθ_k / Q (math.md 7.1).</summary>
/// <remarks>ω(X) = 0 for every generator X, and ω is of the class named, both checked as identities over Z.</remarks>
public sealed record FormLaw
{
    /// <summary>Why the form stands for a law.</summary>
    public required FormClass Class { get; init; }

    /// <summary>The components P_k.</summary>
    public required OneForm<Polynomial<Integer>> Numerator { get; init; }

    /// <summary>The denominator Q, not zero.</summary>
    public required Polynomial<Integer> Denominator { get; init; }

    /// <summary>The law itself where it is a rational function; null for the other classes.</summary>
    public RationalFunction? Function { get; init; }

    /// <summary>A formula of the law where it is no rational function; null where none was found.</summary>
    public Antiderivative? Antiderivative { get; init; }

    /// <summary>
    /// For a solvable form: fields that span the common kernel of the differentials of all laws before it, in the order of the theorem, at
    /// generic points. dω vanishes on every pair of them.
    /// </summary>
    public ImmutableArray<VectorField<Polynomial<Integer>>> Kernel { get; init; } = [];

    /// <summary>The number of terms of the form.</summary>
    public int TermCount => Numerator.Coefficients.Sum(coefficient => coefficient.TermCount) + Denominator.TermCount;

    /// <summary>The greatest degree in the form's numerator and denominator, or in those of the rational function.</summary>
    public int Degree => Function is { } function
        ? Math.Max(function.Numerator.TotalDegree, function.Denominator.TotalDegree)
        : Math.Max(Denominator.TotalDegree, Numerator.Coefficients.Max(coefficient => coefficient.TotalDegree));

    /// <summary>The law as a formula, or else its differential: <c>d(x) - d(y)/((y^2 + 1)*y)</c>.</summary>
    /// <param name="name">The names of the coordinates.</param>
    public string Format(Func<int, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return Function is { } function ? PolynomialFormatter.Format(function, name)
            : Antiderivative is { } antiderivative ? antiderivative.Format(name)
            : FormFormatter.Format(Numerator, Denominator, name);
    }

    /// <summary>The differential, with <c>d(x)</c> for that of a coordinate.</summary>
    /// <param name="name">The names of the coordinates.</param>
    public string FormatDifferential(Func<int, string> name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return FormFormatter.Format(Numerator, Denominator, name);
    }

    /// <summary>Whether the denominator does not vanish at a point modulo its prime.</summary>
    internal bool IsRegularAt(EvaluationPoint point) => LawGradients.Value(Denominator, point) != 0;

    /// <summary>The components of the form at a point, up to a factor.</summary>
    internal (int[] Coordinates, uint[] Values) At(EvaluationPoint point) => LawGradients.Evaluate(Numerator, point);

    /// <summary>The same law in other coordinates.</summary>
    /// <param name="image">The new place of a coordinate; ascending places must stay ascending.</param>
    internal FormLaw RenameVariables(Func<int, int> image) => this with
    {
        Numerator = DifferentialForms.Rename(Numerator, image),
        Denominator = Denominator.RenameVariables(image),
        Function = Function is null ? null : RationalFunction.Create(Function.Numerator.RenameVariables(image), Function.Denominator.RenameVariables(image)),
        Antiderivative = Antiderivative?.RenameVariables(image),
        Kernel = [.. Kernel.Select(field => GeneratorSystem.Rename(field, image))],
    };
}
