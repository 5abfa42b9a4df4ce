using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Algebra.Tests.Polynomials;

namespace ConservationLaws.Algebra.Tests.Conformance;

public abstract class PolynomialDomainConformance<T, TRing>(TRing ring, Func<SplitMix64, T> coefficient)
    : IntegralDomainConformance<Polynomial<T>, PolynomialDomain<T, TRing>>
    where TRing : struct, IIntegralDomain<T>
{
    private static readonly int[] Occurring = [0, 3, 70, 1000];

    protected override PolynomialDomain<T, TRing> Ring => new(ring);

    protected override IEnumerable<(Polynomial<T> Dividend, Polynomial<T> Divisor)> IndivisiblePairs
    {
        get
        {
            Polynomial<T> x = Ring.Ring.Variable(0);
            Polynomial<T> y = Ring.Ring.Variable(3);
            yield return (Ring.One, x);
            yield return (x, y);
            yield return (y, x);
            yield return (x, Ring.Multiply(x, x));
            yield return (Ring.Add(Ring.Multiply(x, y), Ring.One), x);
            yield return (Ring.Add(Ring.Multiply(x, x), Ring.One), Ring.Add(x, y));
            yield return (Ring.Ring.Power(Ring.Add(x, y), 7), Ring.Multiply(x, Ring.Add(x, y)));
        }
    }

    protected override Polynomial<T> Generate(SplitMix64 random) => RandomPolynomials.Draw(ring, random, Occurring, 6, 5, coefficient);
}

public sealed class IntegerPolynomialConformance() : PolynomialDomainConformance<Integer, IntegerRing>(default, EdgeIntegers.Draw)
{
    protected override IEnumerable<(Polynomial<Integer> Dividend, Polynomial<Integer> Divisor)> IndivisiblePairs =>
        base.IndivisiblePairs.Append((Ring.Ring.Variable(0), Ring.FromInteger(2))).Append((Ring.One, Ring.FromInteger(-2)));
}

public sealed class RationalPolynomialConformance() : PolynomialDomainConformance<Rational, RationalField>(
    default, random => new Rational(EdgeIntegers.Draw(random), 1 + (long)random.NextBelow(12)));

public sealed class ModularPolynomial2Conformance() : PolynomialDomainConformance<uint, PrimeField>(new PrimeField(2), random => random.NextBelow(2));

public sealed class ModularPolynomialConformance() : PolynomialDomainConformance<uint, PrimeField>(
    new PrimeField(int.MaxValue), random => random.NextBelow(int.MaxValue));

public abstract class PolynomialDifferentialConformance<T, TRing>(TRing ring, Func<SplitMix64, T> coefficient)
    : DifferentialRingConformance<Polynomial<T>, PolynomialRing<T, TRing>>
    where TRing : struct, IRing<T>
{
    protected override PolynomialRing<T, TRing> Ring => new(ring);

    protected override IReadOnlyList<int> Variables => [0, 3, 70, 5];

    protected override Polynomial<T> Variable(int index) => Ring.Variable(index);

    protected override Polynomial<T> Generate(SplitMix64 random) => RandomPolynomials.Draw(ring, random, [0, 3, 70, 1000], 6, 5, coefficient);
}

public sealed class IntegerPolynomialDifferentialConformance()
    : PolynomialDifferentialConformance<Integer, IntegerRing>(default, EdgeIntegers.Draw);

public sealed class ModularPolynomial3DifferentialConformance()
    : PolynomialDifferentialConformance<uint, PrimeField>(new PrimeField(3), random => random.NextBelow(3));

/// <summary>Polynomials over polynomials: the coefficient ring is itself a polynomial ring.</summary>
public sealed class NestedPolynomialConformance()
    : PolynomialDomainConformance<Polynomial<Integer>, PolynomialDomain<Integer, IntegerRing>>(
        default, random => RandomPolynomials.Draw(random, [0, 1], 3, 2))
{
    protected override int Cases => 100;
}

public sealed class RationalFunctionFieldConformance : FieldConformance<RationalFunction, RationalFunctionField>
{
    protected override RationalFunctionField Ring => default;

    protected override int Cases => 120;

    protected override RationalFunction Generate(SplitMix64 random) => RandomFunctions.Draw(random);
}

public sealed class RationalFunctionDifferentialConformance : DifferentialRingConformance<RationalFunction, RationalFunctionField>
{
    protected override RationalFunctionField Ring => default;

    protected override int Cases => 60;

    protected override IReadOnlyList<int> Variables => [0, 3, 5];

    protected override RationalFunction Variable(int index) => RationalFunction.Variable(index);

    protected override RationalFunction Generate(SplitMix64 random) => RandomFunctions.Draw(random);
}

internal static class RandomFunctions
{
    internal static RationalFunction Draw(SplitMix64 random)
    {
        Polynomial<Integer> denominator = random.NextBelow(3) == 0
            ? RandomPolynomials.Draw(random, [0, 3], 3, 2)
            : default(PolynomialRing<Integer, IntegerRing>).One;
        Polynomial<Integer> numerator = RandomPolynomials.Draw(random, [0, 3, 70], 4, 3);
        return denominator.IsZero ? RationalFunction.FromPolynomial(numerator) : RationalFunction.Create(numerator, denominator);
    }
}
