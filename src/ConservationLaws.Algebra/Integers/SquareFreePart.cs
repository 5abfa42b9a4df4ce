namespace ConservationLaws.Algebra.Integers;

/// <summary>Integers as squares times integers without square factors.</summary>
internal static class SquareFreePart
{
    // Larger prime factors are looked for as a square of the whole rest only.
    private const int MaximumDivisor = 10_000;

    /// <summary>n = r²·d with r ≥ 1 and d of the sign of n, without a square factor of small primes, and 1 where n is a square.</summary>
    /// <param name="value">n, not zero.</param>
    internal static (Integer Root, Integer Part) Of(Integer value)
    {
        Integer rest = Integer.Abs(value);
        (Integer root, Integer part) = (Integer.One, (Integer)value.Sign);
        for (int divisor = 2; divisor <= MaximumDivisor && !rest.IsOne; divisor++)
        {
            while (Integer.Modulo(rest, (uint)divisor) == 0)
            {
                rest = Integer.DivideExact(rest, divisor);
                if (Integer.Modulo(rest, (uint)divisor) == 0)
                {
                    rest = Integer.DivideExact(rest, divisor);
                    root *= divisor;
                }
                else
                {
                    part *= divisor;
                }
            }
        }

        return IsSquare(rest, out Integer restRoot) ? (root * restRoot, part) : (root, part * rest);
    }

    // Newton's iteration from above.
    private static bool IsSquare(Integer value, out Integer root)
    {
        root = value;
        while (root * root > value)
        {
            root = Integer.DivRem(root + Integer.DivRem(value, root).Quotient, 2).Quotient;
        }

        return root * root == value;
    }
}
