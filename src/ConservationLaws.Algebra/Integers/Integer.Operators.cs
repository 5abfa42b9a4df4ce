using System.Numerics;

namespace ConservationLaws.Algebra.Integers;

public readonly partial struct Integer
{
    /// <summary>Every machine integer is an integer.</summary>
    public static implicit operator Integer(long value) => new(value);

    /// <summary>Every big integer is an integer.</summary>
    public static implicit operator Integer(BigInteger value) => new(value);

    /// <summary>The value as a machine word.</summary>
    /// <exception cref="OverflowException">The value does not fit.</exception>
    public static explicit operator long(Integer value) =>
        value._big is null ? value._small : throw new OverflowException("The integer does not fit in 64 bits.");

    /// <summary>Whether two integers are equal.</summary>
    public static bool operator ==(Integer left, Integer right) => left.Equals(right);

    /// <summary>Whether two integers differ.</summary>
    public static bool operator !=(Integer left, Integer right) => !left.Equals(right);

    /// <summary>Whether the left integer is smaller.</summary>
    public static bool operator <(Integer left, Integer right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left integer is greater.</summary>
    public static bool operator >(Integer left, Integer right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left integer is smaller or equal.</summary>
    public static bool operator <=(Integer left, Integer right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left integer is greater or equal.</summary>
    public static bool operator >=(Integer left, Integer right) => left.CompareTo(right) >= 0;

    /// <summary>The sum.</summary>
    public static Integer operator +(Integer left, Integer right)
    {
        if (left._big is null && right._big is null)
        {
            long sum = unchecked(left._small + right._small);
            // Overflow exactly when both terms have the sign that the sum lacks.
            if (((left._small ^ sum) & (right._small ^ sum)) >= 0)
            {
                return new Integer(sum);
            }
        }

        return new Integer(left.ToBigInteger() + right.ToBigInteger());
    }

    /// <summary>The difference.</summary>
    public static Integer operator -(Integer left, Integer right)
    {
        if (left._big is null && right._big is null)
        {
            long difference = unchecked(left._small - right._small);
            if (((left._small ^ right._small) & (left._small ^ difference)) >= 0)
            {
                return new Integer(difference);
            }
        }

        return new Integer(left.ToBigInteger() - right.ToBigInteger());
    }

    /// <summary>The negative.</summary>
    public static Integer operator -(Integer value) =>
        value._big is null && value._small != long.MinValue ? new Integer(-value._small) : new Integer(-value.ToBigInteger());

    /// <summary>The product.</summary>
    public static Integer operator *(Integer left, Integer right)
    {
        if (left._big is null && right._big is null)
        {
            long high = Math.BigMul(left._small, right._small, out long low);
            // The 128-bit product fits when its high word is the sign extension of its low word.
            if (high == low >> 63)
            {
                return new Integer(low);
            }
        }

        return new Integer(left.ToBigInteger() * right.ToBigInteger());
    }

    /// <summary>The quotient rounded towards zero, and the remainder with the sign of the dividend.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static (Integer Quotient, Integer Remainder) DivRem(Integer dividend, Integer divisor)
    {
        if (dividend._big is null && divisor._big is null && !(dividend._small == long.MinValue && divisor._small == -1))
        {
            (long quotient, long remainder) = Math.DivRem(dividend._small, divisor._small);
            return (new Integer(quotient), new Integer(remainder));
        }

        BigInteger bigQuotient = BigInteger.DivRem(dividend.ToBigInteger(), divisor.ToBigInteger(), out BigInteger bigRemainder);
        return (new Integer(bigQuotient), new Integer(bigRemainder));
    }

    /// <summary>The quotient of a division that leaves no remainder.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    /// <exception cref="ArithmeticException">The division leaves a remainder.</exception>
    public static Integer DivideExact(Integer dividend, Integer divisor)
    {
        (Integer quotient, Integer remainder) = DivRem(dividend, divisor);
        return remainder.IsZero ? quotient : throw new ArithmeticException("The division leaves a remainder.");
    }

    /// <summary>The absolute value.</summary>
    public static Integer Abs(Integer value) => value.Sign < 0 ? -value : value;

    /// <summary>The greatest common divisor, never negative; gcd(0, 0) = 0.</summary>
    public static Integer Gcd(Integer left, Integer right)
    {
        if (left._big is not null || right._big is not null)
        {
            return new Integer(BigInteger.GreatestCommonDivisor(left.ToBigInteger(), right.ToBigInteger()));
        }

        ulong a = Magnitude(left._small);
        ulong b = Magnitude(right._small);
        while (b != 0)
        {
            (a, b) = (b, a % b);
        }

        return a <= long.MaxValue ? new Integer((long)a) : new Integer(new BigInteger(a));
    }

    /// <summary>The power with a non-negative exponent; x⁰ = 1 for every x.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    public static Integer Pow(Integer value, int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        return new Integer(BigInteger.Pow(value.ToBigInteger(), exponent));
    }

    /// <summary>The residue in 0..modulus−1.</summary>
    /// <exception cref="DivideByZeroException">The modulus is 0.</exception>
    public static uint Modulo(Integer value, uint modulus)
    {
        if (value._big is null)
        {
            long remainder = value._small % modulus;
            return (uint)(remainder < 0 ? remainder + modulus : remainder);
        }

        BigInteger bigRemainder = BigInteger.Remainder(value._big.Value, modulus);
        return (uint)(bigRemainder.Sign < 0 ? bigRemainder + modulus : bigRemainder);
    }
}
