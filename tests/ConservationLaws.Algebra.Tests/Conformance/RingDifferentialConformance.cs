using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Conformance;

/// <summary>The axioms of commuting derivations, and the fused sum of products.</summary>
public abstract class DifferentialRingConformance<T, TRing> : RingConformance<T, TRing>
    where TRing : struct, IDifferentialRing<T>
{
    /// <summary>Variables of the generated elements, and one that never occurs.</summary>
    protected abstract IReadOnlyList<int> Variables { get; }

    /// <summary>A variable as an element.</summary>
    protected abstract T Variable(int index);

    [Fact]
    public void Derivatives_are_linear_and_kill_integers() => ForAll((ring, a, b, _) =>
    {
        foreach (int variable in Variables)
        {
            T expected = ring.Add(ring.Differentiate(a, variable), ring.Differentiate(b, variable));
            Same(ring, expected, ring.Differentiate(ring.Add(a, b), variable));
            Assert.True(ring.IsZero(ring.Differentiate(ring.FromInteger(EdgeIntegers.All[^1]), variable)));
        }
    });

    [Fact]
    public void Leibniz() => ForAll((ring, a, b, _) =>
    {
        foreach (int variable in Variables)
        {
            T expected = ring.Add(ring.Multiply(ring.Differentiate(a, variable), b), ring.Multiply(a, ring.Differentiate(b, variable)));
            Same(ring, expected, ring.Differentiate(ring.Multiply(a, b), variable));
        }
    });

    [Fact]
    public void Mixed_partial_derivatives_commute() => ForAll((ring, a, _, _) =>
    {
        int i = Variables[0];
        int j = Variables[1];
        Same(ring, ring.Differentiate(ring.Differentiate(a, i), j), ring.Differentiate(ring.Differentiate(a, j), i));
    });

    [Fact]
    public void The_derivative_of_a_variable_is_one_or_zero()
    {
        foreach (int i in Variables)
        {
            foreach (int j in Variables)
            {
                Same(Ring, i == j ? Ring.One : Ring.Zero, Ring.Differentiate(Variable(i), j));
            }
        }
    }

    [Fact]
    public void A_fused_sum_of_products_is_the_sum_of_products()
    {
        Assert.True(Ring.IsZero(Ring.SumOfProducts([])));
        ForAll((ring, a, b, c) =>
        {
            T expected = ring.Add(ring.Multiply(a, b), ring.Subtract(ring.Multiply(b, c), ring.Multiply(c, a)));
            Same(ring, expected, ring.SumOfProducts([(a, b), (b, c), (ring.Negate(c), a)]));
            Same(ring, ring.Multiply(a, b), ring.SumOfProducts([(a, b)]));
        });
    }
}
