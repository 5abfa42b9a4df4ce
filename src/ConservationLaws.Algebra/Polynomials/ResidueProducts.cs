namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Sums of products of polynomials over a prime field by methods on machine words.</summary>
internal static class ResidueProducts
{
    /// <summary>The sum of products; null when monomials are too large for every method here.</summary>
    internal static Polynomial<uint>? TrySum(uint modulus, MonomialLayout layout, PackedPair<uint>[] pairs)
    {
        long products = 0;
        foreach (PackedPair<uint> pair in pairs)
        {
            products += pair.Products;
        }

        SlabGeometry? geometry = ProductChooser.DenseGeometry(layout, WordProducts.Degrees<uint>(layout, pairs), 1, products);
        if (geometry is null && layout.WordCount > 1)
        {
            return null;
        }

        (ulong[] exponents, uint[] coefficients) = geometry is not null ? Dense(modulus, geometry, pairs)
            : HashProduct<uint, ulong, uint, ResidueSums>.Sum(
                Array.ConvertAll(pairs, static pair => new HashPair<uint>(pair.LeftExponents, pair.Left, pair.RightExponents, pair.Right)),
                new ResidueSums(modulus),
                static c => c == 0);
        return Polynomial<uint>.FromSorted(layout, exponents, coefficients);
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
