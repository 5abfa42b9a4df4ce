using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>The equations that make Σ g_k dθ_k / q closed, linear in the g_k: q(∂_j g_i − ∂_i g_j) = g_i ∂_j q − g_j ∂_i q for all i &lt; j.</summary>
public static class ClosedFormEquations
{
    /// <summary>What a monomial of one component contributes.</summary>
    /// <param name="denominator">q, not zero.</param>
    /// <param name="variables">The variables, ascending.</param>
    /// <param name="own">The place among them of the component's variable.</param>
    /// <param name="monomial">The monomial, as a polynomial.</param>
    /// <returns>Numbers of equations, below the square of the number of variables, and contributions.</returns>
    public static IEnumerable<(int Identity, Polynomial<Integer> Image)> Contributions(
        Polynomial<Integer> denominator, IReadOnlyList<int> variables, int own, Polynomial<Integer> monomial)
    {
        PolynomialRing<Integer, IntegerRing> ring = default;
        for (int other = 0; other < variables.Count; other++)
        {
            if (other != own)
            {
                Polynomial<Integer> image = (denominator * ring.Differentiate(monomial, variables[other])) - (monomial * ring.Differentiate(denominator, variables[other]));
                yield return (Math.Min(own, other) * variables.Count + Math.Max(own, other), own < other ? image : -image);
            }
        }
    }
}
