using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Tests.Integers;

namespace ConservationLaws.Algebra.Tests.Fields;

public sealed class FieldAxiomTests
{
    [Theory]
    [InlineData(2u)]
    [InlineData(3u)]
    [InlineData(5u)]
    [InlineData(536870909u)]
    [InlineData(1073741789u)]
    [InlineData(2147483647u)]
    public void Prime_fields_are_fields(uint p)
    {
        var field = new PrimeField(p);
        uint[] elements = [.. EdgeNumbers.All.Select(number => field.FromInteger(number)).Distinct()];
        Assert.All(elements, element => Assert.True(element < p));
        CheckField(field, elements);
        foreach (uint a in elements)
        {
            foreach (uint b in elements)
            {
                Assert.Equal((a + (ulong)b) % p, field.Add(a, b));
                Assert.Equal((a + (ulong)p - b) % p, field.Subtract(a, b));
                Assert.Equal((ulong)a * b % p, field.Multiply(a, b));
            }

            Assert.Equal(field.One, a == 0 ? 1 : field.Power(a, p - 1));
            Assert.Equal(field.One, field.Power(a, 0));
        }
    }

    [Fact]
    public void Rational_numbers_are_a_field() =>
        CheckField(default(RationalField), [0, 1, -1, new Rational(2, 3), new Rational(-5, 7), new Rational(EdgeNumbers.Two(64) + 1, 3)]);

    [Fact]
    public void Integers_are_a_domain() => CheckDomain(default(IntegerRing), [.. EdgeNumbers.All.Select(number => (Integer)number)]);

    [Fact]
    public void A_modulus_outside_the_range_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrimeField(0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrimeField(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new PrimeField(1u << 31));
    }

    [Fact]
    public void A_rational_number_has_a_residue_unless_the_prime_divides_its_denominator()
    {
        var field = new PrimeField(7);
        Assert.Equal(5u, field.FromRational(new Rational(1, 3)));
        Assert.Equal(0u, field.FromRational(new Rational(7, 3)));
        Assert.Throws<DivideByZeroException>(() => field.FromRational(new Rational(3, 7)));
    }

    private static void CheckField<T, TField>(TField field, T[] elements)
        where TField : struct, IField<T>
    {
        CheckDomain(field, elements);
        foreach (T a in elements)
        {
            if (field.IsZero(a))
            {
                Assert.Throws<DivideByZeroException>(() => field.Invert(a));
            }
            else
            {
                Assert.Equal(field.One, field.Multiply(a, field.Invert(a)));
            }
        }
    }

    private static void CheckDomain<T, TDomain>(TDomain ring, T[] elements)
        where TDomain : struct, IIntegralDomain<T>
    {
        Assert.True(ring.IsZero(ring.Zero));
        Assert.False(ring.IsZero(ring.One));
        Assert.Equal(ring.One, ring.FromInteger(1));
        foreach (T a in elements)
        {
            Assert.Equal(a, ring.Add(a, ring.Zero));
            Assert.Equal(a, ring.Multiply(a, ring.One));
            Assert.Equal(ring.Zero, ring.Add(a, ring.Negate(a)));
            Assert.Equal(ring.Zero, ring.Subtract(a, a));
            Assert.Equal(ring.Negate(a), ring.Multiply(a, ring.FromInteger(-1)));
            foreach (T b in elements)
            {
                Assert.Equal(ring.Add(a, b), ring.Add(b, a));
                Assert.Equal(ring.Multiply(a, b), ring.Multiply(b, a));
                Assert.Equal(ring.Subtract(a, b), ring.Add(a, ring.Negate(b)));
                Assert.Equal(ring.AreEqual(a, b), Equals(a, b));
                Assert.Equal(ring.IsZero(a) || ring.IsZero(b), ring.IsZero(ring.Multiply(a, b)));
                if (!ring.IsZero(b))
                {
                    Assert.True(ring.TryDivideExact(ring.Multiply(a, b), b, out T quotient));
                    Assert.Equal(a, quotient);
                }

                foreach (T c in elements)
                {
                    Assert.Equal(ring.Add(ring.Add(a, b), c), ring.Add(a, ring.Add(b, c)));
                    Assert.Equal(ring.Multiply(ring.Multiply(a, b), c), ring.Multiply(a, ring.Multiply(b, c)));
                    Assert.Equal(ring.Multiply(a, ring.Add(b, c)), ring.Add(ring.Multiply(a, b), ring.Multiply(a, c)));
                }
            }
        }
    }
}
