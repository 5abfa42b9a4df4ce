using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

// C − A·B is that of the textbook for every width of vectors, shape and prime.
public sealed class ModularProductTests
{
    public static TheoryData<uint> TestPrimes => [.. DenseModular.Primes];

    [Theory]
    [MemberData(nameof(TestPrimes))]
    public void Products_are_those_of_the_textbook(uint p)
    {
        var generator = new SplitMix64(p);
        (int, int, int)[] shapes =
        [
            (0, 3, 4), (3, 0, 4), (3, 4, 0), (1, 1, 1), (6, 96, 8), (7, 97, 9), (5, 1, 900), (1, 4100, 1), (4100, 1, 2), (13, 600, 31),
            (50, 1100, 21), (100, 33, 1040), (140, 520, 3),
        ];
        foreach ((int rows, int inner, int columns) in shapes)
        {
            uint[] left = DenseModular.Random(generator, p, rows * inner);
            uint[] right = DenseModular.Random(generator, p, inner * columns);
            uint[] start = DenseModular.Random(generator, p, rows * columns);
            Check(p, left, right, start, rows, inner, columns);
        }
    }

    // Of greatest absolute value are the residues (p − 1)/2 and (p + 1)/2; p − 1 is the greatest that is stored.
    [Theory]
    [MemberData(nameof(TestPrimes))]
    public void The_largest_sums_do_not_overflow(uint p)
    {
        const int Rows = 7;
        const int Inner = 1030;
        const int Columns = 17;
        uint[] values = [p - 1, p / 2, (p / 2) + 1];
        foreach (uint x in values)
        {
            foreach (uint y in values)
            {
                Check(
                    p,
                    DenseModular.Filled(x % p, Rows * Inner),
                    DenseModular.Filled(y % p, Inner * Columns),
                    DenseModular.Filled(p - 1, Rows * Columns),
                    Rows,
                    Inner,
                    Columns);
            }
        }
    }

    [Fact]
    public void The_factor_of_the_packed_columns_does_not_hide_the_largest_sums()
    {
        // Entries of B that are ±(p − 1)/2 after their multiplication by −2³².
        foreach (uint p in DenseModular.Primes.Where(p => p > 2))
        {
            var field = new PrimeField(p);
            uint factor = field.Invert(field.Negate((uint)((1UL << 32) % p)));
            foreach (uint y in new[] { field.Multiply(p / 2, factor), field.Multiply((p / 2) + 1, factor) })
            {
                Check(
                    p,
                    DenseModular.Filled(p / 2, 6 * 1024),
                    DenseModular.Filled(y, 1024 * 16),
                    DenseModular.Filled(0, 6 * 16),
                    6,
                    1024,
                    16);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestPrimes))]
    public void Seven_products_of_halves_are_the_product(uint p)
    {
        var generator = new SplitMix64(p + 7);
        foreach ((int rows, int inner, int columns) in new[] { (16, 16, 16), (33, 35, 34), (37, 64, 41), (70, 131, 66) })
        {
            uint[] left = DenseModular.Random(generator, p, rows * inner);
            uint[] right = DenseModular.Random(generator, p, inner * columns);
            uint[] start = DenseModular.Random(generator, p, rows * columns);
            Check(p, left, right, start, rows, inner, columns, smallestHalf: 8);
        }

        Check(p, DenseModular.Filled(p - 1, 64 * 64), DenseModular.Filled(p / 2, 64 * 64), DenseModular.Filled(0, 64 * 64), 64, 64, 64, 8);
    }

    [Fact]
    public void Blocks_leave_their_surroundings_alone()
    {
        const uint P = 2147483629;
        var generator = new SplitMix64(5);
        uint[] start = DenseModular.Random(generator, P, 60 * 70);
        uint[] left = DenseModular.Random(generator, P, 23 * 50);
        uint[] right = DenseModular.Random(generator, P, 50 * 37);
        uint[] entries = [.. start];
        ModularBlock target = ModularBlock.Whole(entries, 60, 70).Part(11, 13, 23, 37);
        new ModularProduct(new PrimeField(P), 1, default).Subtract(
            target, ModularBlock.Whole(left, 23, 50), ModularBlock.Whole(right, 50, 37));
        uint[] product = DenseModular.Multiply(P, left, right, 23, 50, 37);
        for (int i = 0; i < 60; i++)
        {
            for (int j = 0; j < 70; j++)
            {
                bool inside = i is >= 11 and < 34 && j is >= 13 and < 50;
                ulong loss = inside ? product[((i - 11) * 37) + j - 13] : 0;
                Assert.Equal((start[(i * 70) + j] + P - loss) % P, entries[(i * 70) + j]);
            }
        }
    }

    [Fact]
    public void Threads_share_the_work_and_change_nothing()
    {
        const uint P = 2147483629;
        var generator = new SplitMix64(6);
        foreach ((int rows, int inner, int columns) in new[] { (300, 70, 55), (55, 70, 301) })
        {
            uint[] left = DenseModular.Random(generator, P, rows * inner);
            uint[] right = DenseModular.Random(generator, P, inner * columns);
            uint[] alone = DenseModular.Random(generator, P, rows * columns);
            uint[] shared = [.. alone];
            Subtract(P, alone, left, right, rows, inner, columns, 1, ModularProductLanes.Best);
            Subtract(P, shared, left, right, rows, inner, columns, 3, ModularProductLanes.Best);
            Assert.Equal(alone, shared);
        }
    }

    private static void Check(
        uint p,
        uint[] left,
        uint[] right,
        uint[] start,
        int rows,
        int inner,
        int columns,
        int smallestHalf = ModularProductThresholds.StrassenHalf)
    {
        uint[] expected = DenseModular.Subtract(p, start, DenseModular.Multiply(p, left, right, rows, inner, columns));
        foreach (ModularProductLanes lanes in DenseModular.Lanes())
        {
            uint[] entries = [.. start];
            Subtract(p, entries, left, right, rows, inner, columns, 1, lanes, smallestHalf);
            Assert.Equal(expected, entries);
        }
    }

    private static void Subtract(
        uint p,
        uint[] target,
        uint[] left,
        uint[] right,
        int rows,
        int inner,
        int columns,
        int threads,
        ModularProductLanes lanes,
        int smallestHalf = ModularProductThresholds.StrassenHalf) =>
        new ModularProduct(new PrimeField(p), threads, default, lanes, smallestHalf).Subtract(
            ModularBlock.Whole(target, rows, columns), ModularBlock.Whole(left, rows, inner), ModularBlock.Whole(right, inner, columns));
}
