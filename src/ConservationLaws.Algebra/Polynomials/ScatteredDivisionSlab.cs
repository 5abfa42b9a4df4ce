using System.Buffers.Binary;

namespace ConservationLaws.Algebra.Polynomials;

// As ScatteredProduct: a sum for each cell, a byte for each group of cells that was touched. Groups are cleared when the search leaves them.

/// <summary>A dividend as a sum of multiples of machine words.</summary>
internal readonly record struct DividendPart<TFactor>(TFactor[] Values, TFactor Unit);

/// <summary>A slab of a division with few terms for its cells.</summary>
internal sealed class ScatteredDivisionSlab<TFactor, TSum, T, TSums> : IDivisionSlab<T>
    where TSum : struct
    where TSums : struct, ITermSums<TFactor, TSum, T>
{
    private const int Group = SlabGeometry.GroupCells;

    private readonly TSums _arithmetic;
    private readonly Func<T, bool> _isZero;
    private readonly Func<T, TFactor> _convert;
    private readonly SlicedFactor _dividend;
    private readonly DividendPart<TFactor>[] _dividendParts;
    private readonly SlicedFactor _divisor;
    private readonly TFactor[] _negated;
    private readonly TSum[] _sums;
    private readonly byte[] _marks;
    private readonly List<int> _starts = [0];
    private readonly List<int> _cells = [];
    private readonly List<TFactor> _quotient = [];

    /// <summary>Makes a slab with all sums 0.</summary>
    internal ScatteredDivisionSlab(
        SlabGeometry geometry,
        SlicedFactor dividend,
        DividendPart<TFactor>[] dividendParts,
        SlicedFactor divisor,
        TFactor[] negatedDivisor,
        TSums arithmetic,
        Func<T, bool> isZero,
        Func<T, TFactor> convert)
    {
        (_arithmetic, _isZero, _convert) = (arithmetic, isZero, convert);
        (_dividend, _dividendParts, _divisor, _negated) = (dividend, dividendParts, divisor, negatedDivisor);
        _sums = new TSum[geometry.CellCount];
        _marks = new byte[((geometry.CellCount / Group) + 7) & ~7];
    }

    /// <inheritdoc/>
    public void AddDividend(int start, int end)
    {
        TSums arithmetic = _arithmetic;
        foreach ((TFactor[] values, TFactor unit) in _dividendParts)
        {
            for (int term = start; term < end; term++)
            {
                int cell = _dividend.Cells[term];
                arithmetic.AddProduct(ref _sums[cell], values[term], unit);
                _marks[cell / Group] = 1;
            }
        }
    }

    /// <inheritdoc/>
    public void SubtractProduct(int quotientSlice, int divisorSlice)
    {
        for (int term = _starts[quotientSlice]; term < _starts[quotientSlice + 1]; term++)
        {
            Subtract(_cells[term], _quotient[term], divisorSlice);
        }
    }

    /// <inheritdoc/>
    public int FindLast(int cell, out T value)
    {
        while (cell >= 0)
        {
            int group = cell / Group;
            if (_marks[group] == 0)
            {
                while ((group & 7) == 0 && group > 0 && BinaryPrimitives.ReadUInt64LittleEndian(_marks.AsSpan(group - 8)) == 0)
                {
                    group -= 8;
                }

                cell = (group * Group) - 1;
                continue;
            }

            value = _arithmetic.Read(in _sums[cell]);
            if (!_isZero(value))
            {
                return cell;
            }

            if (cell-- % Group == 0)
            {
                _sums.AsSpan(group * Group, Group).Clear();
                _marks[group] = 0;
            }
        }

        value = default!;
        return -1;
    }

    /// <inheritdoc/>
    public void AppendTerm(int cell, T coefficient)
    {
        TFactor factor = _convert(coefficient);
        _cells.Add(cell);
        _quotient.Add(factor);
        Subtract(cell, factor, 0);
    }

    /// <inheritdoc/>
    public void FinishSlice() => _starts.Add(_cells.Count);

    private void Subtract(int cell, TFactor factor, int divisorSlice)
    {
        (int first, int last) = (_divisor.Starts[divisorSlice], _divisor.Starts[divisorSlice + 1]);
        ScatteredProduct<TFactor, TSum, T, TSums>.AddRow(
            _sums, _marks, cell, factor, _divisor.Cells.AsSpan(first, last - first), _negated.AsSpan(first, last - first), _arithmetic);
    }
}
