using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Dense polynomials in one variable over Q, constant coefficient first, without leading zeros: residue classes modulo a polynomial.</summary>
internal static class UnivariateRational
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>A polynomial with all variables but one replaced by small integers.</summary>
    /// <param name="value">The polynomial.</param>
    /// <param name="variable">The variable that stays.</param>
    /// <param name="attempt">Chooses the integers.</param>
    internal static Rational[] Specialize(Polynomial<Integer> value, int variable, int attempt)
    {
        Polynomial<Integer> special = Ring.Substitute(
            value, other => other == variable ? null : Ring.Constant(2 + (((other + 1) * (7 + attempt)) % 19)));
        var coefficients = new Rational[Math.Max(0, special.TotalDegree + 1)];
        foreach ((Integer coefficient, Monomial monomial) in special.Terms)
        {
            coefficients[monomial.TotalDegree] = coefficient;
        }

        return coefficients;
    }

    /// <summary>The product modulo a polynomial.</summary>
    internal static Rational[] MultiplyModulo(Rational[] left, Rational[] right, Rational[] modulus) => Divide(Multiply(left, right), modulus).Remainder;

    /// <summary>The inverse modulo a polynomial; null where there is none.</summary>
    internal static Rational[]? Invert(Rational[] value, Rational[] modulus)
    {
        // Euclid; the invariant is r ≡ t·value modulo the polynomial.
        (Rational[] r0, Rational[] r1) = (modulus, Divide(value, modulus).Remainder);
        (Rational[] t0, Rational[] t1) = ([], [Rational.One]);
        while (r1.Length > 1)
        {
            (Rational[] quotient, Rational[] remainder) = Divide(r0, r1);
            (r0, r1) = (r1, remainder);
            (t0, t1) = (t1, Subtract(t0, Multiply(quotient, t1)));
        }

        return r1.Length == 0 ? null : Array.ConvertAll(Divide(t1, modulus).Remainder, coefficient => coefficient / r1[0]);
    }

    /// <summary>The minimal polynomial of an element modulo a polynomial, monic; null when its degree is greater than a bound.</summary>
    internal static Rational[]? MinimalPolynomial(Rational[] element, Rational[] modulus, int maximumDegree)
    {
        int width = modulus.Length - 1;
        // Reduced powers, each with the combination of powers that it is, by leading place.
        var reduced = new List<(int Lead, Rational[] Row, Rational[] Combination)>();
        Rational[] power = Divide([Rational.One], modulus).Remainder;
        for (int degree = 0; degree <= maximumDegree; degree++)
        {
            var row = new Rational[width];
            power.CopyTo(row, 0);
            var combination = new Rational[maximumDegree + 1];
            combination[degree] = Rational.One;
            foreach ((int lead, Rational[] other, Rational[] others) in reduced)
            {
                Rational factor = row[lead] / other[lead];
                for (int place = 0; place < width && !factor.IsZero; place++)
                {
                    row[place] -= factor * other[place];
                }

                for (int place = 0; place <= maximumDegree && !factor.IsZero; place++)
                {
                    combination[place] -= factor * others[place];
                }
            }

            int first = Array.FindIndex(row, entry => !entry.IsZero);
            if (first < 0)
            {
                return combination[..(degree + 1)];
            }

            reduced.Add((first, row, combination));
            power = MultiplyModulo(power, element, modulus);
        }

        return null;
    }

    private static Rational[] Multiply(Rational[] left, Rational[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return [];
        }

        var product = new Rational[left.Length + right.Length - 1];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                product[i + j] += left[i] * right[j];
            }
        }

        return product;
    }

    private static Rational[] Subtract(Rational[] left, Rational[] right)
    {
        var difference = new Rational[Math.Max(left.Length, right.Length)];
        left.CopyTo(difference, 0);
        for (int place = 0; place < right.Length; place++)
        {
            difference[place] -= right[place];
        }

        return Trim(difference);
    }

    private static (Rational[] Quotient, Rational[] Remainder) Divide(Rational[] dividend, Rational[] divisor)
    {
        Rational[] rest = [.. dividend];
        var quotient = new Rational[Math.Max(0, dividend.Length - divisor.Length + 1)];
        for (int shift = quotient.Length - 1; shift >= 0; shift--)
        {
            Rational factor = quotient[shift] = rest[shift + divisor.Length - 1] / divisor[^1];
            for (int place = 0; place < divisor.Length && !factor.IsZero; place++)
            {
                rest[shift + place] -= factor * divisor[place];
            }
        }

        return (Trim(quotient), Trim(rest));
    }

    private static Rational[] Trim(Rational[] value) => value[..(Array.FindLastIndex(value, entry => !entry.IsZero) + 1)];
}
