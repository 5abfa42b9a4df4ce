using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Laws;

// Open addressing with linear probing; a slot is in use when its stamp is the current one, so that clearing costs nothing.
// Invariant: the number of slots is a power of two and at least twice the number of monomials; _nonzero counts the sums that are not zero.

/// <summary>Sums coefficients by monomial and knows at every moment whether all of them are zero.</summary>
internal sealed class MonomialSums<TKey>
    where TKey : struct, IEquatable<TKey>
{
    private Slot[] _slots = new Slot[256];
    private int _stamp = 1;
    private int _count;
    private int _nonzero;

    /// <summary>Whether the sum is the zero polynomial.</summary>
    internal bool IsZero => _nonzero == 0;

    /// <summary>Forgets all terms.</summary>
    internal void Clear()
    {
        _stamp++;
        _count = 0;
        _nonzero = 0;
    }

    /// <summary>Adds a term.</summary>
    /// <param name="monomial">The monomial.</param>
    /// <param name="coefficient">The coefficient, not zero.</param>
    internal void Add(TKey monomial, Integer coefficient)
    {
        ref Slot slot = ref Find(_slots, _stamp, monomial);
        if (slot.Stamp == _stamp)
        {
            bool wasZero = slot.Sum.IsZero;
            slot.Sum += coefficient;
            _nonzero += (wasZero ? 1 : 0) - (slot.Sum.IsZero ? 1 : 0);
            return;
        }

        slot = new Slot { Monomial = monomial, Sum = coefficient, Stamp = _stamp };
        _nonzero++;
        if (2 * ++_count > _slots.Length)
        {
            Grow();
        }
    }

    private static ref Slot Find(Slot[] slots, int stamp, TKey monomial)
    {
        int mask = slots.Length - 1;
        int place = unchecked((int)(((ulong)(uint)monomial.GetHashCode() * 0x9E3779B97F4A7C15UL) >> 32)) & mask;
        while (slots[place].Stamp == stamp && !slots[place].Monomial.Equals(monomial))
        {
            place = (place + 1) & mask;
        }

        return ref slots[place];
    }

    private void Grow()
    {
        var larger = new Slot[2 * _slots.Length];
        foreach (Slot slot in _slots)
        {
            if (slot.Stamp == _stamp)
            {
                Find(larger, _stamp, slot.Monomial) = slot;
            }
        }

        _slots = larger;
    }

    private struct Slot
    {
        internal TKey Monomial;
        internal Integer Sum;
        internal int Stamp;
    }
}
