using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// Dense polynomials in one variable modulo p, lowest coefficient first, with an explicit degree; −1 is the degree of zero.

/// <summary>Euclid's algorithm modulo a prime.</summary>
internal static class UnivariateResidues
{
    /// <summary>The degree of a dense polynomial, at most the given bound.</summary>
    internal static int Degree(ReadOnlySpan<uint> value, int bound)
    {
        int degree = bound;
        while (degree >= 0 && value[degree] == 0)
        {
            degree--;
        }

        return degree;
    }

    /// <summary>Leaves the monic gcd of two polynomials in the first or the second array, both of which are overwritten.</summary>
    /// <returns>The array that holds the gcd, and its degree; −1 when both are zero.</returns>
    internal static (uint[] Gcd, int Degree) Gcd(PrimeField field, uint[] first, int firstDegree, uint[] second, int secondDegree)
    {
        (uint[] f, int m, uint[] g, int n) = (first, firstDegree, second, secondDegree);
        while (n >= 0)
        {
            uint inverse = field.Invert(g[n]);
            for (; m >= n; m = Degree(f, m - 1))
            {
                uint factor = field.Multiply(f[m], inverse);
                for (int i = 0; i < n; i++)
                {
                    f[m - n + i] = field.Subtract(f[m - n + i], field.Multiply(factor, g[i]));
                }

                f[m] = 0;
            }

            (f, m, g, n) = (g, n, f, m);
        }

        uint scale = m < 0 ? 0 : field.Invert(f[m]);
        for (int i = 0; i <= m; i++)
        {
            f[i] = field.Multiply(f[i], scale);
        }

        return (f, m);
    }
}
