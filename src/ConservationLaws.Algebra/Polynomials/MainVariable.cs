namespace ConservationLaws.Algebra.Polynomials;

// p = Σ cₑ·vᵉ with coefficients cₑ free of v. All terms with one exponent of v are divided by the same power of v, so they stay descending
// and each cₑ is built without sorting.

/// <summary>A polynomial seen as one in a single variable, with polynomials as coefficients.</summary>
internal static class MainVariable
{
    /// <summary>The non-zero coefficients with their exponents, by descending exponent.</summary>
    internal static List<(int Exponent, Polynomial<T> Coefficient)> Split<T>(Polynomial<T> value, int variable)
    {
        MonomialLayout layout = value.Layout;
        int place = layout.IndexOf(variable);
        if (place < 0)
        {
            return value.IsZero ? [] : [(0, value)];
        }

        int words = layout.WordCount;
        (int exponentWord, int shift) = layout.Locate(place);
        int[] exponents = new int[value.TermCount];
        int[] terms = new int[value.TermCount];
        for (int term = 0; term < terms.Length; term++)
        {
            exponents[term] = layout.Exponent(value.Packed(term), place);
            terms[term] = term;
        }

        Array.Sort(terms, (a, b) => exponents[a] != exponents[b] ? exponents[b].CompareTo(exponents[a]) : a.CompareTo(b));
        var result = new List<(int Exponent, Polynomial<T> Coefficient)>();
        for (int start = 0; start < terms.Length;)
        {
            int exponent = exponents[terms[start]];
            int end = start;
            while (end < terms.Length && exponents[terms[end]] == exponent)
            {
                end++;
            }

            ulong[] packed = new ulong[(end - start) * words];
            T[] coefficients = new T[end - start];
            for (int i = start; i < end; i++)
            {
                Span<ulong> row = packed.AsSpan((i - start) * words, words);
                value.Packed(terms[i]).CopyTo(row);
                row[exponentWord] &= ~(layout.FieldMask << shift);
                row[0] -= (ulong)exponent << (64 - layout.FieldBits);
                coefficients[i - start] = value.Coefficients[terms[i]];
            }

            result.Add((exponent, Polynomial<T>.FromSorted(layout, packed, coefficients)));
            start = end;
        }

        return result;
    }
}
