using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>The polynomial ring over an integral domain, itself an integral domain: <see cref="PolynomialRing{T, TRing}"/> with exact division.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
/// <typeparam name="TRing">The domain of the coefficients.</typeparam>
public readonly struct PolynomialDomain<T, TRing> : IIntegralDomain<Polynomial<T>>, IDifferentialRing<Polynomial<T>>
    where TRing : struct, IIntegralDomain<T>
{
    /// <summary>Makes the polynomial ring over a domain.</summary>
    public PolynomialDomain(TRing coefficientRing) => Ring = new PolynomialRing<T, TRing>(coefficientRing);

    /// <summary>The same ring without division.</summary>
    public PolynomialRing<T, TRing> Ring { get; }

    /// <inheritdoc/>
    public Polynomial<T> Zero => Ring.Zero;

    /// <inheritdoc/>
    public Polynomial<T> One => Ring.One;

    /// <inheritdoc/>
    public bool IsZero(Polynomial<T> value) => value.IsZero;

    /// <inheritdoc/>
    public bool AreEqual(Polynomial<T> left, Polynomial<T> right) => left.Equals(right);

    /// <inheritdoc/>
    public Polynomial<T> Add(Polynomial<T> left, Polynomial<T> right) => Ring.Add(left, right);

    /// <inheritdoc/>
    public Polynomial<T> Subtract(Polynomial<T> left, Polynomial<T> right) => Ring.Subtract(left, right);

    /// <inheritdoc/>
    public Polynomial<T> Negate(Polynomial<T> value) => Ring.Negate(value);

    /// <inheritdoc/>
    public Polynomial<T> Multiply(Polynomial<T> left, Polynomial<T> right) => Ring.Multiply(left, right);

    /// <inheritdoc/>
    public Polynomial<T> FromInteger(Integer value) => Ring.FromInteger(value);

    /// <inheritdoc/>
    public Polynomial<T> Differentiate(Polynomial<T> value, int variable) => Ring.Differentiate(value, variable);

    /// <inheritdoc/>
    public Polynomial<T> SumOfProducts(ReadOnlySpan<(Polynomial<T> Left, Polynomial<T> Right)> products) => Ring.SumOfProducts(products);

    /// <inheritdoc/>
    public bool TryDivideExact(Polynomial<T> dividend, Polynomial<T> divisor, out Polynomial<T> quotient)
    {
        Polynomial<T>? result = ExactDivision<T, TRing>.Divide(Ring.CoefficientRing, dividend, divisor);
        quotient = result ?? Zero;
        return result is not null;
    }
}
