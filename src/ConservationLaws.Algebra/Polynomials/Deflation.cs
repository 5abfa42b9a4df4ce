using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// If every exponent of v in a and in b is a multiple of k, then a and b are polynomials in v^k, and so is their gcd: replacing v^k by v
// commutes with it.

/// <summary>Common divisors of the exponents of each variable.</summary>
internal static class Deflation
{
    /// <summary>For each variable the gcd of its exponents in both polynomials; variables with gcd 1 are left out.</summary>
    internal static Dictionary<int, int> Find(Polynomial<Integer> left, Polynomial<Integer> right)
    {
        var factors = new Dictionary<int, int>();
        foreach (int variable in left.Variables)
        {
            int factor = ExponentGcd(right, variable, ExponentGcd(left, variable, 0));
            if (factor > 1)
            {
                factors.Add(variable, factor);
            }
        }

        return factors;
    }

    /// <summary>Divides or multiplies the exponents of some variables.</summary>
    internal static Polynomial<Integer> Apply(Polynomial<Integer> value, Dictionary<int, int> factors, bool inflate) =>
        default(PolynomialRing<Integer, IntegerRing>).FromTerms(value.Terms.Select(term => (term.Coefficient, Scale(term.Monomial, factors, inflate))));

    private static Monomial Scale(Monomial monomial, Dictionary<int, int> factors, bool inflate) =>
        Monomial.Create([.. monomial.Select(f =>
        {
            int factor = factors.GetValueOrDefault(f.Variable, 1);
            return (f.Variable, inflate ? f.Exponent * factor : f.Exponent / factor);
        })]);

    private static int ExponentGcd(Polynomial<Integer> value, int variable, int gcd)
    {
        int result = gcd;
        for (int term = 0; term < value.TermCount && result != 1; term++)
        {
            for (int rest = value.Exponent(term, variable); rest != 0;)
            {
                (result, rest) = (rest, result % rest);
            }
        }

        return result;
    }
}
