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
    internal static Polynomial<T>? TrySum<T, TRing>(TRing ring, MonomialLayout layout, PackedPair<T>[] pairs)
        where TRing : struct, IRing<T>
    {
        if (typeof(TRing) == typeof(IntegerRing))
        {
            return (Polynomial<T>?)(object?)IntegerProducts.TrySum(layout, (PackedPair<Integer>[])(object)pairs);
        }

        if (typeof(TRing) == typeof(PrimeField))
        {
            return (Polynomial<T>?)(object?)ResidueProducts.TrySum(((PrimeField)(object)ring).Modulus, layout, (PackedPair<uint>[])(object)pairs);
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
                degrees[place + 1] = Math.Max(degrees[place + 1], Degree(layout, pair.LeftExponents, place) + Degree(layout, pair.RightExponents, place));
            }
        }

        return degrees;
    }

    private static int Degree(MonomialLayout layout, ulong[] exponents, int place)
    {
        (int word, int shift) = layout.Locate(place);
        if (place < 0)
        {
            return layout.TotalDegree(exponents[0]);
        }

        ulong greatest = 0;
        for (; word < exponents.Length; word += layout.WordCount)
        {
            greatest = Math.Max(greatest, (exponents[word] >> shift) & layout.FieldMask);
        }

        return (int)greatest;
    }
}
