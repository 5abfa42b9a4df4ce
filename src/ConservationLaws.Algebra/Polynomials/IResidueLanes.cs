namespace ConservationLaws.Algebra.Polynomials;

// Arithmetic modulo a prime p < 2³¹ in each 32-bit lane of a vector: one implementation for each width, all with the same results lane by lane.
internal interface IResidueLanes<TVector>
    where TVector : struct
{
    // The number of residues in a vector.
    static abstract int Count { get; }

    static abstract TVector Load(ref readonly uint source, nuint index);

    static abstract void Store(TVector value, ref uint target, nuint index);

    static abstract TVector Broadcast(uint value);

    // left + right; p in every lane.
    static abstract TVector Add(TVector left, TVector right, TVector prime);

    // factor·value with V. Shoup's quotient ⌊factor·2³²/p⌋ (see GeometricKernels); p in every lane.
    static abstract TVector Multiply(TVector value, TVector factor, TVector quotient, TVector prime);
}
