using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Forms;

/// <summary>Writes one-forms with rational coefficients, <c>d(x)</c> for the differential of a coordinate, in the shorter of two ways.</summary>
internal static class FormFormatter
{
    // Longer denominators are not factored.
    private const int MaximumTerms = 200;

    /// <summary>The text of Σ P_k dθ_k / Q.</summary>
    internal static string Format(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator, Func<int, string> name)
    {
        string whole = OverOneDenominator(numerator, denominator, name);
        if (numerator.Coefficients.Sum(coefficient => coefficient.TermCount) + denominator.TermCount > MaximumTerms)
        {
            return whole;
        }

        string parts = ByComponents(numerator, denominator, name);
        return parts.Length <= whole.Length ? parts : whole;
    }

    private static string OverOneDenominator(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator, Func<int, string> name)
    {
        string sum = Sum(numerator.Coordinates.Zip(numerator.Coefficients, (coordinate, coefficient) =>
        {
            bool isNegative = coefficient.LeadingCoefficient.Sign < 0;
            return (isNegative, Times(isNegative ? -coefficient : coefficient, name, name(coordinate)));
        }));
        return denominator.IsConstant && denominator.LeadingCoefficient.IsOne ? sum
            : $"{(numerator.Coordinates.Length > 1 ? $"({sum})" : sum)}/{Factored(denominator, name)}";
    }

    private static string ByComponents(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator, Func<int, string> name) =>
        Sum(numerator.Coordinates.Zip(numerator.Coefficients, (coordinate, coefficient) =>
        {
            var component = RationalFunction.Create(coefficient, denominator);
            bool isNegative = component.Numerator.LeadingCoefficient.Sign < 0;
            string over = component.IsPolynomial ? "" : $"/{Factored(component.Denominator, name)}";
            return (isNegative, $"{Times(isNegative ? -component.Numerator : component.Numerator, name, name(coordinate))}{over}");
        }));

    private static string Sum(IEnumerable<(bool IsNegative, string Text)> terms) => string.Concat(terms.Select((term, place) =>
        (place, term.IsNegative) switch
        {
            (0, false) => term.Text,
            (0, true) => $"-{term.Text}",
            (_, false) => $" + {term.Text}",
            _ => $" - {term.Text}",
        }));

    private static string Times(Polynomial<Integer> coefficient, Func<int, string> name, string coordinate) =>
        coefficient.IsConstant && coefficient.LeadingCoefficient.IsOne ? $"d({coordinate})" : $"{Bracketed(coefficient, name)}*d({coordinate})";

    private static string Factored(Polynomial<Integer> value, Func<int, string> name)
    {
        if (value.TermCount > MaximumTerms || value.IsConstant)
        {
            return Bracketed(value, name);
        }

        Integer content = IntegerPolynomial.Content(value);
        string[] factors =
        [
            .. content.IsOne ? Array.Empty<string>() : [content.ToString()],
            .. PolynomialFactorization.Compute(value).Select(factor =>
                Bracketed(factor.Polynomial, name) + (factor.Multiplicity == 1 ? "" : $"^{factor.Multiplicity}")),
        ];
        return factors.Length == 1 ? factors[0] : $"({string.Join('*', factors)})";
    }

    private static string Bracketed(Polynomial<Integer> value, Func<int, string> name)
    {
        string text = PolynomialFormatter.Format(value, name);
        return value.TermCount > 1 ? $"({text})" : text;
    }
}
