using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Conformance;

public sealed class IntegerRingConformance : IntegralDomainConformance<Integer, IntegerRing>
{
    protected override IntegerRing Ring => default;

    protected override int Cases => 5000;

    protected override IEnumerable<(Integer Dividend, Integer Divisor)> IndivisiblePairs =>
        EdgeIntegers.All.Where(d => Integer.Abs(d) > 1).SelectMany(d => EdgeIntegers.All.Select(q => ((q * d) + 1, d)));

    protected override Integer Generate(SplitMix64 random) => EdgeIntegers.Draw(random);
}

public sealed class RationalFieldConformance : FieldConformance<Rational, RationalField>
{
    protected override RationalField Ring => default;

    protected override int Cases => 2000;

    protected override Rational Generate(SplitMix64 random)
    {
        Integer denominator = EdgeIntegers.Draw(random);
        return new Rational(EdgeIntegers.Draw(random), denominator.IsZero ? 1 : denominator);
    }
}

public abstract class PrimeFieldConformance(uint prime) : FieldConformance<uint, PrimeField>
{
    protected override PrimeField Ring => new(prime);

    protected override int Cases => 3000;

    protected override uint Generate(SplitMix64 random) =>
        random.NextBelow(4) == 0 ? Ring.FromInteger(EdgeIntegers.Draw(random)) : random.NextBelow(prime);
}

public sealed class PrimeField2Conformance() : PrimeFieldConformance(2);

public sealed class PrimeField3Conformance() : PrimeFieldConformance(3);

public sealed class PrimeField7Conformance() : PrimeFieldConformance(7);

public sealed class PrimeFieldBelow29BitsConformance() : PrimeFieldConformance(536870909);

public sealed class PrimeFieldMersenneConformance() : PrimeFieldConformance(int.MaxValue);
