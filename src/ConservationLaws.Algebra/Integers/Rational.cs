namespace ConservationLaws.Algebra.Integers;

/// <summary>A rational number in lowest terms with a positive denominator.</summary>
/// <remarks>The default value is 0. Rationals never enter inner loops: clear denominators once instead.</remarks>
public readonly struct Rational : IEquatable<Rational>, IComparable<Rational>
{
    private readonly Integer _denominatorMinusOne; // so that the default value is 0/1

    /// <summary>The integer as a rational number.</summary>
    public Rational(Integer value) => Numerator = value;

    /// <summary>The quotient, reduced to lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is 0.</exception>
    public Rational(Integer numerator, Integer denominator)
    {
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A rational number needs a non-zero denominator.");
        }

        Integer divisor = Integer.Gcd(numerator, denominator);
        if (denominator.Sign < 0)
        {
            divisor = -divisor;
        }

        Numerator = Integer.DivideExact(numerator, divisor);
        _denominatorMinusOne = Integer.DivideExact(denominator, divisor) - Integer.One;
    }

    /// <summary>The number 0.</summary>
    public static Rational Zero => default;

    /// <summary>The number 1.</summary>
    public static Rational One => new(Integer.One);

    /// <summary>The numerator of the reduced fraction; carries the sign.</summary>
    public Integer Numerator { get; }

    /// <summary>The denominator of the reduced fraction; at least 1.</summary>
    public Integer Denominator => _denominatorMinusOne + Integer.One;

    /// <summary>Whether the value is 0.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>Whether the value is an integer.</summary>
    public bool IsInteger => _denominatorMinusOne.IsZero;

    /// <summary>−1, 0 or 1: the sign of the value.</summary>
    public int Sign => Numerator.Sign;

    /// <summary>Every integer is a rational number.</summary>
    public static implicit operator Rational(Integer value) => new(value);

    /// <summary>Every machine integer is a rational number.</summary>
    public static implicit operator Rational(long value) => new(value);

    /// <summary>The sum.</summary>
    public static Rational operator +(Rational left, Rational right) =>
        new((left.Numerator * right.Denominator) + (right.Numerator * left.Denominator), left.Denominator * right.Denominator);

    /// <summary>The difference.</summary>
    public static Rational operator -(Rational left, Rational right) => left + -right;

    /// <summary>The negative.</summary>
    public static Rational operator -(Rational value) => new(-value.Numerator, value.Denominator);

    /// <summary>The product.</summary>
    public static Rational operator *(Rational left, Rational right) =>
        new(left.Numerator * right.Numerator, left.Denominator * right.Denominator);

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static Rational operator /(Rational left, Rational right) =>
        new(left.Numerator * right.Denominator, left.Denominator * right.Numerator);

    /// <summary>Whether two rational numbers are equal.</summary>
    public static bool operator ==(Rational left, Rational right) => left.Equals(right);

    /// <summary>Whether two rational numbers differ.</summary>
    public static bool operator !=(Rational left, Rational right) => !left.Equals(right);

    /// <summary>Whether the left number is smaller.</summary>
    public static bool operator <(Rational left, Rational right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left number is greater.</summary>
    public static bool operator >(Rational left, Rational right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left number is smaller or equal.</summary>
    public static bool operator <=(Rational left, Rational right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left number is greater or equal.</summary>
    public static bool operator >=(Rational left, Rational right) => left.CompareTo(right) >= 0;

    /// <inheritdoc/>
    public bool Equals(Rational other) => Numerator == other.Numerator && _denominatorMinusOne == other._denominatorMinusOne;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Rational other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, _denominatorMinusOne);

    /// <inheritdoc/>
    public int CompareTo(Rational other) => (Numerator * other.Denominator).CompareTo(other.Numerator * Denominator);

    /// <summary>The integer, or numerator and denominator with <c>/</c> between them.</summary>
    public override string ToString() => IsInteger ? Numerator.ToString() : $"{Numerator}/{Denominator}";
}
