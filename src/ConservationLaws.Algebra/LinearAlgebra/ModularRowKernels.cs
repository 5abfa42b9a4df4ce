using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConservationLaws.Algebra.LinearAlgebra;

// The two inner loops of dense elimination modulo a prime p < 2³¹, each with a scalar twin and paths for 256 and 512 bits.
//
// AddTwoMultiples: sum ← sum + a·x + b·y in 64-bit words with delayed reduction, after J.-G. Dumas, P. Giorgi, C. Pernet,
//   "Dense linear algebra over word-size prime fields", ACM TOMS 35 (2008), section 3. Invariant: every word is below 2⁶³. The two products
//   are at most 2(p−1)² < 2·2⁶², so the new word is below 2⁶³ + 2p² ≤ 2⁶⁴. When it is 2⁶³ or more, 2p² ≤ 2⁶³ is subtracted: the word
//   keeps its residue, does not become negative, and is below 2⁶³ again.
//
// AddMultiple: x ← x + a·y in residues, with V. Shoup's precomputed quotient w = ⌊a·2³²/p⌋ (NTL; D. Harvey, "Faster arithmetic for
//   number-theoretic transforms", J. Symb. Comp. 60 (2014)). With q = ⌊w·y/2³²⌋ the number t = a·y − q·p lies in 0 .. p + p·y/2³² < 2p,
//   so its low 32 bits are exact; one correction brings it below p, the sum below 2p < 2³², a second one below p.
internal static class ModularRowKernels
{
    internal static bool Has512 => Vector512.IsHardwareAccelerated && Avx512F.IsSupported;

    internal static bool Has256 => Avx2.IsSupported;

    // sum[j] += a·x[j] + b·y[j]; x and y at least as long as sum.
    internal static void AddTwoMultiples(Span<ulong> sum, ReadOnlySpan<uint> x, uint a, ReadOnlySpan<uint> y, uint b, uint p)
    {
        int done = 0;
        if (Has512)
        {
            done = AddTwoMultiples512(sum, x, a, y, b, p);
        }
        else if (Has256)
        {
            done = AddTwoMultiples256(sum, x, a, y, b, p);
        }

        AddTwoMultiplesScalar(sum[done..], x[done..], a, y[done..], b, p);
    }

    // x[j] += a·y[j] modulo p; y at least as long as x.
    internal static void AddMultiple(Span<uint> x, ReadOnlySpan<uint> y, uint a, uint p)
    {
        int done = 0;
        if (Has512)
        {
            done = AddMultiple512(x, y, a, p);
        }
        else if (Has256)
        {
            done = AddMultiple256(x, y, a, p);
        }

        AddMultipleScalar(x[done..], y[done..], a, p);
    }

    internal static void AddTwoMultiplesScalar(Span<ulong> sum, ReadOnlySpan<uint> x, uint a, ReadOnlySpan<uint> y, uint b, uint p)
    {
        unchecked
        {
            ulong correction = 2UL * p * p;
            x = x[..sum.Length];
            y = y[..sum.Length];
            for (int j = 0; j < sum.Length; j++)
            {
                ulong word = sum[j] + ((ulong)a * x[j]) + ((ulong)b * y[j]);
                sum[j] = word - (correction & (ulong)((long)word >> 63));
            }
        }
    }

    internal static int AddTwoMultiples512(Span<ulong> sum, ReadOnlySpan<uint> x, uint a, ReadOnlySpan<uint> y, uint b, uint p)
    {
        int end = sum.Length & ~7;
        _ = x[..end];
        _ = y[..end];
        ref ulong sums = ref MemoryMarshal.GetReference(sum);
        ref uint xs = ref MemoryMarshal.GetReference(x);
        ref uint ys = ref MemoryMarshal.GetReference(y);
        Vector512<uint> factorA = Vector512.Create((ulong)a).AsUInt32();
        Vector512<uint> factorB = Vector512.Create((ulong)b).AsUInt32();
        Vector512<ulong> correction = Vector512.Create(unchecked(2UL * p * p));
        for (nuint j = 0; j < (nuint)end; j += 8)
        {
            Vector512<uint> left = Avx512F.ConvertToVector512UInt64(Vector256.LoadUnsafe(ref xs, j)).AsUInt32();
            Vector512<uint> right = Avx512F.ConvertToVector512UInt64(Vector256.LoadUnsafe(ref ys, j)).AsUInt32();
            Vector512<ulong> word = Vector512.LoadUnsafe(ref sums, j) + Avx512F.Multiply(left, factorA) + Avx512F.Multiply(right, factorB);
            word -= correction & Vector512.ShiftRightArithmetic(word.AsInt64(), 63).AsUInt64();
            word.StoreUnsafe(ref sums, j);
        }

        return end;
    }

