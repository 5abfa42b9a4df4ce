using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.LinearAlgebra;

// A kernel vector with what makes comparing it to others quick: its support as a set of bits, and its entries and their inverses modulo a
// prime, so that ratios of entries can be compared as residues. Two different ratios may have equal residues: residues only propose which
// column to eliminate, the exact combination decides.
internal sealed class ReducibleVector
{
    private static readonly PrimeField Field = new(Primes.At(0));

    // Invariant: bit j of _support is set when the j-th of the component's columns is not zero; _residues and _inverses lie beside the
    // columns of the vector, 0 where the prime divides the entry.
    private readonly ulong[] _support;
    private readonly int[] _places;
    private readonly uint[] _residues;
    private readonly uint[] _inverses;

    internal ReducibleVector(NullspaceVector vector, int[] columns)
    {
        Vector = vector;
        _support = new ulong[(columns.Length + 63) / 64];
        _places = new int[vector.Count];
        _residues = new uint[vector.Count];
        _inverses = new uint[vector.Count];
        for (int k = 0; k < vector.Count; k++)
        {
            int place = Array.BinarySearch(columns, vector.Columns[k]);
            _support[place >> 6] |= 1UL << (place & 63);
            _places[k] = place;
            _residues[k] = Field.FromInteger(vector.Values[k]);
            _inverses[k] = _residues[k] == 0 ? 0 : Field.Invert(_residues[k]);
            Bits += vector.Values[k].BitLength;
        }
    }

    internal NullspaceVector Vector { get; }

    // The number of entries that are not zero.
    internal int Count => Vector.Count;

    // The sum of the bit lengths of the entries.
    internal long Bits { get; }

    internal int WordCount => _support.Length;

    // The number of columns at which both vectors are not zero.
    internal int CommonCount(ReducibleVector other)
    {
        int count = 0;
        for (int k = 0; k < _support.Length; k++)
        {
            count += BitOperations.PopCount(_support[k] & other._support[k]);
        }

        return count;
    }

    // How many entries the best combination with another vector would have, and a column that it makes zero.
    internal int EntriesAfter(ReducibleVector other, int commonCount, out int column)
    {
        var ratios = new uint[commonCount];
        var columns = new int[commonCount];
        int count = 0;
        for (int i = 0, j = 0; count < commonCount; i++, j++)
        {
            while (_places[i] != other._places[j])
            {
                if (_places[i] < other._places[j])
                {
                    i++;
                }
                else
                {
                    j++;
                }
            }

            columns[count] = Vector.Columns[i];
            ratios[count++] = Field.Multiply(_residues[i], other._inverses[j]);
        }

        // The longest run of equal ratios; of several the one with the smallest ratio, and in it any column: they are all made zero.
        Array.Sort(ratios, columns);
        int longest = 0;
        column = -1;
        for (int start = 0, end; start < commonCount; start = end)
        {
            for (end = start + 1; end < commonCount && ratios[end] == ratios[start];)
            {
                end++;
            }

            if (end - start > longest)
            {
                longest = end - start;
                column = columns[start];
            }
        }

        return Count + other.Count - commonCount - longest;
    }

    // The primitive multiple of a·v − b·w that is zero at a common column.
    internal ReducibleVector Eliminate(ReducibleVector other, int column, int[] columns)
    {
        NullspaceVector v = Vector;
        NullspaceVector w = other.Vector;
        Integer a = w.Values[w.Columns.BinarySearch(column)];
        Integer b = v.Values[v.Columns.BinarySearch(column)];
        Integer divisor = Integer.Gcd(a, b);
        a = Integer.DivideExact(a, divisor);
        b = Integer.DivideExact(b, divisor);
        var mergedColumns = new int[v.Count + w.Count];
        var mergedValues = new Integer[v.Count + w.Count];
        int count = 0;
        for (int i = 0, j = 0; i < v.Count || j < w.Count;)
        {
            int left = i < v.Count ? v.Columns[i] : int.MaxValue;
            int right = j < w.Count ? w.Columns[j] : int.MaxValue;
            mergedColumns[count] = Math.Min(left, right);
            Integer value = left <= right ? a * v.Values[i++] : Integer.Zero;
            mergedValues[count++] = right <= left ? value - (b * w.Values[j++]) : value;
        }

        NullspaceVector merged = NullspaceVector.Create(v.Component, mergedColumns.AsSpan(0, count), mergedValues.AsSpan(0, count));
        return new ReducibleVector(merged, columns);
    }
}
