using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Integers;

public sealed class PrimesTests
{
    [Fact]
    public void The_table_is_exactly_the_largest_primes_by_trial_division()
    {
        int index = 0;
        for (uint number = (uint)int.MaxValue; index < Primes.Count; number--)
        {
            bool isPrime = SmallPrimes.TrueForAll(divisor => number % divisor != 0);
            Assert.Equal(isPrime, number == Primes.At(index));
            index += isPrime ? 1 : 0;
        }
    }

    [Fact]
    public void The_search_below_continues_the_table()
    {
        uint prime = 1u << 31;
        for (int index = 0; index < Primes.Count; index++)
        {
            prime = Primes.Below(prime);
            Assert.Equal(Primes.At(index), prime);
        }

        Assert.Equal(2u, Primes.Below(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => Primes.Below(2));
    }

    [Fact]
    public void Small_numbers_are_prime_when_no_number_divides_them()
    {
        for (uint number = 0; number < 3000; number++)
        {
            bool isPrime = number > 1;
            for (uint divisor = 2; divisor * divisor <= number; divisor++)
            {
                isPrime &= number % divisor != 0;
            }

            Assert.Equal(isPrime, Primes.IsPrime(number));
        }
    }

    [Theory]
    [InlineData(4294967291u, true)] // the largest prime below 2^32
    [InlineData(4294967295u, false)]
    [InlineData(3215031751u, false)] // passes the strong test to the bases 2, 3, 5, 7
    [InlineData(2147483647u, true)]
    [InlineData(1373653u, false)] // passes to the bases 2, 3
    [InlineData(25326001u, false)] // passes to the bases 2, 3, 5
    [InlineData(4293001441u, false)] // 65521², the square of the largest prime below 2^16
    public void Known_numbers_are_told_apart(uint number, bool isPrime) => Assert.Equal(isPrime, Primes.IsPrime(number));

    [Fact]
    public void Places_outside_the_table_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Primes.At(-1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Primes.At(Primes.Count));
    }

    // All primes up to √2³¹ by the sieve of Eratosthenes.
    private static readonly List<uint> SmallPrimes = Sieve(46341);

    private static List<uint> Sieve(int limit)
    {
        var composite = new bool[limit + 1];
        var primes = new List<uint>();
        for (int number = 2; number <= limit; number++)
        {
            if (!composite[number])
            {
                primes.Add((uint)number);
                for (int multiple = 2 * number; multiple <= limit; multiple += number)
                {
                    composite[multiple] = true;
                }
            }
        }

        return primes;
    }
}
