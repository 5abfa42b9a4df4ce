namespace ConservationLaws.Algebra.LinearAlgebra;

// The few vector operations of ModularProductKernel and DenseRowKernels: one implementation for each width, all with the same results lane by lane.
//
// A vector is a row of 64-bit lanes, each of a low and a high half of 32 bits. Products look at low halves only, so that a load of 32-bit
// numbers c₀ c₁ c₂ c₃ … has the even ones in place, and a load one number further on the odd ones.
internal interface IProductLanes<TVector>
    where TVector : struct
{
    // The number of 64-bit lanes.
    static abstract int Count { get; }

    // As many 32-bit numbers as twice the lanes.
    static abstract TVector LoadNumbers(ref readonly int source, nuint index);

    static abstract void StoreNumbers(TVector value, ref uint target, nuint index);

    static abstract TVector LoadWords(ref readonly ulong source, nuint index);

    static abstract void StoreWords(TVector value, ref ulong target, nuint index);

    // A number in every low half; the high halves are unspecified.
    static abstract TVector Broadcast(int value);

    // The 64-bit products of the signed low halves.
    static abstract TVector Multiply(TVector left, TVector right);

    // Of 64-bit lanes, modulo 2⁶⁴.
    static abstract TVector Add(TVector left, TVector right);

    static abstract TVector Subtract(TVector left, TVector right);

    static abstract TVector And(TVector left, TVector right);

    static abstract TVector ShiftLeft40(TVector value);

    // All bits of the negative 64-bit lanes.
    static abstract TVector Negative(TVector value);

    // In the high halves: count + ⌊sum/2⁴⁰⌋ with the sum signed; the low halves become unspecified.
    static abstract TVector CountHigh(TVector count, TVector sum);

    // The high halves moved to the low ones, zeros above.
    static abstract TVector HighToLow(TVector value);

    // The high halves of both, those of `even` at the even 32-bit places.
    static abstract TVector Interleave(TVector even, TVector odd);

    // From numbers −p < t < p their residues 0..p−1; p in every half.
    static abstract TVector ToResidues(TVector numbers, TVector prime);

    // Sums and differences of residues; p in every half.
    static abstract TVector AddResidues(TVector left, TVector right, TVector prime);

    static abstract TVector SubtractResidues(TVector left, TVector right, TVector prime);

    // From residues their representatives of least absolute value; (p − 1)/2 and p in every half.
    static abstract TVector Balance(TVector residues, TVector half, TVector prime);

    static abstract TVector BroadcastNumber(uint value);

    // A word in every 64-bit lane.
    static abstract TVector BroadcastWord(long value);
}
