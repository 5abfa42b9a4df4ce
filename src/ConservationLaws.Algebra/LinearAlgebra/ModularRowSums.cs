using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConservationLaws.Algebra.LinearAlgebra;

// Sums and differences of rows of residues, and sums of terms.
internal static class ModularRowSums<TLanes, TVector>
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    // target ← the sum of the rows of the terms at the columns firstColumn.., zeros where the target is longer than the width.
    internal static void Sum(
        ReadOnlySpan<ModularTerm> terms, int row, int firstColumn, int width, Span<uint> target, uint p)
    {
        target[width..].Clear();
        Span<uint> sum = target[..width];
        bool copies = !terms[0].Negative;
        if (copies)
        {
            terms[0].Block.Row(row).Slice(firstColumn, width).CopyTo(sum);
        }
        else
        {
            sum.Clear();
        }

        foreach (ref readonly ModularTerm term in copies ? terms[1..] : terms)
        {
            Add(sum, term.Block.Row(row).Slice(firstColumn, width), term.Negative, p);
        }
    }

    // target ← target ± row, the row at least as long as the target.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static void Add(Span<uint> target, ReadOnlySpan<uint> row, bool negative, uint p)
    {
        int step = 2 * TLanes.Count;
        int end = target.Length / step * step;
        row = row[..target.Length];
        ref uint sums = ref MemoryMarshal.GetReference(target);
        ref int numbers = ref Unsafe.As<uint, int>(ref MemoryMarshal.GetReference(row));
        TVector prime = TLanes.BroadcastNumber(p);
        for (nuint j = 0; j < (nuint)end; j += (nuint)step)
        {
            TVector left = TLanes.LoadNumbers(ref Unsafe.As<uint, int>(ref sums), j);
            TVector right = TLanes.LoadNumbers(ref numbers, j);
            TVector sum = negative ? TLanes.SubtractResidues(left, right, prime) : TLanes.AddResidues(left, right, prime);
            TLanes.StoreNumbers(sum, ref sums, j);
        }

        for (int j = end; j < target.Length; j++)
        {
            target[j] = ModularRowKernels.CorrectOnce(target[j] + (negative ? p - row[j] : row[j]), p);
        }
    }
}
