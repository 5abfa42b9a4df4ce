using System.Runtime.Intrinsics;

namespace ConservationLaws.Algebra.Polynomials;

// As DenseProduct: words over the cells of a slab and the planes of digits. The divisor, negated, stands in blocks of neighbouring cells;
// a slice of the quotient is gathered as single digits, ascending, when it is finished.
// Invariant: an array has a block more than it has cells; blocks may reach over the end, where they add 0.

/// <summary>Takes coefficients into words and digits.</summary>
internal interface IPlaneWriter<T>
{
    /// <summary>Adds a coefficient of the dividend to planes, a stride apart.</summary>
    void Add(T coefficient, Span<long> planes, int stride);

    /// <summary>The digits of a coefficient of the quotient, into places that are 0.</summary>
    void Split(T coefficient, Span<int> digits);
}

/// <summary>A slab of a division whose terms fill much of its cells.</summary>
internal sealed class DenseDivisionSlab<T, TPlanes> : IDivisionSlab<T>
    where TPlanes : struct, IPlaneReader<T>, IPlaneWriter<T>
{
    private const int Group = SlabGeometry.GroupCells;

    private readonly int _stride;
    private readonly int _planes;
    private readonly long _correction;
    private readonly TPlanes _coefficients;
    private readonly SlicedFactor _dividendSlices;
    private readonly T[] _dividend;
    private readonly DenseRows _negated;
    private readonly int _width;
    private readonly long[] _sums;
    private readonly List<(int[] Cells, long[] Digits)> _slices = [];
    private readonly List<int> _cells = []; // of the present slice
    private readonly List<int> _digits = [];
    private readonly int[] _termDigits;
    private readonly int[] _rowCells;
    private readonly long[] _rowDigits;

    /// <summary>Makes a slab with all sums 0.</summary>
    /// <param name="geometry">The box.</param>
    /// <param name="planes">How many planes the words of a slab have.</param>
    /// <param name="quotientDigits">How many digits a coefficient of the quotient has at most.</param>
    /// <param name="correction">Twice the square of the prime modulus, or 0.</param>
    /// <param name="coefficients">Reads and writes coefficients.</param>
    /// <param name="dividendSlices">The cells of the dividend.</param>
    /// <param name="dividend">The coefficients of the dividend.</param>
    /// <param name="negated">The negated divisor in blocks.</param>
    internal DenseDivisionSlab(
        SlabGeometry geometry, int planes, int quotientDigits, long correction, TPlanes coefficients, SlicedFactor dividendSlices, T[] dividend, DenseRows negated)
    {
        (_stride, _planes, _correction, _coefficients) = (geometry.CellCount, planes, correction, coefficients);
        (_dividendSlices, _dividend, _negated) = (dividendSlices, dividend, negated);
        _width = negated.Digits.Length / negated.Cells.Length;
        _sums = new long[((long)planes * _stride) + Vector512<long>.Count];
        (_termDigits, _rowCells, _rowDigits) = (new int[quotientDigits], new int[quotientDigits], new long[quotientDigits]);
    }

    /// <inheritdoc/>
    public void AddDividend(int start, int end)
    {
        for (int term = start; term < end; term++)
        {
            _coefficients.Add(_dividend[term], _sums.AsSpan(_dividendSlices.Cells[term]), _stride);
        }
    }

    /// <inheritdoc/>
    public void SubtractProduct(int quotientSlice, int divisorSlice)
    {
        (int[] cells, long[] digits) = _slices[quotientSlice];
        Subtract(cells, digits, divisorSlice);
    }

    /// <inheritdoc/>
    public int FindLast(int cell, out T value)
    {
        for (; cell >= 0; cell--)
        {
            while (cell % Group == Group - 1 && IsEmpty(cell - Group + 1))
            {
                cell -= Group;
                if (cell < 0)
                {
                    break;
                }
            }

            if (cell >= 0 && _coefficients.TryRead(_sums.AsSpan(cell), _stride, out value))
            {
                return cell;
            }
        }

        Array.Clear(_sums);
        value = default!;
        return -1;
    }

    /// <inheritdoc/>
    public void AppendTerm(int cell, T coefficient)
    {
        Array.Clear(_termDigits);
        _coefficients.Split(coefficient, _termDigits);
        _cells.Add(cell);
        _digits.AddRange(_termDigits);
        for (int plane = 0; plane < _termDigits.Length; plane++)
        {
            (_rowCells[plane], _rowDigits[plane]) = (cell + (plane * _stride), _termDigits[plane]);
        }

        Subtract(_rowCells, _rowDigits, 0);
    }

    /// <inheritdoc/>
    public void FinishSlice()
    {
        int digits = _termDigits.Length;
        int[] rowCells = new int[_cells.Count * digits];
        long[] rowDigits = new long[rowCells.Length];
        int count = 0;
        for (int plane = 0; plane < digits; plane++)
        {
            for (int term = _cells.Count - 1; term >= 0; term--)
            {
                int digit = _digits[(term * digits) + plane];
                if (digit != 0)
                {
                    (rowCells[count], rowDigits[count++]) = (_cells[term] + (plane * _stride), digit);
                }
            }
        }

        _slices.Add((rowCells[..count], rowDigits[..count]));
        _cells.Clear();
        _digits.Clear();
    }

    private void Subtract(ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, int divisorSlice)
    {
        (int first, int last) = (_negated.Starts[divisorSlice], _negated.Starts[divisorSlice + 1]);
        DenseRowKernels.Add(
            _sums, cells, digits, _negated.Cells.AsSpan(first, last - first), _negated.Digits.AsSpan(first * _width, (last - first) * _width), _correction);
    }

    private bool IsEmpty(int start)
    {
        Vector512<long> any = default;
        for (int plane = 0; plane < _planes; plane++)
        {
            any |= Vector512.Create(_sums.AsSpan(start + (plane * _stride), Group));
        }

        return any == default;
    }
}
