using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Two factors in the layout of their product.</summary>
internal readonly record struct PackedPair<T>(ulong[] LeftExponents, T[] Left, ulong[] RightExponents, T[] Right)
{
    internal long Products => Left.LongLength * Right.Length;
}

/// <summary>Sums of products with coefficients in machine words, for the rings that have them.</summary>
internal static class WordProducts
{
    /// <summary>The sum of the products of all pairs; null when the general method has to do it.</summary>
    /// <param name="ring">The ring of coefficients.</param>
    /// <param name="layout">The layout of all monomials.</param>
    /// <param name="pairs">The factors, not zero.</param>
    /// <param name="forced">The only method to use, if possible at all; null to choose.</param>
    internal static Polynomial<T>? TrySum<T, TRing>(TRing ring, MonomialLayout layout, PackedPair<T>[] pairs, ProductMethod? forced = null)
        where TRing : struct, IRing<T>
    {
        if (typeof(TRing) == typeof(IntegerRing))
        {
            return (Polynomial<T>?)(object?)IntegerProducts.TrySum(layout, (PackedPair<Integer>[])(object)pairs, forced);
        }

        if (typeof(TRing) == typeof(PrimeField))
        {
            return (Polynomial<T>?)(object?)ResidueProducts.TrySum(((PrimeField)(object)ring).Modulus, layout, (PackedPair<uint>[])(object)pairs, forced);
        }

        return null;
    }

    /// <summary>Bounds on the total degree and on the exponents of all variables but the last, of all products.</summary>
    internal static int[] Degrees<T>(MonomialLayout layout, ReadOnlySpan<PackedPair<T>> pairs)
    {
        int[] degrees = new int[Math.Max(1, layout.Variables.Length)];
        for (int place = -1; place < degrees.Length - 1; place++)
        {
            foreach (PackedPair<T> pair in pairs)
            {
                degrees[place + 1] = Math.Max(degrees[place + 1], layout.Degree(pair.LeftExponents, place) + layout.Degree(pair.RightExponents, place));
            }
        }

        return degrees;
    }

    /// <summary>The sum of products with coefficients in words, scattered or hashed; null when a monomial takes more words than hashing allows.</summary>
    internal static Polynomial<T>? TrySumWords<TFactor, TSum, T, TSums>(
        MonomialLayout layout, PackedPair<TFactor>[] pairs, int[] degrees, TSums sums, Func<T, bool> isZero, ProductMethod? forced)
        where TSum : struct
        where TSums : struct, ITermSums<TFactor, TSum, T>
    {
        long products = 0;
        foreach (PackedPair<TFactor> pair in pairs)
        {
            products += pair.Products;
        }

        bool only = forced is ProductMethod.Scattered;
        if (forced is not ProductMethod.Hash && ProductChooser.ScatteredGeometry(layout, degrees, products, only) is { } geometry)
        {
            ScatteredPair<TFactor>[] scattered = Array.ConvertAll(pairs, pair => new ScatteredPair<TFactor>(
                new SlicedFactor(geometry, pair.LeftExponents), pair.Left, new SlicedFactor(geometry, pair.RightExponents), pair.Right));
            if (only || ProductChooser.SlicesSuffice(
                geometry.SlabCount, scattered.Sum(static pair => pair.LeftSlices.Keys.LongLength), scattered.Sum(static pair => pair.Left.LongLength), products))
            {
                (ulong[] exponents, T[] coefficients) = ScatteredProduct<TFactor, TSum, T, TSums>.Sum(geometry, scattered, sums, isZero);
                return Polynomial<T>.FromSorted(layout, exponents, coefficients);
            }
        }

        return layout.WordCount == 1 && !only ? SumHashed<TFactor, TSum, T, TSums>(layout, pairs, sums, isZero) : null;
    }

    private static Polynomial<T> SumHashed<TFactor, TSum, T, TSums>(MonomialLayout layout, PackedPair<TFactor>[] pairs, TSums sums, Func<T, bool> isZero)
        where TSum : struct
        where TSums : struct, ITermSums<TFactor, TSum, T>
    {
        // The last exponent follows from the others and the total degree.
        ulong relevant = ~(layout.FieldMask << layout.Locate(layout.Variables.Length - 1).Shift);
        (ulong[] exponents, T[] coefficients) = HashProduct<TFactor, TSum, T, TSums>.Sum(pairs, relevant, sums, isZero);
        return Polynomial<T>.FromSorted(layout, exponents, coefficients);
    }
}
