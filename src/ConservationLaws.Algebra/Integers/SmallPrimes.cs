using System.Collections;
using System.Numerics;

namespace ConservationLaws.Algebra.Integers;

/// <summary>The primes 2, 3, 5, … in ascending order, by the sieve of Eratosthenes.</summary>
public static class SmallPrimes
{
    private static uint[] s_known = [2, 3, 5, 7, 11, 13];

    /// <summary>The first primes.</summary>
    /// <param name="count">How many, 0..10⁸.</param>
    /// <exception cref="ArgumentOutOfRangeException">The count is outside that range.</exception>
    public static ReadOnlySpan<uint> First(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, 100_000_000);
        uint[] known = s_known;
        if (known.Length < count)
        {
            // Two threads may both sieve; either list is right.
            s_known = known = Sieve(count);
        }

        return known.AsSpan(0, count);
    }

    // The n-th prime is below n·log₂ n for n ≥ 6, since it is below n(ln n + ln ln n) (J. B. Rosser, L. Schoenfeld, Illinois J. Math. 6 (1962)).
    private static uint[] Sieve(int count)
    {
        int bound = checked((int)Math.Min(int.MaxValue, (long)count * (BitOperations.Log2((uint)count) + 1)));
        var isComposite = new BitArray(bound);
        uint[] primes = new uint[count];
        int found = 0;
        for (int candidate = 2; found < count; candidate++)
        {
            if (isComposite[candidate])
            {
                continue;
            }

            primes[found++] = (uint)candidate;
            for (long multiple = (long)candidate * candidate; multiple < bound; multiple += candidate)
            {
                isComposite[(int)multiple] = true;
            }
        }

        return primes;
    }
}
