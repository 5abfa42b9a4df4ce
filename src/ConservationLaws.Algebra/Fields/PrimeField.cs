using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Fields;

/// <summary>The field of integers modulo a prime below 2³¹; elements are the residues 0..p−1.</summary>
public readonly struct PrimeField : IField<uint>
{
    // ⌊(2⁶⁴ − 1)/p⌋.
    private readonly ulong _reciprocal;

    /// <summary>Makes the field Z/p.</summary>
    /// <param name="modulus">A prime in 2..2³¹−1. Primality is the caller's promise (see <see cref="Primes"/>).</param>
    /// <exception cref="ArgumentOutOfRangeException">The modulus is below 2 or not below 2³¹.</exception>
    public PrimeField(uint modulus)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(modulus, 2u);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(modulus, (uint)int.MaxValue);
        Modulus = modulus;
        _reciprocal = ulong.MaxValue / modulus;
    }

    /// <summary>The prime p.</summary>
    public uint Modulus { get; }

    /// <inheritdoc/>
    public uint Zero => 0;

    /// <inheritdoc/>
    public uint One => 1;

    /// <inheritdoc/>
    public bool IsZero(uint value) => value == 0;

    /// <inheritdoc/>
    public bool AreEqual(uint left, uint right) => left == right;

    // Both residues are below p < 2³¹, so sums stay below 2³² and no operation below can wrap unnoticed.

    /// <inheritdoc/>
    public uint Add(uint left, uint right)
    {
        unchecked
        {
            uint difference = left + right - Modulus;
            return difference + (Modulus & (uint)((int)difference >> 31));
        }
    }

    /// <inheritdoc/>
    public uint Subtract(uint left, uint right)
    {
        unchecked
        {
            uint difference = left - right;
            return difference + (Modulus & (uint)((int)difference >> 31));
        }
    }

    /// <inheritdoc/>
    public uint Negate(uint value) => value == 0 ? 0 : unchecked(Modulus - value);

    /// <inheritdoc/>
    public uint Multiply(uint left, uint right) => Reduce(unchecked((ulong)left * right));

    /// <summary>The residue of a machine word, such as a sum of a few products of residues.</summary>
    public uint Reduce(ulong value)
    {
        // P. Barrett (1986): with r = ⌊(2⁶⁴ − 1)/p⌋ the quotient ⌊x·r/2⁶⁴⌋ is ⌊x/p⌋ or one less for every x < 2⁶⁴, since 2⁶⁴ − r·p ≤ p;
        // so the difference is below 2p < 2³² and one correction suffices.
        unchecked
        {
            ulong quotient = Math.BigMul(value, _reciprocal, out _);
            uint difference = (uint)(value - (quotient * Modulus)) - Modulus;
            return difference + (Modulus & (uint)((int)difference >> 31));
        }
    }

    /// <inheritdoc/>
    public uint FromInteger(Integer value) => Integer.Modulo(value, Modulus);

    /// <summary>The residue of a rational number whose denominator the prime does not divide.</summary>
    /// <exception cref="DivideByZeroException">The prime divides the denominator.</exception>
    public uint FromRational(Rational value) =>
        Multiply(FromInteger(value.Numerator), Invert(FromInteger(value.Denominator)));

    /// <inheritdoc/>
    public uint Invert(uint value)
    {
        if (value == 0)
        {
            throw new DivideByZeroException("Zero has no inverse.");
        }

        // Extended Euclid; every quantity stays below p in absolute value.
        long previousRemainder = Modulus;
        long remainder = value;
        long previousFactor = 0;
        long factor = 1;
        while (remainder > 1)
        {
            long quotient = previousRemainder / remainder;
            (previousRemainder, remainder) = (remainder, previousRemainder - (quotient * remainder));
            (previousFactor, factor) = (factor, previousFactor - (quotient * factor));
        }

        return (uint)(factor < 0 ? factor + Modulus : factor);
    }

    /// <summary>The power with a non-negative exponent; x⁰ = 1 for every x.</summary>
    public uint Power(uint value, uint exponent)
    {
        uint result = 1 % Modulus;
        for (uint square = value; exponent != 0; exponent >>= 1, square = Multiply(square, square))
        {
            if ((exponent & 1) != 0)
            {
                result = Multiply(result, square);
            }
        }

        return result;
    }

    /// <inheritdoc/>
    public bool TryDivideExact(uint dividend, uint divisor, out uint quotient)
    {
        quotient = Multiply(dividend, Invert(divisor));
        return true;
    }
}
