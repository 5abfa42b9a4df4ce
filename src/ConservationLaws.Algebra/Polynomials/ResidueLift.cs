using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Chinese remainders for a whole list, prime after prime (H. L. Garner, IRE Trans. Electron. Comput. 8 (1959)): the number x modulo M becomes
// x + M·d with d ≡ (r − x)/M modulo p. Symmetric digits d keep x the residue of least absolute value: |x| < M/2.

/// <summary>Integers that become known by their residues modulo one prime after the other.</summary>
internal sealed class ResidueLift
{
    internal ResidueLift(int count) => (Modulus, Values) = (Integer.One, new Integer[count]);

    /// <summary>The product of the primes.</summary>
    internal Integer Modulus { get; private set; }

    /// <summary>The symmetric residues modulo <see cref="Modulus"/>.</summary>
    internal Integer[] Values { get; }

    /// <summary>Adds a new prime; whether no value changed.</summary>
    internal bool Add(PrimeField field, ReadOnlySpan<uint> residues)
    {
        uint inverse = field.Invert(field.FromInteger(Modulus));
        bool stable = true;
        for (int i = 0; i < Values.Length; i++)
        {
            uint digit = field.Multiply(field.Subtract(residues[i], field.FromInteger(Values[i])), inverse);
            if (digit != 0)
            {
                stable = false;
                Values[i] += Modulus * (digit > field.Modulus / 2 ? (long)digit - field.Modulus : digit);
            }
        }

        Modulus *= field.Modulus;
        return stable;
    }
}
