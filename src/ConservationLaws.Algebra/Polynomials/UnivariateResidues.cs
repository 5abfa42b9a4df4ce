using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// Dense polynomials in one variable modulo p, lowest coefficient first, with an explicit degree; −1 is the degree of zero.
// Euclid without inverses: for deg f = m = n + 1, deg g = n the remainder of g_n²·f by g is g_n²·f − (g_n·f_m·x + c)·g with
// c = g_n·f_{m−1} − f_m·g_{n−1}, one pass with three products and one reduction a coefficient, 3(p−1)² < 2⁶⁴. Other degrees step by step.

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

    /// <summary>Leaves a gcd of two polynomials in the first or the second span, both of which are overwritten.</summary>
    /// <param name="field">The field.</param>
    /// <param name="first">A polynomial.</param>
    /// <param name="second">Another one.</param>
    /// <returns>The gcd, up to a constant factor, without leading zeros; empty when both are zero.</returns>
    internal static Span<uint> Gcd(PrimeField field, Span<uint> first, Span<uint> second)
    {
        Span<uint> f = first[..(Degree(first, first.Length - 1) + 1)];
        Span<uint> g = second[..(Degree(second, second.Length - 1) + 1)];
        if (f.Length < g.Length)
        {
            Span<uint> swap = f;
            f = g;
            g = swap;
        }

        while (g.Length > 1)
        {
            Span<uint> remainder = f.Length == g.Length + 1 ? DoubleStep(field, f, g) : Steps(field, f, g);
            f = g;
            g = remainder;
        }

        return g.Length == 0 ? f : g;
    }

    // The remainder of f by g, where deg f = deg g + 1 and g is not constant; overwrites f.
    private static Span<uint> DoubleStep(PrimeField field, Span<uint> f, Span<uint> g)
    {
        unchecked
        {
            int n = g.Length - 1;
            ulong square = field.Multiply(g[n], g[n]);
            ulong linear = field.Negate(field.Multiply(g[n], f[n + 1]));
            ulong constant = field.Subtract(field.Multiply(f[n + 1], g[n - 1]), field.Multiply(g[n], f[n]));
            f[0] = field.Reduce((square * f[0]) + (constant * g[0]));
            for (int i = 1; i < n; i++)
            {
                f[i] = field.Reduce((square * f[i]) + (constant * g[i]) + (linear * g[i - 1]));
            }

            return f[..(Degree(f, n - 1) + 1)];
        }
    }

    // The remainder of f by g for any degrees; overwrites f.
    private static Span<uint> Steps(PrimeField field, Span<uint> f, Span<uint> g)
    {
        int n = g.Length - 1;
        int m = f.Length - 1;
        uint inverse = m == n ? 1 : field.Invert(g[n]);
        for (; m >= n; m = Degree(f, m - 1))
        {
            // One step alone is cheaper without the inverse.
            ulong scale = inverse == 1 ? g[n] : 1;
            ulong factor = field.Negate(inverse == 1 ? f[m] : field.Multiply(f[m], inverse));
            Span<uint> target = f.Slice(m - n, n);
            for (int i = 0; i < n; i++)
            {
                target[i] = field.Reduce(unchecked((scale * target[i]) + (factor * g[i])));
            }
        }

        return f[..(m + 1)];
    }
}
