using System.Runtime.CompilerServices;

namespace ConservationLaws.Algebra.LinearAlgebra;

// The inner loop of the dense product modulo an odd prime p < 2³¹: a tile of 6 rows and 2·Count columns of A·B/2³².
//
// Entries are balanced residues |a| ≤ (p − 1)/2 < 2³⁰, so a group of g products with g·((p − 1)/2)² < 2⁶³ fits a signed word w (g ≥ 8).
// Over the groups two words are kept: L = Σw modulo 2⁶⁴ and H = Σ⌊w/2⁴⁰⌋ in 32 bits (at most 128 groups of |⌊w/2⁴⁰⌋| ≤ 2²³). The sum is
// 2⁴⁰·H + R with 0 ≤ R < 128·2⁴⁰ = 2⁴⁷, hence R = L − 2⁴⁰·H exactly. Then V = (2⁴⁰ mod± p)·H + R is reduced by P. L. Montgomery
// (Math. Comp. 44, 1985): with m ≡ V/p modulo 2³², |m| ≤ 2³¹, the number (V − m·p)/2³² is at most p/8 + p/4 + p/2 < p, if p ≥ 2¹⁷.
// For smaller p the whole sum, at most 2¹⁰·p²/4, is the word L, and H is masked out.
//
// Arrays: a holds 6 numbers for each k, b holds 2·Count numbers for each k and one more at the end that is read and not used.
// K. Goto, R. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM TOMS 34 (2008).
internal static class ModularProductKernel<TLanes, TVector>
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    // The words L and H of a tile.
    internal static int SumsLength => 4 * ModularProductConstants.TileRows * TLanes.Count;

    internal static void Tile(
        ref readonly int a, ref readonly int b, int depth, ref uint tile, ref ulong sums, in ModularProductConstants constants)
    {
        Clear(ref sums);
        nuint width = 2 * (nuint)TLanes.Count;
        ref int left = ref Unsafe.AsRef(in a);
        ref int right = ref Unsafe.AsRef(in b);
        for (int k = 0; k < depth; k += constants.Group)
        {
            int length = Math.Min(constants.Group, depth - k);
            Group(ref left, ref right, length, ref sums);
            left = ref Unsafe.Add(ref left, length * ModularProductConstants.TileRows);
            right = ref Unsafe.Add(ref right, (nuint)length * width);
        }

        Reduce(ref sums, ref tile, constants);
    }

    private static void Clear(ref ulong sums)
    {
        for (nuint i = 0; i < (nuint)SumsLength; i += (nuint)TLanes.Count)
        {
            TLanes.StoreWords(default, ref sums, i);
        }
    }

    // Compiled in full at once: a single product would otherwise be over before the loop is found to be hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Group(ref int a, ref int b, int length, ref ulong sums)
    {
        nuint width = 2 * (nuint)TLanes.Count;
        TVector even = TLanes.LoadNumbers(ref b, 0);
        TVector odd = TLanes.LoadNumbers(ref b, 1);
        TVector x = TLanes.Broadcast(a);
        TVector e0 = TLanes.Multiply(x, even);
        TVector o0 = TLanes.Multiply(x, odd);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 1));
        TVector e1 = TLanes.Multiply(x, even);
        TVector o1 = TLanes.Multiply(x, odd);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 2));
        TVector e2 = TLanes.Multiply(x, even);
        TVector o2 = TLanes.Multiply(x, odd);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 3));
        TVector e3 = TLanes.Multiply(x, even);
        TVector o3 = TLanes.Multiply(x, odd);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 4));
        TVector e4 = TLanes.Multiply(x, even);
        TVector o4 = TLanes.Multiply(x, odd);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 5));
        TVector e5 = TLanes.Multiply(x, even);
        TVector o5 = TLanes.Multiply(x, odd);
        for (int k = 1; k < length; k++)
        {
            a = ref Unsafe.Add(ref a, ModularProductConstants.TileRows);
            b = ref Unsafe.Add(ref b, width);
            even = TLanes.LoadNumbers(ref b, 0);
            odd = TLanes.LoadNumbers(ref b, 1);
            x = TLanes.Broadcast(a);
            e0 = TLanes.Add(e0, TLanes.Multiply(x, even));
            o0 = TLanes.Add(o0, TLanes.Multiply(x, odd));
            x = TLanes.Broadcast(Unsafe.Add(ref a, 1));
            e1 = TLanes.Add(e1, TLanes.Multiply(x, even));
            o1 = TLanes.Add(o1, TLanes.Multiply(x, odd));
            x = TLanes.Broadcast(Unsafe.Add(ref a, 2));
            e2 = TLanes.Add(e2, TLanes.Multiply(x, even));
            o2 = TLanes.Add(o2, TLanes.Multiply(x, odd));
            x = TLanes.Broadcast(Unsafe.Add(ref a, 3));
            e3 = TLanes.Add(e3, TLanes.Multiply(x, even));
            o3 = TLanes.Add(o3, TLanes.Multiply(x, odd));
            x = TLanes.Broadcast(Unsafe.Add(ref a, 4));
            e4 = TLanes.Add(e4, TLanes.Multiply(x, even));
            o4 = TLanes.Add(o4, TLanes.Multiply(x, odd));
            x = TLanes.Broadcast(Unsafe.Add(ref a, 5));
            e5 = TLanes.Add(e5, TLanes.Multiply(x, even));
            o5 = TLanes.Add(o5, TLanes.Multiply(x, odd));
        }

        Count(e0, ref sums, 0);
        Count(o0, ref sums, 1);
        Count(e1, ref sums, 2);
        Count(o1, ref sums, 3);
        Count(e2, ref sums, 4);
        Count(o2, ref sums, 5);
        Count(e3, ref sums, 6);
        Count(o3, ref sums, 7);
        Count(e4, ref sums, 8);
        Count(o4, ref sums, 9);
        Count(e5, ref sums, 10);
        Count(o5, ref sums, 11);
    }

    // L ← L + w, H ← H + ⌊w/2⁴⁰⌋ for one of the twelve vectors.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Count(TVector sum, ref ulong sums, nuint vector)
    {
        nuint low = 2 * vector * (nuint)TLanes.Count;
        nuint high = low + (nuint)TLanes.Count;
        TLanes.StoreWords(TLanes.Add(TLanes.LoadWords(ref sums, low), sum), ref sums, low);
        TLanes.StoreWords(TLanes.CountHigh(TLanes.LoadWords(ref sums, high), sum), ref sums, high);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Reduce(ref ulong sums, ref uint tile, in ModularProductConstants constants)
    {
        TVector prime = TLanes.BroadcastNumber(constants.Prime);
        TVector inverse = TLanes.Broadcast(constants.InverseOfPrime);
        TVector power = TLanes.Broadcast(constants.PowerOfTwo40);
        TVector mask = TLanes.BroadcastNumber(constants.HighMask);
        for (nuint row = 0; row < ModularProductConstants.TileRows; row++)
        {
            TVector even = Reduce(ref sums, 2 * row, prime, inverse, power, mask);
            TVector odd = Reduce(ref sums, (2 * row) + 1, prime, inverse, power, mask);
            TVector residues = TLanes.ToResidues(TLanes.Interleave(even, odd), prime);
            TLanes.StoreNumbers(residues, ref tile, row * 2 * (nuint)TLanes.Count);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Reduce(ref ulong sums, nuint vector, TVector prime, TVector inverse, TVector power, TVector mask)
    {
        nuint low = 2 * vector * (nuint)TLanes.Count;
        TVector high = TLanes.HighToLow(TLanes.And(TLanes.LoadWords(ref sums, low + (nuint)TLanes.Count), mask));
        TVector rest = TLanes.Subtract(TLanes.LoadWords(ref sums, low), TLanes.ShiftLeft40(high));
        TVector value = TLanes.Add(rest, TLanes.Multiply(high, power));
        return TLanes.Subtract(value, TLanes.Multiply(TLanes.Multiply(value, inverse), prime));
    }
}
