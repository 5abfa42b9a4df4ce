using System.Runtime.Intrinsics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

// Every path of the inner loops gives the words of its scalar twin, and the scalar twin is right, at the ends of the ranges as well.
public sealed class GeometricKernelsTests
{
    public static TheoryData<uint> TestPrimes => [2u, 3u, 17u, 65537u, 1073741789u, SmoothPrime.Modulus, 2147483647u];

    [Theory]
    [MemberData(nameof(TestPrimes))]
    public void Progressions_advance_alike_and_right(uint p)
    {
        var random = new SplitMix64(p);
        var field = new PrimeField(p);
        foreach (int rows in new[] { 0, 1, 2, 3, 4, 7 })
        {
            for (int points = 0; points < 6; points++)
            {
                int length = rows * GeometricKernels.Lanes;
                uint[] start = Residues(random, p, length);
                uint[] ratios = Residues(random, p, length);
                uint[] quotients = Array.ConvertAll(ratios, ratio => GeometricKernels.Quotient(ratio, p));
                uint[] sums = Residues(random, p, points * GeometricKernels.Lanes);
                uint[] expectedSums = [.. sums];
                uint[] expectedValues = [.. start];
                for (int i = 0; i < points; i++)
                {
                    for (int term = 0; term < length; term++)
                    {
                        ref uint sum = ref expectedSums[(i * GeometricKernels.Lanes) + (term % GeometricKernels.Lanes)];
                        sum = field.Add(sum, expectedValues[term]);
                        expectedValues[term] = field.Multiply(expectedValues[term], ratios[term]);
                    }
                }

                uint[] values = [.. start];
                uint[] scalarSums = [.. sums];
                GeometricKernels.AdvanceScalar(values, ratios, quotients, scalarSums, p);
                Assert.Equal(expectedValues, values);
                Assert.Equal(expectedSums, scalarSums);

                values = [.. start];
                uint[] chosenSums = [.. sums];
                GeometricKernels.Advance(values, ratios, quotients, chosenSums, p);
                Assert.Equal(expectedValues, values);
                Assert.Equal(expectedSums, chosenSums);

                if (ModularRowKernels.Has256)
                {
                    values = [.. start];
                    uint[] wideSums = [.. sums];
                    Assert.Equal(length, GeometricKernels.Advance256(values, ratios, quotients, wideSums, p));
                    Assert.Equal(expectedValues, values);
                    Assert.Equal(expectedSums, wideSums);
                }

                if (ModularRowKernels.Has512)
                {
                    values = [.. start];
                    uint[] wideSums = [.. sums];
                    int done = GeometricKernels.Advance512(values, ratios, quotients, wideSums, p);
                    Assert.Equal(length & ~15, done);
                    GeometricKernels.AdvanceScalar(values.AsSpan(done), ratios.AsSpan(done), quotients.AsSpan(done), wideSums, p);
                    Assert.Equal(expectedValues, values);
                    Assert.Equal(expectedSums, wideSums);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(TestPrimes))]
    public void Quotients_of_the_master_polynomial_alike_and_right(uint p)
    {
        var random = new SplitMix64(p + 1);
        var field = new PrimeField(p);
        for (int count = 0; count < 40; count++)
        {
            uint[] points = Residues(random, p, count);
            uint[] master = Residues(random, p, count + 1);
            uint[] samples = Residues(random, p, count);
            uint[] values = new uint[count];
            uint[] dots = new uint[count];
            VandermondeKernels.DivideScalar(points, master, samples, values, dots, p);
            for (int t = 0; t < count; t++)
            {
                // The textbook quotient, coefficient by coefficient.
                uint carry = 0;
                (uint value, uint dot) = (0, 0);
                for (int i = count - 1; i >= 0; i--)
                {
                    carry = field.Add(master[i + 1], field.Multiply(points[t], carry));
                    value = field.Add(value, field.Multiply(carry, field.Power(points[t], (uint)i)));
                    dot = field.Add(dot, field.Multiply(carry, samples[i]));
                }

                Assert.Equal(value, values[t]);
                Assert.Equal(dot, dots[t]);
            }

            (uint[] chosenValues, uint[] chosenDots) = (new uint[count], new uint[count]);
            VandermondeKernels.Divide(points, master, samples, chosenValues, chosenDots, p);
            Assert.Equal(values, chosenValues);
            Assert.Equal(dots, chosenDots);
            if (ModularRowKernels.Has256)
            {
                (uint[] wideValues, uint[] wideDots) = (new uint[count], new uint[count]);
                int done = VandermondeKernels.Divide<ResidueLanes256, Vector256<uint>>(points, master, samples, wideValues, wideDots, p);
                Assert.Equal(count & ~7, done);
                Assert.Equal(values[..done], wideValues[..done]);
                Assert.Equal(dots[..done], wideDots[..done]);
            }

            if (ModularRowKernels.Has512)
            {
                (uint[] wideValues, uint[] wideDots) = (new uint[count], new uint[count]);
                int done = VandermondeKernels.Divide<ResidueLanes512, Vector512<uint>>(points, master, samples, wideValues, wideDots, p);
                Assert.Equal(count & ~15, done);
                Assert.Equal(values[..done], wideValues[..done]);
                Assert.Equal(dots[..done], wideDots[..done]);
            }
        }
    }

    private static uint[] Residues(SplitMix64 random, uint p, int count) =>
        [.. Enumerable.Range(0, count).Select(_ => random.NextBelow(4) == 0 ? p - 1 : random.NextBelow(p))];
}
