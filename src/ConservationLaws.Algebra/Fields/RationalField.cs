using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Fields;

/// <summary>The field Q of rational numbers.</summary>
public readonly struct RationalField : IField<Rational>
{
    /// <inheritdoc/>
    public Rational Zero => Rational.Zero;

    /// <inheritdoc/>
    public Rational One => Rational.One;

    /// <inheritdoc/>
    public bool IsZero(Rational value) => value.IsZero;

    /// <inheritdoc/>
    public bool AreEqual(Rational left, Rational right) => left == right;

    /// <inheritdoc/>
    public Rational Add(Rational left, Rational right) => left + right;

    /// <inheritdoc/>
    public Rational Subtract(Rational left, Rational right) => left - right;

    /// <inheritdoc/>
    public Rational Negate(Rational value) => -value;

    /// <inheritdoc/>
    public Rational Multiply(Rational left, Rational right) => left * right;

    /// <inheritdoc/>
    public Rational FromInteger(Integer value) => value;

    /// <inheritdoc/>
    public Rational Invert(Rational value) => Rational.One / value;

    /// <inheritdoc/>
    public bool TryDivideExact(Rational dividend, Rational divisor, out Rational quotient)
    {
        quotient = dividend / divisor;
        return true;
    }
}
