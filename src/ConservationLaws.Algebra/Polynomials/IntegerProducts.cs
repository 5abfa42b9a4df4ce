using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Bounds first: |coefficient of f·g| ≤ min(Σ|fᵢ|·max|gⱼ|, max|fᵢ|·Σ|gⱼ|); their sum over all pairs decides how wide sums have to be.

/// <summary>Sums of products of polynomials over Z by methods on machine words.</summary>
internal static class IntegerProducts
{
    private static readonly UInt128 Saturated = UInt128.MaxValue >> 1;

    /// <summary>The sum of products; null when coefficients or monomials are too large for every method here.</summary>
    internal static Polynomial<Integer>? TrySum(MonomialLayout layout, PackedPair<Integer>[] pairs, ProductMethod? forced)
    {
        long products = 0;
        UInt128 bound = 0;
        bool words = true;
        bool digits = true;
        var sizes = new (CoefficientSize Left, CoefficientSize Right)[pairs.Length];
        for (int pair = 0; pair < pairs.Length; pair++)
        {
            (CoefficientSize left, CoefficientSize right) = (CoefficientSize.Of(pairs[pair].Left), CoefficientSize.Of(pairs[pair].Right));
            sizes[pair] = (left, right);
            products += pairs[pair].Products;
            words &= left.FitsWord && right.FitsWord;
            digits &= left.Bits <= 31 && right.Bits <= 31;
            bound = UInt128.Min(Saturated, bound + CoefficientSize.ProductBound(left, right));
        }

        int[] degrees = WordProducts.Degrees<Integer>(layout, pairs);
        Polynomial<Integer>? dense = forced is null or ProductMethod.Dense
            ? TryDense(layout, pairs, sizes, degrees, products, digits && bound < UInt128.One << 63, forced is not null)
            : null;
        return dense ?? (words && forced is not ProductMethod.Dense ? TryWords(layout, pairs, degrees, bound, forced) : null);
    }

    // A single digit of a single plane, or digits as wide as sums allow.
    private static Polynomial<Integer>? TryDense(
        MonomialLayout layout,
        PackedPair<Integer>[] pairs,
        (CoefficientSize Left, CoefficientSize Right)[] sizes,
        int[] degrees,
        long products,
        bool single,
        bool forced)
    {
        int width = 32;
        int planes = 1;
        if (!single)
        {
            var factors = new (long LeftBits, long RightBits, int Terms)[pairs.Length];
            for (int pair = 0; pair < factors.Length; pair++)
            {
                factors[pair] = (sizes[pair].Left.Bits, sizes[pair].Right.Bits, Math.Min(pairs[pair].Left.Length, pairs[pair].Right.Length));
            }

            width = DigitPlanes.Width(factors);
            if (width == 0)
            {
                return null;
            }

            long most = 0;
            foreach ((long left, long right, _) in factors)
            {
                most = Math.Max(most, DigitPlanes.Count(left, width) + DigitPlanes.Count(right, width) - 1);
            }

            planes = (int)Math.Min(most, ProductChooser.Largest);
        }

        SlabGeometry? geometry = ProductChooser.DenseGeometry(layout, degrees, planes, products, forced);
        if (geometry is null)
        {
            return null;
        }

        var dense = new DensePair[pairs.Length];
        for (int pair = 0; pair < dense.Length; pair++)
        {
            (ulong[] leftExponents, Integer[] leftCoefficients, ulong[] rightExponents, Integer[] rightCoefficients) = pairs[pair];
            var left = new SlicedFactor(geometry, leftExponents);
            var right = new SlicedFactor(geometry, rightExponents);
            int leftDigits = single ? 1 : (int)DigitPlanes.Count(sizes[pair].Left.Bits, width);
            int rightDigits = single ? 1 : (int)DigitPlanes.Count(sizes[pair].Right.Bits, width);
            dense[pair] = new DensePair(
                left,
                DenseRows.Gather(left, DigitPlanes.Split(leftCoefficients, width, leftDigits), geometry.CellCount, 1),
                right,
                DenseRows.Gather(right, DigitPlanes.Split(rightCoefficients, width, rightDigits), geometry.CellCount, DenseRowKernels.Width));
        }

        (ulong[] exponents, Integer[] coefficients) = planes == 1
            ? DenseProduct.Sum<Integer, WordReader>(geometry, dense, 1, 0, default)
            : DenseProduct.Sum<Integer, DigitReader>(geometry, dense, planes, 0, new DigitReader(planes, width));
        return Polynomial<Integer>.FromSorted(layout, exponents, coefficients);
    }

    private static Polynomial<Integer>? TryWords(MonomialLayout layout, PackedPair<Integer>[] pairs, int[] degrees, UInt128 bound, ProductMethod? forced)
    {
        PackedPair<long>[] words = Array.ConvertAll(pairs, static pair => new PackedPair<long>(
            pair.LeftExponents, Array.ConvertAll(pair.Left, static c => (long)c), pair.RightExponents, Array.ConvertAll(pair.Right, static c => (long)c)));
        return bound < UInt128.One << 63 ? WordProducts.TrySumWords<long, long, Integer, WordSums>(layout, words, degrees, default, static c => c.IsZero, forced)
            : bound < Saturated ? WordProducts.TrySumWords<long, (ulong Low, long High), Integer, TwoWordSums>(layout, words, degrees, default, static c => c.IsZero, forced)
            : WordProducts.TrySumWords<long, (ulong Low, ulong Middle, long High), Integer, ThreeWordSums>(layout, words, degrees, default, static c => c.IsZero, forced);
    }
}
