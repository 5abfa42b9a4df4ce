using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>The size of a list of integers: the bits of the greatest; if all fit in a word, also the greatest and the sum of absolute values.</summary>
internal readonly record struct CoefficientSize(long Bits, bool FitsWord, ulong Greatest, UInt128 Sum)
{
    /// <summary>Measures a list.</summary>
    internal static CoefficientSize Of(ReadOnlySpan<Integer> values)
    {
        bool fits = true;
        ulong greatest = 0;
        long bits = 0;
        UInt128 sum = 0;
        foreach (Integer value in values)
        {
            if (value.TryGetInt64(out long word))
            {
                // The magnitude of the least word is right as an unsigned one.
                ulong magnitude = unchecked((ulong)((word ^ (word >> 63)) - (word >> 63)));
                greatest = Math.Max(greatest, magnitude);
                sum += magnitude;
            }
            else
            {
                fits = false;
                bits = Math.Max(bits, value.BitLength);
            }
        }

        return new CoefficientSize(Math.Max(bits, 64 - System.Numerics.BitOperations.LeadingZeroCount(greatest)), fits, greatest, sum);
    }

    /// <summary>A bound on the coefficients of the product of polynomials with coefficients of given sizes that fit words; 2¹²⁷ − 1 for anything above.</summary>
    internal static UInt128 ProductBound(CoefficientSize left, CoefficientSize right) =>
        UInt128.Min(Multiply(left.Sum, right.Greatest), Multiply(right.Sum, left.Greatest));

    private static UInt128 Multiply(UInt128 left, ulong right)
    {
        UInt128 most = UInt128.MaxValue >> 1;
        return right == 0 || left <= most / right ? left * right : most;
    }
}
