using System.Runtime.InteropServices;

namespace ConservationLaws.Algebra.Polynomials;

// Pieces of doubling size up to a bound, joined at the end: each term is copied once, and no array is larger than the result.

/// <summary>A growing list of terms in descending order.</summary>
internal sealed class TermList<T>(int wordCount)
{
    private const int LargestPiece = 1 << 16;

    private readonly List<(ulong[] Exponents, T[] Coefficients)> _full = [];
    private ulong[] _exponents = new ulong[64 * wordCount];
    private T[] _coefficients = new T[64];
    private int _count;

    /// <summary>Appends a term and returns its packed monomial, to be filled in.</summary>
    internal Span<ulong> Append(T coefficient)
    {
        if (_count == _coefficients.Length)
        {
            _full.Add((_exponents, _coefficients));
            int size = Math.Min(LargestPiece, 2 * _count);
            (_exponents, _coefficients, _count) = (GC.AllocateUninitializedArray<ulong>(size * wordCount), new T[size], 0);
        }

        _coefficients[_count] = coefficient;
        return MemoryMarshal.CreateSpan(ref _exponents[_count++ * wordCount], wordCount);
    }

    /// <summary>The packed monomials and coefficients; the list is spent afterwards.</summary>
    internal (ulong[] Exponents, T[] Coefficients) ToArrays()
    {
        int total = _count;
        foreach ((_, T[] piece) in _full)
        {
            total += piece.Length;
        }

        ulong[] exponents = GC.AllocateUninitializedArray<ulong>(total * wordCount);
        T[] coefficients = new T[total];
        int start = 0;
        _full.Add((_exponents[..(_count * wordCount)], _coefficients[.._count]));
        foreach ((ulong[] pieceExponents, T[] pieceCoefficients) in _full)
        {
            pieceExponents.CopyTo(exponents.AsSpan(start * wordCount));
            pieceCoefficients.CopyTo(coefficients.AsSpan(start));
            start += pieceCoefficients.Length;
        }

        return (exponents, coefficients);
    }
}
