using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConservationLaws.Algebra.LinearAlgebra;

// Eight lanes: AVX-512F.
internal readonly struct ProductLanes512 : IProductLanes<Vector512<long>>
{
    public static int Count => Vector512<long>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadNumbers(ref readonly int source, nuint index) => Vector512.LoadUnsafe(in source, index).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreNumbers(Vector512<long> value, ref uint target, nuint index) => value.AsUInt32().StoreUnsafe(ref target, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> LoadWords(ref readonly ulong source, nuint index) => Vector512.LoadUnsafe(in source, index).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StoreWords(Vector512<long> value, ref ulong target, nuint index) => value.AsUInt64().StoreUnsafe(ref target, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Broadcast(int value) => Vector512.Create(value).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Multiply(Vector512<long> left, Vector512<long> right) => Avx512F.Multiply(left.AsInt32(), right.AsInt32());

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Add(Vector512<long> left, Vector512<long> right) => left + right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Subtract(Vector512<long> left, Vector512<long> right) => left - right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> And(Vector512<long> left, Vector512<long> right) => left & right;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ShiftLeft40(Vector512<long> value) => value << 40;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Negative(Vector512<long> value) => value >> 63;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> CountHigh(Vector512<long> count, Vector512<long> sum) => (count.AsInt32() + (sum.AsInt32() >> 8)).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> HighToLow(Vector512<long> value) => value >>> 32;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Interleave(Vector512<long> even, Vector512<long> odd) =>
        (even >>> 32) | (odd & Vector512.Create(unchecked((long)0xFFFFFFFF00000000UL)));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> ToResidues(Vector512<long> numbers, Vector512<long> prime) =>
        (numbers.AsInt32() + (prime.AsInt32() & (numbers.AsInt32() >> 31))).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> AddResidues(Vector512<long> left, Vector512<long> right, Vector512<long> prime)
    {
        Vector512<uint> sum = left.AsUInt32() + right.AsUInt32();
        return Vector512.Min(sum, sum - prime.AsUInt32()).AsInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> SubtractResidues(Vector512<long> left, Vector512<long> right, Vector512<long> prime)
    {
        Vector512<uint> difference = left.AsUInt32() - right.AsUInt32();
        return Vector512.Min(difference, difference + prime.AsUInt32()).AsInt64();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> Balance(Vector512<long> residues, Vector512<long> half, Vector512<long> prime) =>
        (residues.AsInt32() - (prime.AsInt32() & Vector512.GreaterThan(residues.AsInt32(), half.AsInt32()))).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> BroadcastNumber(uint value) => Vector512.Create(value).AsInt64();

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<long> BroadcastWord(long value) => Vector512.Create(value);
}
