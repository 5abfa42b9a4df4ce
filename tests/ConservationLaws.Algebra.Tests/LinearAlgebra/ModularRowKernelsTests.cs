using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

// Every path of the inner loops gives the words of its scalar twin, and the scalar twin is right, at the ends of the ranges as well.
public sealed class ModularRowKernelsTests
{
    public static TheoryData<uint> TestPrimes => [2u, 3u, 65537u, 536870909u, 1073741789u, 2147483629u, 2147483647u];

    [Theory]
    [MemberData(nameof(TestPrimes))]
    public void Two_multiples_are_added_alike_and_right(uint p)
    {
        var generator = new SplitMix64(p);
        for (int length = 0; length < 70; length++)
        {
            uint a = Residue(generator, p);
            uint b = Residue(generator, p);
            uint[] x = Residues(generator, p, length + 3);
            uint[] y = Residues(generator, p, length + 3);
            ulong[] start = [.. Enumerable.Range(0, length).Select(_ => Word(generator))];

            ulong[] scalar = [.. start];
            ModularRowKernels.AddTwoMultiplesScalar(scalar, x, a, y, b, p);
            for (int j = 0; j < length; j++)
            {
                UInt128 exact = start[j] + ((UInt128)a * x[j]) + ((UInt128)b * y[j]);
                Assert.Equal((ulong)(exact % p), scalar[j] % p);
                Assert.True(scalar[j] < 1UL << 63);
            }

            ulong[] chosen = [.. start];
            ModularRowKernels.AddTwoMultiples(chosen, x, a, y, b, p);
            Assert.Equal(scalar, chosen);
            if (ModularRowKernels.Has512)
            {
                ulong[] wide = [.. start];
                int done = ModularRowKernels.AddTwoMultiples512(wide, x, a, y, b, p);
                Assert.Equal(length & ~7, done);
                Assert.Equal([.. scalar[..done], .. start[done..]], wide);
            }

            if (ModularRowKernels.Has256)
            {
                ulong[] wide = [.. start];
                int done = ModularRowKernels.AddTwoMultiples256(wide, x, a, y, b, p);
                Assert.Equal(length & ~3, done);
                Assert.Equal([.. scalar[..done], .. start[done..]], wide);
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestPrimes))]
    public void A_multiple_is_added_alike_and_right(uint p)
    {
        var generator = new SplitMix64(p + 1);
        for (int length = 0; length < 70; length++)
        {
            uint a = Residue(generator, p);
            uint[] start = Residues(generator, p, length);
            uint[] y = Residues(generator, p, length + 3);
            uint[] expected = [.. start.Select((x, j) => (uint)((x + ((ulong)a * y[j])) % p))];

            uint[] scalar = [.. start];
            ModularRowKernels.AddMultipleScalar(scalar, y, a, p);
            Assert.Equal(expected, scalar);
            uint[] chosen = [.. start];
            ModularRowKernels.AddMultiple(chosen, y, a, p);
            Assert.Equal(expected, chosen);
            if (ModularRowKernels.Has512)
            {
                uint[] wide = [.. start];
                int done = ModularRowKernels.AddMultiple512(wide, y, a, p);
                Assert.Equal(length & ~15, done);
                Assert.Equal([.. expected[..done], .. start[done..]], wide);
            }

            if (ModularRowKernels.Has256)
            {
                uint[] wide = [.. start];
                int done = ModularRowKernels.AddMultiple256(wide, y, a, p);
                Assert.Equal(length & ~7, done);
                Assert.Equal([.. expected[..done], .. start[done..]], wide);
            }
        }
    }

    [Fact]
    public void The_largest_words_do_not_overflow()
    {
        uint p = int.MaxValue;
        uint[] row = [.. Enumerable.Repeat(p - 1, 33)];
        ulong[] sums = [.. Enumerable.Repeat((1UL << 63) - 1, 33)];
        ModularRowKernels.AddTwoMultiples(sums, row, p - 1, row, p - 1, p);
        ulong expected = (ulong)((((UInt128)1 << 63) - 1 + (2 * (UInt128)(p - 1) * (p - 1))) % p);
        Assert.All(sums, sum => Assert.Equal(expected, sum % p));
    }

    private static uint Residue(SplitMix64 generator, uint p) => generator.NextBelow(4) switch
    {
        0 => p - 1,
        1 => 0,
        _ => generator.NextBelow(p),
    };

    private static uint[] Residues(SplitMix64 generator, uint p, int length) =>
        [.. Enumerable.Range(0, length).Select(_ => Residue(generator, p))];

    private static ulong Word(SplitMix64 generator) => generator.NextBelow(4) switch
    {
        0 => (1UL << 63) - 1,
        1 => 0,
        _ => generator.Next() >> 1,
    };
}
