namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Sums of products of polynomials over a prime field by methods on machine words.</summary>
internal static class ResidueProducts
{
    /// <summary>The sum of products; null when monomials are too large for every method here.</summary>
    internal static Polynomial<uint>? TrySum(uint modulus, MonomialLayout layout, PackedPair<uint>[] pairs, ProductMethod? forced)
    {
        long products = 0;
        foreach (PackedPair<uint> pair in pairs)
        {
            products += pair.Products;
        }

        int[] degrees = WordProducts.Degrees<uint>(layout, pairs);
        if ((forced is null or ProductMethod.Dense) && ProductChooser.DenseGeometry(layout, degrees, 1, products, forced is not null) is { } geometry)
        {
            (ulong[] exponents, uint[] coefficients) = Dense(modulus, geometry, pairs);
            return Polynomial<uint>.FromSorted(layout, exponents, coefficients);
        }

        return forced is ProductMethod.Dense ? null
            : WordProducts.TrySumWords<uint, ulong, uint, ResidueSums>(layout, pairs, degrees, new ResidueSums(modulus), static c => c == 0, forced);
    }

    private static (ulong[] Exponents, uint[] Coefficients) Dense(uint modulus, SlabGeometry geometry, PackedPair<uint>[] pairs)
    {
        DensePair[] dense = Array.ConvertAll(pairs, pair =>
        {
            var left = new SlicedFactor(geometry, pair.LeftExponents);
            var right = new SlicedFactor(geometry, pair.RightExponents);
            return new DensePair(
                left,
                DenseRows.Gather(left, Array.ConvertAll(pair.Left, static c => (int)c), geometry.CellCount, 1),
                right,
                DenseRows.Gather(right, Array.ConvertAll(pair.Right, static c => (int)c), geometry.CellCount, DenseRowKernels.Width));
        });
        return DenseProduct.Sum<uint, ResidueReader>(geometry, dense, 1, 2L * modulus * modulus, new ResidueReader(modulus));
    }
}
