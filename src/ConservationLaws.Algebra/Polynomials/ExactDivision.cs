using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Divides polynomials over an integral domain when no remainder is left.</summary>
internal static class ExactDivision<T, TRing>
    where TRing : struct, IIntegralDomain<T>
{
    /// <summary>Divides; null when the division leaves a remainder.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    internal static Polynomial<T>? Divide(TRing ring, Polynomial<T> dividend, Polynomial<T> divisor)
    {
        if (divisor.IsZero)
        {
            throw new DivideByZeroException("Division by the zero polynomial.");
        }

        if (dividend.IsZero)
        {
            return dividend;
        }

        if (DivisionProblem<T>.TryCreate(dividend, divisor) is not { } problem || !ring.TryDivideExact(problem.Dividend[^1], problem.Divisor[^1], out _))
        {
            return null;
        }

        return DivisionChooser.IsSmall(dividend.TermCount, divisor.TermCount) || WordDivision.TryDivide(ring, problem, null, out Polynomial<T>? quotient) is not { } divides
            ? HeapDivision<T, TRing>.Divide(ring, problem)
            : divides ? quotient : null;
    }

    /// <summary>Divides polynomials that are not zero by a given method.</summary>
    /// <param name="ring">The ring of coefficients.</param>
    /// <param name="dividend">The dividend.</param>
    /// <param name="divisor">The divisor.</param>
    /// <param name="method">The method.</param>
    /// <param name="quotient">The quotient; null when there is none.</param>
    /// <returns>Whether the divisor divides; null when the method cannot say.</returns>
    internal static bool? TryDivide(TRing ring, Polynomial<T> dividend, Polynomial<T> divisor, DivisionMethod method, out Polynomial<T>? quotient)
    {
        quotient = null;
        if (DivisionProblem<T>.TryCreate(dividend, divisor) is not { } problem)
        {
            return false;
        }

        if (method is not DivisionMethod.Heap)
        {
            return WordDivision.TryDivide(ring, problem, method, out quotient);
        }

        quotient = HeapDivision<T, TRing>.Divide(ring, problem);
        return quotient is not null;
    }
}
