using ConservationLaws.Algebra.Integers;
using ConservationLaws.Lie;

namespace ConservationLaws.Tests.Lie;

/// <summary>Where ranks are taken.</summary>
public sealed class EvaluationPointTests
{
    [Fact]
    public void A_seed_gives_the_same_point_always_and_another_seed_another()
    {
        Assert.Equal<Rational>(EvaluationPoint.Generic(50, 7, 0).Values, EvaluationPoint.Generic(50, 7, 0).Values);
        Assert.NotEqual<Rational>(EvaluationPoint.Generic(50, 7, 0).Values, EvaluationPoint.Generic(50, 8, 0).Values);
    }

    [Fact]
    public void Another_attempt_takes_another_point_and_another_prime()
    {
        EvaluationPoint first = EvaluationPoint.Generic(5, 1, 0);
        EvaluationPoint second = EvaluationPoint.Generic(5, 1, 1);
        Assert.NotEqual<Rational>(first.Values, second.Values);
        Assert.NotEqual(first.Field.Modulus, second.Field.Modulus);
    }

    [Fact]
    public void Coordinates_are_positive_integers_that_are_not_zero_modulo_the_prime()
    {
        EvaluationPoint point = EvaluationPoint.Generic(10_000, 3, 2);
        Assert.All(point.Values, value => Assert.True(value.IsInteger && value.Numerator.Sign > 0));
        Assert.All(point.Residues, residue => Assert.InRange(residue, 1u, point.Field.Modulus - 1));
    }

    [Fact]
    public void Replaced_coordinates_are_rational_and_others_stay()
    {
        EvaluationPoint point = EvaluationPoint.Generic(3, 1, 0);
        EvaluationPoint special = point.With(new Dictionary<int, Rational> { [1] = new(-3, 7) });
        Assert.Equal(new Rational(-3, 7), special.Values[1]);
        Assert.Equal((point.Values[0], point.Values[2]), (special.Values[0], special.Values[2]));
        Assert.Equal(special.Field.FromInteger(-3), special.Field.Multiply(7, special.Residues[1]));
    }

    [Fact]
    public void A_prime_that_divides_a_denominator_is_not_taken()
    {
        EvaluationPoint point = EvaluationPoint.Generic(2, 1, 0);
        EvaluationPoint special = point.With(new Dictionary<int, Rational> { [0] = new(1, Primes.At(0)), [1] = new(5, Primes.At(1)) });
        Assert.False(special.Field.Modulus == Primes.At(0) || special.Field.Modulus == Primes.At(1));
        Assert.Equal(1u, special.Field.Multiply(special.Field.FromInteger(Primes.At(0)), special.Residues[0]));
    }
}
