using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>A growing set of independent rows over F_p, kept in reduced row echelon form: the hot loop of rank and span computations.</summary>
/// <remarks>
/// <para>
/// Since the kept rows are fully reduced, the multiples needed to reduce a new row are its own entries at the pivot columns: one pass of
/// delayed sums with no dependency between the steps, and only at the columns that are not pivots. A dependent row costs
/// rank · (Width − rank) multiplications and allocates nothing; a sparse row costs one such pass for each of its own entries.
/// </para>
/// <para>Not safe for use by two threads at once.</para>
/// </remarks>
public sealed class ModularEchelonForm
{
    // Invariant: slots 0.._freeCount−1 stand for the columns that are not pivots, _freeColumns[slot] in no particular order.
    // Kept row i has a one at column _pivotOfRow[i], zeros at the other pivot columns, and at the free columns the residues
    // _rows[i][slot]; its entries left of the pivot are zero. (A row array may be longer than _freeCount: the rest is dead.)
    private readonly uint _prime;
    private readonly List<uint[]> _rows = [];
    private readonly List<int> _pivotOfRow = [];
    private readonly int[] _rowOfPivot;
    private readonly int[] _freeColumns;
    private readonly int[] _slotOfColumn;
    private readonly ulong[] _sums;
    private readonly uint[] _residues;
    private int _freeCount;

    /// <summary>Starts with no rows.</summary>
    /// <param name="field">The field F_p.</param>
    /// <param name="width">The length of the rows, at least 0.</param>
    public ModularEchelonForm(PrimeField field, int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        Field = field;
        _prime = field.Modulus;
        Width = width;
        _freeCount = width;
        _rowOfPivot = new int[width];
        _freeColumns = new int[width];
        _slotOfColumn = new int[width];
        _sums = new ulong[width];
        _residues = new uint[width];
        for (int j = 0; j < width; j++)
        {
            _rowOfPivot[j] = -1;
            _freeColumns[j] = j;
            _slotOfColumn[j] = j;
        }
    }

    /// <summary>The field of the entries.</summary>
    public PrimeField Field { get; }

    /// <summary>The length of the rows.</summary>
    public int Width { get; }

    /// <summary>The number of independent rows so far.</summary>
    public int Rank => _rows.Count;

    /// <summary>The pivot columns of the reduced row echelon form, ascending.</summary>
    public int[] PivotColumns()
    {
        int[] pivots = [.. _pivotOfRow];
        Array.Sort(pivots);
        return pivots;
    }

    /// <summary>The pivot columns of the rows in the order in which they were added.</summary>
    public int[] PivotsInOrder() => [.. _pivotOfRow];

    /// <summary>The columns that are not pivots, ascending.</summary>
    public int[] FreeColumns()
    {
        int[] free = _freeColumns[.._freeCount];
        Array.Sort(free);
        return free;
    }

    /// <summary>Adds a row when it is independent of the rows added before.</summary>
    /// <param name="row">Residues 0..p−1, as many as <see cref="Width"/>.</param>
    /// <returns>Whether the row was independent.</returns>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public bool TryAdd(ReadOnlySpan<uint> row) => Reduce(row) && Keep();

    /// <summary>Adds a sparse row when it is independent of the rows added before.</summary>
    /// <param name="columns">The columns of the entries, all different, in any order.</param>
    /// <param name="values">Their residues 0..p−1.</param>
    /// <returns>Whether the row was independent.</returns>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public bool TryAdd(ReadOnlySpan<int> columns, ReadOnlySpan<uint> values) => Reduce(columns, values) && Keep();

    /// <summary>Whether a row is a linear combination of the rows added before.</summary>
    /// <param name="row">Residues 0..p−1, as many as <see cref="Width"/>.</param>
    /// <exception cref="ArgumentException">The row has another length.</exception>
    public bool Contains(ReadOnlySpan<uint> row) => !Reduce(row);

    /// <summary>Whether a sparse row is a linear combination of the rows added before.</summary>
    /// <param name="columns">The columns of the entries, all different, in any order.</param>
    /// <param name="values">Their residues 0..p−1.</param>
    /// <exception cref="ArgumentException">The spans differ in length.</exception>
    public bool Contains(ReadOnlySpan<int> columns, ReadOnlySpan<uint> values) => !Reduce(columns, values);

    /// <summary>An entry of the reduced row echelon form: in the row whose pivot column is given.</summary>
    /// <param name="pivotColumn">One of <see cref="PivotColumns"/>.</param>
    /// <param name="column">Any column.</param>
    /// <exception cref="ArgumentException">The column is not a pivot.</exception>
    public uint EntryAt(int pivotColumn, int column)
    {
        int row = _rowOfPivot[pivotColumn];
        if (row < 0)
        {
            throw new ArgumentException("The column is not a pivot.", nameof(pivotColumn));
        }

        return column == pivotColumn ? 1 : _rowOfPivot[column] >= 0 ? 0 : _rows[row][_slotOfColumn[column]];
    }

    /// <summary>The rows of the reduced row echelon form, by ascending pivot column.</summary>
    public Matrix<uint> ToMatrix()
    {
        int[] pivots = PivotColumns();
        var entries = new uint[pivots.Length * Width];
        for (int i = 0; i < pivots.Length; i++)
        {
            Span<uint> target = entries.AsSpan(i * Width, Width);
            target[pivots[i]] = 1;
            uint[] row = _rows[_rowOfPivot[pivots[i]]];
            for (int slot = 0; slot < _freeCount; slot++)
            {
                target[_freeColumns[slot]] = row[slot];
            }
        }

        return new Matrix<uint>(pivots.Length, Width, entries);
    }

