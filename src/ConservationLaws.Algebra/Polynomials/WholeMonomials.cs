namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Monomials as their own keys: for any number of variables and any degree.</summary>
public readonly struct WholeMonomials : IMonomialPacking<Monomial>
{
    /// <inheritdoc/>
    public Monomial Pack(ReadOnlySpan<(int Variable, int Exponent)> factors) => Monomial.FromSorted(factors.ToArray());

    /// <inheritdoc/>
    public Monomial Multiply(Monomial left, Monomial right) => left * right;
}
