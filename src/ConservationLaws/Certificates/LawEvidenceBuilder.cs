using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Lie;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>The laws of a theorem as a certificate lists them, with the pivots that show their independence at a point.</summary>
internal static class LawEvidenceBuilder
{
    /// <summary>Polynomial laws, then the other laws, then as many forms of an involutive closure as these leave room for.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="witness">The point. Laws that are dependent or not regular there are left out.</param>
    /// <param name="closure">Forms of an involutive closure.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    internal static LawEvidence Of(
        Theorem theorem, WitnessPoint witness, ImmutableArray<OneForm<Polynomial<Integer>>> closure, CancellationToken cancellation)
    {
        EvaluationPoint point = EvaluationPoint.At(witness.Values, witness.Prime);
        ImmutableArray<CertificateLaw> polynomials = [.. theorem.Laws.Select(law => new PolynomialLaw(law.Polynomial))];
        (ImmutableArray<CertificateLaw> laws, ImmutableArray<int> pivots) = theorem.Forms.IsEmpty && closure.IsEmpty
            ? InAnyOrder(polynomials, point, cancellation)
            : InOrder(polynomials, theorem.Forms, closure, point);
        return new LawEvidence(laws, CertificateBuilder.PointOf(witness), witness.Prime, pivots);
    }

    // Polynomial laws need not be in the order of the theorem, so that elimination may choose sparse rows first.
    private static (ImmutableArray<CertificateLaw> Laws, ImmutableArray<int> Pivots) InAnyOrder(
        ImmutableArray<CertificateLaw> laws, EvaluationPoint point, CancellationToken cancellation)
    {
        (int Row, int Column)[] pivots = SparseElimination.Pivots(point.Field, LawGradients.Matrix(laws.Select(law => law.At(point)), point), cancellation);
        return ([.. pivots.Select(pivot => laws[pivot.Row])], [.. pivots.Select(pivot => pivot.Column)]);
    }

    private static (ImmutableArray<CertificateLaw> Laws, ImmutableArray<int> Pivots) InOrder(
        ImmutableArray<CertificateLaw> polynomials, ImmutableArray<FormLaw> forms, ImmutableArray<OneForm<Polynomial<Integer>>> closure, EvaluationPoint point)
    {
        var echelon = new ModularEchelonForm(point.Field, point.Residues.Length);
        var laws = ImmutableArray.CreateBuilder<CertificateLaw>();
        foreach (CertificateLaw law in polynomials)
        {
            TryAdd(law);
        }

        foreach (FormLaw form in forms)
        {
            TryAdd(Regular(form, laws.Count, point));
        }

        foreach (OneForm<Polynomial<Integer>> form in closure)
        {
            TryAdd(new IntegrableLaw(form));
        }

        return (laws.ToImmutable(), [.. echelon.PivotsInOrder()]);

        void TryAdd(CertificateLaw? law)
        {
            if (law?.At(point) is ({ } coordinates, { } values) && echelon.TryAdd(coordinates, values))
            {
                laws.Add(law);
            }
        }
    }

    // A law behind some others; null where its denominator vanishes at the point, or where its fields do not span the kernel of these laws there.
    private static CertificateLaw? Regular(FormLaw law, int earlier, EvaluationPoint point)
    {
        Polynomial<Integer> denominator = law.Function?.Denominator ?? law.Denominator;
        if (LawGradients.Value(denominator, point) == 0)
        {
            return null;
        }

        switch (law.Class)
        {
            case FormClass.Rational:
                return new RationalLaw(law.Function!.Numerator, denominator);
            case FormClass.Closed:
                return new ClosedLaw(law.Numerator, denominator);
            default:
                (int Row, int Column)[] pivots = SparseElimination.Pivots(
                    point.Field, LawGradients.Matrix(law.Kernel.Select(field => LawGradients.Evaluate(field.Coordinates, field.Coefficients, point)), point));
                int size = point.Residues.Length - earlier;
                return law.Kernel.Length == size && pivots.Length == size
                    ? new SolvableLaw(law.Numerator, denominator, [.. pivots.Select(pivot => law.Kernel[pivot.Row])], [.. pivots.Select(pivot => pivot.Column)])
                    : null;
        }
    }
}
