using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Conformance;

/// <summary>The axioms of a commutative ring with one, on random elements; derive a class for each implementation.</summary>
public abstract class RingConformance<T, TRing>
    where TRing : struct, IRing<T>
{
    protected abstract TRing Ring { get; }

    protected virtual int Cases => 500;

    /// <summary>A random element; zero, one and extreme elements should be frequent.</summary>
    protected abstract T Generate(SplitMix64 random);

    [Fact]
    public void Addition_is_a_commutative_group() => ForAll((ring, a, b, c) =>
    {
        Same(ring, ring.Add(a, b), ring.Add(b, a));
        Same(ring, ring.Add(ring.Add(a, b), c), ring.Add(a, ring.Add(b, c)));
        Same(ring, a, ring.Add(a, ring.Zero));
        Same(ring, ring.Zero, ring.Add(a, ring.Negate(a)));
        Assert.True(ring.IsZero(ring.Subtract(a, a)));
    });

    [Fact]
    public void Subtraction_undoes_addition() => ForAll((ring, a, b, _) =>
    {
        Same(ring, a, ring.Subtract(ring.Add(a, b), b));
        Same(ring, ring.Subtract(a, b), ring.Add(a, ring.Negate(b)));
        Same(ring, ring.Negate(ring.Subtract(a, b)), ring.Subtract(b, a));
        Same(ring, a, ring.Negate(ring.Negate(a)));
    });

    [Fact]
    public void Multiplication_is_commutative_and_associative() => ForAll((ring, a, b, c) =>
    {
        Same(ring, ring.Multiply(a, b), ring.Multiply(b, a));
        Same(ring, ring.Multiply(ring.Multiply(a, b), c), ring.Multiply(a, ring.Multiply(b, c)));
    });

    [Fact]
    public void Zero_and_one_are_what_they_say() => ForAll((ring, a, _, _) =>
    {
        Same(ring, a, ring.Multiply(a, ring.One));
        Same(ring, ring.Zero, ring.Multiply(a, ring.Zero));
        Assert.True(ring.IsZero(ring.Zero));
        Assert.False(ring.IsZero(ring.One));
        Assert.Equal(ring.IsZero(a), ring.AreEqual(a, ring.Zero));
    });

    [Fact]
    public void Multiplication_distributes() => ForAll((ring, a, b, c) =>
    {
        Same(ring, ring.Multiply(a, ring.Add(b, c)), ring.Add(ring.Multiply(a, b), ring.Multiply(a, c)));
        Same(ring, ring.Multiply(a, ring.Subtract(b, c)), ring.Subtract(ring.Multiply(a, b), ring.Multiply(a, c)));
        Same(ring, ring.Negate(ring.Multiply(a, b)), ring.Multiply(ring.Negate(a), b));
    });

    [Fact]
    public void Integers_embed_homomorphically()
    {
        TRing ring = Ring;
        Same(ring, ring.Zero, ring.FromInteger(Integer.Zero));
        Same(ring, ring.One, ring.FromInteger(Integer.One));
        foreach (Integer a in EdgeIntegers.All)
        {
            foreach (Integer b in EdgeIntegers.All)
            {
                Same(ring, ring.FromInteger(a + b), ring.Add(ring.FromInteger(a), ring.FromInteger(b)));
                Same(ring, ring.FromInteger(a - b), ring.Subtract(ring.FromInteger(a), ring.FromInteger(b)));
                Same(ring, ring.FromInteger(a * b), ring.Multiply(ring.FromInteger(a), ring.FromInteger(b)));
            }
        }
    }

    [Fact]
    public void Equality_is_not_constant() => ForAll((ring, a, b, _) =>
    {
        Assert.Equal(ring.AreEqual(a, b), ring.IsZero(ring.Subtract(a, b)));
        Assert.False(ring.AreEqual(a, ring.Add(a, ring.One)));
    });

    protected void ForAll(Action<TRing, T, T, T> law)
    {
        ArgumentNullException.ThrowIfNull(law);
        var random = new SplitMix64(20240229);
        for (int i = 0; i < Cases; i++)
        {
            law(Ring, Generate(random), Generate(random), Generate(random));
        }
    }

    /// <summary>Equal to the ring, to the default comparer and to hash tables.</summary>
    protected static void Same(TRing ring, T expected, T actual)
    {
        Assert.Equal(expected, actual, EqualityComparer<T>.Default);
        Assert.True(ring.AreEqual(expected, actual));
        Assert.Equal(EqualityComparer<T>.Default.GetHashCode(expected!), EqualityComparer<T>.Default.GetHashCode(actual!));
    }
}
