using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// |coefficient of f − q·g| ≤ max|f| + min(Σ|q|·max|g|, max|q|·Σ|g|) for every part q of the quotient that is known so far.

/// <summary>Proves, term by term of the quotient, that sums of a fixed width hold the coefficients of f − q·g.</summary>
/// <param name="dividend">The size of f.</param>
/// <param name="divisor">The size of g.</param>
/// <param name="quotientBits">The greatest bit length of a coefficient of the quotient.</param>
/// <param name="limit">What the absolute values have to stay below, at most 2¹²⁶; null when the bit length is proof enough.</param>
internal sealed class QuotientBound(CoefficientSize dividend, CoefficientSize divisor, long quotientBits, UInt128? limit) : IQuotientBound<Integer>
{
    private ulong _greatest;
    private UInt128 _sum;

    /// <summary>The bit length of the divisor.</summary>
    internal long DivisorBits => divisor.Bits;

    /// <inheritdoc/>
    public bool Include(Integer coefficient)
    {
        if (coefficient.BitLength > quotientBits)
        {
            return false;
        }

        if (limit is not { } most)
        {
            return true;
        }

        // Here quotientBits ≤ 63.
        ulong magnitude = (ulong)Math.Abs((long)coefficient);
        _greatest = Math.Max(_greatest, magnitude);
        _sum += magnitude;
        UInt128 product = CoefficientSize.ProductBound(divisor, new CoefficientSize(0, true, _greatest, _sum));
        return product < most && product + (UInt128.One << (int)dividend.Bits) <= most;
    }
}
