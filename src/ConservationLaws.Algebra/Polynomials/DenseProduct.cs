using System.Runtime.Intrinsics;

namespace ConservationLaws.Algebra.Polynomials;

// One slab of the result after the other, in descending order: for every slice of a left factor the slice of the right factor that leads into
// the slab, all their terms multiplied into an array over the cells of the slab (and the planes of digits), which is read out in descending
// order and cleared. No sort, no search.
// Invariant: between slabs all words are 0. The array has a block more than it has cells: blocks may reach over the end, where they add 0.

/// <summary>A pair of factors prepared for a product on slabs.</summary>
internal readonly record struct DensePair(SlicedFactor Left, DenseRows LeftDigits, SlicedFactor Right, DenseRows RightBlocks);

/// <summary>Reads a coefficient out of the words that were summed up.</summary>
internal interface IPlaneReader<T>
{
    /// <summary>The coefficient whose lowest plane is the first word.</summary>
    /// <param name="planes">The words from that one on.</param>
    /// <param name="stride">The distance of planes.</param>
    /// <param name="coefficient">The coefficient.</param>
    /// <returns>Whether it is not zero.</returns>
    bool TryRead(ReadOnlySpan<long> planes, int stride, out T coefficient);
}

/// <summary>Sums of products of polynomials whose monomials fill much of a box.</summary>
internal static class DenseProduct
{
    /// <summary>The sum of the products of all pairs as packed monomials, descending, and coefficients, not zero.</summary>
    /// <param name="geometry">The box.</param>
    /// <param name="pairs">The factors.</param>
    /// <param name="planes">How many planes the words of a slab have.</param>
    /// <param name="correction">Twice the square of the prime modulus, or 0.</param>
    /// <param name="reader">Reads coefficients out of planes.</param>
    internal static (ulong[] Exponents, T[] Coefficients) Sum<T, TReader>(
        SlabGeometry geometry, ReadOnlySpan<DensePair> pairs, int planes, long correction, TReader reader)
        where TReader : struct, IPlaneReader<T>
    {
        long[] sums = new long[((long)planes * geometry.CellCount) + Vector512<long>.Count];
        var terms = new TermList<T>(geometry.WordCount);
        for (int slab = geometry.SlabCount - 1; slab >= 0; slab--)
        {
            bool touched = false;
            foreach (DensePair pair in pairs)
            {
                touched |= AddSlices(sums, pair, slab, correction);
            }

            if (touched)
            {
                ReadOut(geometry, sums.AsSpan(0, planes * geometry.CellCount), slab, terms, reader);
                Array.Clear(sums);
            }
        }

        return terms.ToArrays();
    }

    private static bool AddSlices(long[] sums, in DensePair pair, int slab, long correction)
    {
        bool touched = false;
        int[] keys = pair.Left.Keys;
        (DenseRows left, DenseRows right) = (pair.LeftDigits, pair.RightBlocks);
        int width = right.Digits.Length / Math.Max(1, right.Cells.Length);
        for (int slice = 0; slice < keys.Length; slice++)
        {
            int partner = pair.Right.Find(slab - keys[slice]);
            if (partner < 0)
            {
                continue;
            }

            touched = true;
            (int start, int end) = (left.Starts[slice], left.Starts[slice + 1]);
            (int first, int last) = (right.Starts[partner], right.Starts[partner + 1]);
            DenseRowKernels.Add(
                sums,
                left.Cells.AsSpan(start, end - start),
                left.Digits.AsSpan(start, end - start),
                right.Cells.AsSpan(first, last - first),
                right.Digits.AsSpan(first * width, (last - first) * width),
                correction);
        }

        return touched;
    }

    private static void ReadOut<T, TReader>(SlabGeometry geometry, ReadOnlySpan<long> sums, int slab, TermList<T> terms, TReader reader)
        where TReader : struct, IPlaneReader<T>
    {
        const int Group = SlabGeometry.GroupCells;
        int words = geometry.WordCount;
        int stride = geometry.CellCount;
        ReadOnlySpan<ulong> step = geometry.CellStep;
        ulong[] slabBase = new ulong[words];
        geometry.SlabBase(slab, slabBase);
        for (int start = stride - Group; start >= 0; start -= Group)
        {
            Vector512<long> any = default;
            for (int plane = start; plane < sums.Length; plane += stride)
            {
                any |= Vector512.Create(sums.Slice(plane, Group));
            }

            if (any == default)
            {
                continue;
            }

            ReadOnlySpan<ulong> groupBase = geometry.GroupBase(start / Group);
            for (int cell = Group - 1; cell >= 0; cell--)
            {
                if (reader.TryRead(sums[(start + cell)..], stride, out T coefficient))
                {
                    Span<ulong> monomial = terms.Append(coefficient);
                    for (int word = 0; word < monomial.Length; word++)
                    {
                        monomial[word] = unchecked(slabBase[word] + groupBase[word] + ((ulong)cell * step[word]));
                    }
                }
            }
        }
    }
}
