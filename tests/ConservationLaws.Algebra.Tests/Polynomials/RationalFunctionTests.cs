using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class RationalFunctionTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static RationalFunction X => RationalFunction.Variable(0);

    private static RationalFunction Y => RationalFunction.Variable(3);

    [Fact]
    public void Every_result_is_in_lowest_terms()
    {
        var random = new SplitMix64(8);
        for (int i = 0; i < 200; i++)
        {
            RationalFunction f = RandomFunctions.Draw(random);
            RationalFunction g = RandomFunctions.Draw(random);
            foreach (RationalFunction value in new[] { f, f + g, f - g, f * g, -f, f.Differentiate(0), g.IsZero ? g : f / g })
            {
                Assert.True(value.Denominator.LeadingCoefficient.Sign > 0);
                Assert.Equal(Ring.One, IntegerPolynomial.GreatestCommonDivisor(value.Numerator, value.Denominator));
            }
        }
    }

    [Fact]
    public void Substitution_is_evaluation_in_the_field_of_functions()
    {
        var random = new SplitMix64(10);
        for (int i = 0; i < 200; i++)
        {
            RationalFunction f = RandomFunctions.Draw(random);
            Dictionary<int, RationalFunction> images = new() { [0] = RandomFunctions.Draw(random), [3] = Y / (X + Y), [70] = RandomFunctions.Draw(random) };
            RationalFunction Compose(Polynomial<Integer> polynomial) => polynomial.Terms.Aggregate(RationalFunction.Zero, (sum, term) => sum
                + term.Monomial.Aggregate(RationalFunction.FromInteger(term.Coefficient), (product, factor) =>
                    Enumerable.Repeat(images[factor.Variable], factor.Exponent).Aggregate(product, static (left, right) => left * right)));
            RationalFunction denominator = Compose(f.Denominator);
            if (denominator.IsZero)
            {
                Assert.Throws<DivideByZeroException>(() => f.Substitute(variable => images[variable]));
            }
            else
            {
                Assert.Equal(Compose(f.Numerator) / denominator, f.Substitute(variable => images[variable]));
            }
        }
    }

    [Fact]
    public void Evaluation_modulo_primes_is_a_homomorphism()
    {
        var random = new SplitMix64(9);
        var field = new PrimeField(Primes.At(3));
        for (int i = 0; i < 200; i++)
        {
            RationalFunction f = RandomFunctions.Draw(random);
            RationalFunction g = RandomFunctions.Draw(random);
            uint[] point = [.. Enumerable.Range(0, 71).Select(_ => random.NextBelow(field.Modulus))];
            Assert.Equal(field.Add(f.Evaluate(field, point), g.Evaluate(field, point)), (f + g).Evaluate(field, point));
            Assert.Equal(field.Multiply(f.Evaluate(field, point), g.Evaluate(field, point)), (f * g).Evaluate(field, point));
        }
    }

    [Fact]
    public void Known_values()
    {
        RationalFunction one = RationalFunction.One;
        Assert.Equal(X + Y, ((X * X) - (Y * Y)) / (X - Y));
        Assert.True((((X * X) - (Y * Y)) / (X - Y)).IsPolynomial);
        RationalFunction half = X / RationalFunction.FromInteger(-2);
        Assert.Equal(Ring.Constant(2), half.Denominator);
        Assert.Equal(Ring.Negate(Ring.Variable(0)), half.Numerator);
        Assert.False(half.IsPolynomial);
        Assert.True(RationalFunction.FromRational(new Rational(2, 4)).IsConstant);
        Assert.Equal(-one / (X * X), (one / X).Differentiate(0));
        Assert.True((one / X).Differentiate(3).IsZero);
        Assert.True((X - X).IsZero);
        Assert.True(X == RationalFunction.FromPolynomial(Ring.Variable(0)) && X != Y);
    }

    [Fact]
    public void Zero_denominators_throw()
    {
        var field = new PrimeField(7);
        Assert.Throws<DivideByZeroException>(() => X / RationalFunction.Zero);
        Assert.Throws<DivideByZeroException>(() => RationalFunction.Zero.Invert());
        Assert.Throws<DivideByZeroException>(() => RationalFunction.Create(Ring.One, Ring.Zero));
        Assert.Throws<DivideByZeroException>(() => X.Invert().Evaluate(field, [0]));
        Assert.Throws<DivideByZeroException>(() => RationalFunction.FromRational(new Rational(1, 7)).Evaluate(field, []));
        Assert.Throws<ArgumentException>(() => Y.Evaluate(field, [1]));
    }
}
