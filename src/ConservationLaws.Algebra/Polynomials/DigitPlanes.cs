using System.Numerics;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Integers as sums Σ dᵢ·2^(si) with balanced digits −2^(s−1) ≤ dᵢ < 2^(s−1): products of integers become convolutions of digits, whose sums
// stay in one machine word each. The digit is one more exponent, so to speak: plane i+j of the product collects the products of plane i and
// plane j. Invariant: |plane| < 2⁶³, because a plane of a cell gets at most m·min(l, r) products of two digits, each at most 2^(2s−2), when
// the factors have l and r planes and the smaller factor m terms; the digit width s is the greatest for which that holds.

/// <summary>Chooses the width of digits and takes integers apart and together.</summary>
internal static class DigitPlanes
{
    private const int GreatestWidth = 32;
    private const int SmallestWidth = 8;

    /// <summary>How many digits hold any integer up to a bit length.</summary>
    internal static long Count(long bitLength, int width) => (bitLength + 1 + width) / width; // ⌈(bits + 2)/s⌉: a balanced digit may carry

    /// <summary>The greatest width with which sums of products stay below 2⁶³; 0 when there is none.</summary>
    /// <param name="factors">For each product the bit lengths of its factors and the terms of the smaller one.</param>
    internal static int Width(ReadOnlySpan<(long LeftBits, long RightBits, int Terms)> factors)
    {
        for (int width = GreatestWidth; width >= SmallestWidth; width--)
        {
            UInt128 products = 0;
            foreach ((long left, long right, int terms) in factors)
            {
                products += (UInt128)terms * (UInt128)Math.Min(Count(left, width), Count(right, width));
            }

            if (products < UInt128.One << (65 - (2 * width))) // times 2^(2s−2) it stays below 2⁶³
            {
                return width;
            }
        }

        return 0;
    }

    /// <summary>The digits of integers, plane by plane, the lowest first.</summary>
    internal static int[] Split(ReadOnlySpan<Integer> values, int width, int planes)
    {
        int[] digits = new int[values.Length * planes];
        for (int term = 0; term < values.Length; term++)
        {
            Split(values[term], width, digits.AsSpan(term), values.Length);
        }

        return digits;
    }

    /// <summary>The integer with given planes, <paramref name="stride"/> words apart, the lowest first.</summary>
    internal static Integer Combine(ReadOnlySpan<long> planes, int stride, int planeCount, int width)
    {
        int place = (planeCount - 1) * stride;
        // Sums of planes below 2⁶³ are below 2^(64 + s(planes − 1)).
        if ((planeCount - 1) * width <= 62)
        {
            Int128 sum = planes[place];
            while (place > 0)
            {
                place -= stride;
                sum = unchecked((sum << width) + planes[place]);
            }

            return new Integer(sum);
        }

        BigInteger big = planes[place];
        while (place > 0)
        {
            place -= stride;
            big = (big << width) + planes[place];
        }

        return new Integer(big);
    }

    /// <summary>The digits of one integer, a stride apart, into places that are 0.</summary>
    internal static void Split(Integer value, int width, Span<int> digits, int stride)
    {
        int place = 0;
        if (!value.TryGetInt64(out long rest))
        {
            BigInteger big = value.ToBigInteger();
            while (big < long.MinValue || big > long.MaxValue)
            {
                // The low bits of the two's complement, their highest bit read as a sign; taking the digit away may carry once.
                int digit = SignedLow(unchecked((long)(ulong)(big & ulong.MaxValue)), width);
                digits[place] = digit;
                place += stride;
                big = (big - digit) >> width;
            }

            rest = (long)big;
        }

        for (; rest != 0; place += stride)
        {
            int digit = SignedLow(rest, width);
            digits[place] = digit;
            // As (rest − digit)/2^s, without the overflow at the ends of the range.
            rest = (rest >> width) + (digit < 0 ? 1 : 0);
        }
    }

    private static int SignedLow(long value, int width) => (int)(unchecked(value << (64 - width)) >> (64 - width));
}
