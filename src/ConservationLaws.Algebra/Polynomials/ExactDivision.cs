using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// f = q·g: the terms of q are found in descending order. The greatest monomial of f − (q so far)·(g without its leading term) must be
// divisible by the leading term of g. The products not yet subtracted wait in a heap, one entry for each term of q: entry i stands for
// (term i of q)·(term _next[i] of g) and its packed monomial is row i of _products, so no intermediate difference is ever formed.
// Invariant: _heap[0.._heapCount) is a max-heap by those rows; q, g and f share the layout of f, and every monomial ≤ the leading one of f.
// S. C. Johnson, "Sparse polynomial arithmetic", SIGSAM Bull. 8 (1974); M. Monagan, R. Pearce, "Sparse polynomial division using a heap",
// J. Symb. Comput. 46 (2011).

/// <summary>Divides polynomials over an integral domain when no remainder is left.</summary>
internal sealed class ExactDivision<T, TRing>
    where TRing : struct, IIntegralDomain<T>
{
    private readonly TRing _ring;
    private readonly Polynomial<T> _dividend;
    private readonly MonomialLayout _layout;
    private readonly int _words;
    private readonly ulong[] _divisor;
    private readonly T[] _divisorCoefficients;
    private readonly ulong[] _bounds;
    private readonly List<T> _quotientCoefficients = [];
    private ulong[] _quotient;
    private ulong[] _products;
    private int[] _next;
    private int[] _heap;
    private int _heapCount;

    private ExactDivision(TRing ring, Polynomial<T> dividend, Polynomial<T> divisor, ulong[] bounds)
    {
        (_ring, _dividend, _layout, _words) = (ring, dividend, dividend.Layout, dividend.Layout.WordCount);
        _divisor = MonomialPacking.Repack(divisor.Exponents, divisor.Layout, _layout);
        _divisorCoefficients = divisor.Coefficients;
        _bounds = bounds;
        (_quotient, _products, _next, _heap) = (new ulong[16 * _words], new ulong[16 * _words], new int[16], new int[16]);
    }

    /// <summary>Divides; null when the division leaves a remainder.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    internal static Polynomial<T>? Divide(TRing ring, Polynomial<T> dividend, Polynomial<T> divisor)
    {
        if (divisor.IsZero)
        {
            throw new DivideByZeroException("Division by the zero polynomial.");
        }

        if (dividend.IsZero)
        {
            return dividend;
        }

        // Without zero divisors the degree in each variable and the trailing terms multiply.
        MonomialLayout layout = dividend.Layout;
        foreach (int variable in divisor.Variables)
        {
            if (layout.IndexOf(variable) < 0)
            {
                return null;
            }
        }

        ulong[] bounds = new ulong[layout.WordCount];
        int total = dividend.TotalDegree - divisor.TotalDegree;
        if (total < 0)
        {
            return null;
        }

        bounds[0] = (ulong)total << (64 - layout.FieldBits);
        for (int place = 0; place < layout.Variables.Length; place++)
        {
            int variable = layout.Variables[place];
            int bound = dividend.Degree(variable) - divisor.Degree(variable);
            if (bound < 0)
            {
                return null;
            }

            (int word, int shift) = layout.Locate(place);
            bounds[word] |= (ulong)bound << shift;
        }

        var division = new ExactDivision<T, TRing>(ring, dividend, divisor, bounds);
        return division.TrailingTermsDivide() && division.Run() ? division.Quotient() : null;
    }

    private bool Run()
    {
        ReadOnlySpan<ulong> dividend = _dividend.Exponents;
        int term = 0;
        ulong[] monomial = new ulong[_words];
        while (term < _dividend.TermCount || _heapCount > 0)
        {
            bool fromDividend = term < _dividend.TermCount && (_heapCount == 0 ||
                MonomialPacking.Compare(dividend.Slice(term * _words, _words), Row(_heap[0])) >= 0);
            (fromDividend ? dividend.Slice(term * _words, _words) : Row(_heap[0])).CopyTo(monomial);
            T rest = fromDividend ? _dividend.Coefficients[term++] : _ring.Zero;
            while (_heapCount > 0 && Row(_heap[0]).SequenceEqual(monomial))
            {
                int i = _heap[0];
                rest = _ring.Subtract(rest, _ring.Multiply(_quotientCoefficients[i], _divisorCoefficients[_next[i]]));
                AdvanceRoot();
            }

            if (!_ring.IsZero(rest) && !TryAppend(monomial, rest))
            {
                return false;
            }
        }

        return true;
    }

    // A new term of the quotient, if there is one within the bounds, and its entry in the heap.
    private bool TryAppend(ReadOnlySpan<ulong> monomial, T rest)
    {
        int i = _quotientCoefficients.Count;
        if ((i + 1) * _words > _quotient.Length)
        {
            Array.Resize(ref _quotient, 2 * _quotient.Length);
            Array.Resize(ref _products, 2 * _products.Length);
            Array.Resize(ref _next, 2 * _next.Length);
            Array.Resize(ref _heap, 2 * _heap.Length);
        }

        Span<ulong> quotient = _quotient.AsSpan(i * _words, _words);
        if (!TryDivide(monomial, _divisor.AsSpan(0, _words), quotient) || !Divides(quotient, _bounds) ||
            !_ring.TryDivideExact(rest, _divisorCoefficients[0], out T coefficient))
        {
            return false;
        }

        _quotientCoefficients.Add(coefficient);
        if (_divisorCoefficients.Length > 1)
        {
            _next[i] = 1;
            SetRow(i);
            SiftUp(i);
        }

        return true;
    }

    private void AdvanceRoot()
    {
        int i = _heap[0];
        if (++_next[i] < _divisorCoefficients.Length)
        {
            SetRow(i);
        }
        else
        {
            i = _heap[--_heapCount];
        }

        SiftDown(i);
    }

    private void SiftUp(int entry)
    {
        int place = _heapCount++;
        while (place > 0 && IsLess(_heap[(place - 1) / 2], entry))
        {
            _heap[place] = _heap[(place - 1) / 2];
            place = (place - 1) / 2;
        }

        _heap[place] = entry;
    }

    private void SiftDown(int entry)
    {
        int place = 0;
        for (int child = 1; child < _heapCount; child = (2 * place) + 1)
        {
            if (child + 1 < _heapCount && IsLess(_heap[child], _heap[child + 1]))
            {
                child++;
            }

            if (!IsLess(entry, _heap[child]))
            {
                break;
            }

            _heap[place] = _heap[child];
            place = child;
        }

        _heap[place] = entry;
    }

    private ReadOnlySpan<ulong> Row(int entry) => _products.AsSpan(entry * _words, _words);

    private bool IsLess(int left, int right) =>
        _words == 1 ? _products[left] < _products[right] : MonomialPacking.Compare(Row(left), Row(right)) < 0;

    private void SetRow(int entry)
    {
        for (int word = 0; word < _words; word++)
        {
            _products[(entry * _words) + word] = unchecked(_quotient[(entry * _words) + word] + _divisor[(_next[entry] * _words) + word]);
        }
    }

    private bool TrailingTermsDivide() =>
        Divides(_divisor.AsSpan(_divisor.Length - _words), _dividend.Packed(_dividend.TermCount - 1)) &&
        _ring.TryDivideExact(_dividend.Coefficients[^1], _divisorCoefficients[^1], out _);

    private bool Divides(ReadOnlySpan<ulong> divisor, ReadOnlySpan<ulong> dividend)
    {
        bool divides = true;
        for (int word = 0; word < divisor.Length; word++)
        {
            divides &= (unchecked((dividend[word] | _layout.GuardMask) - divisor[word]) & _layout.GuardMask) == _layout.GuardMask;
        }

        return divides;
    }

    private bool TryDivide(ReadOnlySpan<ulong> dividend, ReadOnlySpan<ulong> divisor, Span<ulong> quotient)
    {
        for (int word = 0; word < quotient.Length; word++)
        {
            quotient[word] = unchecked(dividend[word] - divisor[word]);
        }

        return Divides(divisor, dividend);
    }

    private Polynomial<T> Quotient() =>
        Polynomial<T>.FromSorted(_layout, _quotient[..(_quotientCoefficients.Count * _words)], [.. _quotientCoefficients]);
}
