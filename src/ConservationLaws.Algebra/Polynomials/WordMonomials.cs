using System.Numerics;

namespace ConservationLaws.Algebra.Polynomials;

// θ₂θ₅² is the list 6, 6, 3: variables counted from 1, repeated by exponent, descending, in fields from the top of the word down; fields that
// are left over are 0. The list of a product is the merged list. Invariant: the degree of every product fits, which the caller has asked
// before (Fits); a longer list would lose its last fields.

/// <summary>Monomials of small degree in few variables as one machine word each.</summary>
public readonly struct WordMonomials : IMonomialPacking<ulong>
{
    private const int WordBits = 64;

    private readonly int _bits;

    /// <summary>Makes the packing for variables 0..count − 1.</summary>
    /// <param name="variableCount">The number of variables, not negative.</param>
    public WordMonomials(int variableCount)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variableCount);
        _bits = BitsFor(variableCount);
    }

    /// <summary>Whether all monomials up to a degree fit into a word.</summary>
    /// <param name="variableCount">The number of variables, not negative.</param>
    /// <param name="degree">The greatest total degree of any product.</param>
    public static bool Fits(int variableCount, long degree) => degree * BitsFor(variableCount) <= WordBits;

    /// <inheritdoc/>
    public ulong Pack(Monomial monomial)
    {
        ulong word = 0;
        int shift = WordBits;
        ReadOnlySpan<(int Variable, int Exponent)> factors = monomial.Factors;
        for (int place = factors.Length - 1; place >= 0; place--)
        {
            for (int count = 0; count < factors[place].Exponent; count++)
            {
                shift -= _bits;
                word |= ((ulong)factors[place].Variable + 1) << shift;
            }
        }

        return word;
    }

    /// <inheritdoc/>
    public Monomial Unpack(ulong key)
    {
        var factors = new List<(int Variable, int Exponent)>();
        for (ulong rest = key; rest != 0; rest <<= _bits)
        {
            factors.Add(((int)(rest >> (WordBits - _bits)) - 1, 1));
        }

        return Monomial.Create([.. factors]);
    }

    /// <inheritdoc/>
    public ulong Multiply(ulong left, ulong right)
    {
        // The word with the greater top field is the greater word.
        int top = WordBits - _bits;
        ulong product = 0;
        int shift = 0;
        while (right != 0)
        {
            if (left < right)
            {
                (left, right) = (right, left);
            }

            product |= (left >> top << top) >> shift;
            left <<= _bits;
            shift += _bits;
        }

        // With the shift 64 nothing is left over, and the machine would shift by 0.
        return shift < WordBits ? product | (left >> shift) : product;
    }

    private static int BitsFor(int variableCount) => Math.Max(1, WordBits - BitOperations.LeadingZeroCount((ulong)variableCount));
}
