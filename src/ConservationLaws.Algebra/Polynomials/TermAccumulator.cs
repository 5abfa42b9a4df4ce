using System.Numerics;
using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// Σ cᵢ·mᵢ over terms that arrive in any order: each distinct monomial owns one place in the arrays of exponents and coefficients, found by
// open addressing with linear probing. A product of s and t terms costs st probes; its terms are sorted once at the end.
// Invariant: _slots has a power of two of entries, at least twice _count; a slot holds 0 (empty) or 1 + the place of a monomial;
// monomial i occupies words i·w .. (i+1)·w − 1 of _exponents. Coefficients may be zero until the end.
// S. C. Johnson, SIGSAM Bull. 8 (1974) is the rival (a heap); hashing as in D. Y. Y. Yun's and Maple's older kernels suits fused sums.

/// <summary>Sums terms of one layout and sorts them at the end.</summary>
internal sealed class TermAccumulator<T, TRing>
    where TRing : struct, IRing<T>
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15UL;

    // Words of exponents reserved at the start at most; the table grows by doubling.
    private const int LargestStart = 1 << 16;

    private readonly TRing _ring;
    private readonly MonomialLayout _layout;
    private readonly int _words;
    private ulong[] _exponents;
    private T[] _coefficients;
    private int[] _slots;
    private int _shift;
    private int _count;

    internal TermAccumulator(TRing ring, MonomialLayout layout, long expectedTerms)
    {
        int capacity = (int)BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(expectedTerms, 8, Math.Max(8, LargestStart / layout.WordCount)));
        (_ring, _layout, _words) = (ring, layout, layout.WordCount);
        _exponents = new ulong[capacity * _words];
        _coefficients = new T[capacity];
        _slots = new int[2 * capacity];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
    }

    /// <summary>Adds a term.</summary>
    internal void Add(ReadOnlySpan<ulong> monomial, T coefficient)
    {
        int place = Place(monomial); // first: finding a place may replace the arrays
        ref T sum = ref _coefficients[place];
        sum = _ring.Add(sum, coefficient);
    }

    /// <summary>Adds or subtracts the product of two lists of terms of this layout.</summary>
    internal void AddProduct(ReadOnlySpan<ulong> left, T[] leftCoefficients, ReadOnlySpan<ulong> right, T[] rightCoefficients, bool negate)
    {
        TRing ring = _ring;
        Span<ulong> monomial = _words <= 32 ? stackalloc ulong[32] : new ulong[_words];
        monomial = monomial[.._words];
        for (int i = 0; i < leftCoefficients.Length; i++)
        {
            T factor = negate ? ring.Negate(leftCoefficients[i]) : leftCoefficients[i];
            if (_words == 1)
            {
                ulong word = left[i];
                for (int j = 0; j < rightCoefficients.Length; j++)
                {
                    int place = PlaceOfWord(unchecked(word + right[j]));
                    ref T sum = ref _coefficients[place];
                    sum = ring.Add(sum, ring.Multiply(factor, rightCoefficients[j]));
                }

                continue;
            }

            ReadOnlySpan<ulong> row = left.Slice(i * _words, _words);
            for (int j = 0; j < rightCoefficients.Length; j++)
            {
                int start = j * _words;
                for (int word = 0; word < monomial.Length; word++)
                {
                    monomial[word] = unchecked(row[word] + right[start + word]);
                }

                int place = Place(monomial);
                ref T sum = ref _coefficients[place];
                sum = ring.Add(sum, ring.Multiply(factor, rightCoefficients[j]));
            }
        }
    }

    /// <summary>The sum as a polynomial; the accumulator is spent afterwards.</summary>
    internal Polynomial<T> ToPolynomial()
    {
        int kept = 0;
        for (int i = 0; i < _count; i++)
        {
            if (!_ring.IsZero(_coefficients[i]))
            {
                _exponents.AsSpan(i * _words, _words).CopyTo(_exponents.AsSpan(kept * _words));
                _coefficients[kept++] = _coefficients[i];
            }
        }

        ulong[] exponents = _exponents[..(kept * _words)];
        T[] coefficients = _coefficients[..kept];
        if (_words == 1)
        {
            Array.Sort(exponents, coefficients);
            Array.Reverse(exponents);
            Array.Reverse(coefficients);
            return Polynomial<T>.FromSorted(_layout, exponents, coefficients);
        }

        int[] order = new int[kept];
        for (int i = 0; i < kept; i++)
        {
            order[i] = i;
        }

        Array.Sort(order, (a, b) => MonomialPacking.Compare(exponents.AsSpan(b * _words, _words), exponents.AsSpan(a * _words, _words)));
        ulong[] sorted = new ulong[exponents.Length];
        for (int i = 0; i < kept; i++)
        {
            exponents.AsSpan(order[i] * _words, _words).CopyTo(sorted.AsSpan(i * _words));
        }

        return Polynomial<T>.FromSorted(_layout, sorted, Array.ConvertAll(order, place => coefficients[place]));
    }

    private int Place(ReadOnlySpan<ulong> monomial)
    {
        if (_words == 1)
        {
            return PlaceOfWord(monomial[0]);
        }

        int slot = (int)(Hash(monomial) >> _shift);
        for (; _slots[slot] != 0; slot = (slot + 1) & (_slots.Length - 1))
        {
            int place = _slots[slot] - 1;
            if (_exponents.AsSpan(place * _words, _words).SequenceEqual(monomial))
            {
                return place;
            }
        }

        return Insert(slot, monomial);
    }

    private int PlaceOfWord(ulong monomial)
    {
        int[] slots = _slots;
        ulong[] exponents = _exponents;
        int slot = (int)(unchecked(monomial * Multiplier) >> _shift);
        for (; slots[slot] != 0; slot = (slot + 1) & (slots.Length - 1))
        {
            int place = slots[slot] - 1;
            if (exponents[place] == monomial)
            {
                return place;
            }
        }

        return Insert(slot, new ReadOnlySpan<ulong>(in monomial));
    }

    private int Insert(int slot, ReadOnlySpan<ulong> monomial)
    {
        int place = _count++;
        monomial.CopyTo(_exponents.AsSpan(place * _words));
        _coefficients[place] = _ring.Zero;
        _slots[slot] = place + 1;
        if (_count == _coefficients.Length)
        {
            Grow();
        }

        return place;
    }

    private void Grow()
    {
        Array.Resize(ref _exponents, 2 * _exponents.Length);
        Array.Resize(ref _coefficients, 2 * _coefficients.Length);
        _slots = new int[2 * _coefficients.Length];
        _shift = 64 - BitOperations.Log2((uint)_slots.Length);
        for (int place = 0; place < _count; place++)
        {
            int slot = (int)(Hash(_exponents.AsSpan(place * _words, _words)) >> _shift);
            while (_slots[slot] != 0)
            {
                slot = (slot + 1) & (_slots.Length - 1);
            }

            _slots[slot] = place + 1;
        }
    }

    private static ulong Hash(ReadOnlySpan<ulong> monomial)
    {
        unchecked
        {
            ulong hash = monomial[0] * Multiplier;
            for (int word = 1; word < monomial.Length; word++)
            {
                hash = (BitOperations.RotateLeft(hash, 29) ^ monomial[word]) * Multiplier;
            }

            return hash;
        }
    }
}
