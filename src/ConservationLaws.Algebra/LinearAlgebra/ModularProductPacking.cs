using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConservationLaws.Algebra.LinearAlgebra;

// Copies of the operands of a product in the order in which ModularProductKernel reads them, as balanced residues, with zeros up to a
// multiple of the kernel's group.
//
// Sums of blocks are formed on the way (J. Huang, T. M. Smith, G. M. Henry, R. A. van de Geijn, "Strassen's algorithm reloaded", SC 2016),
// so that Strassen's method needs no matrices of its own. B is multiplied by −2³², which gives the kernel's result its sign and scale: a
// residue x < p times the balanced f ≡ −2⁶⁴ is V with |V| ≤ p²/2, and (V − m·p)/2³² ≡ −2³²·x, |m| ≤ 2³¹, is at most p/4 + p/2 < p.
internal static class ModularProductPacking<TLanes, TVector>
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    private const int TileRows = ModularProductConstants.TileRows;

    internal static int TileColumns => 2 * TLanes.Count;

    internal static int PanelLength(int depth) => (ModularProductConstants.Padded(depth) * TileColumns) + ModularProductConstants.PanelPadding;

    // Rows firstRow.. (as many as depth) of the sum of B's terms, columns firstColumn.. (width of them, zeros up to a whole tile).
    internal static void PackColumns(
        ReadOnlySpan<ModularTerm> terms,
        int firstRow,
        int depth,
        int firstColumn,
        int width,
        ModularProductWorkspace workspace,
        in ModularProductConstants constants)
    {
        int panels = (width + TileColumns - 1) / TileColumns;
        int panelLength = PanelLength(depth);
        Span<uint> sum = workspace.Rows[..(panels * TileColumns)];
        Span<int> target = workspace.Columns.Span[..(panels * panelLength)];
        bool direct = terms.Length == 1 && !terms[0].Negative && width == sum.Length;
        for (int k = 0; k < depth; k++)
        {
            ReadOnlySpan<uint> row = sum;
            if (direct)
            {
                row = terms[0].Block.Row(firstRow + k).Slice(firstColumn, width);
            }
            else
            {
                ModularRowSums<TLanes, TVector>.Sum(terms, firstRow + k, firstColumn, width, sum, constants.Prime);
            }

            PackRow(row, panelLength, target[(k * TileColumns)..], constants);
        }

        int end = depth * TileColumns;
        int zeros = (ModularProductConstants.Padded(depth) * TileColumns) - end;
        for (int panel = 0; panel < panels; panel++)
        {
            target.Slice((panel * panelLength) + end, zeros).Clear();
        }
    }

    // A row of whole tiles, scaled, one tile to each panel.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void PackRow(ReadOnlySpan<uint> row, int panelLength, Span<int> target, in ModularProductConstants constants)
    {
        int panels = row.Length / TileColumns;
        _ = target[..(((panels - 1) * panelLength) + TileColumns)];
        ref int source = ref Unsafe.As<uint, int>(ref MemoryMarshal.GetReference(row));
        ref uint place = ref Unsafe.As<int, uint>(ref MemoryMarshal.GetReference(target));
        TVector factor = TLanes.Broadcast(constants.MinusPowerOfTwo64);
        TVector inverse = TLanes.Broadcast(constants.InverseOfPrime);
        TVector half = TLanes.BroadcastNumber(constants.Half);
        TVector prime = TLanes.BroadcastNumber(constants.Prime);
        for (int panel = 0; panel < panels; panel++)
        {
            TVector numbers = TLanes.LoadNumbers(ref source, (nuint)(panel * TileColumns));
            TVector even = ModularProductKernel<TLanes, TVector>.Reduce(TLanes.Multiply(numbers, factor), inverse, prime);
            TVector odd = ModularProductKernel<TLanes, TVector>.Reduce(TLanes.Multiply(TLanes.HighToLow(numbers), factor), inverse, prime);
            TVector residues = TLanes.ToResidues(TLanes.Interleave(even, odd), prime);
            TLanes.StoreNumbers(TLanes.Balance(residues, half, prime), ref place, (nuint)(panel * panelLength));
        }
    }

    // Rows firstRow.. (count of them, zeros up to a whole tile) of the sum of A's terms, columns firstColumn.. (as many as depth).
    internal static void PackRows(
        ReadOnlySpan<ModularTerm> terms,
        int firstRow,
        int count,
        int firstColumn,
        int depth,
        ModularProductWorkspace workspace,
        in ModularProductConstants constants)
    {
        int padded = ModularProductConstants.Padded(depth);
        Span<uint> sums = workspace.Rows[..(TileRows * depth)];
        bool direct = terms.Length == 1 && !terms[0].Negative;
        for (int i = 0; i < count; i += TileRows)
        {
            Span<int> target = workspace.RowPanels.Span.Slice(i * padded, TileRows * padded);
            if (direct && i + TileRows <= count)
            {
                ModularBlock block = terms[0].Block.Part(firstRow + i, firstColumn, TileRows, depth);
                Transpose(block.Span, block.Stride, depth, target, constants);
                continue;
            }

            for (int r = 0; r < TileRows; r++)
            {
                Span<uint> sum = sums.Slice(r * depth, depth);
                if (i + r < count)
                {
                    ModularRowSums<TLanes, TVector>.Sum(terms, firstRow + i + r, firstColumn, depth, sum, constants.Prime);
                }
                else
                {
                    sum.Clear();
                }
            }

            Transpose(sums, depth, depth, target, constants);
        }
    }

    // Six rows, at a distance of stride, become six numbers for each k.
    private static void Transpose(ReadOnlySpan<uint> rows, int stride, int depth, Span<int> target, in ModularProductConstants constants)
    {
        int done = Avx2.IsSupported && TLanes.Count > 1 ? Transpose256(rows, stride, depth, target, constants) : 0;
        for (int k = done; k < depth; k++)
        {
            for (int r = 0; r < TileRows; r++)
            {
                target[(k * TileRows) + r] = ModularProductConstants.Balance(rows[(r * stride) + k], constants.Prime);
            }
        }

        target[(depth * TileRows)..].Clear();
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static int Transpose256(ReadOnlySpan<uint> rows, int stride, int depth, Span<int> target, in ModularProductConstants constants)
    {
        int end = depth & ~7;
        _ = target[..(end * TileRows)];
        ref int source = ref Unsafe.As<uint, int>(ref MemoryMarshal.GetReference(rows[..(((TileRows - 1) * stride) + depth)]));
        ref int place = ref MemoryMarshal.GetReference(target);
        Vector256<int> half = Vector256.Create((int)constants.Half);
        Vector256<int> prime = Vector256.Create((int)constants.Prime);
        for (int k = 0; k < end; k += 8)
        {
            Vector256<int> r0 = LoadBalanced(ref source, k, half, prime);
            Vector256<int> r1 = LoadBalanced(ref source, stride + k, half, prime);
            Vector256<int> r2 = LoadBalanced(ref source, (2 * stride) + k, half, prime);
            Vector256<int> r3 = LoadBalanced(ref source, (3 * stride) + k, half, prime);
            Vector256<int> r4 = LoadBalanced(ref source, (4 * stride) + k, half, prime);
            Vector256<int> r5 = LoadBalanced(ref source, (5 * stride) + k, half, prime);
            Vector256<long> low01 = Avx2.UnpackLow(r0, r1).AsInt64();
            Vector256<long> high01 = Avx2.UnpackHigh(r0, r1).AsInt64();
            Vector256<long> low23 = Avx2.UnpackLow(r2, r3).AsInt64();
            Vector256<long> high23 = Avx2.UnpackHigh(r2, r3).AsInt64();
            Vector256<long> low45 = Avx2.UnpackLow(r4, r5).AsInt64();
            Vector256<long> high45 = Avx2.UnpackHigh(r4, r5).AsInt64();
            StoreTwo(Avx2.UnpackLow(low01, low23), low45, 0, ref place, k);
            StoreTwo(Avx2.UnpackHigh(low01, low23), low45, 1, ref place, k + 1);
            StoreTwo(Avx2.UnpackLow(high01, high23), high45, 0, ref place, k + 2);
            StoreTwo(Avx2.UnpackHigh(high01, high23), high45, 1, ref place, k + 3);
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<int> LoadBalanced(ref int source, int index, Vector256<int> half, Vector256<int> prime)
    {
        Vector256<int> numbers = Vector256.LoadUnsafe(ref source, (nuint)index);
        return numbers - (prime & Vector256.GreaterThan(numbers, half));
    }

    // Places k and k + 4: the first four rows are the halves of `first`, the other two stand in the given element of the halves of `last`.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void StoreTwo(Vector256<long> first, Vector256<long> last, int element, ref int place, int k)
    {
        first.GetLower().AsInt32().StoreUnsafe(ref place, (nuint)(k * TileRows));
        Unsafe.As<int, long>(ref Unsafe.Add(ref place, (k * TileRows) + 4)) = last.GetElement(element);
        first.GetUpper().AsInt32().StoreUnsafe(ref place, (nuint)((k + 4) * TileRows));
        Unsafe.As<int, long>(ref Unsafe.Add(ref place, ((k + 4) * TileRows) + 4)) = last.GetElement(element + 2);
    }
}