    /// <summary>
    /// The vectors orthogonal to all rows, one a row, in the normal form of <see cref="RowEchelonForm{T, TField}.Nullspace"/>.
    /// </summary>
    public Matrix<uint> Nullspace()
    {
        int[] free = FreeColumns();
        var entries = new uint[free.Length * Width];
        for (int k = 0; k < free.Length; k++)
        {
            Span<uint> vector = entries.AsSpan(k * Width, Width);
            int slot = _slotOfColumn[free[k]];
            vector[free[k]] = 1;
            for (int i = 0; i < _rows.Count; i++)
            {
                vector[_pivotOfRow[i]] = Field.Negate(_rows[i][slot]);
            }
        }

        return new Matrix<uint>(free.Length, Width, entries);
    }

    // Leaves row − Σ row[pivot of i] · (kept row i) at the free columns in _residues; says whether it is not zero.
    private bool Reduce(ReadOnlySpan<uint> row)
    {
        if (row.Length != Width)
        {
            throw new ArgumentException("The row must have one entry for each column.", nameof(row));
        }

        if (_freeCount == 0)
        {
            return false;
        }

        Span<ulong> sums = _sums.AsSpan(0, _freeCount);
        for (int slot = 0; slot < sums.Length; slot++)
        {
            sums[slot] = row[_freeColumns[slot]];
        }

        int waiting = -1;
        for (int i = 0; i < _rows.Count; i++)
        {
            if (row[_pivotOfRow[i]] == 0)
            {
                continue;
            }

            if (waiting < 0)
            {
                waiting = i;
                continue;
            }

            SubtractTwo(sums, waiting, row[_pivotOfRow[waiting]], i, row[_pivotOfRow[i]]);
            waiting = -1;
        }

        if (waiting >= 0)
        {
            SubtractTwo(sums, waiting, row[_pivotOfRow[waiting]], waiting, 0);
        }

        return ReduceSums(sums);
    }

    private bool Reduce(ReadOnlySpan<int> columns, ReadOnlySpan<uint> values)
    {
        if (columns.Length != values.Length)
        {
            throw new ArgumentException("There must be one value for each column.", nameof(values));
        }

        if (_freeCount == 0)
        {
            return false;
        }

        Span<ulong> sums = _sums.AsSpan(0, _freeCount);
        sums.Clear();
        int waiting = -1;
        for (int k = 0; k < columns.Length; k++)
        {
            if (_rowOfPivot[columns[k]] < 0)
            {
                // Passes may have filled the word up to 2⁶³: the residue is added with their correction.
                AddAt(ref sums[_slotOfColumn[columns[k]]], values[k]);
            }
            else if (waiting < 0)
            {
                waiting = k;
            }
            else
            {
                SubtractTwo(sums, _rowOfPivot[columns[waiting]], values[waiting], _rowOfPivot[columns[k]], values[k]);
                waiting = -1;
            }
        }

        if (waiting >= 0)
        {
            int row = _rowOfPivot[columns[waiting]];
            SubtractTwo(sums, row, values[waiting], row, 0);
        }

        return ReduceSums(sums);
    }

    private void AddAt(ref ulong sum, uint value)
    {
        unchecked
        {
            sum += value;
            sum -= 2UL * _prime * _prime & (ulong)((long)sum >> 63);
        }
    }

    private void SubtractTwo(Span<ulong> sums, int left, uint leftFactor, int right, uint rightFactor) =>
        ModularRowKernels.AddTwoMultiples(sums, _rows[left], Field.Negate(leftFactor), _rows[right], Field.Negate(rightFactor), _prime);

    private bool ReduceSums(Span<ulong> sums)
    {
        ulong p = _prime;
        uint any = 0;
        for (int slot = 0; slot < sums.Length; slot++)
        {
            uint residue = unchecked((uint)(sums[slot] % p));
            _residues[slot] = residue;
            any |= residue;
        }

        return any != 0;
    }

    // Keeps the row in _residues: its leftmost entry becomes the pivot, its column is cleared from the kept rows and leaves the free slots.
    private bool Keep()
    {
        int pivot = Width;
        for (int slot = 0; slot < _freeCount; slot++)
        {
            if (_residues[slot] != 0 && _freeColumns[slot] < pivot)
            {
                pivot = _freeColumns[slot];
            }
        }

        int pivotSlot = _slotOfColumn[pivot];
        uint inverse = Field.Invert(_residues[pivotSlot]);
        int last = --_freeCount;
        _residues[pivotSlot] = _residues[last];
        _freeColumns[pivotSlot] = _freeColumns[last];
        _slotOfColumn[_freeColumns[last]] = pivotSlot;

        var kept = new uint[_freeCount];
        for (int slot = 0; slot < _freeCount; slot++)
        {
            kept[slot] = Field.Multiply(_residues[slot], inverse);
        }

        foreach (uint[] row in _rows)
        {
            uint entry = row[pivotSlot];
            row[pivotSlot] = row[last];
            if (entry != 0)
            {
                ModularRowKernels.AddMultiple(row.AsSpan(0, _freeCount), kept, Field.Negate(entry), _prime);
            }
        }

        _rowOfPivot[pivot] = _rows.Count;
        _pivotOfRow.Add(pivot);
        _rows.Add(kept);
        return true;
    }
}
