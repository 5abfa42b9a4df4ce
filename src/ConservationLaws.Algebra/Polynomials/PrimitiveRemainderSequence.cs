using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// gcd of primitive f, g ∈ R[v], R = Z[the other variables]: by Gauss the gcd is the last non-zero term of the sequence
// f, g, pp(prem(f, g)), …, where prem is the remainder of lc(g)^k·f and pp divides by the content in R.
// Always right and terminating, since degrees in v fall; but contents are gcds again, so it is the fallback and the tests' oracle, not the way.
// W. S. Brown, J. F. Traub, "On Euclid's algorithm and the theory of subresultants", J. ACM 18 (1971).

/// <summary>Euclid's algorithm for primitive polynomials.</summary>
public static class PrimitiveRemainderSequence
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The primitive gcd of two polynomials that are primitive in a variable.</summary>
    /// <param name="left">A polynomial of positive degree in the variable; its coefficients there have no common divisor.</param>
    /// <param name="right">Another one.</param>
    /// <param name="variable">The variable.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static Polynomial<Integer> Compute(Polynomial<Integer> left, Polynomial<Integer> right, int variable, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        (Polynomial<Integer> f, Polynomial<Integer> g) = left.Degree(variable) >= right.Degree(variable) ? (left, right) : (right, left);
        while (g.Degree(variable) > 0)
        {
            Polynomial<Integer> remainder = PseudoRemainder(f, g, variable, cancellation);
            if (remainder.IsZero)
            {
                return IntegerPolynomial.PrimitivePart(g);
            }

            (f, g) = (g, PolynomialGcd.PrimitivePart(remainder, variable, cancellation));
        }

        return Ring.One;
    }

    private static Polynomial<Integer> PseudoRemainder(Polynomial<Integer> dividend, Polynomial<Integer> divisor, int variable, CancellationToken cancellation)
    {
        int degree = divisor.Degree(variable);
        Polynomial<Integer> leading = MainVariable.Split(divisor, variable)[0].Coefficient;
        Polynomial<Integer> rest = dividend;
        while (!rest.IsZero && rest.Degree(variable) >= degree)
        {
            cancellation.ThrowIfCancellationRequested();
            (int exponent, Polynomial<Integer> top) = MainVariable.Split(rest, variable)[0];
            Polynomial<Integer> shift = Ring.Term(Integer.One, Monomial.Create([(variable, exponent - degree)]));
            rest = Ring.SumOfSignedProducts([(leading, rest), (Ring.Multiply(top, shift), divisor)], [false, true]);
        }

        return rest;
    }
}
