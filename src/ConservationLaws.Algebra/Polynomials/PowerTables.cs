using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Monomials of one polynomial at a point: the powers of each coordinate are tabulated once, then a term costs a product for each variable.

/// <summary>Values of all monomials of a polynomial at a point modulo a prime.</summary>
internal static class PowerTables
{
    /// <summary>1, v, v², … .</summary>
    internal static uint[] Powers(PrimeField field, uint value, int degree)
    {
        uint[] powers = new uint[degree + 1];
        uint power = 1;
        for (int exponent = 0; exponent < powers.Length; exponent++)
        {
            powers[exponent] = power;
            power = field.Multiply(power, value);
        }

        return powers;
    }

    /// <summary>Multiplies the value of each term by the power of a coordinate.</summary>
    /// <param name="field">The field.</param>
    /// <param name="polynomial">The polynomial.</param>
    /// <param name="variable">The variable; when it does not occur nothing happens.</param>
    /// <param name="coordinate">The value of the variable.</param>
    /// <param name="values">One residue for each term.</param>
    internal static void MultiplyBy(PrimeField field, Polynomial<Integer> polynomial, int variable, uint coordinate, Span<uint> values)
    {
        MonomialLayout layout = polynomial.Layout;
        int place = layout.IndexOf(variable);
        if (place < 0)
        {
            return;
        }

        uint[] powers = Powers(field, coordinate, polynomial.Degree(variable));
        (int word, int shift) = layout.Locate(place);
        (int words, ulong mask, ulong[] packed) = (layout.WordCount, layout.FieldMask, polynomial.Exponents);
        for (int term = 0; term < values.Length; term++, word += words)
        {
            values[term] = field.Multiply(values[term], powers[(int)((packed[word] >> shift) & mask)]);
        }
    }
}
