namespace ConservationLaws.Algebra.Polynomials;

// The monomials of one total degree d are known by their other exponents but the last, so (d, e₁, …, eₙ₋₁) are coordinates, and graded
// lexicographic order is the lexicographic order of coordinates. Written in mixed radix, with radices above the degrees of the result,
// the number of a product is the sum of the numbers of its factors (L. Kronecker's substitution). The leading coordinates number a slab,
// the others a cell in it; a polynomial is worked on one slab at a time, so that a slab stays in the cache.
// Invariant: rows, the cells of equal coordinates but the last, start at multiples of GroupCells; cell = Σ coordinateₖ · _cellWeights[k].
// M. Gastineau, J. Laskar, "Highly scalable multiplication for distributed sparse multivariate polynomials", CASC 2013, has such blocks.

/// <summary>Numbers the monomials of a box by slabs and cells, in graded lexicographic order.</summary>
internal sealed class SlabGeometry
{
    /// <summary>Cells whose monomials differ by multiples of one step only.</summary>
    internal const int GroupCells = 8;

    private readonly (int Word, int Shift)[] _fields;
    private readonly ulong _fieldMask;
    private readonly int[] _radices;
    private readonly int[] _slabWeights;
    private readonly int[] _cellWeights;
    private readonly ulong[] _steps; // what one more of coordinate k adds to the packed monomial, w words each
    private readonly ulong[] _groupBases;

    private SlabGeometry(MonomialLayout layout, ReadOnlySpan<int> degrees, int leading, int slabCount, int cellCount)
    {
        int count = degrees.Length;
        (WordCount, _fieldMask) = (layout.WordCount, layout.FieldMask);
        (SlabCount, CellCount) = (slabCount, cellCount);
        _fields = new (int Word, int Shift)[count];
        _radices = new int[count];
        _slabWeights = new int[leading];
        _cellWeights = new int[count];
        _steps = new ulong[count * WordCount];
        (int lastWord, int lastShift) = layout.Locate(count - 1);
        for (int k = 0; k < count; k++)
        {
            _fields[k] = layout.Locate(k - 1); // the total degree stands where a variable at place −1 would
            _radices[k] = degrees[k] + 1;
            // The last exponent is what the others leave of the total degree. Words wrap here; the sum of all steps does not.
            Span<ulong> step = _steps.AsSpan(k * WordCount, WordCount);
            step[_fields[k].Word] = 1UL << _fields[k].Shift;
            step[lastWord] = unchecked(step[lastWord] + (k == 0 ? 1UL << lastShift : 0UL - (1UL << lastShift)));
        }

        for ((int k, int weight) = (leading - 1, 1); k >= 0; weight *= _radices[k--])
        {
            _slabWeights[k] = weight;
        }

        for ((int k, int weight) = (count - 1, 1); k >= leading; weight *= k == count - 1 ? RowStride(degrees[k]) : _radices[k], k--)
        {
            _cellWeights[k] = weight;
        }

        _groupBases = new ulong[cellCount / GroupCells * WordCount];
        for (int group = 0; group < cellCount / GroupCells; group++)
        {
            int cell = group * GroupCells;
            for (int k = leading; k < count; k++)
            {
                (int coordinate, cell) = Math.DivRem(cell, _cellWeights[k]);
                AddSteps(k, coordinate, _groupBases.AsSpan(group * WordCount, WordCount));
            }
        }
    }

    /// <summary>The words of a packed monomial.</summary>
    internal int WordCount { get; }

    /// <summary>How many slabs there are.</summary>
    internal int SlabCount { get; }

    /// <summary>How many cells a slab has, a multiple of <see cref="GroupCells"/>.</summary>
    internal int CellCount { get; }

    /// <summary>What the next cell of a group adds to the packed monomial, word by word.</summary>
    internal ReadOnlySpan<ulong> CellStep => _steps.AsSpan(_steps.Length - WordCount);

    /// <summary>The geometry with the largest slabs up to a bound; null when that needs too many slabs or one row is larger.</summary>
    /// <param name="layout">The layout of all monomials, with one variable at least.</param>
    /// <param name="degrees">Bounds on the total degree and on the exponents of all variables but the last.</param>
    /// <param name="maximalCells">The greatest number of cells in a slab.</param>
    /// <param name="maximalSlabs">The greatest number of slabs.</param>
    internal static SlabGeometry? TryCreate(MonomialLayout layout, ReadOnlySpan<int> degrees, long maximalCells, long maximalSlabs)
    {
        long cells = RowStride(degrees[^1]);
        int leading = degrees.Length - 1;
        if (cells > maximalCells)
        {
            return null;
        }

        while (leading > 0 && cells * (degrees[leading - 1] + 1L) <= maximalCells)
        {
            cells *= degrees[--leading] + 1L;
        }

        long slabs = 1;
        for (int k = 0; k < leading; k++)
        {
            slabs *= degrees[k] + 1L;
            if (slabs > maximalSlabs)
            {
                return null;
            }
        }

        return new SlabGeometry(layout, degrees, leading, (int)slabs, (int)cells);
    }

    /// <summary>The numbers of the slabs and cells of packed monomials.</summary>
    internal void Locate(ReadOnlySpan<ulong> packed, Span<int> slabs, Span<int> cells)
    {
        for (int k = 0; k < _fields.Length; k++)
        {
            (int word, int shift) = _fields[k];
            bool leads = k < _slabWeights.Length;
            int weight = leads ? _slabWeights[k] : _cellWeights[k];
            Span<int> numbers = leads ? slabs : cells;
            for (int term = 0; term < numbers.Length; term++, word += WordCount)
            {
                numbers[term] += (int)((packed[word] >> shift) & _fieldMask) * weight;
            }
        }
    }

    /// <summary>The share of a slab in the packed monomials of its cells.</summary>
    internal void SlabBase(int slab, Span<ulong> packed)
    {
        packed.Clear();
        for (int k = 0; k < _slabWeights.Length; k++)
        {
            (int coordinate, slab) = Math.DivRem(slab, _slabWeights[k]);
            AddSteps(k, coordinate, packed);
        }
    }

    /// <summary>The share of the first cell of a group in its packed monomial; the sum with that of the slab is the monomial.</summary>
    internal ReadOnlySpan<ulong> GroupBase(int group) => _groupBases.AsSpan(group * WordCount, WordCount);

    /// <summary>The packed monomial of a cell, given the share of its slab.</summary>
    internal void Monomial(ReadOnlySpan<ulong> slabBase, int cell, Span<ulong> packed)
    {
        (int group, int place) = Math.DivRem(cell, GroupCells);
        ReadOnlySpan<ulong> groupBase = GroupBase(group);
        for (int word = 0; word < packed.Length; word++)
        {
            packed[word] = unchecked(slabBase[word] + groupBase[word] + ((ulong)place * CellStep[word]));
        }
    }

    private static int RowStride(int degree) => (int)Math.Min(int.MaxValue & ~(GroupCells - 1L), (degree + (long)GroupCells) & ~(GroupCells - 1L));

    private void AddSteps(int k, int count, Span<ulong> packed)
    {
        for (int word = 0; word < packed.Length; word++)
        {
            packed[word] = unchecked(packed[word] + ((ulong)count * _steps[(k * WordCount) + word]));
        }
    }
}
