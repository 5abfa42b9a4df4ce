using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.Integers;

public sealed class SquareFreePartTests
{
    [Fact]
    public void Small_numbers_are_squares_times_numbers_without_squares()
    {
        for (int value = -2000; value <= 2000; value++)
        {
            if (value == 0)
            {
                continue;
            }

            (Integer root, Integer part) = SquareFreePart.Of(value);
            Assert.Equal(value, root * root * part);
            Assert.True(root.Sign > 0);
            // The greatest square that divides the number, by trial.
            int expected = Enumerable.Range(1, 45).Last(candidate => value % (candidate * candidate) == 0);
            Assert.Equal(expected, root);
        }
    }

    // 1,000,003 is a prime beyond those that are tried.
    [Theory]
    [InlineData("1000006000009", "1000003", "1")]
    [InlineData("-1000006000009", "1000003", "-1")]
    [InlineData("3000018000027", "1000003", "3")]
    [InlineData("12000036", "2", "3000009")]
    [InlineData("1000000000000000000000000000000000000000000000000", "1000000000000000000000000", "1")]
    public void Squares_of_large_primes_are_seen_alone(string value, string root, string part) =>
        Assert.Equal((Integer.Parse(root), Integer.Parse(part)), SquareFreePart.Of(Integer.Parse(value)));
}
