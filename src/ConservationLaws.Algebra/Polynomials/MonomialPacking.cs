namespace ConservationLaws.Algebra.Polynomials;

// Lists of packed monomials: monomial i of a list occupies the words i·w .. (i+1)·w − 1, where w is the word count of its layout.
// Moving a list between layouts keeps its order, because graded lexicographic order does not depend on the width of fields nor on
// variables that do not occur.

/// <summary>Moves lists of packed monomials from one layout to another.</summary>
internal static class MonomialPacking
{
    /// <summary>The same monomials in a layout that covers their variables and degrees; the given array itself when nothing changes.</summary>
    internal static ulong[] Repack(ulong[] packed, MonomialLayout source, MonomialLayout target)
    {
        if (source.Equals(target))
        {
            return packed;
        }

        int count = packed.Length / source.WordCount;
        ulong[] result = new ulong[count * target.WordCount];
        ulong mask = source.FieldMask;
        (int topShift, int targetTopShift) = (64 - source.FieldBits, 64 - target.FieldBits);
        for (int i = 0; i < count; i++)
        {
            result[i * target.WordCount] = packed[i * source.WordCount] >> topShift << targetTopShift;
        }

        for (int place = 0; place < source.Variables.Length; place++)
        {
            int targetPlace = target.IndexOf(source.Variables[place]);
            if (targetPlace < 0)
            {
                continue; // the caller knows that this variable does not occur
            }

            (int from, int fromShift) = source.Locate(place);
            (int to, int toShift) = target.Locate(targetPlace);
            for (int i = 0; i < count; i++, from += source.WordCount, to += target.WordCount)
            {
                result[to] |= ((packed[from] >> fromShift) & mask) << toShift;
            }
        }

        return result;
    }

    /// <summary>The least layout of a sorted list of monomials: exactly the variables that occur, as narrow as the degree allows.</summary>
    internal static MonomialLayout Shrink(ReadOnlySpan<ulong> packed, MonomialLayout layout)
    {
        if (packed.IsEmpty)
        {
            return MonomialLayout.Constant;
        }

        int words = layout.WordCount;
        ulong[] union = new ulong[words];
        for (int i = 0; i < packed.Length; i += words)
        {
            for (int word = 0; word < words; word++)
            {
                union[word] |= packed[i + word];
            }
        }

        int degree = layout.TotalDegree(packed[0]); // graded order: the first monomial has the greatest degree
        int[] present = new int[layout.Variables.Length];
        int count = 0;
        for (int place = 0; place < present.Length; place++)
        {
            if (layout.Exponent(union, place) != 0)
            {
                present[count++] = layout.Variables[place];
            }
        }

        return count == present.Length ? layout.WithDegree(degree) : MonomialLayout.Create(present.AsSpan(0, count), degree);
    }

    /// <summary>Compares two packed monomials of one layout.</summary>
    internal static int Compare(ReadOnlySpan<ulong> left, ReadOnlySpan<ulong> right)
    {
        for (int word = 0; word < left.Length; word++)
        {
            if (left[word] != right[word])
            {
                return left[word] < right[word] ? -1 : 1;
            }
        }

        return 0;
    }
}
