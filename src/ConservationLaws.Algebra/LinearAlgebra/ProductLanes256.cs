using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConservationLaws.Algebra.LinearAlgebra;

// Four lanes: AVX2.
internal readonly struct ProductLanes256 : IProductLanes<Vector256<long>>
{
    public static int Count => Vector256<long>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadNumbers(ref readonly int source, nuint index) => Vector256.LoadUnsafe(in source, index).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNumbers(Vector256<long> value, ref uint target, nuint index) => value.AsUInt32().StoreUnsafe(ref target, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> LoadWords(ref readonly ulong source, nuint index) => Vector256.LoadUnsafe(in source, index).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWords(Vector256<long> value, ref ulong target, nuint index) => value.AsUInt64().StoreUnsafe(ref target, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Broadcast(int value) => Vector256.Create(value).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Multiply(Vector256<long> left, Vector256<long> right) => Avx2.Multiply(left.AsInt32(), right.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Add(Vector256<long> left, Vector256<long> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Subtract(Vector256<long> left, Vector256<long> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> And(Vector256<long> left, Vector256<long> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ShiftLeft40(Vector256<long> value) => value << 40;

    // AVX2 has no arithmetic shift of 64-bit words.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Negative(Vector256<long> value) => Vector256.GreaterThan(Vector256<long>.Zero, value);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> CountHigh(Vector256<long> count, Vector256<long> sum) => (count.AsInt32() + (sum.AsInt32() >> 8)).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> HighToLow(Vector256<long> value) => value >>> 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Interleave(Vector256<long> even, Vector256<long> odd) =>
        (even >>> 32) | (odd & Vector256.Create(unchecked((long)0xFFFFFFFF00000000UL)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> ToResidues(Vector256<long> numbers, Vector256<long> prime) =>
        (numbers.AsInt32() + (prime.AsInt32() & (numbers.AsInt32() >> 31))).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> AddResidues(Vector256<long> left, Vector256<long> right, Vector256<long> prime)
    {
        Vector256<uint> sum = left.AsUInt32() + right.AsUInt32();
        return Vector256.Min(sum, sum - prime.AsUInt32()).AsInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> SubtractResidues(Vector256<long> left, Vector256<long> right, Vector256<long> prime)
    {
        Vector256<uint> difference = left.AsUInt32() - right.AsUInt32();
        return Vector256.Min(difference, difference + prime.AsUInt32()).AsInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> Balance(Vector256<long> residues, Vector256<long> half, Vector256<long> prime) =>
        (residues.AsInt32() - (prime.AsInt32() & Vector256.GreaterThan(residues.AsInt32(), half.AsInt32()))).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> BroadcastNumber(uint value) => Vector256.Create(value).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<long> BroadcastWord(long value) => Vector256.Create(value);
}
