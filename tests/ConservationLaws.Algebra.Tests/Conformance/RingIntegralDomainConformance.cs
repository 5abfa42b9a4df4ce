using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Tests.Conformance;

/// <summary>The axioms of an integral domain with decidable divisibility.</summary>
public abstract class IntegralDomainConformance<T, TRing> : RingConformance<T, TRing>
    where TRing : struct, IIntegralDomain<T>
{
    /// <summary>Pairs of which the second does not divide the first; none in a field.</summary>
    protected abstract IEnumerable<(T Dividend, T Divisor)> IndivisiblePairs { get; }

    [Fact]
    public void There_are_no_zero_divisors() => ForAll((ring, a, b, _) =>
        Assert.Equal(ring.IsZero(a) || ring.IsZero(b), ring.IsZero(ring.Multiply(a, b))));

    [Fact]
    public void A_product_divided_by_a_factor_is_the_other_factor() => ForAll((ring, a, b, _) =>
    {
        if (!ring.IsZero(b))
        {
            Assert.True(ring.TryDivideExact(ring.Multiply(a, b), b, out T quotient));
            Same(ring, a, quotient);
        }
    });

    [Fact]
    public void A_quotient_times_the_divisor_is_the_dividend() => ForAll((ring, a, b, c) =>
    {
        T dividend = ring.Add(ring.Multiply(a, b), c);
        if (!ring.IsZero(b))
        {
            bool divides = ring.TryDivideExact(dividend, b, out T quotient);
            Same(ring, divides ? dividend : ring.Zero, divides ? ring.Multiply(quotient, b) : quotient);
        }
    });

    [Fact]
    public void What_does_not_divide_is_refused()
    {
        foreach ((T dividend, T divisor) in IndivisiblePairs)
        {
            Assert.False(Ring.TryDivideExact(dividend, divisor, out T quotient));
            Same(Ring, Ring.Zero, quotient);
        }
    }

    [Fact]
    public void Division_by_zero_throws()
    {
        Assert.Throws<DivideByZeroException>(() => Ring.TryDivideExact(Ring.One, Ring.Zero, out _));
        Assert.Throws<DivideByZeroException>(() => Ring.TryDivideExact(Ring.Zero, Ring.Zero, out _));
    }
}
