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
        for (int term = 0; term < exponents.Length; term++)
        {
            exponents[term] = (int)((value.Exponents[(term * words) + exponentWord] >> shift) & layout.FieldMask);
        }

        int[] terms = ByDescendingExponent(exponents, value.Degree(variable));
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
                value.Exponents.AsSpan(terms[i] * words, words).CopyTo(row);
                row[exponentWord] &= ~(layout.FieldMask << shift);
                row[0] -= (ulong)exponent << (64 - layout.FieldBits);
                coefficients[i - start] = value.Coefficients[terms[i]];
            }

            result.Add((exponent, Polynomial<T>.FromSorted(layout, packed, coefficients)));
            start = end;
        }

        return result;
    }

    /// <summary>How many terms the coefficient of the highest power has.</summary>
    internal static int LeadingTermCount<T>(Polynomial<T> value, int variable)
    {
        MonomialLayout layout = value.Layout;
        int place = layout.IndexOf(variable);
        if (place < 0)
        {
            return value.TermCount;
        }

        (int word, int shift) = layout.Locate(place);
        (ulong[] packed, int words, ulong mask) = (value.Exponents, layout.WordCount, layout.FieldMask);
        ulong degree = (ulong)value.Degree(variable);
        int count = 0;
        for (; word < packed.Length; word += words)
        {
            count += ((packed[word] >> shift) & mask) == degree ? 1 : 0;
        }

        return count;
    }

    // The terms by descending exponent, terms with equal exponents in their order.
    private static int[] ByDescendingExponent(int[] exponents, int degree)
    {
        int[] terms = new int[exponents.Length];
        if (degree > 4L * exponents.Length)
        {
            for (int term = 0; term < terms.Length; term++)
            {
                terms[term] = term;
            }

            Array.Sort(terms, (a, b) => exponents[a] != exponents[b] ? exponents[b].CompareTo(exponents[a]) : a.CompareTo(b));
            return terms;
        }

        // Counting sort: next[e] is where the next term with the exponent e goes.
        int[] next = new int[degree + 1];
        foreach (int exponent in exponents)
        {
            next[exponent]++;
        }

        int start = 0;
        for (int exponent = degree; exponent >= 0; exponent--)
        {
            (next[exponent], start) = (start, start + next[exponent]);
        }

        for (int term = 0; term < terms.Length; term++)
        {
            terms[next[exponents[term]]++] = term;
        }

        return terms;
    }
}
