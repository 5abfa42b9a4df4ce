using System.Numerics;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Integers;

public sealed class ReconstructionTests
{
    [Fact]
    public void Residues_combine_to_the_number_they_come_from()
    {
        var primes = new ChineseRemainder();
        var used = new List<uint>();
        for (int count = 0; count <= 6; count++)
        {
            foreach (BigInteger number in EdgeNumbers.All)
            {
                BigInteger expected = ((number % primes.Modulus) + primes.Modulus) % primes.Modulus;
                uint[] residues = [.. used.Select(prime => Integer.Modulo(number, prime))];
                Assert.Equal(expected, primes.Combine(residues).ToBigInteger());
            }

            used.Add(count == 3 ? 2 : count == 5 ? 3 : Primes.At(count));
            primes.AddPrime(used[^1]);
            Assert.Equal(used.Aggregate(BigInteger.One, (product, prime) => product * prime), primes.Modulus);
        }

        Assert.Throws<ArgumentException>(() => primes.AddPrime(Primes.At(0)));
        Assert.Throws<ArgumentException>(() => primes.Combine([1]));
    }

    [Theory]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(97)]
    [InlineData(101)]
    [InlineData(210)]
    public void Every_fraction_within_the_bound_is_found_and_nothing_else(int modulus)
    {
        int bound = (int)(long)RationalReconstruction.BoundFor(modulus);
        Assert.True(2 * bound * bound < modulus && 2 * (bound + 1) * (bound + 1) >= modulus);
        for (int residue = -modulus; residue < modulus; residue++)
        {
            var fractions = new HashSet<Rational>();
            for (int n = -bound; n <= bound; n++)
            {
                for (int d = 1; d <= bound; d++)
                {
                    if (((residue * d) - n) % modulus == 0 && BigInteger.GreatestCommonDivisor(d, modulus).IsOne && BigInteger.GreatestCommonDivisor(d, n).IsOne)
                    {
                        fractions.Add(new Rational(n, d));
                    }
                }
            }

            bool found = RationalReconstruction.TryReconstruct(residue, modulus, out Rational value);
            Assert.Equal(fractions.Count == 1, found);
            if (found)
            {
                Assert.Contains(value, fractions);
            }
        }
    }

    [Fact]
    public void Large_fractions_are_found_at_the_bound()
    {
        Integer modulus = BigInteger.One;
        for (int i = 0; i < 12; i++)
        {
            modulus *= (Integer)Primes.At(i);
            Integer bound = RationalReconstruction.BoundFor(modulus);
            foreach ((Integer n, Integer d) in new (Integer, Integer)[] { (bound, bound - 1), (-bound, bound - 1), (bound - 1, bound), (1, bound), (-bound, 1) })
            {
                BigInteger inverse = BigInteger.ModPow(d.ToBigInteger(), (Phi(i) - 1), modulus.ToBigInteger());
                Assert.True(RationalReconstruction.TryReconstruct((n.ToBigInteger() * inverse), modulus, out Rational value));
                Assert.Equal(new Rational(n, d), value);
            }
        }
    }

    [Fact]
    public void A_vector_is_found_with_its_common_denominator()
    {
        Integer modulus = (Integer)Primes.At(0) * Primes.At(1) * Primes.At(2);
        BigInteger m = modulus.ToBigInteger();
        Rational[] entries = [new(0), new(5, 6), new(-7, 10), new(1, 15), new(1234567, 30), new(-3)];
        var vector = new VectorReconstruction(modulus);
        foreach (Rational entry in entries)
        {
            BigInteger inverse = BigInteger.ModPow(entry.Denominator.ToBigInteger(), Phi(2) - 1, m);
            Assert.True(vector.TryAdd(entry.Numerator.ToBigInteger() * inverse));
        }

        Assert.True(vector.TryFinish(out Integer[] numerators));
        Assert.Equal((Integer)30, vector.Denominator);
        Assert.Equal(entries, numerators.Select(numerator => new Rational(numerator, vector.Denominator)));
    }

    [Fact]
    public void A_vector_beyond_the_bound_is_refused()
    {
        // Modulo 101 the bound is 7: 1/3 and 1/5 have the common denominator 15.
        var vector = new VectorReconstruction(101);
        Assert.True(vector.TryAdd(34));
        Assert.False(vector.TryAdd(81));
        Assert.False(vector.TryAdd(0));
        Assert.False(vector.TryFinish(out Integer[] numerators));
        Assert.Empty(numerators);

        // 5 and then 1/2: the denominator 2 turns the first numerator into 10.
        vector = new VectorReconstruction(101);
        Assert.True(vector.TryAdd(5));
        Assert.True(vector.TryAdd(51));
        Assert.False(vector.TryFinish(out _));
    }

    [Fact]
    public void A_modulus_must_be_at_least_3() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => RationalReconstruction.BoundFor(2));

    // Euler's function of the product of the first primes of the table.
    private static BigInteger Phi(int last) =>
        Enumerable.Range(0, last + 1).Aggregate(BigInteger.One, (product, i) => product * (Primes.At(i) - 1));
}
