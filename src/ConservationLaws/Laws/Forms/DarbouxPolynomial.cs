using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Forms;

/// <summary>A polynomial f with X_i(f) = K_i f for every generator X_i (math.md 1.4 (v)).</summary>
/// <param name="Polynomial">f, primitive.</param>
/// <param name="Cofactors">The polynomials K_i.</param>
/// <param name="Angle">Where f splits over a quadratic extension: the angle between its two factors.</param>
internal sealed record DarbouxPolynomial(Polynomial<Integer> Polynomial, ImmutableArray<Polynomial<Integer>> Cofactors, DarbouxAngle? Angle)
{
    /// <summary>Whether all cofactors vanish.</summary>
    internal bool IsLaw => Cofactors.All(cofactor => cofactor.IsZero);
}

/// <summary>The one-form (A dB − B dA)/f of a polynomial with c·f = A² − d·B², with its values on the generators.</summary>
/// <param name="Splitting">A, B and d.</param>
/// <param name="Norm">The integer c.</param>
/// <param name="Turns">The polynomials (A X_i(B) − B X_i(A))/f.</param>
internal sealed record DarbouxAngle(QuadraticSplitting Splitting, Integer Norm, ImmutableArray<Polynomial<Integer>> Turns);
