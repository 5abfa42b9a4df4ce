using System.Numerics;
using System.Runtime.Intrinsics.X86;

namespace ConservationLaws.Algebra.Polynomials;

// Least significant byte first: each pass is a stable distribution by one byte, only over bytes in which keys differ; where the machine can
// gather bits, the differing bits of all keys are put together first. Few keys are left to the comparison sort of the library.
// D. E. Knuth, TAOCP 3, 5.2.5.

/// <summary>Sorts pairs of a key and a place by descending key.</summary>
internal sealed class DescendingKeys
{
    // Below, the 256 counters of each pass cost more than comparisons (the sparse product of ProductChooser, in ranges of many sizes).
    private const int RadixThreshold = 200;

    private (ulong Key, int Place)[] _other = [];

    /// <summary>Sorts; afterwards the keys may be changed, the places are in order. Equal keys may come in any order.</summary>
    /// <param name="entries">The pairs.</param>
    /// <param name="relevant">The bits of keys that decide; keys that agree in these are equal.</param>
    /// <param name="gather">Whether to gather bits if the machine can.</param>
    internal void Sort(Span<(ulong Key, int Place)> entries, ulong relevant, bool gather = true)
    {
        if (entries.Length < RadixThreshold)
        {
            MemoryExtensions.Sort(entries, static (a, b) => b.Key.CompareTo(a.Key));
            return;
        }

        if (_other.Length < entries.Length)
        {
            _other = new (ulong Key, int Place)[entries.Length];
        }

        ulong differing = 0;
        foreach ((ulong key, _) in entries)
        {
            differing |= key ^ entries[0].Key;
        }

        differing &= relevant;
        // Sorted by the bits that differ, put together; the places lead to the keys.
        if (gather && Bmi2.X64.IsSupported)
        {
            foreach (ref (ulong Key, int Place) entry in entries)
            {
                entry.Key = Bmi2.X64.ParallelBitExtract(entry.Key, differing);
            }

            differing = (1UL << BitOperations.PopCount(differing)) - 1;
        }

        Span<(ulong Key, int Place)> source = entries;
        Span<(ulong Key, int Place)> target = _other.AsSpan(0, entries.Length);
        Span<int> starts = stackalloc int[256];
        for (int shift = 0; shift < 64; shift += 8)
        {
            if (((differing >> shift) & 0xFF) == 0)
            {
                continue;
            }

            starts.Clear();
            foreach ((ulong key, _) in source)
            {
                starts[255 - (int)((key >> shift) & 0xFF)]++;
            }

            int start = 0;
            foreach (ref int counter in starts)
            {
                (counter, start) = (start, start + counter);
            }

            foreach ((ulong Key, int Place) entry in source)
            {
                target[starts[255 - (int)((entry.Key >> shift) & 0xFF)]++] = entry;
            }

            Span<(ulong Key, int Place)> swap = source;
            source = target;
            target = swap;
        }

        if (source != entries)
        {
            source.CopyTo(entries);
        }
    }
}
