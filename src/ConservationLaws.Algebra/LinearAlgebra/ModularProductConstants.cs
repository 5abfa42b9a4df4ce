using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// What ModularProductKernel needs to know of an odd prime, and its block sizes.
internal readonly struct ModularProductConstants
{
    // Rows of a tile: with two vectors of columns 12 sums, which leave 4 of 16 registers for the operands.
    internal const int TileRows = 6;

    // Columns of the widest tile: two vectors of eight lanes.
    internal const int WidestTile = 16;

    // Products of balanced residues that fit one signed word, whatever the prime. Packed operands have a multiple of so many terms.
    internal const int Group = 8;

    // Terms of a sum between reductions, at most 127 groups. The columns of B for one tile, 8000 numbers, fill a first-level cache of 32 KB;
    // what falls out comes back from the second level in time, and longer sums mean fewer visits to the target.
    internal const int Depth = 1000;

    // Numbers of A that are packed at once: half of a second-level cache of 512 KB.
    internal const int PackedRowNumbers = 1 << 16;

    // Columns of B that are packed at once: 2 MB of the third-level cache.
    internal const int PackedColumns = 1024;

    // Numbers between two panels of B, so that panels do not compete for the same cache sets and the last load stays inside.
    internal const int PanelPadding = 16;

    // Below this prime a word holds the sum of 2¹⁰ products with room for the reduction; above it two words do (see the kernel).
    private const uint OneWordPrimes = 1 << 17;

    internal ModularProductConstants(PrimeField field)
    {
        uint p = field.Modulus;
        Prime = p;
        Half = p >> 1;
        uint powerOfTwo32 = (uint)((1UL << 32) % p);
        PowerOfTwo40 = Balance(field.Multiply(powerOfTwo32, 256 % p), p);
        MinusPowerOfTwo64 = Balance(field.Negate(field.Multiply(powerOfTwo32, powerOfTwo32)), p);
        HighMask = p < OneWordPrimes ? 0 : uint.MaxValue;
        unchecked
        {
            // K. Hensel: x ← x·(2 − p·x) doubles the number of right bits; x = p is right to 3 bits.
            uint inverse = p;
            for (int bits = 3; bits < 32; bits *= 2)
            {
                inverse *= 2 - (p * inverse);
            }

            InverseOfPrime = (int)inverse;
        }
    }

    internal uint Prime { get; }

    // (p − 1)/2.
    internal uint Half { get; }

    // 1/p modulo 2³².
    internal int InverseOfPrime { get; }

    // 2⁴⁰ modulo p, balanced.
    internal int PowerOfTwo40 { get; }

    // −2⁶⁴ modulo p, balanced: x·(−2⁶⁴)/2³² is x times −2³², the factor of B that makes the kernel's A·B/2³² the wanted −A·B.
    internal int MinusPowerOfTwo64 { get; }

    internal uint HighMask { get; }

    // The next multiple of Group.
    internal static int Padded(int depth) => (depth + Group - 1) & -Group;

    // The representative of least absolute value.
    internal static int Balance(uint residue, uint p) => unchecked((int)(residue - (residue > p >> 1 ? p : 0)));
}
