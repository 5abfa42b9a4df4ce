namespace ConservationLaws.Algebra.Polynomials;

/// <summary>The terms of a factor by slabs (<see cref="SlabGeometry"/>): a slice is the run of terms in one slab.</summary>
/// <remarks>Terms are in descending order, hence the keys of slices, the numbers of their slabs, descend as well.</remarks>
internal sealed class SlicedFactor
{
    private readonly int[] _sliceOfKey; // 1 + the slice, 0 when the slab is empty

    internal SlicedFactor(SlabGeometry geometry, ReadOnlySpan<ulong> packed)
    {
        int count = packed.Length / geometry.WordCount;
        int[] slabs = new int[count];
        Cells = new int[count];
        geometry.Locate(packed, slabs, Cells);
        var keys = new List<int>();
        var starts = new List<int>();
        for (int term = 0; term < count; term++)
        {
            if (term == 0 || slabs[term] != slabs[term - 1])
            {
                keys.Add(slabs[term]);
                starts.Add(term);
            }
        }

        starts.Add(count);
        (Keys, Starts) = ([.. keys], [.. starts]);
        _sliceOfKey = new int[Keys[0] + 1];
        for (int slice = 0; slice < Keys.Length; slice++)
        {
            _sliceOfKey[Keys[slice]] = slice + 1;
        }
    }

    /// <summary>The cell of each term.</summary>
    internal int[] Cells { get; }

    /// <summary>The slab of each slice, descending.</summary>
    internal int[] Keys { get; }

    /// <summary>The first term of each slice, and the number of terms.</summary>
    internal int[] Starts { get; }

    /// <summary>The slice in a slab, or −1.</summary>
    internal int Find(int key) => key >= 0 && key < _sliceOfKey.Length ? _sliceOfKey[key] - 1 : -1;
}
