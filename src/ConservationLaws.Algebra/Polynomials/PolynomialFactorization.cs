using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Polynomials;

// Shuhong Gao, "Factoring multivariate polynomials via partial differential equations", Math. Comp. 72 (2003), in any number of variables:
// let f be square-free and ω = Σ g_k dθ_k / f closed, with degrees of the g_k as those of f·dp/p for a factor p. Such ω are exactly the
// combinations Σ λ_p dp/p over the absolutely irreducible factors p. So there are as many independent ones as such factors; and for one of
// them g_x ≡ λ_p ∂f/∂x modulo p in a variable x on which every factor depends. Its numbers λ_p are the roots of a polynomial over Q, and
// p = gcd(f, g_x − λ_p ∂f/∂x). Every factor is found by gcds and divides exactly; what is missed stays together as one factor.

/// <summary>Factors of polynomials in several variables over Z, with splittings over quadratic extensions.</summary>
public static class PolynomialFactorization
{
    // Larger systems are not set up: the polynomial stays one factor.
    private const int MaximumUnknowns = 1500;
    private const long MaximumTerms = 2_000_000;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>Factors of a polynomial, pairwise coprime and square-free, irreducible over Q where the polynomial is small.</summary>
    /// <param name="value">A polynomial that is not zero.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Factors whose product with multiplicities is the polynomial up to an integer; none for a constant.</returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ImmutableArray<PolynomialFactor> Compute(Polynomial<Integer> value, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(value);
        (Monomial content, Polynomial<Integer> rest) = IntegerPolynomial.SplitMonomialContent(value);
        var factors = ImmutableArray.CreateBuilder<PolynomialFactor>();
        foreach ((int variable, int exponent) in content)
        {
            factors.Add(new PolynomialFactor(Ring.Variable(variable), exponent, null));
        }

        rest = IntegerPolynomial.PrimitivePart(rest);
        Polynomial<Integer> repeated = rest;
        foreach (int variable in rest.Variables)
        {
            repeated = IntegerPolynomial.GreatestCommonDivisor(repeated, Ring.Differentiate(rest, variable), cancellation);
        }

        foreach ((Polynomial<Integer> factor, QuadraticSplitting? splitting) in SplitSquareFree(IntegerPolynomial.DivideExact(rest, repeated), cancellation))
        {
            int multiplicity = 0;
            while (rest.TotalDegree >= factor.TotalDegree && default(PolynomialDomain<Integer, IntegerRing>).TryDivideExact(rest, factor, out Polynomial<Integer> quotient))
            {
                rest = quotient;
                multiplicity++;
            }

            factors.Add(new PolynomialFactor(factor, multiplicity, splitting));
        }

        return factors.ToImmutable();
    }

    private static List<(Polynomial<Integer> Factor, QuadraticSplitting? Splitting)> SplitSquareFree(Polynomial<Integer> value, CancellationToken cancellation)
    {
        var found = new List<(Polynomial<Integer> Factor, QuadraticSplitting? Splitting)>();
        if (value.IsConstant)
        {
            return found;
        }

        // A variable on which all factors of the primitive part depend; the content has fewer variables.
        int variable = value.Variables.ToArray().MinBy(value.Degree);
        Polynomial<Integer> content = PolynomialGcd.Content(value, variable, cancellation);
        if (!content.IsConstant)
        {
            found.AddRange(SplitSquareFree(content, cancellation));
        }

        var waiting = new Stack<Polynomial<Integer>>([IntegerPolynomial.PrimitivePart(IntegerPolynomial.DivideExact(value, content))]);
        while (waiting.TryPop(out Polynomial<Integer>? part))
        {
            (Polynomial<Integer>[] parts, QuadraticSplitting? splitting) = ClosedFormSplitting.Split(part, variable, MaximumUnknowns, MaximumTerms, cancellation);
            if (parts.Length == 0)
            {
                found.Add((part, splitting));
            }

            Array.ForEach(parts, waiting.Push);
        }

        return found;
    }
}
