using System.Numerics;
using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Integers;

/// <summary>Finds integers from their residues modulo several primes; primes are added one at a time.</summary>
/// <remarks>
/// With M the product of the primes and Mᵢ = M/pᵢ the number is Σ (rᵢ · Mᵢ⁻¹ mod pᵢ) · Mᵢ modulo M.
/// Combining s residues costs s products of a word with a number of s words. Not safe for use by two threads while primes are added.
/// </remarks>
public sealed class ChineseRemainder
{
    // Invariant: _cofactors[i] is Modulus / _fields[i].Modulus and _inverses[i] its inverse modulo that prime.
    private readonly List<PrimeField> _fields = [];
    private readonly List<BigInteger> _cofactors = [];
    private readonly List<uint> _inverses = [];

    /// <summary>The number of primes.</summary>
    public int Count => _fields.Count;

    /// <summary>The product of the primes; 1 when there are none.</summary>
    public BigInteger Modulus { get; private set; } = BigInteger.One;

    /// <summary>Adds a prime that is not there yet.</summary>
    /// <param name="prime">A prime below 2³¹.</param>
    /// <exception cref="ArgumentException">The prime is there already.</exception>
    public void AddPrime(uint prime)
    {
        var added = new PrimeField(prime);
        uint cofactor = (uint)(Modulus % prime);
        if (cofactor == 0)
        {
            throw new ArgumentException("A prime may be added only once.", nameof(prime));
        }

        for (int i = 0; i < _fields.Count; i++)
        {
            PrimeField field = _fields[i];
            _cofactors[i] *= prime;
            _inverses[i] = field.Multiply(_inverses[i], field.Invert(prime % field.Modulus));
        }

        _fields.Add(added);
        _cofactors.Add(Modulus);
        _inverses.Add(added.Invert(cofactor));
        Modulus *= prime;
    }

    /// <summary>The only number in 0..Modulus−1 with the given residues.</summary>
    /// <param name="residues">One residue for each prime, in the order in which the primes were added.</param>
    /// <exception cref="ArgumentException">There are more or fewer residues than primes.</exception>
    public Integer Combine(ReadOnlySpan<uint> residues)
    {
        if (residues.Length != Count)
        {
            throw new ArgumentException("There must be one residue for each prime.", nameof(residues));
        }

        if (residues.Length == 1)
        {
            return residues[0];
        }

        BigInteger sum = BigInteger.Zero;
        for (int i = 0; i < residues.Length; i++)
        {
            uint factor = _fields[i].Multiply(residues[i], _inverses[i]);
            if (factor != 0)
            {
                sum += _cofactors[i] * factor;
            }
        }

        return sum % Modulus;
    }
}
