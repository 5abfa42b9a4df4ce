using System.Runtime.CompilerServices;

namespace ConservationLaws.Algebra.LinearAlgebra;

// The inner loop of the dense product modulo an odd prime p < 2³¹: a tile of 6 rows and 2·Count columns of A·B/2³².
//
// Entries are balanced residues |a| ≤ (p − 1)/2 < 2³⁰, so a group of 8 products fits a signed word w: |w| ≤ 8·((p − 1)/2)² < 2⁶³.
// Over the groups two words are kept: L = Σw modulo 2⁶⁴ and H = Σ⌊w/2⁴⁰⌋ in 32 bits (at most 128 groups of |⌊w/2⁴⁰⌋| ≤ 2²³). The sum is
// 2⁴⁰·H + R with 0 ≤ R < 128·2⁴⁰ = 2⁴⁷, hence R = L − 2⁴⁰·H exactly. Then V = (2⁴⁰ mod± p)·H + R is reduced by P. L. Montgomery
// (Math. Comp. 44, 1985): with m ≡ V/p modulo 2³², |m| ≤ 2³¹, the number (V − m·p)/2³² is at most p/8 + p/4 + p/2 < p, if p ≥ 2¹⁷.
// For smaller p the whole sum, at most 2¹⁰·p²/4, is the word L, and H is masked out.
//
// Each of the twelve vectors of sums ends its group at a step of its own, one or two vectors at each of the 8 steps of a round: were all to
// end at once, multiplications would wait for stores. So a vector that ends at step s has s products in its first group, 8 − s in its last
// and 8 in the others: at most one group more than there are rounds.
//
// Arrays: a holds 6 numbers for each k, b holds 2·Count numbers for each k and one more at the end that is read and not used.
// K. Goto, R. van de Geijn, "Anatomy of high-performance matrix multiplication", ACM TOMS 34 (2008).
internal static class ModularProductKernel<TLanes, TVector>
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    private const int Group = ModularProductConstants.Group;

    private const int TileRows = ModularProductConstants.TileRows;

    // The words L and H of a tile.
    internal static int SumsLength => 4 * TileRows * TLanes.Count;

    // The depth is a multiple of Group. Compiled in full at once: a single product would otherwise be over before the loop is found to be hot.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Tile(
        ref readonly int a, ref readonly int b, int depth, ref uint tile, ref ulong sums, in ModularProductConstants constants)
    {
        Clear(ref sums);
        ref int left = ref Unsafe.AsRef(in a);
        ref int right = ref Unsafe.AsRef(in b);
        ref int end = ref Unsafe.Add(ref left, depth * TileRows);
        TVector e0 = default, e1 = default, e2 = default, e3 = default, e4 = default, e5 = default;
        TVector o0 = default, o1 = default, o2 = default, o3 = default, o4 = default, o5 = default;
        while (Unsafe.IsAddressLessThan(ref left, ref end))
        {
            Step(0, ref left, ref right, ref sums, ref e0, ref o0, ref e1, ref o1, ref e2, ref o2, ref e3, ref o3, ref e4, ref o4, ref e5, ref o5);
            Step(1, ref left, ref right, ref sums, ref e0, ref o0, ref e1, ref o1, ref e2, ref o2, ref e3, ref o3, ref e4, ref o4, ref e5, ref o5);
            Step(2, ref left, ref right, ref sums, ref e0, ref o0, ref e1, ref o1, ref e2, ref o2, ref e3, ref o3, ref e4, ref o4, ref e5, ref o5);
            Step(3, ref left, ref right, ref sums, ref e0, ref o0, ref e1, ref o1, ref e2, ref o2, ref e3, ref o3, ref e4, ref o4, ref e5, ref o5);
            Step(4, ref left, ref right, ref sums, ref e0, ref o0, ref e1, ref o1, ref e2, ref o2, ref e3, ref o3, ref e4, ref o4, ref e5, ref o5);
            Step(5, ref left, ref right, ref sums, ref e0, ref o0, ref e1, ref o1, ref e2, ref o2, ref e3, ref o3, ref e4, ref o4, ref e5, ref o5);
            Step(6, ref left, ref right, ref sums, ref e0, ref o0, ref e1, ref o1, ref e2, ref o2, ref e3, ref o3, ref e4, ref o4, ref e5, ref o5);
            Step(7, ref left, ref right, ref sums, ref e0, ref o0, ref e1, ref o1, ref e2, ref o2, ref e3, ref o3, ref e4, ref o4, ref e5, ref o5);
            left = ref Unsafe.Add(ref left, Group * TileRows);
            right = ref Unsafe.Add(ref right, Group * 2 * (nuint)TLanes.Count);
        }

        StoreRow(e0, o0, ref sums, 0, ref tile, constants);
        StoreRow(e1, o1, ref sums, 1, ref tile, constants);
        StoreRow(e2, o2, ref sums, 2, ref tile, constants);
        StoreRow(e3, o3, ref sums, 3, ref tile, constants);
        StoreRow(e4, o4, ref sums, 4, ref tile, constants);
        StoreRow(e5, o5, ref sums, 5, ref tile, constants);
    }

    private static void Clear(ref ulong sums)
    {
        for (nuint i = 0; i < (nuint)SumsLength; i += (nuint)TLanes.Count)
        {
            TLanes.StoreWords(default, ref sums, i);
        }
    }

    // The products of one k; the step is a constant, so that only one side of each choice is compiled.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Step(
        int step,
        ref int a,
        ref int b,
        ref ulong sums,
        ref TVector e0,
        ref TVector o0,
        ref TVector e1,
        ref TVector o1,
        ref TVector e2,
        ref TVector o2,
        ref TVector e3,
        ref TVector o3,
        ref TVector e4,
        ref TVector o4,
        ref TVector e5,
        ref TVector o5)
    {
        a = ref Unsafe.Add(ref a, step * TileRows);
        nuint place = (nuint)step * 2 * (nuint)TLanes.Count;
        TVector even = TLanes.LoadNumbers(ref b, place);
        TVector odd = TLanes.LoadNumbers(ref b, place + 1);
        TVector x = TLanes.Broadcast(a);
        AddProduct(x, even, ref e0, step == 0, ref sums, 0);
        AddProduct(x, odd, ref o0, step == 1, ref sums, 1);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 1));
        AddProduct(x, even, ref e1, step == 2, ref sums, 2);
        AddProduct(x, odd, ref o1, step == 3, ref sums, 3);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 2));
        AddProduct(x, even, ref e2, step == 4, ref sums, 4);
        AddProduct(x, odd, ref o2, step == 5, ref sums, 5);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 3));
        AddProduct(x, even, ref e3, step == 6, ref sums, 6);
        AddProduct(x, odd, ref o3, step == 0, ref sums, 7);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 4));
        AddProduct(x, even, ref e4, step == 2, ref sums, 8);
        AddProduct(x, odd, ref o4, step == 4, ref sums, 9);
        x = TLanes.Broadcast(Unsafe.Add(ref a, 5));
        AddProduct(x, even, ref e5, step == 6, ref sums, 10);
        AddProduct(x, odd, ref o5, step == 7, ref sums, 11);
    }

    // w ← w + a·b, or, where the group of w ends, L ← L + w, H ← H + ⌊w/2⁴⁰⌋, w ← a·b.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddProduct(TVector left, TVector right, ref TVector sum, bool endsGroup, ref ulong sums, nuint vector)
    {
        if (endsGroup)
        {
            nuint low = 2 * vector * (nuint)TLanes.Count;
            nuint high = low + (nuint)TLanes.Count;
            TLanes.StoreWords(TLanes.Add(TLanes.LoadWords(ref sums, low), sum), ref sums, low);
            TLanes.StoreWords(TLanes.CountHigh(TLanes.LoadWords(ref sums, high), sum), ref sums, high);
            sum = TLanes.Multiply(left, right);
        }
        else
        {
            sum = TLanes.Add(sum, TLanes.Multiply(left, right));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreRow(
        TVector lastEven, TVector lastOdd, ref ulong sums, nuint row, ref uint tile, in ModularProductConstants constants)
    {
        TVector even = Finish(lastEven, ref sums, 2 * row, constants);
        TVector odd = Finish(lastOdd, ref sums, (2 * row) + 1, constants);
        TVector residues = TLanes.ToResidues(TLanes.Interleave(even, odd), TLanes.BroadcastNumber(constants.Prime));
        TLanes.StoreNumbers(residues, ref tile, row * 2 * (nuint)TLanes.Count);
    }

    // The last group joins L and H; V follows, and its reduction.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Finish(TVector last, ref ulong sums, nuint vector, in ModularProductConstants constants)
    {
        nuint place = 2 * vector * (nuint)TLanes.Count;
        TVector low = TLanes.Add(TLanes.LoadWords(ref sums, place), last);
        TVector high = TLanes.CountHigh(TLanes.LoadWords(ref sums, place + (nuint)TLanes.Count), last);
        high = TLanes.HighToLow(TLanes.And(high, TLanes.BroadcastNumber(constants.HighMask)));
        TVector value = TLanes.Subtract(low, TLanes.ShiftLeft40(high));
        value = TLanes.Add(value, TLanes.Multiply(high, TLanes.Broadcast(constants.PowerOfTwo40)));
        return Reduce(value, TLanes.Broadcast(constants.InverseOfPrime), TLanes.BroadcastNumber(constants.Prime));
    }

    // V − m·p with m ≡ V/p modulo 2³², |m| ≤ 2³¹: zero in the low halves, the residue of V/2³² in the high ones.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static TVector Reduce(TVector value, TVector inverse, TVector prime) =>
        TLanes.Subtract(value, TLanes.Multiply(TLanes.Multiply(value, inverse), prime));
}
