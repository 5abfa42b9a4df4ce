using System.Text;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Forms;

/// <summary>Writes functions made of logarithms, angles and rational functions so that the language's readers and SymPy understand them.</summary>
internal static class AntiderivativeFormatter
{
    /// <summary>The text of a function; of h and −h the one that begins without a sign.</summary>
    internal static string Format(Antiderivative function, Func<int, string> name)
    {
        List<(bool IsNegative, string Text)> terms = [];
        if (!function.Rational.IsConstant)
        {
            bool isNegative = function.Rational.Numerator.LeadingCoefficient.Sign < 0;
            terms.Add((isNegative, Sum(isNegative ? -function.Rational : function.Rational, name)));
        }

        foreach (IGrouping<Polynomial<Integer>, LogarithmicTerm> alike in function.Logarithms.GroupBy(term => IntegerPolynomial.PrimitivePart(term.Coefficient)))
        {
            (Integer Factor, Polynomial<Integer> Argument)[] factors =
                [.. alike.Select(term => (IntegerPolynomial.DivideExact(term.Coefficient, alike.Key).LeadingCoefficient, term.Argument))];
            Integer content = factors.Aggregate(Integer.Zero, (sum, factor) => Integer.Gcd(sum, factor.Factor));
            bool isNegative = factors[0].Factor.Sign < 0;
            Integer divisor = isNegative ? -content : content;
            string argument = Quotient([.. factors.Select(factor => (Integer.DivideExact(factor.Factor, divisor), factor.Argument))], name);
            terms.Add((isNegative, $"{Coefficient(content * alike.Key, name)}log({argument})"));
        }

        foreach (AngularTerm term in function.Angles)
        {
            bool isNegative = term.Coefficient.LeadingCoefficient.Sign < 0;
            terms.Add((isNegative, Angle(term with { Coefficient = isNegative ? -term.Coefficient : term.Coefficient }, name)));
        }

        bool isFlipped = terms.Count > 0 && terms[0].IsNegative;
        var text = new StringBuilder();
        foreach ((bool isNegative, string term) in terms)
        {
            text.Append(text.Length == 0 ? "" : isNegative == isFlipped ? " + " : " - ").Append(term);
        }

        return text.ToString();
    }

    private static string Sum(RationalFunction value, Func<int, string> name)
    {
        string text = PolynomialFormatter.Format(value, name);
        return value.IsPolynomial && value.Numerator.TermCount > 1 && text.Contains(" - ", StringComparison.Ordinal) ? $"({text})" : text;
    }

    // d < 0: b·arctan(√−d·B/A)/√−d; d > 0: b·log((A + √d·B)/(A − √d·B))/(2√d).
    private static string Angle(AngularTerm term, Func<int, string> name)
    {
        if (term.Radicand.Sign > 0)
        {
            string whole = PolynomialFormatter.Format(term.Base, name);
            string radical = $"sqrt({term.Radicand})";
            string conjugates = $"log(({whole} + {radical}*{Factor(term.Root, name)})/({whole} - {radical}*{Factor(term.Root, name)}))";
            return Integer.Modulo(IntegerPolynomial.Content(term.Coefficient), 2) == 0
                ? $"{Coefficient(IntegerPolynomial.DivideExact(term.Coefficient, 2), name)}{conjugates}/{radical}"
                : $"{Coefficient(term.Coefficient, name)}{conjugates}/(2*{radical})";
        }

        string root = term.Radicand == Integer.MinusOne ? "" : $"sqrt({-term.Radicand})";
        string quotient = (term.Base.IsConstant && term.Base.LeadingCoefficient.IsOne, root.Length == 0) switch
        {
            (true, true) => PolynomialFormatter.Format(term.Root, name),
            (true, false) => $"{root}*{Factor(term.Root, name)}",
            (false, true) => $"{Factor(term.Root, name)}/{Divisor(term.Base, name)}",
            _ when term.Root.IsConstant && term.Root.LeadingCoefficient.IsOne => $"{root}/{Divisor(term.Base, name)}",
            _ => $"{root}*{Factor(term.Root, name)}/{Divisor(term.Base, name)}",
        };
        return $"{Coefficient(term.Coefficient, name)}atan({quotient}){(root.Length == 0 ? "" : $"/{root}")}";
    }

    private static string Coefficient(Polynomial<Integer> value, Func<int, string> name) =>
        value.IsConstant && value.LeadingCoefficient.IsOne ? "" : $"{Factor(value, name)}*";

    private static string Quotient((Integer Exponent, Polynomial<Integer> Argument)[] powers, Func<int, string> name)
    {
        string top = Product(1);
        string bottom = Product(-1);
        bool isOne = powers.Count(power => power.Exponent.Sign < 0) == 1;
        string quotient = bottom.Length == 0 ? top : $"{(top.Length == 0 ? "1" : top)}/{(isOne ? bottom : $"({bottom})")}";
        return powers.Length == 1 && powers[0].Exponent.IsOne ? PolynomialFormatter.Format(powers[0].Argument, name) : quotient;

        string Product(int sign) => string.Join('*', powers.Where(power => power.Exponent.Sign == sign).Select(power =>
            Factor(power.Argument, name) + (Integer.Abs(power.Exponent).IsOne ? "" : $"^{Integer.Abs(power.Exponent)}")));
    }

    // In brackets where it is a sum.
    private static string Factor(Polynomial<Integer> value, Func<int, string> name)
    {
        string text = PolynomialFormatter.Format(value, name);
        return value.TermCount > 1 ? $"({text})" : text;
    }

    // In brackets where it is a sum or a product.
    private static string Divisor(Polynomial<Integer> value, Func<int, string> name)
    {
        string text = Factor(value, name);
        return value.TermCount == 1 && text.Contains('*', StringComparison.Ordinal) ? $"({text})" : text;
    }
}
