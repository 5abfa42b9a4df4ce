using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// The elimination of a few columns of a dense matrix modulo a prime, in a copy of them stored by columns, so that every step is a multiple
// of one column added to another: the bottom of ModularEchelonDecomposition's recursion.
//
// Invariant: after t pivots the rows 0..t−1 of the copy are those of the pivots. Column pivotColumn[s] holds the entries of E above and at
// row s and, below it, the multipliers of L; the other columns to the left of the current one hold E's entries in rows 0..t−1 and zeros.
internal sealed class ModularPanel
{
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
        for (int i = 0; i < rowCount; i++)
        {
            ReadOnlySpan<uint> row = block.Row(i);
            for (int j = 0; j < row.Length; j++)
            {
                _copy[(j * rowCount) + i] = row[j];
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

            Span<uint> multipliers = lower.Row(i);
            for (int t = 0; t < pivots.Count && t < i; t++)
            {
                multipliers[t] = _copy[(pivots[t] * rowCount) + i];
            }
        }
    }
}
