using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Laws;

// Open addressing with linear probing; a slot is in use when its stamp is the current one, so that clearing costs nothing.
// Invariant: the number of slots is a power of two and more than twice the number of equations.

/// <summary>The equations of one field: for each monomial one of its unknowns with its coefficient, and whether there is another.</summary>
internal sealed class EquationTable<TKey>
    where TKey : struct, IEquatable<TKey>
{
    private Slot[] _slots = new Slot[1024];
    private int _stamp = 1;
    private int _count;

    /// <summary>Forgets all equations.</summary>
    internal void Clear()
    {
        _stamp++;
        _count = 0;
    }

    /// <summary>Adds a term c·u to the equation of a monomial.</summary>
    internal void Add(TKey monomial, int unknown, Integer coefficient)
    {
        ref Slot slot = ref Find(monomial);
        if (slot.Stamp == _stamp)
        {
            if (slot.Unknown == unknown)
            {
                slot.Coefficient += coefficient;
            }
            else
            {
                slot.IsShared = true;
            }

            return;
        }

        slot = new Slot { Monomial = monomial, Stamp = _stamp, Unknown = unknown, Coefficient = coefficient };
        if (2 * ++_count >= _slots.Length)
        {
            Grow();
        }
    }

    /// <summary>The unknowns that stand alone in an equation; one may come more than once.</summary>
    internal IEnumerable<int> Lonely()
    {
        foreach (Slot slot in _slots)
        {
            if (slot.Stamp == _stamp && !slot.IsShared && !slot.Coefficient.IsZero)
            {
                yield return slot.Unknown;
            }
        }
    }

    private ref Slot Find(TKey monomial)
    {
        int mask = _slots.Length - 1;
        int place = unchecked((int)(((ulong)(uint)monomial.GetHashCode() * 0x9E3779B97F4A7C15UL) >> 32)) & mask;
        while (_slots[place].Stamp == _stamp && !_slots[place].Monomial.Equals(monomial))
        {
            place = (place + 1) & mask;
        }

        return ref _slots[place];
    }

    private void Grow()
    {
        Slot[] old = _slots;
        _slots = new Slot[2 * old.Length];
        foreach (Slot slot in old)
        {
            if (slot.Stamp == _stamp)
            {
                Find(slot.Monomial) = slot;
            }
        }
    }

    private struct Slot
    {
        internal TKey Monomial;
        internal Integer Coefficient;
        internal int Stamp;
        internal int Unknown;
        internal bool IsShared;
    }
}
