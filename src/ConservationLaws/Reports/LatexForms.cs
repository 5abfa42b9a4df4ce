using System.Text;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Forms;

namespace ConservationLaws.Reports;

/// <summary>Laws that are no polynomials, in LaTeX: quotients, sums with logarithms and angles, or differentials.</summary>
internal static class LatexForms
{
    // Longer denominators are not factored.
    private const int MaximumTerms = 200;

    /// <summary>The law as a formula, or else its differential.</summary>
    internal static string Format(FormLaw form, Func<int, string> name) =>
        form.Function is { } function ? LatexReport.Format(function, name)
        : form.Antiderivative is { } antiderivative ? Format(antiderivative, name)
        : Differential(form, name);

    private static string Format(Antiderivative function, Func<int, string> name)
    {
        List<(Integer Sign, string Text)> terms = [];
        if (!function.Rational.IsConstant)
        {
            terms.Add((Integer.One, LatexReport.Format(function.Rational, name)));
        }

        foreach (LogarithmicTerm term in function.Logarithms)
        {
            (Integer sign, string factor) = Coefficient(term.Coefficient, name);
            terms.Add((sign, $@"{factor}\log\left|{LatexReport.Format(term.Argument.Terms, name)}\right|"));
        }

        foreach (AngularTerm term in function.Angles)
        {
            bool isHalved = term.Radicand.Sign > 0 && Integer.Modulo(IntegerPolynomial.Content(term.Coefficient), 2) == 0;
            (Integer sign, string factor) = Coefficient(isHalved ? IntegerPolynomial.DivideExact(term.Coefficient, 2) : term.Coefficient, name);
            terms.Add((sign, factor + Angle(term, isHalved ? "" : "2", name)));
        }

        bool isFlipped = terms[0].Sign.Sign < 0;
        return Sum(terms.Select(term => ((term.Sign.Sign < 0) != isFlipped, term.Text)));
    }

    // d < 0: arctan(√−d·B/A)/√−d; d > 0: log|(A + √d·B)/(A − √d·B)|/(2√d), where the 2 may have been cancelled.
    private static string Angle(AngularTerm term, string half, Func<int, string> name)
    {
        string whole = LatexReport.Format(term.Base.Terms, name);
        if (term.Radicand.Sign > 0)
        {
            string part = $@"\sqrt{{{term.Radicand}}} {Bracketed(term.Root, name)}";
            return $@"\frac{{1}}{{{half}\sqrt{{{term.Radicand}}}}}\log\left|\frac{{{whole} + {part}}}{{{whole} - {part}}}\right|";
        }

        bool isPlain = term.Radicand == Integer.MinusOne;
        string top = isPlain ? LatexReport.Format(term.Root.Terms, name) : $@"\sqrt{{{-term.Radicand}}} {Bracketed(term.Root, name)}";
        string quotient = term.Base.IsConstant && term.Base.LeadingCoefficient.IsOne ? top : $@"\frac{{{top}}}{{{whole}}}";
        return $@"{(isPlain ? "" : $@"\frac{{1}}{{\sqrt{{{-term.Radicand}}}}}")}\arctan\left({quotient}\right)";
    }

    private static string Differential(FormLaw form, Func<int, string> name)
    {
        string sum = Sum(form.Numerator.Coordinates.Zip(form.Numerator.Coefficients, (coordinate, coefficient) =>
        {
            (Integer sign, string factor) = Coefficient(coefficient, name);
            return (sign.Sign < 0, $@"{factor}d{LatexReport.Symbol(name(coordinate), 1)}");
        }));
        return form.Denominator.IsConstant && form.Denominator.LeadingCoefficient.IsOne ? sum : $@"\frac{{{sum}}}{{{Factored(form.Denominator, name)}}}";
    }

    private static string Sum(IEnumerable<(bool IsNegative, string Text)> terms)
    {
        var text = new StringBuilder();
        foreach ((bool isNegative, string term) in terms)
        {
            text.Append((text.Length, isNegative) switch { (0, false) => "", (0, true) => "-", (_, false) => " + ", _ => " - " }).Append(term);
        }

        return text.ToString();
    }

    // The sign, and the coefficient without it as a factor of what follows.
    private static (Integer Sign, string Factor) Coefficient(Polynomial<Integer> value, Func<int, string> name)
    {
        bool isNegative = value.LeadingCoefficient.Sign < 0;
        Polynomial<Integer> magnitude = isNegative ? -value : value;
        return (isNegative ? Integer.MinusOne : Integer.One, magnitude.IsConstant && magnitude.LeadingCoefficient.IsOne ? "" : $@"{Bracketed(magnitude, name)}\,");
    }

    private static string Factored(Polynomial<Integer> value, Func<int, string> name)
    {
        if (value.TermCount is 1 or > MaximumTerms)
        {
            return LatexReport.Format(value.Terms, name);
        }

        Integer content = IntegerPolynomial.Content(value);
        (Polynomial<Integer> Polynomial, int Multiplicity)[] factors =
            [.. PolynomialFactorization.Compute(value).Select(factor => (factor.Polynomial, factor.Multiplicity))];
        return factors is [(var single, 1)] && content.IsOne
            ? LatexReport.Format(single.Terms, name)
            : (content.IsOne ? "" : $"{content} ") + string.Join(' ', factors.Select(factor =>
                Bracketed(factor.Polynomial, name) + (factor.Multiplicity == 1 ? "" : $"^{{{factor.Multiplicity}}}")));
    }

    private static string Bracketed(Polynomial<Integer> value, Func<int, string> name)
    {
        string text = LatexReport.Format(value.Terms, name);
        return value.TermCount > 1 ? $@"\left({text}\right)" : text;
    }
}
