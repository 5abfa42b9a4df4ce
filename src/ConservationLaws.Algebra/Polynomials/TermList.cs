namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A growing list of terms in descending order.</summary>
internal sealed class TermList<T>(int wordCount)
{
    private ulong[] _exponents = new ulong[16 * wordCount];
    private T[] _coefficients = new T[16];
    private int _count;

    /// <summary>Appends a term and returns its packed monomial, to be filled in.</summary>
    internal Span<ulong> Append(T coefficient)
    {
        if (_count == _coefficients.Length)
        {
            Array.Resize(ref _coefficients, 2 * _count);
            Array.Resize(ref _exponents, 2 * _exponents.Length);
        }

        _coefficients[_count] = coefficient;
        return _exponents.AsSpan(_count++ * wordCount, wordCount);
    }

    /// <summary>The packed monomials and coefficients; the list is spent afterwards.</summary>
    internal (ulong[] Exponents, T[] Coefficients) ToArrays()
    {
        Array.Resize(ref _coefficients, _count);
        Array.Resize(ref _exponents, _count * wordCount);
        return (_exponents, _coefficients);
    }
}
