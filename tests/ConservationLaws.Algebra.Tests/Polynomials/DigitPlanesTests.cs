using System.Numerics;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class DigitPlanesTests
{
    [Fact]
    public void Digits_are_balanced_and_give_the_integers_back()
    {
        for (int width = 8; width <= 32; width++)
        {
            foreach (int bits in new[] { 0, 1, 7, 8, 30, 31, 32, 61, 62, 63, 64, 95, 96, 127, 128, 129, 500 })
            {
                for (int offset = -2; offset <= 2; offset++)
                {
                    foreach (int sign in new[] { 1, -1 })
                    {
                        BigInteger value = sign * ((BigInteger.One << bits) + offset);
                        var integer = (Integer)value;
                        int planes = (int)DigitPlanes.Count(integer.BitLength, width);
                        int[] digits = DigitPlanes.Split([Integer.One, integer, Integer.Zero], width, planes);
                        Assert.All(digits, d => Assert.InRange(d, -(1L << (width - 1)), (1L << (width - 1)) - 1));
                        Assert.Equal(value, DigitPlanes.Combine([.. digits[1..].Select(static d => (long)d)], 3, planes, width).ToBigInteger());
                        BigInteger sum = 0;
                        for (int plane = planes - 1; plane >= 0; plane--)
                        {
                            sum = (sum << width) + digits[(3 * plane) + 1];
                        }

                        Assert.Equal(value, sum);
                    }
                }
            }
        }
    }

    [Fact]
    public void Planes_at_their_limits_are_combined_exactly()
    {
        foreach (int width in new[] { 8, 20, 25, 31, 32 })
        {
            for (int planes = 1; planes <= 9; planes++)
            {
                foreach (long extreme in new[] { long.MaxValue, -long.MaxValue, 1, -1 })
                {
                    long[] words = [.. Enumerable.Repeat(extreme, planes)];
                    BigInteger sum = 0;
                    for (int plane = planes - 1; plane >= 0; plane--)
                    {
                        sum = (sum << width) + extreme;
                    }

                    Assert.Equal(sum, DigitPlanes.Combine(words, 1, planes, width).ToBigInteger());
                }
            }
        }
    }

    [Fact]
    public void Widths_keep_sums_below_a_word()
    {
        foreach (long bits in new[] { 1L, 31, 62, 64, 1000, 1000000 })
        {
            foreach (int terms in new[] { 1, 2, 1000, 1 << 20, int.MaxValue })
            {
                int width = DigitPlanes.Width([(bits, 40, terms), (20, bits, terms)]);
                if (width == 0)
                {
                    continue; // refused
                }

                BigInteger bound = 0;
                foreach ((long left, long right) in new[] { (bits, 40L), (20L, bits) })
                {
                    bound += (BigInteger)terms * Math.Min(DigitPlanes.Count(left, width), DigitPlanes.Count(right, width)) << ((2 * width) - 2);
                }

                Assert.True(bound < BigInteger.One << 63);
            }
        }

        Assert.Equal(0, DigitPlanes.Width([(long.MaxValue / 2, long.MaxValue / 2, int.MaxValue)]));
    }
}
