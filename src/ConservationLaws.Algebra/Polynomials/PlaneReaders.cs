using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Integers that are their only plane.</summary>
internal readonly struct WordReader : IPlaneReader<Integer>, IPlaneWriter<Integer>
{
    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<long> planes, int stride, out Integer coefficient)
    {
        coefficient = planes[0];
        return planes[0] != 0;
    }

    /// <inheritdoc/>
    public void Add(Integer coefficient, Span<long> planes, int stride) => planes[0] = unchecked(planes[0] + (long)coefficient);

    /// <inheritdoc/>
    public void Split(Integer coefficient, Span<int> digits) => digits[0] = (int)(long)coefficient;
}

/// <summary>Integers from planes of balanced digits (<see cref="DigitPlanes"/>).</summary>
internal readonly struct DigitReader(int planeCount, int width) : IPlaneReader<Integer>, IPlaneWriter<Integer>
{
    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<long> planes, int stride, out Integer coefficient)
    {
        coefficient = DigitPlanes.Combine(planes, stride, planeCount, width);
        return !coefficient.IsZero;
    }

    /// <inheritdoc/>
    public void Add(Integer coefficient, Span<long> planes, int stride)
    {
        int[] digits = new int[planeCount];
        Split(coefficient, digits);
        for (int plane = 0; plane < digits.Length; plane++)
        {
            planes[plane * stride] = unchecked(planes[plane * stride] + digits[plane]);
        }
    }

    /// <inheritdoc/>
    public void Split(Integer coefficient, Span<int> digits) => DigitPlanes.Split(coefficient, width, digits, 1);
}

/// <summary>Residues from words that were reduced partly.</summary>
internal readonly struct ResidueReader(uint modulus) : IPlaneReader<uint>, IPlaneWriter<uint>
{
    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<long> planes, int stride, out uint coefficient)
    {
        coefficient = (uint)(planes[0] % modulus);
        return coefficient != 0;
    }

    /// <inheritdoc/>
    public void Add(uint coefficient, Span<long> planes, int stride) => planes[0] += coefficient; // into a word that is 0

    /// <inheritdoc/>
    public void Split(uint coefficient, Span<int> digits) => digits[0] = (int)coefficient;
}
