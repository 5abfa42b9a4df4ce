using System.Numerics;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.LinearAlgebra;

// Decides exactly whether A·v = 0 over Z, reading only the columns of A at which v is not zero.
//
// Large entries of v are cut into limbs of w bits, v = Σ v_l · 2^(w·l) with |v_l| < 2^w, and the sums s_l = A·v_l are formed in machine words:
// with |a| < 2^α and at most 2^λ entries in a row, |s_l| < 2^(α+w+λ), so w = 62 − α − λ leaves a bit for the carries. Then Σ s_l · 2^(w·l)
// vanishes exactly when, from the lowest limb up, every s_l plus carry is a multiple of 2^w and the last carry is 0. Entries of A that leave
// no room for a useful w go the slow way, with integers of any size.
// Invariant: between calls all sums and carries are zero and no row is marked. Not safe for use by two threads.
internal sealed class ExactKernelCheck
{
    private const int SmallestLimb = 8;

    private readonly SparseMatrix<Integer> _transposed;
    private readonly long[]? _small;
    private readonly int _limbBits;
    private readonly List<int> _touchedRows = [];
    private readonly bool[] _isTouched;
    private readonly long[] _sums;
    private readonly long[] _carries;

    internal ExactKernelCheck(SparseMatrix<Integer> matrix)
    {
        _transposed = matrix.Transpose();
        _isTouched = new bool[matrix.RowCount];
        _sums = new long[matrix.RowCount];
        _carries = new long[matrix.RowCount];
        long entryBits = 0;
        foreach (Integer value in matrix.Values)
        {
            entryBits = Math.Max(entryBits, value.BitLength);
        }

        int longestRow = 0;
        for (int i = 0; i < matrix.RowCount; i++)
        {
            longestRow = Math.Max(longestRow, matrix.RowColumns(i).Length);
        }

        long limbBits = 62 - entryBits - (BitOperations.Log2((uint)longestRow) + 1);
        if (limbBits >= SmallestLimb)
        {
            _limbBits = (int)limbBits;
            _small = Array.ConvertAll(_transposed.Values.ToArray(), value => (long)value);
        }
    }

    internal bool Vanishes(ReadOnlySpan<int> columns, ReadOnlySpan<Integer> values)
    {
        Touch(columns);
        bool vanishes = _small is null ? VanishesBig(columns, values) : VanishesSmall(columns, values, _small);
        foreach (int row in _touchedRows)
        {
            vanishes &= _carries[row] == 0;
            _carries[row] = 0;
            _isTouched[row] = false;
        }

        _touchedRows.Clear();
        return vanishes;
    }

    private void Touch(ReadOnlySpan<int> columns)
    {
        foreach (int column in columns)
        {
            foreach (int row in _transposed.RowColumns(column))
            {
                if (!_isTouched[row])
                {
                    _isTouched[row] = true;
                    _touchedRows.Add(row);
                }
            }
        }
    }

    private bool VanishesSmall(ReadOnlySpan<int> columns, ReadOnlySpan<Integer> values, long[] entries)
    {
        long bits = 0;
        foreach (Integer value in values)
        {
            bits = Math.Max(bits, value.BitLength);
        }

        var limbs = new long[values.Length];
        long low = 0;
        for (long shift = 0; shift < bits && low == 0; shift += _limbBits)
        {
            TakeLimbs(values, shift, limbs);
            AddLimbs(columns, limbs, entries);
            low = Carry();
        }

        return low == 0;
    }

    // The bits shift..shift+w−1 of the absolute values, with the sign of the value.
    private void TakeLimbs(ReadOnlySpan<Integer> values, long shift, long[] limbs)
    {
        long mask = (1L << _limbBits) - 1;
        for (int k = 0; k < limbs.Length; k++)
        {
            long magnitude = values[k].TryGetInt64(out long word) && word != long.MinValue
                ? shift < 63 ? (Math.Abs(word) >> (int)shift) & mask : 0
                : (long)((BigInteger.Abs(values[k].ToBigInteger()) >> (int)shift) & mask);
            limbs[k] = values[k].Sign < 0 ? -magnitude : magnitude;
        }
    }

    private void AddLimbs(ReadOnlySpan<int> columns, long[] limbs, long[] entries)
    {
        ReadOnlySpan<int> starts = _transposed.RowStarts;
        ReadOnlySpan<int> rows = _transposed.Columns;
        long[] sums = _sums;
        for (int k = 0; k < columns.Length; k++)
        {
            long factor = limbs[k];
            for (int e = starts[columns[k]]; e < starts[columns[k] + 1]; e++)
            {
                sums[rows[e]] = unchecked(sums[rows[e]] + (entries[e] * factor));
            }
        }
    }

    // Moves the sums into the carries, shifted by one limb; returns a number that is 0 when nothing was shifted out.
    private long Carry()
    {
        long mask = (1L << _limbBits) - 1;
        long low = 0;
        foreach (int row in _touchedRows)
        {
            long sum = _sums[row] + _carries[row];
            low |= sum & mask;
            _carries[row] = sum >> _limbBits;
            _sums[row] = 0;
        }

        return low;
    }

    private bool VanishesBig(ReadOnlySpan<int> columns, ReadOnlySpan<Integer> values)
    {
        var sums = new Dictionary<int, Integer>();
        for (int k = 0; k < columns.Length; k++)
        {
            ReadOnlySpan<int> rows = _transposed.RowColumns(columns[k]);
            ReadOnlySpan<Integer> entries = _transposed.RowValues(columns[k]);
            for (int e = 0; e < rows.Length; e++)
            {
                sums[rows[e]] = sums.GetValueOrDefault(rows[e]) + (entries[e] * values[k]);
            }
        }

        return sums.Values.All(sum => sum.IsZero);
    }
}
