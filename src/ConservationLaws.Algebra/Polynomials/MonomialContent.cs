using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>The greatest monomial that divides every term.</summary>
internal static class MonomialContent
{
    /// <summary>Splits a polynomial other than zero into its monomial content and the cofactor.</summary>
    internal static (Monomial Content, Polynomial<Integer> Cofactor) Split(Polynomial<Integer> value)
    {
        // Only variables of the first term can divide every term, and most drop out after a few.
        MonomialLayout layout = value.Layout;
        var factors = new List<(int Variable, int Exponent)>();
        foreach ((int variable, int exponent) in value.Monomial(0))
        {
            int place = layout.IndexOf(variable);
            int least = exponent;
            for (int term = 1; term < value.TermCount && least > 0; term++)
            {
                least = Math.Min(least, layout.Exponent(value.Packed(term), place));
            }

            factors.Add((variable, least));
        }

        var content = Monomial.Create([.. factors]);
        return content.Count == 0
            ? (content, value)
            : (content, IntegerPolynomial.DivideExact(value, default(PolynomialRing<Integer, IntegerRing>).Term(Integer.One, content)));
    }

    /// <summary>The greatest common divisor of two monomials.</summary>
    internal static Monomial Gcd(Monomial left, Monomial right)
    {
        var factors = new List<(int Variable, int Exponent)>();
        foreach ((int variable, int exponent) in left)
        {
            factors.Add((variable, Math.Min(exponent, right.Exponent(variable))));
        }

        return Monomial.Create([.. factors]);
    }
}
