using System.Numerics;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Conformance;

/// <summary>The integers at which representations change: 0, ±1, 2^k and their neighbours.</summary>
public static class EdgeIntegers
{
    public static Integer[] All { get; } =
        [.. new[] { 31, 32, 62, 63, 64, 65 }
            .SelectMany(power => new[] { -1, 0, 1 }.Select(offset => (BigInteger.One << power) + offset))
            .Concat([BigInteger.Zero, BigInteger.One, 2, 3, 7, 2147483629])
            .SelectMany(value => new[] { new Integer(value), new Integer(-value) })
            .Distinct()];

    /// <summary>A small integer mostly, an edge sometimes.</summary>
    public static Integer Draw(SplitMix64 random) =>
        random.NextBelow(4) == 0 ? All[random.NextBelow((uint)All.Length)] : (long)random.NextBelow(41) - 20;
}
