using System.Numerics;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>How a sum of products of polynomials over Z or a prime field is computed.</summary>
internal enum ProductMethod
{
    /// <summary>One hash table with the operations of the ring: any monomials and coefficients (<see cref="TermAccumulator{T, TRing}"/>).</summary>
    Accumulator,

    /// <summary>Machine words, a small hash table for one range of monomials after the other (<see cref="HashProduct{TFactor, TSum, T, TSums}"/>).</summary>
    Hash,

    /// <summary>Machine words in an array over the cells of one slab of a box after the other (<see cref="ScatteredProduct{TFactor, TSum, T, TSums}"/>).</summary>
    Scattered,

    /// <summary>An array over all monomials of a box, worked in slabs by vector operations (<see cref="DenseProduct"/>).</summary>
    Dense,
}

// The benchmarks behind the numbers: f·(f + 1) for f = (1 + x + y + z + t)ⁿ, n = 10, 15, 20 (dense); (1 + x + y + 2z² + 3t³ + 5u⁵)ⁿ times
// (1 + u + t + 2z² + 3y³ + 5x⁵)ⁿ, n = 8, 12 (scattered); random exponents below 1000 in five variables (hashed); products of 2×2 to
// 400×400 random terms in 3 to 20 variables (small ones). CPU time of one thread, Zen 3 with 512 kB of second-level cache.

/// <summary>Chooses among the algorithms for sums of products; the thresholds of all of them.</summary>
internal static class ProductChooser
{
    /// <summary>Pairs of terms below which nothing is prepared: bounds and tables cost as much as hashing 200 pairs.</summary>
    internal const long SmallestPrepared = 256;

    /// <summary>Words of a dense slab, all planes of digits together: half of a second-level cache. Fewer words make slices short.</summary>
    internal const long LargestDenseSlab = 1 << 15;

    /// <summary>Words of the box for each pair of terms up to which reading the box out costs less than searching a hash table.</summary>
    internal const long BoxWordsPerPair = 2;

    /// <summary>Cells of a scattered slab, of which few are touched. Smaller slabs make slices short.</summary>
    internal const long LargestScatteredSlab = 1 << 18;

    /// <summary>Pairs of terms for each cell of a scattered slab: its tables take as long as hashing a pair.</summary>
    internal const long PairsPerCell = 2;

    /// <summary>Pairs of terms below which hashing needs no more than one small table.</summary>
    internal const long SmallestScattered = 1 << 14;

    /// <summary>Cells of a row, which is never cut, and the greatest number of slabs: what is reasonable to allocate.</summary>
    internal const long Largest = 1 << 22;

    /// <summary>Terms of a slice on average below which the scattered method is slower than hashing.</summary>
    internal const long TermsPerSlice = 4;

    /// <summary>Cells whose marks are read in one step of the scattered method.</summary>
    private const long CellsPerStep = 8 * SlabGeometry.GroupCells;

    /// <summary>Whether the prepared methods are out of the question, seen from the layout alone.</summary>
    /// <remarks>Every variable of the layout occurs, so the box of n variables has at least 2ⁿ⁻¹ cells; hashing takes monomials of one word.</remarks>
    /// <param name="layout">The layout of the monomials of the result, no larger than the factors ask for.</param>
    /// <param name="pairs">Pairs of terms, at least 1.</param>
    internal static bool IsTooSparse(MonomialLayout layout, long pairs) =>
        layout.WordCount > 1 && layout.Variables.Length - 1 > BitOperations.Log2((ulong)pairs) + BitOperations.Log2((ulong)CellsPerStep);

    /// <summary>The geometry for the dense method, or null when the box is too empty for it.</summary>
    /// <param name="layout">The layout of the monomials of the result.</param>
    /// <param name="degrees">Bounds on the total degree and on the exponents of all variables but the last.</param>
    /// <param name="planes">Words for each coefficient of the result.</param>
    /// <param name="pairs">Pairs of terms.</param>
    /// <param name="forced">Whether any box that can be allocated will do.</param>
    internal static SlabGeometry? DenseGeometry(MonomialLayout layout, ReadOnlySpan<int> degrees, int planes, long pairs, bool forced)
    {
        UInt128 box = (UInt128)planes;
        foreach (int degree in degrees)
        {
            box *= (UInt128)(degree + 1L);
            if (!forced && box > (UInt128)BoxWordsPerPair * (UInt128)pairs)
            {
                return null;
            }
        }

        return layout.Variables.IsEmpty ? null
            : SlabGeometry.TryCreate(layout, degrees, LargestDenseSlab / planes, Largest)
                ?? SlabGeometry.TryCreate(layout, degrees, Largest / planes, Largest);
    }

    /// <summary>The geometry for the scattered method, or null when slabs would be too many or too large for the pairs.</summary>
    /// <param name="layout">The layout of the monomials of the result.</param>
    /// <param name="degrees">Bounds on the total degree and on the exponents of all variables but the last.</param>
    /// <param name="pairs">Pairs of terms.</param>
    /// <param name="forced">Whether any slabs that can be allocated will do.</param>
    internal static SlabGeometry? ScatteredGeometry(MonomialLayout layout, ReadOnlySpan<int> degrees, long pairs, bool forced)
    {
        if (layout.Variables.IsEmpty || (!forced && pairs < SmallestScattered))
        {
            return null;
        }

        SlabGeometry? geometry = SlabGeometry.TryCreate(
            layout, degrees, forced ? LargestScatteredSlab : Math.Min(pairs / PairsPerCell, LargestScatteredSlab), forced ? Largest : Math.Min(pairs, Largest));
        return geometry is null || (!forced && (long)geometry.SlabCount * geometry.CellCount / CellsPerStep > pairs) ? null : geometry;
    }

    /// <summary>Whether slices have enough terms for the scattered method, and searching them costs less than what it saves.</summary>
    /// <param name="slabs">How many slabs there are.</param>
    /// <param name="leftSlices">The slices of all left factors.</param>
    /// <param name="leftTerms">The terms of all left factors.</param>
    /// <param name="pairs">Pairs of terms.</param>
    internal static bool SlicesSuffice(int slabs, long leftSlices, long leftTerms, long pairs) =>
        (UInt128)slabs * (UInt128)leftSlices <= (UInt128)pairs && leftSlices * TermsPerSlice <= leftTerms;
}
