using System.Numerics;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// θ₂θ₅² is the number p₂·p₅², where the variable k stands for the k-th prime: by unique factorization different monomials have different
// numbers, and the product of monomials is the product of numbers, one multiplication. Invariant: the degree of every product fits, which the
// caller has asked before (Fits), so that no product wraps.
// K. Gödel, Monatshefte für Mathematik und Physik 38 (1931), for words.

/// <summary>Monomials of small degree as products of primes.</summary>
/// <typeparam name="TKey">The unsigned integer that holds the product: <see cref="ulong"/> or <see cref="UInt128"/>.</typeparam>
public readonly struct PrimeMonomials<TKey> : IMonomialPacking<TKey>
    where TKey : struct, IBinaryInteger<TKey>, IUnsignedNumber<TKey>
{
    private readonly int _variableCount;

    /// <summary>Makes the packing for variables 0..count − 1.</summary>
    /// <param name="variableCount">The number of variables, not negative.</param>
    public PrimeMonomials(int variableCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variableCount);
        _variableCount = variableCount;
    }

    /// <summary>Whether all monomials up to a degree fit.</summary>
    /// <param name="variableCount">The number of variables, not negative.</param>
    /// <param name="degree">The greatest total degree of any product, not negative.</param>
    public static bool Fits(int variableCount, long degree)
    {
        long bits = 8L * TKey.Zero.GetByteCount();
        // The k-th prime is more than k: a cheap refusal without a sieve.
        if (degree > bits || degree * BitOperations.Log2((uint)variableCount | 1) > bits)
        {
            return false;
        }

        return variableCount == 0 || BigInteger.Pow(SmallPrimes.First(variableCount)[^1], (int)degree).GetBitLength() <= bits;
    }

    /// <inheritdoc/>
    public TKey Pack(ReadOnlySpan<(int Variable, int Exponent)> factors)
    {
        ReadOnlySpan<uint> primes = SmallPrimes.First(_variableCount);
        TKey key = TKey.One;
        foreach ((int variable, int exponent) in factors)
        {
            var prime = TKey.CreateTruncating(primes[variable]);
            for (int count = 0; count < exponent; count++)
            {
                key = unchecked(key * prime);
            }
        }

        return key;
    }

    /// <inheritdoc/>
    public TKey Multiply(TKey left, TKey right) => unchecked(left * right);
}
