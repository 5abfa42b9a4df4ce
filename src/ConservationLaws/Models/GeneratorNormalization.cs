using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models;

/// <summary>Brings rational vector fields to polynomial form without common integer factor.</summary>
/// <remarks>Multiplying a field by a non-zero function changes neither its laws nor generic ranks (math.md 1.3 c).</remarks>
internal static class GeneratorNormalization
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;
    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Module => default;

    /// <summary>The fields in polynomial form, in order; zeros and repetitions are left out.</summary>
    internal static ImmutableArray<VectorField<Polynomial<Integer>>> Normalize(IEnumerable<VectorField<RationalFunction>> fields)
    {
        ImmutableArray<VectorField<Polynomial<Integer>>>.Builder kept = ImmutableArray.CreateBuilder<VectorField<Polynomial<Integer>>>();
        var seen = new Dictionary<int, List<VectorField<Polynomial<Integer>>>>();
        foreach (VectorField<RationalFunction> field in fields)
        {
            VectorField<Polynomial<Integer>> normal = DivideByContent(ClearDenominators(field));
            if (normal.IsZero)
            {
                continue;
            }

            int hash = normal.Coordinates.Zip(normal.Coefficients).Aggregate(0, (sum, pair) => HashCode.Combine(sum, pair.First, pair.Second));
            if (!seen.TryGetValue(hash, out List<VectorField<Polynomial<Integer>>>? alike))
            {
                seen.Add(hash, alike = []);
            }

            if (!alike.Exists(other => Module.AreEqual(other, normal)))
            {
                alike.Add(normal);
                kept.Add(normal);
            }
        }

        return kept.ToImmutable();
    }

    /// <summary>Polynomials with the same gradients up to factors: without constant terms and integer content, zeros and repetitions left out.</summary>
    internal static ImmutableArray<Polynomial<Integer>> NormalizeFunctions(IEnumerable<Polynomial<Integer>> functions)
    {
        ImmutableArray<Polynomial<Integer>>.Builder kept = ImmutableArray.CreateBuilder<Polynomial<Integer>>();
        var seen = new HashSet<Polynomial<Integer>>();
        foreach (Polynomial<Integer> function in functions)
        {
            Polynomial<Integer> normal = IntegerPolynomial.PrimitivePart(WithoutConstant(function));
            if (!normal.IsZero && seen.Add(normal))
            {
                kept.Add(normal);
            }
        }

        return kept.ToImmutable();
    }

    // The constant is the last term.
    private static Polynomial<Integer> WithoutConstant(Polynomial<Integer> function) =>
        !function.IsZero && function.Monomial(function.TermCount - 1).Count == 0
            ? Ring.Subtract(function, Ring.Constant(function.Coefficient(function.TermCount - 1)))
            : function;

    private static VectorField<Polynomial<Integer>> ClearDenominators(VectorField<RationalFunction> field)
    {
        Polynomial<Integer> multiple = Ring.One;
        foreach (RationalFunction coefficient in field.Coefficients.Where(coefficient => !coefficient.IsPolynomial))
        {
            multiple = LeastCommonMultiple(multiple, coefficient.Denominator);
        }

        return Module.Create(field.Coordinates.Zip(field.Coefficients, (coordinate, coefficient) => (
            coordinate,
            coefficient.IsPolynomial && multiple.IsConstant && multiple.LeadingCoefficient.IsOne
                ? coefficient.Numerator
                : Ring.Multiply(coefficient.Numerator, IntegerPolynomial.DivideExact(multiple, coefficient.Denominator)))));
    }

    private static VectorField<Polynomial<Integer>> DivideByContent(VectorField<Polynomial<Integer>> field) =>
        Module.Create(field.Coordinates.Zip(GradientField.MakePrimitive(field.Coefficients)));

    private static Polynomial<Integer> LeastCommonMultiple(Polynomial<Integer> left, Polynomial<Integer> right) =>
        Ring.Multiply(left, IntegerPolynomial.DivideExact(right, IntegerPolynomial.GreatestCommonDivisor(left, right)));
}
