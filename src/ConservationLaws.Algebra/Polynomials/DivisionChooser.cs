namespace ConservationLaws.Algebra.Polynomials;

/// <summary>How polynomials are divided.</summary>
internal enum DivisionMethod
{
    /// <summary>Term by term with a heap: any monomials and coefficients (<see cref="HeapDivision{T, TRing}"/>).</summary>
    Heap,

    /// <summary>Machine words, slab by slab, few terms for the cells (<see cref="ScatteredDivisionSlab{TFactor, TSum, T, TSums}"/>).</summary>
    Scattered,

    /// <summary>Slab by slab by vector operations (<see cref="DenseDivisionSlab{T, TPlanes}"/>).</summary>
    Dense,
}

// The benchmarks behind the numbers: f·(f + 1)/f for f = (1 + x + y + z + t)ⁿ, n = 10, 15, 20; (1 + x + y + 2z² + 3t³ + 5u⁵)ⁿ times
// (1 + u + t + 2z² + 3y³ + 5x⁵)ⁿ, n = 4, 6, 8; products of 2×2 to 1000×1000 random terms in 2 to 10 variables; powers of linear
// polynomials. Per pair of terms the heap takes 40–70 ns, more when it is large, the scattered slabs 20–40 ns, the dense ones 0.5–1 ns;
// preparing a cell of a slab takes 6–10 ns, clearing and searching a word of the box below 1 ns. The multipliers below follow from these
// rough costs by judgement; only the smallest dividend was set by a benchmark of its own.

/// <summary>Chooses among the algorithms for exact division; the thresholds of all of them.</summary>
internal static class DivisionChooser
{
    private const int SmallestDividend = 128; // below, the estimate and the geometry cost more than products of 10×10 terms
    private const int SmallestDivisor = 4;

    // Per pair of terms of the quotient and the divisor.
    private const long BoxWordsPerPair = 32;
    private const long SlabCellsPerPair = 2;
    private const long StepsPerPair = 8;

    // Below, the heap and its monomials stay in the cache.
    private const long SmallestScattered = 1 << 15;

    // Of all monomials within the degrees, those that occur in a dividend whose quotient is taken to be as full.
    private const long Sparseness = 4;

    /// <summary>Whether nothing is prepared or estimated.</summary>
    internal static bool IsSmall(int dividendTerms, int divisorTerms) => dividendTerms < SmallestDividend || divisorTerms < SmallestDivisor;

    /// <summary>An estimate of the pairs of terms: as if the quotient of a full dividend were as full; in sparse ones few products meet.</summary>
    internal static long Pairs<T>(DivisionProblem<T> problem)
    {
        long terms = problem.Dividend.LongLength;
        int[] degrees = problem.DividendDegrees;
        long all = LatticePoints.Counts(degrees.AsSpan(1), degrees[0])[^1];
        if (all == LatticePoints.Saturated || all > Sparseness * terms)
        {
            return terms;
        }

        int[] bounds = problem.QuotientDegrees();
        var within = (UInt128)LatticePoints.Counts(bounds.AsSpan(1), bounds[0])[^1];
        UInt128 pairs = within * (UInt128)terms / (UInt128)all * (UInt128)problem.Divisor.Length;
        return Math.Max(terms, (long)UInt128.Min(pairs, 1L << 40));
    }

    /// <summary>The geometry for the dense method, or null when the box is too empty for it.</summary>
    /// <param name="problem">The dividend and the divisor.</param>
    /// <param name="planes">Words for each coefficient.</param>
    /// <param name="pairs">Pairs of terms; null when any box that can be allocated will do.</param>
    internal static SlabGeometry? DenseGeometry<T>(DivisionProblem<T> problem, int planes, long? pairs)
    {
        SlabGeometry? geometry = ProductChooser.DenseGeometry(
            problem.Layout, problem.BoxDegrees, planes, (pairs ?? 0) * BoxWordsPerPair / ProductChooser.BoxWordsPerPair, pairs is null);
        return geometry is not null && pairs is { } count && geometry.CellCount > SlabCellsPerPair * count ? null : geometry;
    }

    /// <summary>The geometry for the scattered method, or null when slabs would be too many or too large for the pairs.</summary>
    /// <param name="problem">The dividend and the divisor.</param>
    /// <param name="pairs">Pairs of terms; null when any slabs that can be allocated will do.</param>
    internal static SlabGeometry? ScatteredGeometry<T>(DivisionProblem<T> problem, long? pairs) =>
        pairs < SmallestScattered ? null : ProductChooser.ScatteredGeometry(problem.Layout, problem.BoxDegrees, (pairs ?? 0) * StepsPerPair, pairs is null);

    /// <summary>Whether looking up all slices of the divisor for all slabs costs less than the pairs.</summary>
    internal static bool SlicesSuffice(SlabGeometry geometry, SlicedFactor divisor, long pairs) =>
        (long)geometry.SlabCount * divisor.Keys.Length <= StepsPerPair * pairs;
}
