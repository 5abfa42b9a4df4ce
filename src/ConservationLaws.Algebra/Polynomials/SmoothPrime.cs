using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// p = 15·2²⁷ + 1 with the primitive root 31: x = 31^e is split into x¹⁵ = (31¹⁵)^e, which tells e modulo 2²⁷ bit by bit, and x^(2²⁷), which
// tells e modulo 15 from a table; Chinese remainders join them.
// S. C. Pohlig, M. E. Hellman, "An improved algorithm for computing logarithms over GF(p)", IEEE Trans. Inf. Theory 24 (1978).

/// <summary>A prime field in which discrete logarithms are cheap.</summary>
internal static class SmoothPrime
{
    /// <summary>The prime 15·2²⁷ + 1 = 2013265921.</summary>
    internal const uint Modulus = (OddPart << TwoPart) + 1;

    /// <summary>A generator of the multiplicative group.</summary>
    internal const uint Generator = 31;

    private const uint OddPart = 15;
    private const int TwoPart = 27;

    // 2²⁷ ≡ 8 modulo 15, and 8·2 ≡ 1.
    private const uint InverseOfTwoPart = 2;

    private static readonly PrimeField Field = new(Modulus);

    // The inverse of 31¹⁵ and its squares.
    private static readonly uint[] InverseSquares = Squares(Field.Invert(Field.Power(Generator, OddPart)));

    // The powers of 31^(2²⁷), all different.
    private static readonly uint[] OddPowers = PowerTables.Powers(Field, Field.Power(Generator, 1u << TwoPart), (int)OddPart - 1);

    /// <summary>The exponent e below p − 1 with 31^e = value; the value is not 0.</summary>
    internal static uint Logarithm(uint value)
    {
        uint rest = Field.Power(value, OddPart);
        uint low = 0;
        for (int bit = 0; bit < TwoPart; bit++)
        {
            uint probe = rest;
            for (int i = bit + 1; i < TwoPart; i++)
            {
                probe = Field.Multiply(probe, probe);
            }

            if (probe != 1)
            {
                low |= 1u << bit;
                rest = Field.Multiply(rest, InverseSquares[bit]);
            }
        }

        uint odd = (uint)Array.IndexOf(OddPowers, Field.Power(value, 1u << TwoPart));
        uint high = (odd + OddPart - (low % OddPart)) * InverseOfTwoPart % OddPart;
        return low + (high << TwoPart);
    }

    /// <summary>The inverse modulo p − 1 of an exponent that is prime to it.</summary>
    internal static uint InvertExponent(uint exponent)
    {
        // The units modulo p − 1 = 2²⁷·3·5 have the exponent lcm(2²⁵, 2, 4) = 2²⁵: the inverse is the power with 2²⁵ − 1.
        ulong result = 1;
        ulong square = exponent;
        for (int bit = 0; bit < TwoPart - 2; bit++)
        {
            result = result * square % (Modulus - 1);
            square = square * square % (Modulus - 1);
        }

        return (uint)result;
    }

    private static uint[] Squares(uint value)
    {
        uint[] squares = new uint[TwoPart];
        uint square = value;
        for (int i = 0; i < squares.Length; i++)
        {
            squares[i] = square;
            square = Field.Multiply(square, square);
        }

        return squares;
    }
}
