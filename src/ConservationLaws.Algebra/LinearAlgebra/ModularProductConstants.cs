using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// What ModularProductKernel needs to know of an odd prime, and its block sizes.
internal readonly struct ModularProductConstants
{
    // Rows of a tile: with two vectors of columns 12 sums, which leave 4 of 16 registers for the operands.
    internal const int TileRows = 6;

    // Columns of the widest tile: two vectors of eight lanes.
    internal const int WidestTile = 16;

    // Terms of a sum between reductions, at most 128 groups of 8 products. The columns of B for one tile, 512 · 8 numbers, and the rows of A
    // fill most of a first-level cache of 32 KB.
    internal const int Depth = 512;

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
        PowerOfTwo40 = Balance(field.Multiply((uint)((1UL << 32) % p), 256 % p), p);
        MinusPowerOfTwo32 = field.Negate((uint)((1UL << 32) % p));
        HighMask = p < OneWordPrimes ? 0 : uint.MaxValue;
        ulong square = (ulong)Half * Half;
        Group = (int)Math.Min(Depth, ((1UL << 63) - 1) / square);
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

    // −2³² modulo p: the factor of B that makes the kernel's A·B/2³² the wanted −A·B.
    internal uint MinusPowerOfTwo32 { get; }

    internal uint HighMask { get; }

    // The number of products that fit one signed word.
    internal int Group { get; }

    // The representative of least absolute value.
    internal static int Balance(uint residue, uint p) => unchecked((int)(residue - (residue > p >> 1 ? p : 0)));
}
