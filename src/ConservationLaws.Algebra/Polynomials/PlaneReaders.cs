using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Integers that are their only plane.</summary>
internal readonly struct WordReader : IPlaneReader<Integer>
{
    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<long> planes, int stride, out Integer coefficient)
    {
        coefficient = planes[0];
        return planes[0] != 0;
    }
}

/// <summary>Integers from planes of balanced digits (<see cref="DigitPlanes"/>).</summary>
internal readonly struct DigitReader(int planeCount, int width) : IPlaneReader<Integer>
{
    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<long> planes, int stride, out Integer coefficient)
    {
        coefficient = DigitPlanes.Combine(planes, stride, planeCount, width);
        return !coefficient.IsZero;
    }
}

/// <summary>Residues from words that were reduced partly.</summary>
internal readonly struct ResidueReader(uint modulus) : IPlaneReader<uint>
{
    /// <inheritdoc/>
    public bool TryRead(ReadOnlySpan<long> planes, int stride, out uint coefficient)
    {
        coefficient = (uint)(planes[0] % modulus);
        return coefficient != 0;
    }
}
