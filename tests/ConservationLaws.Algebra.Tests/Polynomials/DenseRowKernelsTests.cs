using System.Numerics;
using System.Runtime.Intrinsics;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

// Every path gives the words of its scalar twin, and the scalar twin is right, at the ends of the ranges as well.
public sealed class DenseRowKernelsTests
{
    [Theory]
    [InlineData(1)]
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

                // One lane is the same kernel without vectors.
                if (width == ProductLanes64.Count)
                {
                    AssertAgree<ProductLanes64, ulong>();
                }

                if (ModularRowKernels.Has256 && width == ProductLanes256.Count)
                {
                    AssertAgree<ProductLanes256, Vector256<long>>();
                }

                if (ModularRowKernels.Has512 && width == ProductLanes512.Count)
                {
                    AssertAgree<ProductLanes512, Vector512<long>>();
                }

                void AssertAgree<TLanes, TVector>()
                    where TLanes : struct, IProductLanes<TVector>
                    where TVector : struct
                {
                    long[] vector = [.. start];
                    DenseRowKernels.Add<TLanes, TVector>(vector, cells, digits, blocks, blockDigits, correction);
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
