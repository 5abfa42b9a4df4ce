using System.Numerics;
using System.Runtime.CompilerServices;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Keys of products are sums of keys. The keys of the result are cut into ranges of about equally many pairs of terms, greatest range first;
// for one left term the right terms that lead into a range are a run, which goes on where that of the range before ended. A range is summed
// up in a hash table that stays in the cache, then sorted and appended: the whole is never sorted.
// Invariant: between ranges the table is empty; it has a power of two of entries, at least twice _count; an entry with key 0 is empty, since
// keys carry a mark. Open addressing with linear probing.
// The ranges are those of M. Gastineau, J. Laskar, "Highly scalable multiplication for distributed sparse multivariate polynomials" (2013).

/// <summary>Sums of products of polynomials whose monomials are words below 2⁶³.</summary>
internal sealed class HashProduct<TFactor, TSum, T, TSums>
    where TSum : struct
    where TSums : struct, ITermSums<TFactor, TSum, T>
{
    private const ulong Multiplier = 0x9E3779B97F4A7C15UL;
    private const ulong Mark = 1UL << 63;

    // Pairs of terms in a range: 2¹⁴ entries of 24 bytes at a load of one half fill most of a second-level cache.
    private const int PairsPerRange = 1 << 13;
    private const int SamplesPerRange = 16;

    private readonly ulong _relevant;
    private readonly TSums _sums;
    private readonly DescendingKeys _sorter = new();
    private Entry[] _table = new Entry[64];
    private (ulong Key, int Place)[] _entries = new (ulong Key, int Place)[32];
    private int _shift = 58;
    private int _count;

    private HashProduct(ulong relevant, TSums sums) => (_relevant, _sums) = (relevant, sums);

    /// <summary>The sum of the products of all pairs as keys, descending, and coefficients, not zero.</summary>
    internal static (ulong[] Keys, T[] Coefficients) Sum(ReadOnlySpan<PackedPair<TFactor>> pairs, ulong relevant, TSums sums, Func<T, bool> isZero)
    {
        var product = new HashProduct<TFactor, TSum, T, TSums>(relevant, sums);
        var terms = new TermList<T>(1);
        int[][] next = new int[pairs.Length][];
        for (int pair = 0; pair < next.Length; pair++)
        {
            next[pair] = new int[pairs[pair].LeftExponents.Length];
        }

        foreach (ulong lowest in Ranges(pairs))
        {
            for (int pair = 0; pair < next.Length; pair++)
            {
                product.AddRange(pairs[pair], next[pair], lowest | Mark);
            }

            product.ReadOut(terms, isZero);
        }

        return terms.ToArrays();
    }

    // The least keys of the ranges, descending; the last one is 0.
    private static List<ulong> Ranges(ReadOnlySpan<PackedPair<TFactor>> pairs)
    {
        long products = 0;
        long leftTerms = 0;
        foreach (PackedPair<TFactor> pair in pairs)
        {
            products += pair.LeftExponents.LongLength * pair.RightExponents.Length;
            leftTerms += pair.LeftExponents.Length;
        }

        // Every range asks every left term, which should have some pairs in it on average.
        long count = Math.Min(products / PairsPerRange, products / (4 * leftTerms));
        var lowest = new List<ulong>();
        if (count > 1)
        {
            var random = new SplitMix64(1);
            var samples = new List<ulong>();
            long distance = products / (SamplesPerRange * count);
            foreach (PackedPair<TFactor> pair in pairs)
            {
                for (long sample = pair.LeftExponents.LongLength * pair.RightExponents.Length / distance; sample >= 0; sample--)
                {
                    samples.Add(pair.LeftExponents[random.NextBelow((uint)pair.LeftExponents.Length)] + pair.RightExponents[random.NextBelow((uint)pair.RightExponents.Length)]);
                }
            }

            samples.Sort(static (a, b) => b.CompareTo(a));
            for (int sample = SamplesPerRange; sample < samples.Count; sample += SamplesPerRange)
            {
                lowest.Add(samples[sample]);
            }
        }

        lowest.Add(0);
        return lowest;
    }

    private void AddRange(in PackedPair<TFactor> pair, int[] next, ulong lowest)
    {
        TSums sums = _sums;
        ulong[] keys = pair.RightExponents;
        TFactor[] factors = pair.Right;
        Entry[] table = _table;
        int shift = _shift;
        for (int i = 0; i < next.Length; i++)
        {
            ulong left = pair.LeftExponents[i] | Mark;
            TFactor factor = pair.Left[i];
            int j = next[i];
            for (; j < keys.Length; j++)
            {
                ulong key = unchecked(left + keys[j]);
                if (key < lowest)
                {
                    break;
                }

                int slot = (int)(unchecked(key * Multiplier) >> shift);
                while (table[slot].Key != key)
                {
                    if (table[slot].Key == 0)
                    {
                        slot = Insert(slot, key);
                        (table, shift) = (_table, _shift);
                        break;
                    }

                    slot = (slot + 1) & (table.Length - 1);
                }

                sums.AddProduct(ref table[slot].Sum, factor, factors[j]);
            }

            next[i] = j;
        }
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private int Insert(int slot, ulong key)
    {
        _table[slot].Key = key;
        _entries[_count++] = (key, slot);
        if (_count < _entries.Length)
        {
            return slot;
        }

        Entry[] old = _table;
        _table = new Entry[2 * old.Length];
        _shift--;
        Array.Resize(ref _entries, 2 * _entries.Length);
        for (int i = 0; i < _count; i++)
        {
            (ulong present, int from) = _entries[i];
            slot = (int)(unchecked(present * Multiplier) >> _shift);
            while (_table[slot].Key != 0)
            {
                slot = (slot + 1) & (_table.Length - 1);
            }

            _table[slot] = old[from];
            _entries[i].Place = slot;
        }

        return slot; // that of the last entry, the new one
    }

    private void ReadOut(TermList<T> terms, Func<T, bool> isZero)
    {
        Span<(ulong Key, int Place)> entries = _entries.AsSpan(0, _count);
        _sorter.Sort(entries, _relevant);
        foreach ((_, int place) in entries)
        {
            ref Entry entry = ref _table[place];
            T coefficient = _sums.Read(in entry.Sum);
            if (!isZero(coefficient))
            {
                terms.Append(coefficient)[0] = entry.Key & ~Mark;
            }

            entry = default;
        }

        _count = 0;
    }

    private struct Entry
    {
        internal ulong Key;
        internal TSum Sum;
    }
}
