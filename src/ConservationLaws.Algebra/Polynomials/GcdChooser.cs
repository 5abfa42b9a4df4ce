using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>How the gcd of two polynomials is found modulo a prime.</summary>
internal enum GcdAlgorithm
{
    /// <summary>Variable by variable, <see cref="SparseInterpolation"/>.</summary>
    Zippel,

    /// <summary>Along one progression, <see cref="KroneckerInterpolation"/>.</summary>
    Kronecker,
}

/// <summary>Chooses what is done when; the thresholds are measured on gcds of 2–10 terms and on the products of powers of the peers' list.</summary>
internal static class GcdChooser
{
    private const int SmallTermCount = 200;

    /// <summary>The algorithm for a problem.</summary>
    internal static GcdAlgorithm Choose(GcdProblem problem) =>
        problem.Others.Length > 0 && KroneckerInterpolation.Fits(problem.DegreeBounds) ? GcdAlgorithm.Kronecker : GcdAlgorithm.Zippel;

    /// <summary>Whether to try a division before anything is known: for small polynomials it costs less than the degree bounds.</summary>
    internal static bool DivideFirst(Polynomial<Integer> left, Polynomial<Integer> right) => left.TermCount + right.TermCount <= SmallTermCount;

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
