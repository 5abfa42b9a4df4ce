using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class MeteredDomainTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static Polynomial<Integer> Binomial => Ring.Variable(0) + Ring.One;

    private static Polynomial<Integer> Trinomial => Ring.Variable(0) + Ring.Variable(1) - Ring.One;

    // The meter allows exactly its maximum.
    [Fact]
    public void A_meter_ends_behind_its_maximum()
    {
        var meter = new WorkMeter(10, CancellationToken.None);
        meter.Spend(4);
        meter.Spend(6);
        meter.Spend(0);
        Assert.Throws<WorkExceededException>(() => meter.Spend(1));
    }

    [Fact]
    public void A_stopped_meter_says_so_first()
    {
        using var stopping = new CancellationTokenSource();
        var meter = new WorkMeter(1, stopping.Token);
        meter.Spend(1);
        stopping.Cancel();
        Assert.Throws<OperationCanceledException>(() => meter.Spend(1));
    }

    [Fact]
    public void Products_and_quotients_cost_the_products_of_their_terms()
    {
        Assert.Equal(6, Cost(domain => domain.Multiply(Binomial, Trinomial)));
        Assert.Equal(10, Cost(domain => domain.SumOfProducts([(Binomial, Trinomial), (Binomial, Binomial)])));
        Assert.Equal(8, Cost(domain => domain.TryDivideExact(Binomial * Trinomial, Binomial, out _)));
        Assert.Equal(0, Cost(domain => domain.Add(Binomial, domain.Subtract(Trinomial, domain.Negate(domain.Variable(2))))));
    }

    [Fact]
    public void Values_are_those_of_the_ring()
    {
        var domain = new MeteredDomain(new WorkMeter(1000, CancellationToken.None));
        Assert.Equal(Binomial * Trinomial, domain.Multiply(Binomial, Trinomial));
        Assert.Equal((Binomial * Trinomial) + (Binomial * Binomial), domain.SumOfProducts([(Binomial, Trinomial), (Binomial, Binomial)]));
        Assert.True(domain.TryDivideExact(Binomial * Trinomial, Trinomial, out Polynomial<Integer> quotient));
        Assert.Equal(Binomial, quotient);
        Assert.False(domain.TryDivideExact(Binomial, Trinomial, out _));
        Assert.Equal(Ring.One, domain.Differentiate(Binomial, 0));
        Assert.Equal(Binomial, domain.Substitute(Trinomial, variable => Ring.Variable(0) - (variable == 0 ? Ring.Zero : Ring.Variable(0) - (Integer)2 * Ring.One)));
        Assert.True(domain.AreEqual(domain.Zero, Ring.Zero) && domain.IsZero(Ring.Zero) && domain.AreEqual(domain.One, domain.FromInteger(1)));
    }

    // The least maximum with which the work is done.
    private static long Cost(Action<MeteredDomain> work)
    {
        for (long maximum = 0; ; maximum++)
        {
            try
            {
                work(new MeteredDomain(new WorkMeter(maximum, CancellationToken.None)));
                return maximum;
            }
            catch (WorkExceededException)
            {
                Assert.InRange(maximum, 0, 100);
            }
        }
    }
}
