using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Fields;

/// <summary>The ring Z of integers.</summary>
public readonly struct IntegerRing : IIntegralDomain<Integer>
{
    /// <inheritdoc/>
    public Integer Zero => Integer.Zero;

    /// <inheritdoc/>
    public Integer One => Integer.One;

    /// <inheritdoc/>
    public bool IsZero(Integer value) => value.IsZero;

    /// <inheritdoc/>
    public bool AreEqual(Integer left, Integer right) => left == right;

    /// <inheritdoc/>
    public Integer Add(Integer left, Integer right) => left + right;

    /// <inheritdoc/>
    public Integer Subtract(Integer left, Integer right) => left - right;

    /// <inheritdoc/>
    public Integer Negate(Integer value) => -value;

    /// <inheritdoc/>
    public Integer Multiply(Integer left, Integer right) => left * right;

    /// <inheritdoc/>
    public Integer FromInteger(Integer value) => value;

    /// <inheritdoc/>
    public bool TryDivideExact(Integer dividend, Integer divisor, out Integer quotient)
    {
        (Integer candidate, Integer remainder) = Integer.DivRem(dividend, divisor);
        quotient = remainder.IsZero ? candidate : Integer.Zero;
        return remainder.IsZero;
    }
}
