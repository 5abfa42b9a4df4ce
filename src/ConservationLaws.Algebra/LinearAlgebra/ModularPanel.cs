using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// The elimination of a few columns of a dense matrix modulo a prime, in a copy of them stored by columns, so that every step is a multiple
// of one column added to another: the bottom of ModularEchelonDecomposition's recursion.
//
// Invariant: after t pivots the rows 0..t−1 of the copy are those of the pivots. Column pivotColumn[s] holds the entries of E above and at
// row s and, below it, the multipliers of L; the other columns to the left of the current one hold E's entries in rows 0..t−1 and zeros.
internal sealed class ModularPanel
{
    // Rows that are copied together, so that a column gets a whole cache line at a time.
    private const int StripRows = 16;

    private readonly PrimeField _field;
    private readonly uint[] _copy;

    internal ModularPanel(PrimeField field, int rowCount)
    {
        _field = field;
        _copy = new uint[rowCount * ModularProductThresholds.PanelColumns];
    }

    // Eliminates the block; swapRows exchanges two rows of the whole matrix. The block is left with the rows of E, zeros below them;
    // the multipliers of the t-th pivot go to column t of `lower` (rows t + 1..), which may overlap the block. Returns the pivot columns.
    internal List<int> Eliminate(ModularBlock block, ModularBlock lower, Action<int, int> swapRows)
    {
        int rowCount = block.RowCount;
        CopyIn(block);
        var pivots = new List<int>();
        for (int j = 0; j < block.ColumnCount && pivots.Count < rowCount; j++)
        {
            int t = pivots.Count;
            Span<uint> column = Column(j, rowCount);
            int found = column[t..].IndexOfAnyExcept(0u);
            if (found < 0)
            {
                continue;
            }

            if (found > 0)
            {
                swapRows(t, t + found);
                for (int k = 0; k < block.ColumnCount; k++)
                {
                    Span<uint> other = Column(k, rowCount);
                    (other[t], other[t + found]) = (other[t + found], other[t]);
                }
            }

            Span<uint> multipliers = column[(t + 1)..];
            Scale(multipliers, _field.Invert(column[t]));
            for (int k = j + 1; k < block.ColumnCount; k++)
            {
                Span<uint> other = Column(k, rowCount);
                if (other[t] != 0)
                {
                    ModularRowKernels.AddMultiple(other[(t + 1)..], multipliers, _field.Negate(other[t]), _field.Modulus);
                }
            }

            pivots.Add(j);
        }

        CopyOut(block, lower, pivots);
        return pivots;
    }

    private Span<uint> Column(int column, int rowCount) => _copy.AsSpan(column * rowCount, rowCount);

    // x ← x + (factor − 1)·x.
    private void Scale(Span<uint> numbers, uint factor) =>
        ModularRowKernels.AddMultiple(numbers, numbers, _field.Subtract(factor, 1), _field.Modulus);

    private void CopyIn(in ModularBlock block)
    {
        int rowCount = block.RowCount;
        for (int first = 0; first < rowCount; first += StripRows)
        {
            int count = Math.Min(StripRows, rowCount - first);
            for (int j = 0; j < block.ColumnCount; j++)
            {
                Span<uint> column = Column(j, rowCount).Slice(first, count);
                ReadOnlySpan<uint> entries = block.Part(first, j, count, 1).Span;
                for (int i = 0, place = 0; i < column.Length; i++, place += block.Stride)
                {
                    column[i] = entries[place];
                }
            }
        }
    }

    private void CopyOut(in ModularBlock block, in ModularBlock lower, List<int> pivots)
    {
        int rowCount = block.RowCount;
        for (int i = 0; i < rowCount; i++)
        {
            // Row i < rank of E begins at its pivot.
            Span<uint> row = block.Row(i);
            row.Clear();
            for (int j = i < pivots.Count ? pivots[i] : row.Length; j < row.Length; j++)
            {
                row[j] = _copy[(j * rowCount) + i];
            }
        }

        for (int first = 0; first < rowCount; first += StripRows)
        {
            int count = Math.Min(StripRows, rowCount - first);
            for (int t = 0; t < pivots.Count && t < first + count; t++)
            {
                ReadOnlySpan<uint> column = Column(pivots[t], rowCount).Slice(first, count);
                Span<uint> multipliers = lower.Part(first, t, count, 1).Span;
                int start = Math.Max(0, t + 1 - first);
                for (int i = start, place = start * lower.Stride; i < column.Length; i++, place += lower.Stride)
                {
                    multipliers[place] = column[i];
                }
            }
        }
    }
}
