using System.Runtime.CompilerServices;

namespace ConservationLaws.Algebra.LinearAlgebra;

// One lane: the scalar twin. Sums wrap modulo 2⁶⁴ and 2³² as those of vectors do.
internal readonly struct ProductLanes64 : IProductLanes<ulong>
{
    public static int Count => 1;

    public static ulong LoadNumbers(ref readonly int source, nuint index) => unchecked(
        (uint)Unsafe.Add(ref Unsafe.AsRef(in source), index) | ((ulong)(uint)Unsafe.Add(ref Unsafe.AsRef(in source), index + 1) << 32));

    public static void StoreNumbers(ulong value, ref uint target, nuint index)
    {
        Unsafe.Add(ref target, index) = Low(value);
        Unsafe.Add(ref target, index + 1) = High(value);
    }

    public static ulong LoadWords(ref readonly ulong source, nuint index) => Unsafe.Add(ref Unsafe.AsRef(in source), index);

    public static void StoreWords(ulong value, ref ulong target, nuint index) => Unsafe.Add(ref target, index) = value;

    public static ulong Broadcast(int value) => unchecked((uint)value);

    public static ulong Multiply(ulong left, ulong right) => unchecked((ulong)((long)(int)left * (int)right));

    public static ulong Add(ulong left, ulong right) => unchecked(left + right);

    public static ulong Subtract(ulong left, ulong right) => unchecked(left - right);

    public static ulong And(ulong left, ulong right) => left & right;

    public static ulong ShiftLeft40(ulong value) => value << 40;

    public static ulong Negative(ulong value) => unchecked((ulong)((long)value >> 63));

    public static ulong CountHigh(ulong count, ulong sum) => unchecked((ulong)(High(count) + (uint)((int)High(sum) >> 8)) << 32);

    public static ulong HighToLow(ulong value) => value >> 32;

    public static ulong Interleave(ulong even, ulong odd) => Pair(High(even), High(odd));

    public static ulong ToResidues(ulong numbers, ulong prime) =>
        Pair(ToResidue(Low(numbers), Low(prime)), ToResidue(High(numbers), High(prime)));

    public static ulong AddResidues(ulong left, ulong right, ulong prime) => unchecked(Pair(
        ToResidue(Low(left) + Low(right) - Low(prime), Low(prime)), ToResidue(High(left) + High(right) - High(prime), High(prime))));

    public static ulong SubtractResidues(ulong left, ulong right, ulong prime) => unchecked(
        Pair(ToResidue(Low(left) - Low(right), Low(prime)), ToResidue(High(left) - High(right), High(prime))));

    public static ulong Balance(ulong residues, ulong half, ulong prime) => unchecked(Pair(
        Low(residues) - (Low(residues) > Low(half) ? Low(prime) : 0), High(residues) - (High(residues) > High(half) ? High(prime) : 0)));

    public static ulong BroadcastNumber(uint value) => Pair(value, value);

    public static ulong BroadcastWord(long value) => unchecked((ulong)value);

    private static uint Low(ulong value) => unchecked((uint)value);

    private static uint High(ulong value) => unchecked((uint)(value >> 32));

    private static ulong Pair(uint low, uint high) => low | ((ulong)high << 32);

    private static uint ToResidue(uint number, uint p) => unchecked(number + (p & (uint)((int)number >> 31)));
}
