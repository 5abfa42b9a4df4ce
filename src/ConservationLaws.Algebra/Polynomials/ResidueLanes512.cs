using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConservationLaws.Algebra.Polynomials;

// Sixteen lanes: AVX-512F.
internal readonly struct ResidueLanes512 : IResidueLanes<Vector512<uint>>
{
    public static int Count => Vector512<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Load(ref readonly uint source, nuint index) => Vector512.LoadUnsafe(in source, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector512<uint> value, ref uint target, nuint index) => value.StoreUnsafe(ref target, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Broadcast(uint value) => Vector512.Create(value);

    // The sum does not wrap, and the smaller of sum and sum − p is its residue.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Add(Vector512<uint> left, Vector512<uint> right, Vector512<uint> prime) =>
        Vector512.Min(left + right, left + right - prime);

    // High halves of the products quotient·value: of even lanes shifted down, of odd lanes where they are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<uint> Multiply(Vector512<uint> value, Vector512<uint> factor, Vector512<uint> quotient, Vector512<uint> prime)
    {
        Vector512<ulong> even = Avx512F.Multiply(value, quotient) >>> 32;
        Vector512<ulong> odd = Avx512F.Multiply((value.AsUInt64() >>> 32).AsUInt32(), (quotient.AsUInt64() >>> 32).AsUInt32());
        Vector512<uint> high = (even | (odd & Vector512.Create(0xFFFFFFFF00000000UL))).AsUInt32();
        Vector512<uint> rest = (factor * value) - (prime * high);
        return Vector512.Min(rest, rest - prime);
    }
}
