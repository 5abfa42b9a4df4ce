using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// f = q·g, one slab of f after the other in descending order (SlabGeometry). Numbers of slabs and cells add, so the terms of q in slab t − s
// are known once slab t of f − q·g is 0, s the leading slab of g. What the slab of f gets from earlier slices of q and the other slices of
// g is subtracted at once; then its greatest cell that is not 0 gives the next term of q, whose product with the leading slice of g is
// subtracted, until the slab is 0: what is left there without giving a term of q is a remainder.
// Invariant: of every slab above the present one f − q·g is 0; between slabs the sums are 0.
// The order of work of S. C. Johnson, "Sparse polynomial arithmetic" (1974), with slabs instead of terms.

/// <summary>The part of f − q·g in one slab, and the slices of q and g that are subtracted there.</summary>
internal interface IDivisionSlab<T>
{
    /// <summary>Adds terms of the dividend.</summary>
    void AddDividend(int start, int end);

    /// <summary>Subtracts the product of a finished slice of the quotient and a slice of the divisor.</summary>
    void SubtractProduct(int quotientSlice, int divisorSlice);

    /// <summary>The greatest cell up to one that is not 0, and its value; −1 when there is none, then all sums are 0 again.</summary>
    int FindLast(int cell, out T value);

    /// <summary>A new term of the quotient: its product with the leading slice of the divisor is subtracted.</summary>
    void AppendTerm(int cell, T coefficient);

    /// <summary>Ends the present slice of the quotient.</summary>
    void FinishSlice();
}

/// <summary>Decides whether sums that were chosen before the quotient is known are wide enough for it.</summary>
internal interface IQuotientBound<T>
{
    /// <summary>Takes a term of the quotient into account; false when sums might be wrong from here on.</summary>
    bool Include(T coefficient);
}

/// <summary>Division of polynomials slab by slab.</summary>
internal static class SlabDivision
{
    /// <summary>Divides.</summary>
    /// <param name="ring">The ring of coefficients.</param>
    /// <param name="problem">The dividend and the divisor.</param>
    /// <param name="geometry">A box with all monomials of the dividend.</param>
    /// <param name="dividend">The slices of the dividend.</param>
    /// <param name="divisor">The slices of the divisor.</param>
    /// <param name="sums">The slab, all sums 0.</param>
    /// <param name="bound">Proves that sums are right; null when they always are.</param>
    /// <param name="quotient">The quotient; null when there is none.</param>
    /// <returns>Whether the divisor divides; null when a coefficient of the quotient was too large for the sums.</returns>
    internal static bool? TryDivide<T, TRing>(
        TRing ring,
        DivisionProblem<T> problem,
        SlabGeometry geometry,
        SlicedFactor dividend,
        SlicedFactor divisor,
        IDivisionSlab<T> sums,
        IQuotientBound<T>? bound,
        out Polynomial<T>? quotient)
        where TRing : struct, IIntegralDomain<T>
    {
        quotient = null;
        int leading = divisor.Keys[0];
        var terms = new TermList<T>(geometry.WordCount);
        int[] sliceOfKey = new int[Math.Max(0, dividend.Keys[0] - leading) + 1]; // 1 + the slice of the quotient
        int slices = 0;
        ulong[] slabBase = new ulong[geometry.WordCount];
        ulong[] monomial = new ulong[geometry.WordCount];
        ulong[] found = new ulong[geometry.WordCount];
        for (int slab = dividend.Keys[0]; slab >= 0; slab--)
        {
            if (!AddEarlier(dividend, divisor, sums, slab, sliceOfKey))
            {
                continue;
            }

            geometry.SlabBase(slab, slabBase);
            bool any = false;
            for (int cell = geometry.CellCount - 1; (cell = sums.FindLast(cell, out T rest)) >= 0; any = true)
            {
                geometry.Monomial(slabBase, cell, monomial);
                if (!problem.TryDivideByLeading(monomial, found) || !ring.TryDivideExact(rest, problem.Divisor[0], out T coefficient))
                {
                    return false;
                }

                if (bound is not null && !bound.Include(coefficient))
                {
                    return null;
                }

                found.CopyTo(terms.Append(coefficient));
                sums.AppendTerm(cell - divisor.Cells[0], coefficient);
            }

            if (any)
            {
                sums.FinishSlice();
                sliceOfKey[slab - leading] = ++slices;
            }
        }

        (ulong[] exponents, T[] coefficients) = terms.ToArrays();
        quotient = Polynomial<T>.FromSorted(problem.Layout, exponents, coefficients);
        return true;
    }

    private static bool AddEarlier<T>(SlicedFactor dividend, SlicedFactor divisor, IDivisionSlab<T> sums, int slab, int[] sliceOfKey)
    {
        int own = dividend.Find(slab);
        if (own >= 0)
        {
            sums.AddDividend(dividend.Starts[own], dividend.Starts[own + 1]);
        }

        bool touched = own >= 0;
        for (int slice = 1; slice < divisor.Keys.Length; slice++)
        {
            int key = slab - divisor.Keys[slice];
            if (key >= 0 && key < sliceOfKey.Length && sliceOfKey[key] > 0)
            {
                sums.SubtractProduct(sliceOfKey[key] - 1, slice);
                touched = true;
            }
        }

        return touched;
    }
}