    internal static int AddTwoMultiples256(Span<ulong> sum, ReadOnlySpan<uint> x, uint a, ReadOnlySpan<uint> y, uint b, uint p)
    {
        int end = sum.Length & ~3;
        _ = x[..end];
        _ = y[..end];
        ref ulong sums = ref MemoryMarshal.GetReference(sum);
        ref uint xs = ref MemoryMarshal.GetReference(x);
        ref uint ys = ref MemoryMarshal.GetReference(y);
        Vector256<uint> factorA = Vector256.Create((ulong)a).AsUInt32();
        Vector256<uint> factorB = Vector256.Create((ulong)b).AsUInt32();
        Vector256<ulong> correction = Vector256.Create(unchecked(2UL * p * p));
        for (nuint j = 0; j < (nuint)end; j += 4)
        {
            Vector256<uint> left = Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref xs, j)).AsUInt32();
            Vector256<uint> right = Avx2.ConvertToVector256Int64(Vector128.LoadUnsafe(ref ys, j)).AsUInt32();
            Vector256<ulong> word = Vector256.LoadUnsafe(ref sums, j) + Avx2.Multiply(left, factorA) + Avx2.Multiply(right, factorB);
            // AVX2 has no arithmetic shift of 64-bit words: 0 > word is the same mask.
            word -= correction & Vector256.GreaterThan(Vector256<long>.Zero, word.AsInt64()).AsUInt64();
            word.StoreUnsafe(ref sums, j);
        }

        return end;
    }

    internal static void AddMultipleScalar(Span<uint> x, ReadOnlySpan<uint> y, uint a, uint p)
    {
        unchecked
        {
            uint w = (uint)(((ulong)a << 32) / p);
            y = y[..x.Length];
            for (int j = 0; j < x.Length; j++)
            {
                uint q = (uint)(((ulong)w * y[j]) >> 32);
                uint sum = CorrectOnce((a * y[j]) - (q * p), p) + x[j];
                x[j] = CorrectOnce(sum, p);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int AddMultiple512(Span<uint> x, ReadOnlySpan<uint> y, uint a, uint p)
    {
        int end = x.Length & ~15;
        _ = y[..end];
        ref uint xs = ref MemoryMarshal.GetReference(x);
        ref uint ys = ref MemoryMarshal.GetReference(y);
        Vector512<uint> factor = Vector512.Create(a);
        Vector512<uint> quotient = Vector512.Create(unchecked((uint)(((ulong)a << 32) / p)));
        Vector512<uint> prime = Vector512.Create(p);
        Vector512<ulong> odd = Vector512.Create(0xFFFFFFFF00000000UL);
        for (nuint j = 0; j < (nuint)end; j += 16)
        {
            // High halves of the products w·y: of even lanes shifted down, of odd lanes where they are.
            Vector512<uint> row = Vector512.LoadUnsafe(ref ys, j);
            Vector512<ulong> even = Avx512F.Multiply(row, quotient) >>> 32;
            Vector512<ulong> high = Avx512F.Multiply((row.AsUInt64() >>> 32).AsUInt32(), quotient) & odd;
            Vector512<uint> rest = (factor * row) - (prime * (even | high).AsUInt32());
            rest = Vector512.Min(rest, rest - prime);
            Vector512<uint> sum = rest + Vector512.LoadUnsafe(ref xs, j);
            Vector512.Min(sum, sum - prime).StoreUnsafe(ref xs, j);
        }

        return end;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int AddMultiple256(Span<uint> x, ReadOnlySpan<uint> y, uint a, uint p)
    {
        int end = x.Length & ~7;
        _ = y[..end];
        ref uint xs = ref MemoryMarshal.GetReference(x);
        ref uint ys = ref MemoryMarshal.GetReference(y);
        Vector256<uint> factor = Vector256.Create(a);
        Vector256<uint> quotient = Vector256.Create(unchecked((uint)(((ulong)a << 32) / p)));
        Vector256<uint> prime = Vector256.Create(p);
        Vector256<ulong> odd = Vector256.Create(0xFFFFFFFF00000000UL);
        for (nuint j = 0; j < (nuint)end; j += 8)
        {
            Vector256<uint> row = Vector256.LoadUnsafe(ref ys, j);
            Vector256<ulong> even = Avx2.Multiply(row, quotient) >>> 32;
            Vector256<ulong> high = Avx2.Multiply((row.AsUInt64() >>> 32).AsUInt32(), quotient) & odd;
            Vector256<uint> rest = (factor * row) - (prime * (even | high).AsUInt32());
            rest = Vector256.Min(rest, rest - prime);
            Vector256<uint> sum = rest + Vector256.LoadUnsafe(ref xs, j);
            Vector256.Min(sum, sum - prime).StoreUnsafe(ref xs, j);
        }

        return end;
    }

    // value mod p for value < 2p < 2³²: a mask and not Math.Min, which would become a conditional jump.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static uint CorrectOnce(uint value, uint p)
    {
        unchecked
        {
            ulong difference = (ulong)value - p;
            return (uint)difference + (p & (uint)(difference >> 32));
        }
    }
}
