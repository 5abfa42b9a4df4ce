namespace ConservationLaws.Algebra.Polynomials;

/// <summary>How a sum of products of polynomials over Z or a prime field is computed.</summary>
internal enum ProductMethod
{
    /// <summary>One hash table with the operations of the ring: any monomials and coefficients (<see cref="TermAccumulator{T, TRing}"/>).</summary>
    Accumulator,

    /// <summary>Machine words, a small hash table for one range of monomials after the other (<see cref="HashProduct{TFactor, TSum, T, TSums}"/>).</summary>
    Hash,

    /// <summary>An array over all monomials of a box, worked in slabs by vector operations (<see cref="DenseProduct"/>).</summary>
    Dense,
}

/// <summary>Chooses among the algorithms for sums of products; the thresholds of all of them.</summary>
internal static class ProductChooser
{
    /// <summary>Pairs of terms below which nothing is prepared.</summary>
    internal const long SmallestPrepared = 256;

    /// <summary>Words of a slab, all planes of digits together: half of a second-level cache.</summary>
    internal const long LargestSlab = 1 << 15;

    /// <summary>Cells of a row, which is never cut.</summary>
    internal const long LargestRow = 1 << 22;

    /// <summary>Words of the box for each pair of terms up to which reading the box out costs less than searching a hash table.</summary>
    internal const long BoxWordsPerPair = 8;

    /// <summary>The geometry for the dense method, or null when the box is too empty for it.</summary>
    /// <param name="layout">The layout of the monomials of the result.</param>
    /// <param name="degrees">Bounds on the total degree and on the exponents of all variables but the last.</param>
    /// <param name="planes">Words for each coefficient of the result.</param>
    /// <param name="pairs">Pairs of terms.</param>
    internal static SlabGeometry? DenseGeometry(MonomialLayout layout, ReadOnlySpan<int> degrees, int planes, long pairs)
    {
        if (layout.Variables.IsEmpty)
        {
            return null;
        }

        UInt128 box = (UInt128)planes;
        foreach (int degree in degrees)
        {
            box *= (UInt128)(degree + 1L);
            if (box > (UInt128)(BoxWordsPerPair * pairs))
            {
                return null;
            }
        }

        return SlabGeometry.TryCreate(layout, degrees, LargestSlab / planes, LargestRow) ?? SlabGeometry.TryCreate(layout, degrees, LargestRow, LargestRow);
    }
}
