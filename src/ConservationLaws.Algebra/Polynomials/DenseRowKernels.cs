using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Polynomials;

// sums[cell + block + lane] += digit·blockDigit[lane] for every left digit and every block of two slices (DenseRows), with a scalar twin;
// digits stand in 64-bit lanes and fit in 32 bits, so a signed 32×32 → 64 multiplication is exact.
//
// AddProducts: the sums are below 2⁶³ in absolute value whenever all is added (the caller's bound), so words may wrap on the way.
// AddResidues: digits are residues modulo p < 2³¹. Invariant: every word is below 2⁶³. Adding a product < p² < 2⁶² gives less than 2⁶⁴; when
//   it is 2⁶³ or more, 2p² ≤ 2⁶³ is subtracted: the residue stays and the word is below 2⁶³ + p² − 2p². See J.-G. Dumas, P. Giorgi,
//   C. Pernet, "Dense linear algebra over word-size prime fields", ACM TOMS 35 (2008), section 3.
internal static class DenseRowKernels
{
    /// <summary>The width of blocks that the chosen path wants.</summary>
    internal static int Width => ModularRowKernels.Has512 ? Vector512<long>.Count : Vector256<long>.Count;

    /// <summary>Adds the products of all left digits and all blocks; correction is 2p², or 0 for integers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Add(Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits, long correction)
    {
        if (ModularRowKernels.Has512)
        {
            Add<ProductLanes512, Vector512<long>>(sums, cells, digits, blocks, blockDigits, correction);
        }
        else if (ModularRowKernels.Has256)
        {
            Add<ProductLanes256, Vector256<long>>(sums, cells, digits, blocks, blockDigits, correction);
        }
        else
        {
            AddScalar(sums, cells, digits, blocks, blockDigits, correction);
        }
    }

    // Blocks as wide as the vectors.
    internal static void Add<TLanes, TVector>(
        Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits, long correction)
        where TLanes : struct, IProductLanes<TVector>
        where TVector : struct
    {
        CheckBounds(sums, cells, blocks, blockDigits, TLanes.Count);
        if (correction == 0)
        {
            AddProducts<TLanes, TVector>(sums, cells, digits, blocks, blockDigits);
        }
        else
        {
            AddResidues<TLanes, TVector>(sums, cells, digits, blocks, blockDigits, correction);
        }
    }

    // Blocks of any width.
    internal static void AddScalar(Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits, long correction)
    {
        int width = blocks.IsEmpty ? 1 : blockDigits.Length / blocks.Length;
        for (int i = 0; i < cells.Length; i++)
        {
            long digit = digits[i];
            for (int b = 0; b < blocks.Length; b++)
            {
                Span<long> row = sums.Slice(cells[i] + blocks[b], width);
                ReadOnlySpan<long> block = blockDigits.Slice(b * width, width);
                for (int lane = 0; lane < row.Length; lane++)
                {
                    long sum = unchecked(row[lane] + (digit * block[lane]));
                    row[lane] = unchecked(sum - (correction & (sum >> 63)));
                }
            }
        }
    }

    // Compiled in full at once: the operations of lanes are calls until then.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddProducts<TLanes, TVector>(
        Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits)
        where TLanes : struct, IProductLanes<TVector>
        where TVector : struct
    {
        unchecked
        {
            ref ulong words = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<long, ulong>(sums));
            for (int i = 0; i < cells.Length; i++)
            {
                ref ulong origin = ref Unsafe.Add(ref words, (nint)cells[i]);
                TVector digit = TLanes.Broadcast((int)digits[i]);
                ref int blockCells = ref MemoryMarshal.GetReference(blocks);
                ref ulong factors = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<long, ulong>(blockDigits));
                for (nint b = 0; b < blocks.Length; b++)
                {
                    ref ulong row = ref Unsafe.Add(ref origin, (nint)Unsafe.Add(ref blockCells, b));
                    TVector product = TLanes.Multiply(digit, TLanes.LoadWords(ref factors, 0));
                    TLanes.StoreWords(TLanes.Add(TLanes.LoadWords(ref row, 0), product), ref row, 0);
                    factors = ref Unsafe.Add(ref factors, TLanes.Count);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddResidues<TLanes, TVector>(
        Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits, long correction)
        where TLanes : struct, IProductLanes<TVector>
        where TVector : struct
    {
        TVector correct = TLanes.BroadcastWord(correction);
        unchecked
        {
            ref ulong words = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<long, ulong>(sums));
            for (int i = 0; i < cells.Length; i++)
            {
                ref ulong origin = ref Unsafe.Add(ref words, (nint)cells[i]);
                TVector digit = TLanes.Broadcast((int)digits[i]);
                ref int blockCells = ref MemoryMarshal.GetReference(blocks);
                ref ulong factors = ref MemoryMarshal.GetReference(MemoryMarshal.Cast<long, ulong>(blockDigits));
                for (nint b = 0; b < blocks.Length; b++)
                {
                    ref ulong row = ref Unsafe.Add(ref origin, (nint)Unsafe.Add(ref blockCells, b));
                    TVector total = TLanes.Add(TLanes.LoadWords(ref row, 0), TLanes.Multiply(digit, TLanes.LoadWords(ref factors, 0)));
                    TLanes.StoreWords(TLanes.Subtract(total, TLanes.And(correct, TLanes.Negative(total))), ref row, 0);
                    factors = ref Unsafe.Add(ref factors, TLanes.Count);
                }
            }
        }
    }

    // What the references of a vector path may reach: cells and blocks ascend, so the greatest are the last.
    private static void CheckBounds(Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits, int width)
    {
        _ = blockDigits[..(blocks.Length * width)];
        if (!cells.IsEmpty && !blocks.IsEmpty)
        {
            _ = sums.Slice(cells[^1] + blocks[^1], width);
        }
    }
}
