using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Rational roots of polynomials in one variable over Q.</summary>
/// <remarks>Roots modulo a small prime, by trial, are lifted by Newton's iteration and reconstructed; every root returned was divided out exactly.</remarks>
internal static class RationalRoots
{
    private const int Attempts = 20;

    // 32 times 10 bits and more: rationals whose parts have about 160 bits.
    private const int Doublings = 5;

    /// <summary>The distinct rational roots, and what is left when the root factors are divided out.</summary>
    /// <param name="polynomial">A polynomial without multiple roots, constant coefficient first, not zero.</param>
    internal static (Rational[] Roots, Rational[] Cofactor) Split(Rational[] polynomial)
    {
        Integer denominator = Integer.One;
        foreach (Rational coefficient in polynomial)
        {
            denominator *= Integer.DivideExact(coefficient.Denominator, Integer.Gcd(denominator, coefficient.Denominator));
        }

        Integer[] integral = Array.ConvertAll(polynomial, coefficient => (coefficient * denominator).Numerator);
        var roots = new List<Rational>();
        Rational[] rest = polynomial;
        foreach (Rational root in Candidates(integral))
        {
            (Rational[] quotient, Rational remainder) = DivideByRoot(rest, root);
            if (remainder.IsZero)
            {
                roots.Add(root);
                rest = quotient;
            }
        }

        return ([.. roots], rest);
    }

    private static IEnumerable<Rational> Candidates(Integer[] polynomial)
    {
        for (int index = 0; index < Attempts; index++)
        {
            var field = new PrimeField(SmallPrimes.First(100 + Attempts)[100 + index]);
            uint[] residues = Array.ConvertAll(polynomial, field.FromInteger);
            uint[] roots = [.. Enumerable.Range(0, (int)field.Modulus).Select(value => (uint)value).Where(value => Evaluate(field, residues, value) == 0)];
            // A simple root lifts.
            if (residues[^1] != 0 && Array.TrueForAll(roots, root => EvaluateDerivative(field, residues, root) != 0))
            {
                return roots.Select(root => Lift(polynomial, field, root)).OfType<Rational>();
            }
        }

        return [];
    }

    // Newton: r − f(r)·s modulo p^(2k), where s is the inverse of f'(r) modulo p^k.
    private static Rational? Lift(Integer[] polynomial, PrimeField field, uint residue)
    {
        Integer root = residue;
        Integer inverse = field.Invert(EvaluateDerivative(field, Array.ConvertAll(polynomial, field.FromInteger), residue));
        Integer modulus = field.Modulus;
        for (int step = 0; step < Doublings; step++)
        {
            modulus *= modulus;
            root = RationalReconstruction.Residue(root - (Evaluate(polynomial, root, modulus) * inverse), modulus);
            Integer slope = EvaluateDerivative(polynomial, root, modulus);
            inverse = RationalReconstruction.Residue(inverse * (2 - (slope * inverse)), modulus);
        }

        return RationalReconstruction.TryReconstruct(root, modulus, out Rational value) ? value : null;
    }

    private static (Rational[] Quotient, Rational Remainder) DivideByRoot(Rational[] polynomial, Rational root)
    {
        var quotient = new Rational[polynomial.Length - 1];
        Rational carry = Rational.Zero;
        for (int degree = polynomial.Length - 1; degree >= 1; degree--)
        {
            quotient[degree - 1] = carry = polynomial[degree] + (carry * root);
        }

        return (quotient, polynomial[0] + (carry * root));
    }

    private static uint Evaluate(PrimeField field, uint[] polynomial, uint point)
    {
        uint value = 0;
        for (int degree = polynomial.Length - 1; degree >= 0; degree--)
        {
            value = field.Add(field.Multiply(value, point), polynomial[degree]);
        }

        return value;
    }

    private static uint EvaluateDerivative(PrimeField field, uint[] polynomial, uint point)
    {
        uint value = 0;
        for (int degree = polynomial.Length - 1; degree >= 1; degree--)
        {
            value = field.Add(field.Multiply(value, point), field.Multiply(polynomial[degree], field.FromInteger(degree)));
        }

        return value;
    }

    private static Integer Evaluate(Integer[] polynomial, Integer point, Integer modulus)
    {
        Integer value = Integer.Zero;
        for (int degree = polynomial.Length - 1; degree >= 0; degree--)
        {
            value = RationalReconstruction.Residue((value * point) + polynomial[degree], modulus);
        }

        return value;
    }

    private static Integer EvaluateDerivative(Integer[] polynomial, Integer point, Integer modulus)
    {
        Integer value = Integer.Zero;
        for (int degree = polynomial.Length - 1; degree >= 1; degree--)
        {
            value = RationalReconstruction.Residue((value * point) + (degree * polynomial[degree]), modulus);
        }

        return value;
    }
}
