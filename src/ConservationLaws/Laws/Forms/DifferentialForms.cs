using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Forms;

/// <summary>One-forms with rational coefficients over one denominator.</summary>
internal static class DifferentialForms
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Forms => default;

    /// <summary>The differential of a polynomial.</summary>
    internal static OneForm<Polynomial<Integer>> Of(Polynomial<Integer> function) =>
        Forms.Create(Ring.Gradient(function).OrderBy(part => part.Variable).Select(part => (part.Variable, part.Derivative)));

    /// <summary>The differential of a rational function p/q, times q²: q dp − p dq.</summary>
    internal static OneForm<Polynomial<Integer>> OfQuotient(RationalFunction function)
    {
        (Polynomial<Integer> p, Polynomial<Integer> q) = (function.Numerator, function.Denominator);
        return Forms.Create(p.Variables.ToArray().Union(q.Variables.ToArray()).Order().Select(variable =>
            (variable, (q * Ring.Differentiate(p, variable)) - (p * Ring.Differentiate(q, variable)))));
    }

    /// <summary>A form in other coordinates; ascending places must stay ascending.</summary>
    internal static OneForm<Polynomial<Integer>> Rename(OneForm<Polynomial<Integer>> form, Func<int, int> image) =>
        new([.. form.Coordinates.Select(image)], [.. form.Coefficients.Select(coefficient => coefficient.RenameVariables(image))]);

    /// <summary>A multiple of the polynomial whose differential is a closed form: by Euler's formula a term c θ^e dθ_k contributes c θ^e θ_k/(|e| + 1).</summary>
    internal static Polynomial<Integer> Potential(OneForm<Polynomial<Integer>> closed)
    {
        Integer denominator = Integer.One;
        foreach (int weight in closed.Coefficients.SelectMany(coefficient => coefficient.Terms).Select(term => term.Monomial.TotalDegree + 1).Distinct())
        {
            denominator *= Integer.DivideExact(weight, Integer.Gcd(denominator, weight));
        }

        return IntegerPolynomial.PrimitivePart(Ring.FromTerms(closed.Coordinates.Zip(closed.Coefficients).SelectMany(part => part.Second.Terms.Select(term =>
            (term.Coefficient * Integer.DivideExact(denominator, term.Monomial.TotalDegree + 1), term.Monomial * Monomial.Variable(part.First))))));
    }

    /// <summary>Brings components to their least common denominator.</summary>
    internal static (OneForm<Polynomial<Integer>> Numerator, Polynomial<Integer> Denominator) OverOneDenominator(
        SortedDictionary<int, RationalFunction> components, CancellationToken cancellation)
    {
        Polynomial<Integer> denominator = Ring.One;
        foreach (RationalFunction component in components.Values)
        {
            Polynomial<Integer> common = IntegerPolynomial.GreatestCommonDivisor(denominator, component.Denominator, cancellation);
            denominator *= IntegerPolynomial.DivideExact(component.Denominator, common);
        }

        return (
            Forms.Create(components.Select(component =>
                (component.Key, component.Value.Numerator * IntegerPolynomial.DivideExact(denominator, component.Value.Denominator)))),
            denominator);
    }

    /// <summary>The form in lowest terms and without integer factors: a multiple by a number.</summary>
    internal static (OneForm<Polynomial<Integer>> Numerator, Polynomial<Integer> Denominator) InLowestTerms(
        OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator, CancellationToken cancellation)
    {
        Polynomial<Integer> common = denominator;
        foreach (Polynomial<Integer> coefficient in numerator.Coefficients.OrderBy(coefficient => coefficient.TermCount))
        {
            common = common.IsConstant && common.LeadingCoefficient.IsOne ? common : IntegerPolynomial.GreatestCommonDivisor(common, coefficient, cancellation);
        }

        Polynomial<Integer>[] coefficients = [.. numerator.Coefficients.Select(coefficient => IntegerPolynomial.DivideExact(coefficient, common))];
        Integer content = coefficients.Aggregate(Integer.Zero, (sum, coefficient) => Integer.Gcd(sum, IntegerPolynomial.Content(coefficient)));
        return (
            numerator with { Coefficients = [.. coefficients.Select(coefficient => IntegerPolynomial.DivideExact(coefficient, content))] },
            IntegerPolynomial.PrimitivePart(IntegerPolynomial.DivideExact(denominator, common)));
    }
}
