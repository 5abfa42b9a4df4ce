using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Strata;

// Only zero sets count, so a polynomial may be replaced by its radical. In characteristic 0 a prime factor of multiplicity e divides every
// partial derivative with multiplicity at least e − 1, and some derivative with no more: f/gcd(f, ∂f/∂θ_1, …) is the product of the prime
// factors (D. Y. Y. Yun, "On square-free decomposition algorithms", SYMSAC 1976). Without factorization it is split as far as gcds go.

/// <summary>Square-free parts of polynomials and their splitting by greatest common divisors.</summary>
internal static class RadicalParts
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The primitive product of the different prime factors; 1 for a constant that is not zero.</summary>
    internal static Polynomial<Integer> Radical(Polynomial<Integer> value, CancellationToken cancellation)
    {
        (Monomial content, Polynomial<Integer> rest) = IntegerPolynomial.SplitMonomialContent(IntegerPolynomial.PrimitivePart(value));
        Polynomial<Integer> variables = content.Aggregate(Ring.One, static (product, factor) => Ring.Multiply(product, Ring.Variable(factor.Variable)));
        return Ring.Multiply(variables, SquareFree(rest, cancellation));
    }

    /// <summary>Square-free polynomials, coprime to each other, whose product is the radical.</summary>
    /// <param name="value">A polynomial that is not zero.</param>
    /// <param name="helpers">Polynomials with which common factors are sought.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static List<Polynomial<Integer>> Split(Polynomial<Integer> value, IEnumerable<Polynomial<Integer>> helpers, CancellationToken cancellation)
    {
        (Monomial content, Polynomial<Integer> rest) = IntegerPolynomial.SplitMonomialContent(IntegerPolynomial.PrimitivePart(value));
        List<Polynomial<Integer>> parts = [.. content.Select(factor => Ring.Variable(factor.Variable))];
        List<Polynomial<Integer>> pieces = [SquareFree(rest, cancellation)];
        foreach (int variable in rest.Variables.ToArray())
        {
            pieces = [.. pieces.SelectMany(piece => SplitBy(piece, Content(piece, variable, cancellation), cancellation))];
        }

        foreach (Polynomial<Integer> helper in helpers.Where(static helper => !helper.IsZero && !helper.IsConstant))
        {
            pieces = [.. pieces.SelectMany(piece => SplitBy(piece, helper, cancellation))];
        }

        parts.AddRange(pieces.Where(static piece => !piece.IsConstant));
        return parts;
    }

    private static Polynomial<Integer> SquareFree(Polynomial<Integer> value, CancellationToken cancellation)
    {
        Polynomial<Integer> repeated = value;
        foreach (int variable in value.Variables)
        {
            if (repeated.IsConstant)
            {
                break;
            }

            repeated = IntegerPolynomial.GreatestCommonDivisor(repeated, Ring.Differentiate(value, variable), cancellation);
        }

        return IntegerPolynomial.PrimitivePart(IntegerPolynomial.DivideExact(value, repeated));
    }

    // The divisor of a square-free polynomial and its cofactor are coprime.
    private static IEnumerable<Polynomial<Integer>> SplitBy(Polynomial<Integer> piece, Polynomial<Integer> other, CancellationToken cancellation)
    {
        if (piece.IsConstant)
        {
            return [];
        }

        Polynomial<Integer> common = IntegerPolynomial.PrimitivePart(IntegerPolynomial.GreatestCommonDivisor(piece, other, cancellation));
        return common.IsConstant || common.Equals(piece) ? [piece] : [common, IntegerPolynomial.PrimitivePart(IntegerPolynomial.DivideExact(piece, common))];
    }

    // The common divisor of the coefficients with respect to one variable: the factors in which it does not occur.
    private static Polynomial<Integer> Content(Polynomial<Integer> value, int variable, CancellationToken cancellation)
    {
        Polynomial<Integer> content = Ring.Zero;
        foreach (IGrouping<int, (Integer Coefficient, Monomial Monomial)> power in value.Terms.GroupBy(term => term.Monomial.Exponent(variable)))
        {
            Polynomial<Integer> coefficient = Ring.FromTerms(power.Select(term =>
                (term.Coefficient, Monomial.Create([.. term.Monomial.Where(factor => factor.Variable != variable)]))));
            content = IntegerPolynomial.GreatestCommonDivisor(content, coefficient, cancellation);
            if (content.IsConstant)
            {
                break;
            }
        }

        return content;
    }
}
