using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Lie;

namespace ConservationLaws.Certificates;

/// <summary>A law in a certificate: a polynomial, a quotient, or a one-form that stands for a law (math.md 7.1).</summary>
internal abstract record CertificateLaw
{
    /// <summary>The value of the member <c>class</c>.</summary>
    internal abstract string Class { get; }

    /// <summary>The components at a point of the one-form, times its denominator; for quotients P/Q times Q².</summary>
    internal abstract (int[] Coordinates, uint[] Values) At(EvaluationPoint point);
}

/// <summary>A polynomial law.</summary>
/// <param name="Polynomial">The polynomial.</param>
internal sealed record PolynomialLaw(Polynomial<Integer> Polynomial) : CertificateLaw
{
    /// <inheritdoc/>
    internal override string Class => "polynomial";

    /// <inheritdoc/>
    internal override (int[] Coordinates, uint[] Values) At(EvaluationPoint point) => LawGradients.Evaluate(Polynomial, point);
}

/// <summary>A law P/Q.</summary>
/// <param name="Numerator">The polynomial P.</param>
/// <param name="Denominator">The polynomial Q.</param>
internal sealed record RationalLaw(Polynomial<Integer> Numerator, Polynomial<Integer> Denominator) : CertificateLaw
{
    /// <inheritdoc/>
    internal override string Class => "rational";

    /// <inheritdoc/>
    internal override (int[] Coordinates, uint[] Values) At(EvaluationPoint point)
    {
        uint numerator = LawGradients.Value(Numerator, point);
        uint denominator = LawGradients.Value(Denominator, point);
        uint[] values = new uint[point.Residues.Length];
        Add(Numerator, denominator);
        Add(Denominator, point.Field.Negate(numerator));
        int[] support = [.. Enumerable.Range(0, values.Length).Where(coordinate => values[coordinate] != 0)];
        return (support, Array.ConvertAll(support, coordinate => values[coordinate]));

        void Add(Polynomial<Integer> polynomial, uint factor)
        {
            (int[] coordinates, uint[] slopes) = LawGradients.Evaluate(polynomial, point);
            foreach ((int coordinate, uint slope) in coordinates.Zip(slopes))
            {
                values[coordinate] = point.Field.Add(values[coordinate], point.Field.Multiply(factor, slope));
            }
        }
    }
}

/// <summary>A law by a one-form Σ P_k dθ_k / Q.</summary>
/// <param name="Form">The components P_k.</param>
internal abstract record FormOfLaw(OneForm<Polynomial<Integer>> Form) : CertificateLaw
{
    /// <inheritdoc/>
    internal override (int[] Coordinates, uint[] Values) At(EvaluationPoint point) => LawGradients.Evaluate(Form, point);
}

/// <summary>A closed form.</summary>
/// <param name="Form">The components P_k.</param>
/// <param name="Denominator">The polynomial Q.</param>
internal sealed record ClosedLaw(OneForm<Polynomial<Integer>> Form, Polynomial<Integer> Denominator) : FormOfLaw(Form)
{
    /// <inheritdoc/>
    internal override string Class => "closed";
}

/// <summary>A form that is closed on the level sets of the laws before it.</summary>
/// <param name="Form">The components P_k.</param>
/// <param name="Denominator">The polynomial Q.</param>
/// <param name="Kernel">Fields that span the common kernel of these laws at the point.</param>
/// <param name="KernelPivots">A coordinate for each of them: the matrix of these components passes elimination in the given order.</param>
internal sealed record SolvableLaw(
    OneForm<Polynomial<Integer>> Form, Polynomial<Integer> Denominator, ImmutableArray<VectorField<Polynomial<Integer>>> Kernel, ImmutableArray<int> KernelPivots)
    : FormOfLaw(Form)
{
    /// <inheritdoc/>
    internal override string Class => "solvable";
}

/// <summary>A one-form of an integrable system, with denominator 1.</summary>
/// <param name="Form">The form.</param>
internal sealed record IntegrableLaw(OneForm<Polynomial<Integer>> Form) : FormOfLaw(Form)
{
    /// <inheritdoc/>
    internal override string Class => "integrable";
}
