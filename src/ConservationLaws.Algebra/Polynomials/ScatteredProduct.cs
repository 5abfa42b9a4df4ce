using System.Buffers.Binary;

namespace ConservationLaws.Algebra.Polynomials;

// As DenseProduct, slab by slab, but for results that fill few of the cells: the sum of a cell is found by its number, without a search; a
// byte for each group of cells says whether any was touched, so that only those are read out and cleared, in descending order without a sort.
// Invariant: between slabs all sums and marks are 0.
// M. Monagan, R. Pearce, "Sparse polynomial multiplication and division in Maple 14" (2010) use such an array for one slab of everything.

/// <summary>A pair of factors prepared for a product on slabs.</summary>
internal readonly record struct ScatteredPair<TFactor>(SlicedFactor LeftSlices, TFactor[] Left, SlicedFactor RightSlices, TFactor[] Right);

/// <summary>Sums of products of polynomials whose monomials are scattered in a box.</summary>
internal static class ScatteredProduct<TFactor, TSum, T, TSums>
    where TSum : struct
    where TSums : struct, ITermSums<TFactor, TSum, T>
{
    private const int Group = SlabGeometry.GroupCells;

    /// <summary>The sum of the products of all pairs as packed monomials, descending, and coefficients, not zero.</summary>
    internal static (ulong[] Exponents, T[] Coefficients) Sum(SlabGeometry geometry, ReadOnlySpan<ScatteredPair<TFactor>> pairs, TSums arithmetic, Func<T, bool> isZero)
    {
        var sums = new TSum[geometry.CellCount];
        byte[] marks = new byte[((geometry.CellCount / Group) + 7) & ~7];
        var terms = new TermList<T>(geometry.WordCount);
        for (int slab = geometry.SlabCount - 1; slab >= 0; slab--)
        {
            bool touched = false;
            foreach (ScatteredPair<TFactor> pair in pairs)
            {
                touched |= AddSlices(sums, marks, pair, slab, arithmetic);
            }

            if (touched)
            {
                ReadOut(geometry, sums, marks, slab, terms, arithmetic, isZero);
            }
        }

        return terms.ToArrays();
    }

    private static bool AddSlices(TSum[] sums, byte[] marks, in ScatteredPair<TFactor> pair, int slab, TSums arithmetic)
    {
        bool touched = false;
        int[] keys = pair.LeftSlices.Keys;
        for (int slice = 0; slice < keys.Length; slice++)
        {
            int partner = pair.RightSlices.Find(slab - keys[slice]);
            if (partner < 0)
            {
                continue;
            }

            touched = true;
            (int start, int end) = (pair.LeftSlices.Starts[slice], pair.LeftSlices.Starts[slice + 1]);
            (int first, int last) = (pair.RightSlices.Starts[partner], pair.RightSlices.Starts[partner + 1]);
            ReadOnlySpan<int> cells = pair.RightSlices.Cells.AsSpan(first, last - first);
            ReadOnlySpan<TFactor> factors = pair.Right.AsSpan(first, last - first);
            for (int term = start; term < end; term++)
            {
                AddRow(sums, marks, pair.LeftSlices.Cells[term], pair.Left[term], cells, factors, arithmetic);
            }
        }

        return touched;
    }

    /// <summary>Adds the products of one left term with right terms and marks their groups of cells.</summary>
    internal static void AddRow(
        TSum[] sums, byte[] marks, int origin, TFactor factor, ReadOnlySpan<int> cells, ReadOnlySpan<TFactor> factors, TSums arithmetic)
    {
        unchecked
        {
            factors = factors[..cells.Length];
            for (int j = 0; j < cells.Length; j++)
            {
                uint cell = (uint)(origin + cells[j]);
                arithmetic.AddProduct(ref sums[cell], factor, factors[j]);
                marks[cell / Group] = 1;
            }
        }
    }

    private static void ReadOut(SlabGeometry geometry, TSum[] sums, byte[] marks, int slab, TermList<T> terms, TSums arithmetic, Func<T, bool> isZero)
    {
        ReadOnlySpan<ulong> step = geometry.CellStep;
        ulong[] slabBase = new ulong[geometry.WordCount];
        geometry.SlabBase(slab, slabBase);
        for (int eight = marks.Length - 8; eight >= 0; eight -= 8)
        {
            Span<byte> marked = marks.AsSpan(eight, 8);
            if (BinaryPrimitives.ReadUInt64LittleEndian(marked) == 0)
            {
                continue;
            }

            for (int group = 7; group >= 0; group--)
            {
                if (marked[group] == 0)
                {
                    continue;
                }

                Span<TSum> cells = sums.AsSpan((eight + group) * Group, Group);
                ReadOnlySpan<ulong> groupBase = geometry.GroupBase(eight + group);
                for (int cell = Group - 1; cell >= 0; cell--)
                {
                    T coefficient = arithmetic.Read(in cells[cell]);
                    if (isZero(coefficient))
                    {
                        continue;
                    }

                    Span<ulong> monomial = terms.Append(coefficient);
                    for (int word = 0; word < monomial.Length; word++)
                    {
                        monomial[word] = unchecked(slabBase[word] + groupBase[word] + ((ulong)cell * step[word]));
                    }
                }

                cells.Clear();
            }

            marked.Clear();
        }
    }
}
