using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ConservationLaws.Algebra.Polynomials;

// Eight lanes: AVX2.
internal readonly struct ResidueLanes256 : IResidueLanes<Vector256<uint>>
{
    public static int Count => Vector256<uint>.Count;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Load(ref readonly uint source, nuint index) => Vector256.LoadUnsafe(in source, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Store(Vector256<uint> value, ref uint target, nuint index) => value.StoreUnsafe(ref target, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Broadcast(uint value) => Vector256.Create(value);

    // The sum does not wrap, and the smaller of sum and sum − p is its residue.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Add(Vector256<uint> left, Vector256<uint> right, Vector256<uint> prime) =>
        Vector256.Min(left + right, left + right - prime);

    // High halves of the products quotient·value: of even lanes shifted down, of odd lanes where they are.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<uint> Multiply(Vector256<uint> value, Vector256<uint> factor, Vector256<uint> quotient, Vector256<uint> prime)
    {
        Vector256<uint> even = (Avx2.Multiply(value, quotient) >>> 32).AsUInt32();
        Vector256<uint> odd = Avx2.Multiply((value.AsUInt64() >>> 32).AsUInt32(), (quotient.AsUInt64() >>> 32).AsUInt32()).AsUInt32();
        Vector256<uint> rest = (factor * value) - (prime * Avx2.Blend(even, odd, 0b1010_1010));
        return Vector256.Min(rest, rest - prime);
    }
}
