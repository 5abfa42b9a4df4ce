using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// f = q·g: the terms of q are found in descending order. The greatest monomial of f − (q so far)·(g without its leading term) must be
// divisible by the leading term of g. The products not yet subtracted wait in a heap, one entry for each term of q: entry i stands for
// (term i of q)·(term _next[i] of g) and its packed monomial is row i of _products, so no intermediate difference is ever formed.
// Invariant: _heap[0.._heapCount) is a max-heap by those rows; q, g and f share the layout of f, and every monomial ≤ the leading one of f.
// S. C. Johnson, "Sparse polynomial arithmetic", SIGSAM Bull. 8 (1974); M. Monagan, R. Pearce, "Sparse polynomial division using a heap",
// J. Symb. Comput. 46 (2011).

/// <summary>Divides polynomials over an integral domain when no remainder is left.</summary>
internal sealed class HeapDivision<T, TRing>
    where TRing : struct, IIntegralDomain<T>
{
    private readonly TRing _ring;
    private readonly DivisionProblem<T> _problem;
    private readonly int _words;
    private readonly ulong[] _divisor;
    private readonly T[] _divisorCoefficients;
    private readonly List<T> _quotientCoefficients = [];
    private ulong[] _quotient;
    private ulong[] _products;
    private int[] _next;
    private int[] _heap;
    private int _heapCount;

    private HeapDivision(TRing ring, DivisionProblem<T> problem)
    {
        (_ring, _problem, _words) = (ring, problem, problem.Layout.WordCount);
        (_divisor, _divisorCoefficients) = (problem.DivisorExponents, problem.Divisor);
        (_quotient, _products, _next, _heap) = (new ulong[16 * _words], new ulong[16 * _words], new int[16], new int[16]);
    }

    /// <summary>Divides; null when the division leaves a remainder.</summary>
    internal static Polynomial<T>? Divide(TRing ring, DivisionProblem<T> problem)
    {
        var division = new HeapDivision<T, TRing>(ring, problem);
        return division.Run() ? division.Quotient() : null;
    }

    private bool Run()
    {
        ReadOnlySpan<ulong> dividend = _problem.DividendExponents;
        int term = 0;
        ulong[] monomial = new ulong[_words];
        while (term < _problem.Dividend.Length || _heapCount > 0)
        {
            bool fromDividend = term < _problem.Dividend.Length && (_heapCount == 0 ||
                MonomialPacking.Compare(dividend.Slice(term * _words, _words), Row(_heap[0])) >= 0);
            (fromDividend ? dividend.Slice(term * _words, _words) : Row(_heap[0])).CopyTo(monomial);
            T rest = fromDividend ? _problem.Dividend[term++] : _ring.Zero;
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
        if (!_problem.TryDivideByLeading(monomial, quotient) ||
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

    private Polynomial<T> Quotient() =>
        Polynomial<T>.FromSorted(_problem.Layout, _quotient[..(_quotientCoefficients.Count * _words)], [.. _quotientCoefficients]);
}
