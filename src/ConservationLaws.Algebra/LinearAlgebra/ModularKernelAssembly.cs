using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// From the pivot rows of an elimination to its kernel, by substitution backwards.
//
// The free columns are those that never became a pivot; the t-th kernel vector is 1 at the t-th of them and 0 at the others. Invariant:
// _rows[c] holds the entries at column c of all kernel vectors (null when all are zero) for every pivot column c that was substituted. A
// pivot row x_c + Σ u_j x_j = 0 has its other entries only at free columns and at pivots that became so later; those come first.
internal sealed class ModularKernelAssembly(PrimeField field, int columnCount, bool[] vanishing)
{
    private readonly uint[]?[] _rows = new uint[]?[columnCount];
    private readonly bool[] _isPivot = [.. vanishing];
    private int[] _freeColumns = [];
    private int[] _indexOfFree = [];

    // The sparse pivots and then those of the dense rest, whose column j is column denseColumns[j] here and whose kernel has one row for each
    // of its columns that are not pivots, ascending.
    internal void Substitute(MarkowitzElimination sparse, int[] densePivots, Matrix<uint> denseKernel, int[] denseColumns)
    {
        foreach (int pivot in densePivots)
        {
            _isPivot[denseColumns[pivot]] = true;
        }

        foreach (int pivot in sparse.PivotColumns)
        {
            _isPivot[pivot] = true;
        }

        _freeColumns = [.. Enumerable.Range(0, columnCount).Where(column => !_isPivot[column])];
        if (_freeColumns.Length == 0)
        {
            return;
        }

        _indexOfFree = new int[columnCount];
        for (int t = 0; t < _freeColumns.Length; t++)
        {
            _indexOfFree[_freeColumns[t]] = t;
        }

        int[] denseFree = ColumnSets.Complement(densePivots, denseColumns.Length);
        foreach (int pivot in densePivots)
        {
            var row = new uint[_freeColumns.Length];
            for (int t = 0; t < denseFree.Length; t++)
            {
                row[_indexOfFree[denseColumns[denseFree[t]]]] = denseKernel[t, pivot];
            }

            _rows[denseColumns[pivot]] = row;
        }

        var sums = new ulong[_freeColumns.Length];
        for (int k = sparse.PivotRows.Count - 1; k >= 0; k--)
        {
            Substitute(sparse.RowColumns(sparse.PivotRows[k]), sparse.RowValues(sparse.PivotRows[k]), sparse.PivotColumns[k], sums);
        }
    }

    // The kernel vectors, one a row.
    internal SparseMatrix<uint> Vectors(out int[] freeColumns)
    {
        freeColumns = _freeColumns;
        var starts = new int[_freeColumns.Length + 1];
        for (int column = 0; column < columnCount && _freeColumns.Length > 0; column++)
        {
            if (!_isPivot[column])
            {
                starts[_indexOfFree[column] + 1]++;
            }
            else if (_rows[column] is uint[] row)
            {
                for (int t = 0; t < row.Length; t++)
                {
                    starts[t + 1] += row[t] != 0 ? 1 : 0;
                }
            }
        }

        for (int t = 0; t < _freeColumns.Length; t++)
        {
            starts[t + 1] += starts[t];
        }

        int[] next = starts[..^1];
        var columns = new int[starts[^1]];
        var values = new uint[starts[^1]];
        for (int column = 0; column < columnCount && _freeColumns.Length > 0; column++)
        {
            if (!_isPivot[column])
            {
                int place = next[_indexOfFree[column]]++;
                (columns[place], values[place]) = (column, 1);
            }
            else if (_rows[column] is uint[] row)
            {
                for (int t = 0; t < row.Length; t++)
                {
                    if (row[t] != 0)
                    {
                        int place = next[t]++;
                        (columns[place], values[place]) = (column, row[t]);
                    }
                }
            }
        }

        return new SparseMatrix<uint>(columnCount, starts, columns, values);
    }

    private void Substitute(ReadOnlySpan<int> columns, ReadOnlySpan<uint> values, int pivot, ulong[] sums)
    {
        // Words stay below 2⁶³ as in ModularRowKernels; at most one residue is added to a word outside the kernel.
        Array.Clear(sums);
        int waiting = -1;
        bool any = false;
        for (int k = 0; k < columns.Length; k++)
        {
            int column = columns[k];
            if (column == pivot)
            {
                continue;
            }

            if (!_isPivot[column])
            {
                sums[_indexOfFree[column]] += field.Negate(values[k]);
                any = true;
            }
            else if (_rows[column] is not null)
            {
                any = true;
                if (waiting < 0)
                {
                    waiting = k;
                }
                else
                {
                    AddTwo(sums, columns[waiting], values[waiting], column, values[k]);
                    waiting = -1;
                }
            }
        }

        if (waiting >= 0)
        {
            AddTwo(sums, columns[waiting], values[waiting], columns[waiting], 0);
        }

        if (any)
        {
            _rows[pivot] = Residues(sums);
        }
    }

    private void AddTwo(ulong[] sums, int left, uint leftFactor, int right, uint rightFactor) =>
        ModularRowKernels.AddTwoMultiples(sums, _rows[left], field.Negate(leftFactor), _rows[right], field.Negate(rightFactor), field.Modulus);

    private uint[]? Residues(ulong[] sums)
    {
        var residues = new uint[sums.Length];
        uint any = 0;
        for (int t = 0; t < sums.Length; t++)
        {
            residues[t] = (uint)(sums[t] % field.Modulus);
            any |= residues[t];
        }

        return any == 0 ? null : residues;
    }
}
