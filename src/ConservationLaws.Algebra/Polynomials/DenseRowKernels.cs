using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConservationLaws.Algebra.Polynomials;

// sums[cell + block + lane] += digit·blockDigit[lane] for every left digit and every block of two slices (DenseRows), each with a scalar twin
// and paths for 256 and 512 bits; digits stand in 64-bit lanes and fit in 32 bits, so a signed 32×32 → 64 multiplication is exact.
//
// AddProducts: the sums are below 2⁶³ in absolute value whenever all is added (the caller's bound), so words may wrap on the way.
// AddResidues: digits are residues modulo p < 2³¹. Invariant: every word is below 2⁶³. Adding a product < p² < 2⁶² gives less than 2⁶⁴; when
//   it is 2⁶³ or more, 2p² ≤ 2⁶³ is subtracted: the residue stays and the word is below 2⁶³ + p² − 2p². See J.-G. Dumas, P. Giorgi,
//   C. Pernet, "Dense linear algebra over word-size prime fields", ACM TOMS 35 (2008), section 3.
internal static class DenseRowKernels
{
    internal static bool Has512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    internal static bool Has256 => Avx2.IsSupported;

    /// <summary>The width of blocks that the chosen path wants.</summary>
    internal static int Width => Has512 ? Vector512<long>.Count : Vector256<long>.Count;

    /// <summary>Adds the products of all left digits and all blocks; correction is 2p², or 0 for integers.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    internal static void Add(Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits, long correction)
    {
        if (Has512)
        {
            if (correction == 0)
            {
                AddProducts512(sums, cells, digits, blocks, blockDigits);
            }
            else
            {
                AddResidues512(sums, cells, digits, blocks, blockDigits, correction);
            }
        }
        else if (Has256)
        {
            if (correction == 0)
            {
                AddProducts256(sums, cells, digits, blocks, blockDigits);
            }
            else
            {
                AddResidues256(sums, cells, digits, blocks, blockDigits, correction);
            }
        }
        else
        {
            AddScalar(sums, cells, digits, blocks, blockDigits, correction);
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

    // Blocks of width 4.
    internal static void AddProducts256(Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits)
    {
        CheckBounds(sums, cells, blocks, blockDigits, Vector256<long>.Count);
        unchecked
        {
            for (int i = 0; i < cells.Length; i++)
            {
                ref long origin = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), (nint)cells[i]);
                Vector256<int> digit = Vector256.Create(digits[i]).AsInt32();
                ref int blockCells = ref MemoryMarshal.GetReference(blocks);
                ref long factors = ref MemoryMarshal.GetReference(blockDigits);
                for (nint b = 0; b < blocks.Length; b++)
                {
                    ref long row = ref Unsafe.Add(ref origin, (nint)Unsafe.Add(ref blockCells, b));
                    Vector256<long> product = Avx2.Multiply(digit, Vector256.LoadUnsafe(ref factors).AsInt32());
                    (Vector256.LoadUnsafe(ref row) + product).StoreUnsafe(ref row);
                    factors = ref Unsafe.Add(ref factors, Vector256<long>.Count);
                }
            }
        }
    }

    // Blocks of width 4.
    internal static void AddResidues256(Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits, long correction)
    {
        CheckBounds(sums, cells, blocks, blockDigits, Vector256<long>.Count);
        Vector256<long> correct = Vector256.Create(correction);
        unchecked
        {
            for (int i = 0; i < cells.Length; i++)
            {
                ref long origin = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), (nint)cells[i]);
                Vector256<int> digit = Vector256.Create(digits[i]).AsInt32();
                ref int blockCells = ref MemoryMarshal.GetReference(blocks);
                ref long factors = ref MemoryMarshal.GetReference(blockDigits);
                for (nint b = 0; b < blocks.Length; b++)
                {
                    ref long row = ref Unsafe.Add(ref origin, (nint)Unsafe.Add(ref blockCells, b));
                    Vector256<long> total = Vector256.LoadUnsafe(ref row) + Avx2.Multiply(digit, Vector256.LoadUnsafe(ref factors).AsInt32());
                    // AVX2 has no arithmetic shift of 64-bit words: 0 > word is the same mask.
                    (total - (correct & Vector256.GreaterThan(Vector256<long>.Zero, total))).StoreUnsafe(ref row);
                    factors = ref Unsafe.Add(ref factors, Vector256<long>.Count);
                }
            }
        }
    }

    // Blocks of width 8.
    internal static void AddProducts512(Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits)
    {
        CheckBounds(sums, cells, blocks, blockDigits, Vector512<long>.Count);
        unchecked
        {
            for (int i = 0; i < cells.Length; i++)
            {
                ref long origin = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), (nint)cells[i]);
                Vector512<int> digit = Vector512.Create(digits[i]).AsInt32();
                ref int blockCells = ref MemoryMarshal.GetReference(blocks);
                ref long factors = ref MemoryMarshal.GetReference(blockDigits);
                for (nint b = 0; b < blocks.Length; b++)
                {
                    ref long row = ref Unsafe.Add(ref origin, (nint)Unsafe.Add(ref blockCells, b));
                    Vector512<long> product = Avx512F.Multiply(digit, Vector512.LoadUnsafe(ref factors).AsInt32());
                    (Vector512.LoadUnsafe(ref row) + product).StoreUnsafe(ref row);
                    factors = ref Unsafe.Add(ref factors, Vector512<long>.Count);
                }
            }
        }
    }

    // Blocks of width 8.
    internal static void AddResidues512(Span<long> sums, ReadOnlySpan<int> cells, ReadOnlySpan<long> digits, ReadOnlySpan<int> blocks, ReadOnlySpan<long> blockDigits, long correction)
    {
        CheckBounds(sums, cells, blocks, blockDigits, Vector512<long>.Count);
        Vector512<long> correct = Vector512.Create(correction);
        unchecked
        {
            for (int i = 0; i < cells.Length; i++)
            {
                ref long origin = ref Unsafe.Add(ref MemoryMarshal.GetReference(sums), (nint)cells[i]);
                Vector512<int> digit = Vector512.Create(digits[i]).AsInt32();
                ref int blockCells = ref MemoryMarshal.GetReference(blocks);
                ref long factors = ref MemoryMarshal.GetReference(blockDigits);
                for (nint b = 0; b < blocks.Length; b++)
                {
                    ref long row = ref Unsafe.Add(ref origin, (nint)Unsafe.Add(ref blockCells, b));
                    Vector512<long> total = Vector512.LoadUnsafe(ref row) + Avx512F.Multiply(digit, Vector512.LoadUnsafe(ref factors).AsInt32());
                    (total - (correct & (total >> 63))).StoreUnsafe(ref row);
                    factors = ref Unsafe.Add(ref factors, Vector512<long>.Count);
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
