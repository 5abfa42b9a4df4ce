namespace ConservationLaws.Algebra.Integers;

/// <summary>The one source of randomness: a small seeded generator whose sequence is part of the program's contract.</summary>
/// <remarks>
/// Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (2014). Equal seeds give equal sequences on every machine.
/// Nothing that is called proved depends on the quality of these numbers. Not safe for use by two threads at once.
/// </remarks>
public sealed class SplitMix64
{
    private ulong _state;

    /// <summary>Starts the sequence of a seed.</summary>
    public SplitMix64(ulong seed) => _state = seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15UL;
            ulong z = _state;
            z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL;
            z = (z ^ (z >> 27)) * 0x94D049BB133111EBUL;
            return z ^ (z >> 31);
        }
    }

    /// <summary>The next number in 0..bound−1.</summary>
    /// <param name="bound">At least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The bound is 0.</exception>
    public uint NextBelow(uint bound)
    {
        ArgumentOutOfRangeException.ThrowIfZero(bound);
        return (uint)(((UInt128)Next() * bound) >> 64);
    }
}
