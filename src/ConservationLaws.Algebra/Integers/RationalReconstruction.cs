using System.Numerics;

namespace ConservationLaws.Algebra.Integers;

/// <summary>Finds the small fraction n/d from its residue modulo M.</summary>
/// <remarks>
/// With B = ⌊√((M−1)/2)⌋, at most one fraction with |n| ≤ B and 1 ≤ d ≤ B, prime to M, has a given residue: for two of them n·d′ − n′·d is a
/// multiple of M and at most 2B² &lt; M in absolute value. It is the first remainder ≤ B of Euclid's algorithm on M and the residue, over its factor.
/// P. S. Wang, "A p-adic algorithm for univariate partial fractions", SYMSAC 1981; P. S. Wang, M. J. T. Guy, J. H. Davenport, SIGSAM Bull. 16 (1982).
/// </remarks>
public static class RationalReconstruction
{
    /// <summary>The bound B = ⌊√((M−1)/2)⌋ on numerators and denominators; at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The modulus is below 3.</exception>
    public static Integer BoundFor(Integer modulus)
    {
        if (modulus < 3)
        {
            throw new ArgumentOutOfRangeException(nameof(modulus), "The modulus must be at least 3.");
        }

        // Rounding down before the root changes nothing: the square of an integer is below x exactly when it is below ⌊x⌋ or equal to it.
        return SquareRoot((modulus.ToBigInteger() - 1) >> 1);
    }

    /// <summary>Finds the fraction with a given residue, when there is one within the bounds.</summary>
    /// <param name="residue">Any integer; only its residue counts.</param>
    /// <param name="modulus">M, at least 3.</param>
    /// <param name="value">The fraction n/d with |n|, d ≤ <see cref="BoundFor"/> and d prime to M, or 0.</param>
    /// <returns>Whether there is such a fraction.</returns>
    public static bool TryReconstruct(Integer residue, Integer modulus, out Rational value) =>
        TryReconstruct(residue, modulus, BoundFor(modulus), out value);

    internal static bool TryReconstruct(Integer residue, Integer modulus, Integer bound, out Rational value)
    {
        // Invariant: every remainder is factor · residue modulo M, and |factor| · (previous remainder) ≤ M.
        Integer previousRemainder = modulus;
        Integer remainder = Residue(residue, modulus);
        Integer previousFactor = Integer.Zero;
        Integer factor = Integer.One;
        while (remainder > bound)
        {
            (Integer quotient, Integer next) = Integer.DivRem(previousRemainder, remainder);
            (previousRemainder, remainder) = (remainder, next);
            (previousFactor, factor) = (factor, previousFactor - (quotient * factor));
        }

        // A common divisor of remainder and factor means that the denominator is not prime to M.
        if (Integer.Abs(factor) > bound || !Integer.Gcd(remainder, factor).IsOne)
        {
            value = Rational.Zero;
            return false;
        }

        value = new Rational(remainder, factor);
        return true;
    }

    // The residue in 0..modulus−1.
    internal static Integer Residue(Integer value, Integer modulus)
    {
        Integer remainder = Integer.DivRem(value, modulus).Remainder;
        return remainder.Sign < 0 ? remainder + modulus : remainder;
    }

    // ⌊√value⌋ by Newton's iteration from above: the sequence falls until it reaches the root.
    private static BigInteger SquareRoot(BigInteger value)
    {
        if (value.IsZero)
        {
            return value;
        }

        BigInteger root = BigInteger.One << (int)((value.GetBitLength() + 1) / 2);
        for (BigInteger next = (root + (value / root)) >> 1; next < root; next = (root + (value / root)) >> 1)
        {
            root = next;
        }

        return root;
    }
}
