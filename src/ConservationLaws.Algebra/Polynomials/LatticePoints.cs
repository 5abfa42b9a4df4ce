namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Exponent vectors within a box and a total degree: the possible monomials of a polynomial with known degree bounds.</summary>
internal static class LatticePoints
{
    /// <summary>Larger counts are all the same to callers.</summary>
    internal const long Saturated = 1L << 40;

    // Beyond this degree nothing is counted.
    private const int MaximalDegree = 1 << 10;

    /// <summary>Entry s is the number of vectors with eⱼ ≤ bounds[j] and Σ eⱼ ≤ s, for s from 0 up to the total or the box's own greatest degree.</summary>
    internal static long[] Counts(ReadOnlySpan<int> bounds, int total)
    {
        long box = 0;
        foreach (int bound in bounds)
        {
            box += bound;
        }

        int degree = (int)Math.Min(box, total);
        if (degree > MaximalDegree)
        {
            return [Saturated];
        }

        // Vectors of sum exactly s; a further coordinate 0..b turns entry s into the sum of entries s − b .. s.
        long[] counts = new long[degree + 1];
        counts[0] = 1;
        foreach (int bound in bounds)
        {
            long window = 0;
            long[] next = new long[counts.Length];
            for (int s = 0; s < counts.Length; s++)
            {
                window += counts[s] - (s > bound ? counts[s - bound - 1] : 0);
                next[s] = Math.Min(window, Saturated);
            }

            counts = next;
        }

        for (int s = 1; s < counts.Length; s++)
        {
            counts[s] = Math.Min(counts[s] + counts[s - 1], Saturated);
        }

        return counts;
    }

    /// <summary>All vectors with eⱼ ≤ bounds[j] and Σ eⱼ ≤ total.</summary>
    internal static List<int[]> Enumerate(int[] bounds, int total)
    {
        var vectors = new List<int[]>();
        int[] vector = new int[bounds.Length];
        int left = total;
        while (left >= 0)
        {
            vectors.Add([.. vector]);
            int place = 0;
            while (place < vector.Length && (vector[place] == bounds[place] || left == 0))
            {
                left += vector[place];
                vector[place++] = 0;
            }

            if (place == vector.Length)
            {
                break;
            }

            vector[place]++;
            left--;
        }

        return vectors;
    }
}
