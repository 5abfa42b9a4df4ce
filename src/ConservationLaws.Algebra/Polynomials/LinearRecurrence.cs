using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// The shortest C with Σᵢ C[i]·s[n−i] = 0 for all n ≥ L, found from the first samples on. Divisions are avoided: C is kept up to a factor,
// C ← b·C − d·z^m·B for the discrepancy d and an earlier connection polynomial B whose discrepancy was b.
// Invariant: the first _seen samples obey the recurrence; _connection has L + 1 places, the first of which is not 0; s = Σ cₜ·vₜⁿ with T terms has L = T and C = ∏ (1 − vₜz) up to a factor
// once 2T samples are known.
// J. L. Massey, "Shift-register synthesis and BCH decoding", IEEE Trans. Inf. Theory 15 (1969).

/// <summary>Berlekamp–Massey: the linear recurrence of a sequence modulo a prime.</summary>
internal sealed class LinearRecurrence
{
    private readonly PrimeField _field;
    private readonly List<uint> _samples = [];
    private uint[] _connection = [1];
    private uint[] _earlier = [1];
    private uint _earlierDiscrepancy = 1;
    private int _shift = 1;
    private int _seen;

    internal LinearRecurrence(PrimeField field) => _field = field;

    /// <summary>The length of the shortest recurrence.</summary>
    internal int Length => _connection.Length - 1;

    /// <summary>How many samples are known beyond those that determine the recurrence.</summary>
    internal int Confirmations => _seen - (2 * Length);

    /// <summary>The samples.</summary>
    internal ReadOnlySpan<uint> Samples => System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_samples);

    /// <summary>Stores the next sample.</summary>
    internal void Add(uint sample) => _samples.Add(sample);

    /// <summary>Finds the recurrence of all samples stored so far.</summary>
    internal void Update()
    {
        while (_seen < _samples.Count)
        {
            uint discrepancy = Discrepancy(_seen++);
            if (discrepancy == 0)
            {
                _shift++;
                continue;
            }

            uint[] old = _connection;
            bool longer = 2 * Length < _seen;
            Combine(discrepancy, longer ? _seen - Length : Length);
            if (longer)
            {
                (_earlier, _earlierDiscrepancy, _shift) = (old, discrepancy, 1);
            }
            else
            {
                _shift++;
            }
        }
    }

    /// <summary>∏ (z − vₜ), lowest coefficient first; null when the recurrence has not the form of a sum of powers of non-zero numbers.</summary>
    internal uint[]? CharacteristicPolynomial()
    {
        if (_connection[^1] == 0)
        {
            return null;
        }

        uint scale = _field.Invert(_connection[0]);
        uint[] result = Array.ConvertAll(_connection, coefficient => _field.Multiply(coefficient, scale));
        Array.Reverse(result);
        return result;
    }

    private uint Discrepancy(int last)
    {
        unchecked
        {
            // The sum stays below 2⁶³: a product below 2⁶² is added and 2p² < 2⁶³ is taken away when the top bit is set.
            ulong correction = 2UL * _field.Modulus * _field.Modulus;
            ulong sum = 0;
            ReadOnlySpan<uint> samples = Samples;
            for (int i = 0; i < _connection.Length; i++)
            {
                sum += (ulong)_connection[i] * samples[last - i];
                sum -= correction & (ulong)((long)sum >> 63);
            }

            return _field.Reduce(sum);
        }
    }

    private void Combine(uint discrepancy, int length)
    {
        uint[] result = new uint[length + 1];
        ulong scale = _earlierDiscrepancy;
        ulong factor = _field.Negate(discrepancy);
        for (int i = 0; i < result.Length; i++)
        {
            ulong kept = i < _connection.Length ? _connection[i] : 0;
            ulong moved = i >= _shift && i - _shift < _earlier.Length ? _earlier[i - _shift] : 0;
            result[i] = _field.Reduce(unchecked((scale * kept) + (factor * moved)));
        }

        _connection = result;
    }
}
