using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Lie;

namespace ConservationLaws.Certificates;

/// <summary>A law in a certificate: a polynomial, or a one-form that stands for one.</summary>
internal abstract record CertificateLaw
{
    /// <summary>The components of the differential, or of the form, at a point.</summary>
    internal abstract (int[] Coordinates, uint[] Values) At(EvaluationPoint point);
}

/// <summary>A polynomial law.</summary>
/// <param name="Polynomial">The polynomial.</param>
internal sealed record PolynomialLaw(Polynomial<Integer> Polynomial) : CertificateLaw
{
    /// <inheritdoc/>
    internal override (int[] Coordinates, uint[] Values) At(EvaluationPoint point) => LawGradients.Evaluate(Polynomial, point);
}

/// <summary>A one-form of an integrable system (math.md 7.1).</summary>
/// <param name="Form">The form.</param>
internal sealed record IntegrableLaw(OneForm<Polynomial<Integer>> Form) : CertificateLaw
{
    /// <inheritdoc/>
    internal override (int[] Coordinates, uint[] Values) At(EvaluationPoint point)
    {
        var module = new VectorFieldModule<Polynomial<uint>, PolynomialRing<uint, PrimeField>>(new PolynomialRing<uint, PrimeField>(point.Field));
        uint[] values = new uint[point.Residues.Length];
        new ModularVectorField(point.Field, module.Create(Form.Coordinates.Zip(Form.Coefficients, (coordinate, coefficient) =>
            (coordinate, IntegerPolynomial.ReduceModulo(coefficient, point.Field))))).Evaluate(point.Residues, 1, values);
        int[] support = [.. Form.Coordinates.Where(coordinate => values[coordinate] != 0)];
        return (support, [.. support.Select(coordinate => values[coordinate])]);
    }
}
