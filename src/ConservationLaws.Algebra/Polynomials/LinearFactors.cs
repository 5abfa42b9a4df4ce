using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Polynomials;

// f = ∏ (z − vₜ) with distinct vₜ in Z/p, p odd: for random δ the values (vₜ + δ)^((p−1)/2) are 1 or −1 (or 0), so gcd(f, (z + δ)^((p−1)/2) − 1)
// splits f about in the middle. Powers modulo f are dense rows with delayed reduction (ModularRowKernels).
// Invariant of PowerModulo: _row[1 .. T] holds the residue, _row[0] = _row[T+1] = 0, so that it can be read shifted by one.
// D. G. Cantor, H. Zassenhaus, "A new algorithm for factoring polynomials over finite fields", Math. Comp. 36 (1981).

/// <summary>The roots of a polynomial that is a product of linear factors modulo a prime.</summary>
internal sealed class LinearFactors
{
    private const int MaximalAttempts = 64;

    private readonly PrimeField _field;
    private readonly SplitMix64 _random;
    private readonly List<uint> _roots = [];

    private LinearFactors(PrimeField field, SplitMix64 random) => (_field, _random) = (field, random);

    /// <summary>The roots, a multiple one more than once; null when the polynomial does not split into linear factors, or after very many unlucky choices.</summary>
    /// <param name="field">A field of odd characteristic.</param>
    /// <param name="polynomial">A monic polynomial, lowest coefficient first.</param>
    /// <param name="random">Chooses the shifts.</param>
    internal static uint[]? Roots(PrimeField field, uint[] polynomial, SplitMix64 random)
    {
        var factors = new LinearFactors(field, random);
        return factors.TrySplit(polynomial) ? [.. factors._roots] : null;
    }

    private bool TrySplit(uint[] polynomial)
    {
        int degree = polynomial.Length - 1;
        if (degree <= 1)
        {
            if (degree == 1)
            {
                _roots.Add(_field.Negate(polynomial[0]));
            }

            return true;
        }

        for (int attempt = 0; attempt < MaximalAttempts; attempt++)
        {
            uint[] power = PowerModulo(polynomial, _random.NextBelow(_field.Modulus));
            power[0] = _field.Subtract(power[0], 1);
            Span<uint> gcd = UnivariateResidues.Gcd(_field, [.. polynomial], power);
            if (gcd.Length > 1 && gcd.Length <= degree)
            {
                uint[] factor = Monic(gcd);
                return TrySplit(factor) && TrySplit(Quotient(polynomial, factor));
            }
        }

        return false;
    }

    // (z + shift)^((p−1)/2) modulo the polynomial, of degree at least 2.
    private uint[] PowerModulo(uint[] polynomial, uint shift)
    {
        int degree = polynomial.Length - 1;
        uint[] negated = Array.ConvertAll(polynomial, _field.Negate);
        uint[] row = new uint[degree + 2];
        row[1] = 1;
        ulong[] square = new ulong[2 * degree];
        uint[] reduced = new uint[2 * degree];
        uint exponent = (_field.Modulus - 1) / 2;
        for (int bit = 31 - System.Numerics.BitOperations.LeadingZeroCount(exponent); bit >= 0; bit--)
        {
            Square(row, square, reduced, negated);
            if (((exponent >> bit) & 1) != 0)
            {
                uint top = row[degree];
                for (int i = degree; i >= 1; i--)
                {
                    // Coefficient i − 1 of z·r + shift·r − top·f; row[0] is 0.
                    row[i] = _field.Reduce(unchecked(row[i - 1] + ((ulong)shift * row[i]) + ((ulong)top * negated[i - 1])));
                }
            }
        }

        return row[1..(degree + 1)];
    }

    private void Square(uint[] row, ulong[] square, uint[] reduced, uint[] negated)
    {
        int degree = row.Length - 2;
        uint p = _field.Modulus;
        Array.Clear(square);
        for (int i = 0; i < degree; i += 2)
        {
            // rᵢ·r at offset i and rᵢ₊₁·r at offset i + 1.
            int length = Math.Min(degree + 1, square.Length - i);
            ModularRowKernels.AddTwoMultiples(square.AsSpan(i, length), row.AsSpan(1), row[i + 1], row, row[i + 2], p);
        }

        for (int i = 0; i < square.Length; i++)
        {
            reduced[i] = _field.Reduce(square[i]);
        }

        for (int top = (2 * degree) - 2; top >= degree; top--)
        {
            ModularRowKernels.AddMultiple(reduced.AsSpan(top - degree, degree), negated, reduced[top], p);
        }

        reduced.AsSpan(0, degree).CopyTo(row.AsSpan(1));
    }

    private uint[] Monic(ReadOnlySpan<uint> value)
    {
        uint scale = _field.Invert(value[^1]);
        uint[] result = new uint[value.Length];
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = _field.Multiply(value[i], scale);
        }

        return result;
    }

    // The quotient by a monic divisor.
    private uint[] Quotient(uint[] dividend, uint[] divisor)
    {
        uint[] rest = [.. dividend];
        int degree = divisor.Length - 1;
        uint[] quotient = new uint[dividend.Length - degree];
        for (int i = quotient.Length - 1; i >= 0; i--)
        {
            quotient[i] = rest[i + degree];
            ModularRowKernels.AddMultiple(rest.AsSpan(i, degree), divisor, _field.Negate(quotient[i]), _field.Modulus);
        }

        return quotient;
    }
}
