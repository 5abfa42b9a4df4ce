using System.Numerics;
using ConservationLaws.Algebra.Integers;
using Fractions;

namespace ConservationLaws.Algebra.Tests.Integers;

public sealed class RationalTests
{
    private static readonly BigInteger[] Parts =
        [0, 1, -1, 2, -6, EdgeNumbers.Two(31) - 1, EdgeNumbers.Two(32), -EdgeNumbers.Two(63), EdgeNumbers.Two(63) - 1, EdgeNumbers.Two(64) + 1];

    [Fact]
    public void Arithmetic_agrees_with_an_independent_implementation()
    {
        (Rational Value, Fraction Oracle)[] numbers =
        [
            .. from n in Parts from d in Parts where !d.IsZero select (new Rational(n, d), new Fraction(n, d, normalize: true)),
        ];
        foreach ((Rational x, Fraction a) in numbers)
        {
            Same(a, x);
            Same(a.Negate(), -x);
            foreach ((Rational y, Fraction b) in numbers)
            {
                Same(a + b, x + y);
                Same(a - b, x - y);
                Same(a * b, x * y);
                Assert.Equal(a.CompareTo(b), x.CompareTo(y));
                Assert.Equal(a == b, x == y);
                Assert.Equal(a != b, x != y);
                Assert.Equal(a < b, x < y);
                Assert.Equal(a > b, x > y);
                Assert.Equal(a <= b, x <= y);
                Assert.Equal(a >= b, x >= y);
                if (y.IsZero)
                {
                    Assert.Throws<DivideByZeroException>(() => x / y);
                }
                else
                {
                    Same(a / b, x / y);
                }
            }
        }
    }

    [Fact]
    public void A_zero_denominator_is_refused() => Assert.Throws<DivideByZeroException>(() => new Rational(1, 0));

    [Fact]
    public void The_default_value_is_zero()
    {
        Assert.Equal(Rational.Zero, default);
        Assert.Equal(Integer.One, default(Rational).Denominator);
        Assert.Equal(new Rational(0, -5), default);
    }

    [Fact]
    public void Text_shows_a_denominator_only_when_there_is_one()
    {
        Assert.Equal("-3", new Rational(6, -2).ToString());
        Assert.Equal("-3/2", new Rational(3, -2).ToString());
    }

    private static void Same(Fraction expected, Rational actual)
    {
        Fraction reduced = expected.Reduce();
        Assert.Equal(reduced.Numerator, actual.Numerator.ToBigInteger());
        Assert.Equal(reduced.IsZero ? BigInteger.One : reduced.Denominator, actual.Denominator.ToBigInteger());
        Assert.Equal(actual, new Rational(actual.Numerator, actual.Denominator));
        Assert.Equal(actual.GetHashCode(), new Rational(actual.Numerator, actual.Denominator).GetHashCode());
        Assert.Equal(reduced.Numerator.Sign, actual.Sign);
        Assert.Equal(reduced.IsZero || reduced.Denominator.IsOne, actual.IsInteger);
    }
}
