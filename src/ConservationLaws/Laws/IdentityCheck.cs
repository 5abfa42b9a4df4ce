using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// Sorting by generator: each derivative term c·m of the law, at the variable k, meets every component entry at k. One pass counts the
// products of each generator, a second one writes them into the generator's segment, then each segment has to cancel. Laws that meet very
// many products are worked off in ranges of generators, so that the buffers stay small.

/// <summary>The identities X(h) = 0 for a list of generators X.</summary>
internal interface IIdentityCheck
{
    /// <summary>The first generator along which a function is not constant, or −1.</summary>
    int FindViolation(Polynomial<Integer> function, CancellationToken cancellation);
}

/// <summary>The identities X(h) = 0 for generators whose monomials are keys.</summary>
internal sealed class IdentityCheck<TKey, TPacking>(PackedFields<TKey, TPacking> fields) : IIdentityCheck
    where TKey : struct, IEquatable<TKey>, IComparable<TKey>
    where TPacking : struct, IMonomialPacking<TKey>
{
    private const int BufferSize = 1 << 18;

    // Segments up to this length are sorted by insertion, longer ones summed in a table.
    private const int ShortSegment = 16;

    /// <inheritdoc/>
    public int FindViolation(Polynomial<Integer> function, CancellationToken cancellation)
    {
        (int Variable, TKey Monomial, Integer Coefficient)[] derivative = Derivative(function);
        int[] ends = CountProducts(derivative);
        int[] cursors = new int[derivative.Length];
        var keys = new TKey[Math.Min(BufferSize, ends[^1])];
        var values = new Integer[keys.Length];
        var sums = new MonomialSums<TKey>();
        for (int first = 0; first < fields.GeneratorCount;)
        {
            cancellation.ThrowIfCancellationRequested();
            int start = first == 0 ? 0 : ends[first - 1];
            int last = first; // exclusive
            while (last < fields.GeneratorCount && (last == first || ends[last] - start <= BufferSize))
            {
                last++;
            }

            int size = ends[last - 1] - start;
            if (size > keys.Length)
            {
                Array.Resize(ref keys, size);
                Array.Resize(ref values, size);
            }

            Multiply(derivative, cursors, last, Segments(ends, first, last, start), first, keys, values);
            for (int generator = first; generator < last; generator++)
            {
                int from = (generator == 0 ? 0 : ends[generator - 1]) - start;
                int length = ends[generator] - start - from;
                if (!Cancels(keys.AsSpan(from, length), values.AsSpan(from, length), sums))
                {
                    return generator;
                }
            }

            first = last;
        }

        return -1;
    }

    private static int[] Segments(int[] ends, int first, int last, int start)
    {
        int[] next = new int[last - first];
        for (int generator = first; generator < last; generator++)
        {
            next[generator - first] = (generator == 0 ? 0 : ends[generator - 1]) - start;
        }

        return next;
    }

    private static bool Cancels(Span<TKey> keys, Span<Integer> values, MonomialSums<TKey> sums)
    {
        if (keys.Length > ShortSegment)
        {
            sums.Clear();
            for (int place = 0; place < keys.Length; place++)
            {
                sums.Add(keys[place], values[place]);
            }

            return sums.IsZero;
        }

        SortByInsertion(keys, values);
        for (int place = 0; place < keys.Length;)
        {
            TKey key = keys[place];
            Integer sum = values[place++];
            for (; place < keys.Length && keys[place].Equals(key); place++)
            {
                sum += values[place];
            }

            if (!sum.IsZero)
            {
                return false;
            }
        }

        return true;
    }

    private static void SortByInsertion(Span<TKey> keys, Span<Integer> values)
    {
        for (int place = 1; place < keys.Length; place++)
        {
            TKey key = keys[place];
            Integer value = values[place];
            int hole = place;
            for (; hole > 0 && keys[hole - 1].CompareTo(key) > 0; hole--)
            {
                keys[hole] = keys[hole - 1];
                values[hole] = values[hole - 1];
            }

            keys[hole] = key;
            values[hole] = value;
        }
    }

    // The terms of all ∂h/∂θ_k, with k.
    private (int Variable, TKey Monomial, Integer Coefficient)[] Derivative(Polynomial<Integer> function)
    {
        var derivative = new List<(int Variable, TKey Monomial, Integer Coefficient)>();
        var factors = new List<(int Variable, int Exponent)>();
        (int Variable, int Exponent)[] lowered = [];
        for (int term = 0; term < function.TermCount; term++)
        {
            function.CopyFactors(term, factors);
            if (lowered.Length < factors.Count)
            {
                lowered = new (int Variable, int Exponent)[factors.Count];
            }

            for (int place = 0; place < factors.Count; place++)
            {
                (int variable, int exponent) = factors[place];
                TKey key = fields.Packing.Pack(Monomial.LowerExponent(CollectionsMarshal.AsSpan(factors), place, lowered));
                derivative.Add((variable, key, exponent * function.Coefficient(term)));
            }
        }

        return [.. derivative];
    }

    // For each generator how many products it and those before meet.
    private int[] CountProducts((int Variable, TKey Monomial, Integer Coefficient)[] derivative)
    {
        int[] counts = new int[Math.Max(1, fields.GeneratorCount)];
        foreach ((int variable, _, _) in derivative)
        {
            foreach (PackedFields<TKey, TPacking>.Entry entry in fields.At(variable))
            {
                counts[entry.Generator] += entry.Count;
            }
        }

        for (int generator = 1; generator < counts.Length; generator++)
        {
            counts[generator] += counts[generator - 1];
        }

        return counts;
    }

    // Writes the products of the generators below `last` that no earlier call wrote; `next` holds where each generator's segment goes on.
    private void Multiply(
        (int Variable, TKey Monomial, Integer Coefficient)[] derivative, int[] cursors, int last, int[] next, int first, TKey[] keys, Integer[] values)
    {
        TPacking packing = fields.Packing;
        for (int term = 0; term < derivative.Length; term++)
        {
            (int variable, TKey monomial, Integer coefficient) = derivative[term];
            ReadOnlySpan<PackedFields<TKey, TPacking>.Entry> entries = fields.At(variable);
            int cursor = cursors[term];
            for (; cursor < entries.Length && entries[cursor].Generator < last; cursor++)
            {
                PackedFields<TKey, TPacking>.Entry entry = entries[cursor];
                ReadOnlySpan<TKey> monomials = fields.Monomials(entry);
                ReadOnlySpan<Integer> coefficients = fields.Coefficients(entry);
                ref int place = ref next[entry.Generator - first];
                for (int factor = 0; factor < monomials.Length; factor++)
                {
                    keys[place] = packing.Multiply(monomial, monomials[factor]);
                    values[place++] = coefficient * coefficients[factor];
                }
            }

            cursors[term] = cursor;
        }
    }
}
