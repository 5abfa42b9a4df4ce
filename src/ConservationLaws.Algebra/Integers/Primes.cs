namespace ConservationLaws.Algebra.Integers;

/// <summary>The fixed table of the largest primes below 2³¹, in descending order: the moduli of every modular computation.</summary>
/// <remarks>A fixed table keeps results reproducible. A test proves each entry prime and the table without gaps.</remarks>
public static class Primes
{
    // 2^31 - p for the 256 largest primes p below 2^31.
    private static ReadOnlySpan<ushort> DistancesBelowTwoToThe31 =>
    [
        1, 19, 61, 69, 85, 99, 105, 151, 159, 171, 225, 249, 295, 325, 379, 399,
        411, 469, 477, 511, 525, 571, 579, 589, 595, 615, 619, 697, 699, 705, 711, 727,
        771, 775, 781, 789, 829, 831, 837, 847, 885, 909, 951, 955, 967, 985, 987, 1027,
        1057, 1065, 1071, 1141, 1147, 1167, 1231, 1239, 1281, 1287, 1299, 1305, 1321, 1357, 1375, 1411,
        1417, 1425, 1527, 1555, 1557, 1567, 1585, 1627, 1651, 1681, 1699, 1711, 1741, 1747, 1749, 1755,
        1765, 1785, 1821, 1837, 1851, 1855, 1975, 2019, 2077, 2085, 2119, 2139, 2149, 2157, 2161, 2275,
        2281, 2289, 2295, 2311, 2331, 2337, 2365, 2379, 2385, 2401, 2439, 2449, 2469, 2475, 2497, 2505,
        2509, 2577, 2595, 2617, 2629, 2659, 2677, 2679, 2691, 2707, 2721, 2727, 2749, 2751, 2755, 2799,
        2805, 2811, 2857, 2901, 2905, 2925, 2941, 2965, 2971, 2997, 3007, 3025, 3037, 3057, 3097, 3121,
        3129, 3141, 3177, 3189, 3211, 3219, 3279, 3321, 3337, 3349, 3351, 3421, 3429, 3441, 3451, 3487,
        3609, 3637, 3639, 3657, 3711, 3741, 3751, 3757, 3769, 3825, 3829, 3861, 3867, 3891, 3895, 3897,
        3967, 3991, 4005, 4011, 4029, 4047, 4059, 4075, 4099, 4101, 4117, 4131, 4135, 4141, 4159, 4201,
        4227, 4245, 4267, 4287, 4299, 4309, 4341, 4375, 4389, 4417, 4459, 4477, 4515, 4519, 4527, 4551,
        4557, 4569, 4585, 4591, 4617, 4635, 4651, 4681, 4687, 4689, 4711, 4729, 4737, 4749, 4759, 4785,
        4789, 4827, 4857, 4885, 4915, 4917, 4921, 4927, 4929, 4945, 4947, 4975, 4987, 4989, 4995, 4999,
        5001, 5037, 5047, 5067, 5079, 5085, 5127, 5131, 5145, 5151, 5157, 5167, 5187, 5275, 5299, 5317,
    ];

    /// <summary>How many primes the table holds.</summary>
    public static int Count => DistancesBelowTwoToThe31.Length;

    /// <summary>The prime at a place of the table.</summary>
    /// <param name="index">0 for 2³¹−1, the largest; below <see cref="Count"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The index is outside the table.</exception>
    public static uint At(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return 0x80000000u - DistancesBelowTwoToThe31[index];
    }

    /// <summary>The largest prime below a bound: what comes after the table.</summary>
    /// <param name="bound">At least 3.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is below 3.</exception>
    public static uint Below(uint bound)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bound, 3u);
        uint candidate = bound - 1;
        while (!IsPrime(candidate))
        {
            candidate--;
        }

        return candidate;
    }

    /// <summary>Whether a number is prime.</summary>
    /// <remarks>
    /// The strong test to the bases 2, 3, 5, 7 is a proof below 3 215 031 751: no composite number there passes it (C. Pomerance,
    /// J. L. Selfridge, S. S. Wagstaff, "The pseudoprimes to 25·10⁹", Math. Comp. 35 (1980)); base 11 takes it beyond 2³².
    /// </remarks>
    public static bool IsPrime(uint number)
    {
        ReadOnlySpan<uint> bases = [2, 3, 5, 7, 11];
        foreach (uint divisor in bases)
        {
            if (number % divisor == 0)
            {
                return number == divisor;
            }
        }

        foreach (uint start in bases)
        {
            if (number > 1 && !PassesStrongTest(number, start))
            {
                return false;
            }
        }

        return number > 1;
    }

    // With number − 1 = odd · 2^twos: a prime has start^odd = 1 or start^(odd · 2^i) = −1 for some i below twos.
    private static bool PassesStrongTest(uint number, uint start)
    {
        int twos = System.Numerics.BitOperations.TrailingZeroCount(number - 1);
        uint power = 1;
        uint square = start % number;
        for (uint exponent = (number - 1) >> twos; exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                power = (uint)((ulong)power * square % number);
            }

            square = (uint)((ulong)square * square % number);
        }

        bool passes = power == 1 || power == number - 1;
        for (int i = 1; i < twos && !passes; i++)
        {
            power = (uint)((ulong)power * power % number);
            passes = power == number - 1;
        }

        return passes;
    }
}
