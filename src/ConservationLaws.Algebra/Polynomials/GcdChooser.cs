namespace ConservationLaws.Algebra.Polynomials;

/// <summary>How the gcd of two polynomials is found modulo a prime.</summary>
internal enum GcdAlgorithm
{
    /// <summary>Variable by variable, <see cref="SparseInterpolation"/>.</summary>
    Zippel,

    /// <summary>Along one progression, <see cref="KroneckerInterpolation"/>.</summary>
    Kronecker,
}

/// <summary>Chooses the algorithm.</summary>
internal static class GcdChooser
{
    /// <summary>The algorithm for a problem.</summary>
    internal static GcdAlgorithm Choose(GcdProblem problem) =>
        problem.Others.Length > 0 && KroneckerInterpolation.Fits(problem.DegreeBounds) ? GcdAlgorithm.Kronecker : GcdAlgorithm.Zippel;
}
