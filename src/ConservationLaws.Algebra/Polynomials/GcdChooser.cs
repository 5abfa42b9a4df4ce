using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>How the gcd of two polynomials is found modulo a prime.</summary>
internal enum GcdAlgorithm
{
    /// <summary>Variable by variable, <see cref="SparseInterpolation"/>.</summary>
    Zippel,

    /// <summary>Along one progression, <see cref="KroneckerInterpolation"/>.</summary>
    Kronecker,

    /// <summary>Along one progression, solving for all monomials within the degree bounds.</summary>
    Dense,
}

/// <summary>Chooses what is done when; the thresholds of <see cref="DivideDensely"/> were measured, the others were set by judgement.</summary>
internal static class GcdChooser
{
    private const int SmallTermCount = 200;

    // Vandermonde systems are solved in quadratic time.
    private const int LargestDenseSystem = 1 << 14;

    // The array costs about 5 ns for each place of the box, the heap about 50 ns for each product of a term of the divisor and one of
    // the quotient (HeapDivision, which TryDivideExact no longer uses for most dense dividends); measured on (1 + x + y + …)^k times (2 + x − y + …)^k and on sparse relatives in 2–6 variables, 70–3600 terms.
    private const int LongDivisor = 20;
    private const int PlacesPerTerm = 8;
    private const long PlacesPerProduct = 4;
    private const int LargestBox = 1 << 22;

    /// <summary>The algorithm for a problem.</summary>
    internal static GcdAlgorithm Choose(GcdProblem problem) =>
        problem.Others.Length == 0 || !KroneckerInterpolation.Fits(problem.DegreeBounds) ? GcdAlgorithm.Zippel
        : IsDense(problem.Left.Value) && IsDense(problem.Right.Value) &&
            LatticePoints.Counts(problem.DegreeBounds, problem.TotalDegreeBound)[^1] <= LargestDenseSystem ? GcdAlgorithm.Dense
        : GcdAlgorithm.Kronecker;

    // Whether at least half of the monomials within the degrees occur.
    private static bool IsDense(Polynomial<Integer> value) =>
        LatticePoints.Counts(value.Variables.ToArray().Select(value.Degree).ToArray(), value.TotalDegree)[^1] <= 2L * value.TermCount;

    /// <summary>Whether to try a division before anything is known: for small polynomials it costs less than the degree bounds.</summary>
    internal static bool DivideFirst(Polynomial<Integer> left, Polynomial<Integer> right) => left.TermCount + right.TermCount <= SmallTermCount;

    /// <summary>Whether to prove divisibility in an array over all exponents instead of term by term.</summary>
    internal static bool DivideDensely(Polynomial<Integer> divisor, Polynomial<Integer> dividend)
    {
        long box = DenseDivisibility.Box(dividend);
        return divisor.TermCount >= LongDivisor && box <= LargestBox &&
            (box <= (long)PlacesPerTerm * dividend.TermCount ||
                (IsDense(dividend) && box <= PlacesPerProduct * divisor.TermCount * QuotientTerms(divisor, dividend)));
    }

    // What a dense quotient has.
    private static long QuotientTerms(Polynomial<Integer> divisor, Polynomial<Integer> dividend)
    {
        int[] degrees = Array.ConvertAll(dividend.Variables.ToArray(), v => Math.Max(0, dividend.Degree(v) - divisor.Degree(v)));
        return LatticePoints.Counts(degrees, Math.Max(0, dividend.TotalDegree - divisor.TotalDegree))[^1];
    }

    /// <summary>The main variable: a short leading coefficient keeps the lifted polynomial short, a high degree splits it into many parts.</summary>
    internal static int MainVariable(Polynomial<Integer> left, Polynomial<Integer> right, GcdDegreeBounds bounds)
    {
        (int best, int bestCount) = (-1, int.MaxValue);
        foreach (int variable in left.Variables)
        {
            int count = Polynomials.MainVariable.LeadingTermCount(left, variable) + Polynomials.MainVariable.LeadingTermCount(right, variable);
            if (count < bestCount || (count == bestCount && bounds.Degree(variable) > bounds.Degree(best)))
            {
                (best, bestCount) = (variable, count);
            }
        }

        return best;
    }
}
