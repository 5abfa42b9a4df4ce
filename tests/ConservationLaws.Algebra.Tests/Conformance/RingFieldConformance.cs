using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Tests.Conformance;

/// <summary>The axioms of a field.</summary>
public abstract class FieldConformance<T, TRing> : IntegralDomainConformance<T, TRing>
    where TRing : struct, IField<T>
{
    protected override IEnumerable<(T Dividend, T Divisor)> IndivisiblePairs => [];

    [Fact]
    public void Everything_but_zero_has_an_inverse() => ForAll((ring, a, b, _) =>
    {
        if (!ring.IsZero(a))
        {
            Same(ring, ring.One, ring.Multiply(a, ring.Invert(a)));
            Same(ring, a, ring.Invert(ring.Invert(a)));
            Assert.True(ring.TryDivideExact(b, a, out T quotient));
            Same(ring, ring.Multiply(b, ring.Invert(a)), quotient);
        }
    });

    [Fact]
    public void Zero_has_no_inverse() => Assert.Throws<DivideByZeroException>(() => Ring.Invert(Ring.Zero));
}
