using System.Globalization;
using System.Numerics;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Integers;

public sealed class IntegerTests
{
    [Fact]
    public void Binary_operators_agree_with_big_integers()
    {
        ForAllPairs((x, y, a, b) =>
        {
            Same(x + y, a + b);
            Same(x - y, a - b);
            Same(x * y, a * b);
            Assert.Equal(x == y, a == b);
            Assert.Equal(x != y, a != b);
            Assert.Equal(x < y, a < b);
            Assert.Equal(x > y, a > b);
            Assert.Equal(x <= y, a <= b);
            Assert.Equal(x >= y, a >= b);
            Assert.Equal(x.CompareTo(y), a.CompareTo(b));
            Assert.Equal(x.Equals(y), a.Equals((object)b));
            Same(BigInteger.GreatestCommonDivisor(x, y), Integer.Gcd(a, b));
        });
    }

    [Fact]
    public void Division_agrees_with_big_integers()
    {
        ForAllPairs((x, y, a, b) =>
        {
            if (y.IsZero)
            {
                Assert.Throws<DivideByZeroException>(() => Integer.DivRem(a, b));
                Assert.Throws<DivideByZeroException>(() => Integer.DivideExact(a, b));
                return;
            }

            BigInteger quotient = BigInteger.DivRem(x, y, out BigInteger remainder);
            (Integer actualQuotient, Integer actualRemainder) = Integer.DivRem(a, b);
            Same(quotient, actualQuotient);
            Same(remainder, actualRemainder);
            Same(x, Integer.DivideExact(a * b, b));
            if (remainder.IsZero)
            {
                Same(quotient, Integer.DivideExact(a, b));
            }
            else
            {
                Assert.Throws<ArithmeticException>(() => Integer.DivideExact(a, b));
            }
        });
    }

    [Fact]
    public void Unary_operations_agree_with_big_integers()
    {
        foreach (BigInteger x in EdgeNumbers.All)
        {
            Integer a = x;
            Same(-x, -a);
            Same(BigInteger.Abs(x), Integer.Abs(a));
            Assert.Equal(x.Sign, a.Sign);
            Assert.Equal(x.IsZero, a.IsZero);
            Assert.Equal(x.IsOne, a.IsOne);
            Assert.Equal((long)BigInteger.Abs(x).GetBitLength(), a.BitLength);
            for (int exponent = 0; exponent < 4; exponent++)
            {
                Same(BigInteger.Pow(x, exponent), Integer.Pow(a, exponent));
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Integer.Pow(Integer.One, -1));
    }

    [Theory]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(3u)]
    [InlineData(536870909u)]
    [InlineData(1073741789u)]
    [InlineData(2147483647u)]
    [InlineData(2147483648u)]
    [InlineData(4294967295u)]
    public void Residues_are_never_negative(uint modulus)
    {
        foreach (BigInteger x in EdgeNumbers.All)
        {
            BigInteger expected = ((x % modulus) + modulus) % modulus;
            Assert.Equal((uint)expected, Integer.Modulo(x, modulus));
        }
    }

    [Fact]
    public void A_zero_modulus_is_refused()
    {
        Assert.Throws<DivideByZeroException>(() => Integer.Modulo(5, 0));
        Assert.Throws<DivideByZeroException>(() => Integer.Modulo(EdgeNumbers.Two(70), 0));
    }

    [Fact]
    public void Conversions_and_text_survive_a_round_trip()
    {
        foreach (BigInteger x in EdgeNumbers.All)
        {
            Integer a = x;
            string text = x.ToString(CultureInfo.InvariantCulture);
            Assert.Equal(text, a.ToString());
            Assert.Equal(text, $"{a}");
            Same(x, Integer.Parse(text));
            bool fits = x >= long.MinValue && x <= long.MaxValue;
            Assert.Equal(fits, a.TryGetInt64(out long word));
            if (fits)
            {
                Assert.Equal((long)x, word);
                Assert.Equal((long)x, (long)a);
            }
            else
            {
                Assert.Throws<OverflowException>(() => (long)a);
            }
        }

        Assert.Throws<FormatException>(() => Integer.Parse("1e5"));
        Assert.Throws<FormatException>(() => Integer.Parse(""));
        Assert.Throws<FormatException>(() => Integer.Parse(" 1"));
    }

    [Fact]
    public void The_default_value_is_zero() => Same(BigInteger.Zero, default);

    private static void ForAllPairs(Action<BigInteger, BigInteger, Integer, Integer> check)
    {
        foreach (BigInteger x in EdgeNumbers.All)
        {
            foreach (BigInteger y in EdgeNumbers.All)
            {
                check(x, y, x, y);
            }
        }
    }

    // Equal values must also have equal representations: small exactly when they fit.
    private static void Same(BigInteger expected, Integer actual)
    {
        Assert.Equal(expected, actual.ToBigInteger());
        Assert.Equal((Integer)expected, actual);
        Assert.Equal(((Integer)expected).GetHashCode(), actual.GetHashCode());
        Assert.Equal(expected >= long.MinValue && expected <= long.MaxValue, actual.TryGetInt64(out _));
    }
}
