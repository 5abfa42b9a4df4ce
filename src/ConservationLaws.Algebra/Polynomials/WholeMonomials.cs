namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Monomials as their own keys: for any number of variables and any degree.</summary>
public readonly struct WholeMonomials : IMonomialPacking<Monomial>
{
    /// <inheritdoc/>
    public Monomial Pack(Monomial monomial) => monomial;

    /// <inheritdoc/>
    public Monomial Unpack(Monomial key) => key;

    /// <inheritdoc/>
    public Monomial Multiply(Monomial left, Monomial right) => left * right;
}
