using System.Numerics;

namespace ConservationLaws.Algebra.Tests.Integers;

// Numbers at which representations change: words, double words, primes at the top of the moduli, and one far beyond all of them.
internal static class EdgeNumbers
{
    internal static readonly BigInteger[] Positive =
    [
        0, 1, 2, 3, 10,
        Two(29) - 3, Two(30) - 35, Two(31) - 1, Two(31), Two(31) + 1,
        Two(32) - 1, Two(32), Two(32) + 1,
        Two(62) - 1, Two(62), Two(62) + 1,
        Two(63) - 1, Two(63), Two(63) + 1,
        Two(64) - 1, Two(64), Two(64) + 1,
        BigInteger.Pow(10, 40),
    ];

    internal static readonly BigInteger[] All = [.. Positive.Concat(Positive.Select(BigInteger.Negate)).Distinct()];

    internal static BigInteger Two(int exponent) => BigInteger.One << exponent;
}
