using System.Numerics;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

// Every path gives the words of its scalar twin, and the scalar twin is right, at the ends of the ranges as well.
public sealed class DenseRowKernelsTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(8)]
    public void Paths_agree_and_are_right(int width)
    {
        var random = new SplitMix64((ulong)width);
        foreach (uint p in new[] { 0u, 2u, 65537u, 2147483647u })
        {
            long correction = 2L * p * p;
            for (int round = 0; round < 200; round++)
            {
                int[] cells = Ascending(random, 1, 10);
                int[] blocks = Ascending(random, width, 12);
                long[] digits = Draw(random, cells.Length, p);
                long[] blockDigits = Draw(random, blocks.Length * width, p);
                long[] start = [.. Enumerable.Range(0, 200 + (20 * width)).Select(_ => p == 0 ? unchecked((long)random.Next()) : (long)(random.Next() >> 1))];
                long[] scalar = [.. start];
                DenseRowKernels.AddScalar(scalar, cells, digits, blocks, blockDigits, correction);

                var exact = Array.ConvertAll(start, static s => (BigInteger)s);
                for (int i = 0; i < cells.Length; i++)
                {
                    for (int b = 0; b < blockDigits.Length; b++)
                    {
                        exact[cells[i] + blocks[b / width] + (b % width)] += (BigInteger)digits[i] * blockDigits[b];
                    }
                }

                for (int cell = 0; cell < scalar.Length; cell++)
                {
                    BigInteger modulus = p == 0 ? BigInteger.One << 64 : p;
                    Assert.True(((exact[cell] - scalar[cell]) % modulus).IsZero);
                    Assert.True(p == 0 || scalar[cell] >= 0);
                }

                if (width == DenseRowKernels.Width)
                {
                    long[] chosen = [.. start];
                    DenseRowKernels.Add(chosen, cells, digits, blocks, blockDigits, correction);
                    Assert.Equal(scalar, chosen);
                }

                if (DenseRowKernels.Has256 && width == 4)
                {
                    long[] vector = [.. start];
                    if (p == 0)
                    {
                        DenseRowKernels.AddProducts256(vector, cells, digits, blocks, blockDigits);
                    }
                    else
                    {
                        DenseRowKernels.AddResidues256(vector, cells, digits, blocks, blockDigits, correction);
                    }

                    Assert.Equal(scalar, vector);
                }

                if (DenseRowKernels.Has512 && width == 8)
                {
                    long[] vector = [.. start];
                    if (p == 0)
                    {
                        DenseRowKernels.AddProducts512(vector, cells, digits, blocks, blockDigits);
                    }
                    else
                    {
                        DenseRowKernels.AddResidues512(vector, cells, digits, blocks, blockDigits, correction);
                    }

                    Assert.Equal(scalar, vector);
                }
            }
        }
    }

    private static int[] Ascending(SplitMix64 random, int least, int most)
    {
        int[] result = new int[random.NextBelow((uint)most)];
        int cell = 0;
        for (int i = 0; i < result.Length; i++)
        {
            result[i] = cell;
            cell += least + (int)random.NextBelow(5);
        }

        return result;
    }

    private static long[] Draw(SplitMix64 random, int count, uint p) =>
        [.. Enumerable.Range(0, count).Select(_ => p == 0 ? (random.NextBelow(3) == 0 ? int.MinValue : unchecked((int)random.Next())) : random.NextBelow(2) == 0 ? p - 1 : (long)random.NextBelow(p))];
}
