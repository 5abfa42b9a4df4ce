using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Polynomials;

// Σₜ vₜ·rₜⁱ for i = 0, 1, … modulo a prime p < 2³¹: rows of eight terms stay in registers while all points of a batch go by.
// A product v·r uses V. Shoup's quotient w = ⌊r·2³²/p⌋ of the fixed factor r: with q = ⌊w·v/2³²⌋ the number r·v − q·p lies in 0 .. 2p < 2³²,
// so its low 32 bits are exact and one correction suffices (as in ModularRowKernels).
// Invariant: values and ratios are residues, one for each lane of each row; sums[8i + lane] collects point i and is a residue throughout.
// D. Harvey, "Faster arithmetic for number-theoretic transforms", J. Symb. Comp. 60 (2014).

/// <summary>The inner loops of evaluation along a geometric progression, each with a scalar twin.</summary>
internal static class GeometricKernels
{
    /// <summary>Terms in a row.</summary>
    internal const int Lanes = 8;

    /// <summary>⌊factor·2³²/p⌋ for a residue.</summary>
    internal static uint Quotient(uint factor, uint p) => (uint)(((ulong)factor << 32) / p);

    /// <summary>Adds the values to the sums of a point, multiplies them by their ratios, goes on to the next point.</summary>
    /// <param name="values">Rows of residues at the first point; on return those at the point after the last.</param>
    /// <param name="ratios">The ratios, as long as the values.</param>
    /// <param name="quotients">The Shoup quotients of the ratios.</param>
    /// <param name="sums">Eight sums for each point.</param>
    /// <param name="p">The prime.</param>
    internal static void Advance(Span<uint> values, ReadOnlySpan<uint> ratios, ReadOnlySpan<uint> quotients, Span<uint> sums, uint p)
    {
        int done = 0;
        if (ModularRowKernels.Has512)
        {
            done = Advance512(values, ratios, quotients, sums, p);
        }
        else if (ModularRowKernels.Has256)
        {
            done = Advance256(values, ratios, quotients, sums, p);
        }

        AdvanceScalar(values[done..], ratios[done..], quotients[done..], sums, p);
    }

    internal static void AdvanceScalar(Span<uint> values, ReadOnlySpan<uint> ratios, ReadOnlySpan<uint> quotients, Span<uint> sums, uint p)
    {
        unchecked
        {
            for (int term = 0; term < values.Length; term++)
            {
                (uint value, uint ratio, uint quotient) = (values[term], ratios[term], quotients[term]);
                for (int sum = term % Lanes; sum < sums.Length; sum += Lanes)
                {
                    sums[sum] = ModularRowKernels.CorrectOnce(sums[sum] + value, p);
                    uint q = (uint)(((ulong)quotient * value) >> 32);
                    value = ModularRowKernels.CorrectOnce((ratio * value) - (q * p), p);
                }

                values[term] = value;
            }
        }
    }

    // Two rows at a time hide the latency of the products.
    internal static int Advance256(Span<uint> values, ReadOnlySpan<uint> ratios, ReadOnlySpan<uint> quotients, Span<uint> sums, uint p)
    {
        int end = values.Length - (values.Length % Lanes);
        _ = ratios[..end];
        _ = quotients[..end];
        nuint points = (nuint)(sums.Length / Lanes);
        ref uint first = ref MemoryMarshal.GetReference(values);
        ref uint firstRatio = ref MemoryMarshal.GetReference(ratios);
        ref uint firstQuotient = ref MemoryMarshal.GetReference(quotients);
        ref uint firstSum = ref MemoryMarshal.GetReference(sums);
        Vector256<uint> prime = Vector256.Create(p);
        nuint row = 0;
        for (; row + (2 * Lanes) <= (nuint)end; row += 2 * Lanes)
        {
            Vector256<uint> value = Vector256.LoadUnsafe(ref first, row);
            Vector256<uint> ratio = Vector256.LoadUnsafe(ref firstRatio, row);
            Vector256<uint> quotient = Vector256.LoadUnsafe(ref firstQuotient, row);
            Vector256<uint> nextValue = Vector256.LoadUnsafe(ref first, row + Lanes);
            Vector256<uint> nextRatio = Vector256.LoadUnsafe(ref firstRatio, row + Lanes);
            Vector256<uint> nextQuotient = Vector256.LoadUnsafe(ref firstQuotient, row + Lanes);
            for (nuint i = 0; i < points; i++)
            {
                Vector256<uint> both = value + nextValue;
                both = Vector256.Min(both, both - prime) + Vector256.LoadUnsafe(ref firstSum, i * Lanes);
                Vector256.Min(both, both - prime).StoreUnsafe(ref firstSum, i * Lanes);
                value = ResidueLanes256.Multiply(value, ratio, quotient, prime);
                nextValue = ResidueLanes256.Multiply(nextValue, nextRatio, nextQuotient, prime);
            }

            value.StoreUnsafe(ref first, row);
            nextValue.StoreUnsafe(ref first, row + Lanes);
        }

        if (row < (nuint)end)
        {
            Vector256<uint> value = Vector256.LoadUnsafe(ref first, row);
            Vector256<uint> ratio = Vector256.LoadUnsafe(ref firstRatio, row);
            Vector256<uint> quotient = Vector256.LoadUnsafe(ref firstQuotient, row);
            for (nuint i = 0; i < points; i++)
            {
                Vector256<uint> sum = value + Vector256.LoadUnsafe(ref firstSum, i * Lanes);
                Vector256.Min(sum, sum - prime).StoreUnsafe(ref firstSum, i * Lanes);
                value = ResidueLanes256.Multiply(value, ratio, quotient, prime);
            }

            value.StoreUnsafe(ref first, row);
        }

        return end;
    }

    // A register holds two rows; a single last row is left to the caller.
    internal static int Advance512(Span<uint> values, ReadOnlySpan<uint> ratios, ReadOnlySpan<uint> quotients, Span<uint> sums, uint p)
    {
        int end = values.Length - (values.Length % (2 * Lanes));
        _ = ratios[..end];
        _ = quotients[..end];
        nuint points = (nuint)(sums.Length / Lanes);
        ref uint first = ref MemoryMarshal.GetReference(values);
        ref uint firstRatio = ref MemoryMarshal.GetReference(ratios);
        ref uint firstQuotient = ref MemoryMarshal.GetReference(quotients);
        ref uint firstSum = ref MemoryMarshal.GetReference(sums);
        Vector512<uint> prime = Vector512.Create(p);
        Vector256<uint> half = Vector256.Create(p);
        for (nuint row = 0; row < (nuint)end; row += 2 * Lanes)
        {
            Vector512<uint> value = Vector512.LoadUnsafe(ref first, row);
            Vector512<uint> ratio = Vector512.LoadUnsafe(ref firstRatio, row);
            Vector512<uint> quotient = Vector512.LoadUnsafe(ref firstQuotient, row);
            for (nuint i = 0; i < points; i++)
            {
                Vector256<uint> both = value.GetLower() + value.GetUpper();
                both = Vector256.Min(both, both - half) + Vector256.LoadUnsafe(ref firstSum, i * Lanes);
                Vector256.Min(both, both - half).StoreUnsafe(ref firstSum, i * Lanes);
                value = ResidueLanes512.Multiply(value, ratio, quotient, prime);
            }

            value.StoreUnsafe(ref first, row);
        }

        return end;
    }
}
