using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class MonomialTests
{
    [Fact]
    public void Creation_sorts_merges_and_drops_zeros()
    {
        var monomial = Monomial.Create([(7, 2), (3, 0), (1, 1), (7, 1)]);
        Assert.Equal([(1, 1), (7, 3)], monomial);
        Assert.Equal(4, monomial.TotalDegree);
        Assert.Equal(3, monomial.Exponent(7));
        Assert.Equal(0, monomial.Exponent(3));
        Assert.Equal("x1*x7^3", monomial.ToString());
        Assert.Equal(Monomial.One, default);
        Assert.Equal(Monomial.One, Monomial.Create([(5, 0)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Monomial.Create([(0, -1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Monomial.Create([(-1, 1)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Monomial.Variable(-1));
    }

    [Fact]
    public void Order_is_graded_lexicographic_with_the_first_variable_greatest()
    {
        Monomial x = Monomial.Variable(0);
        Monomial y = Monomial.Variable(1);
        Monomial z = Monomial.Variable(2);
        Monomial[] descending = [x * x, x * y, x * z, y * y, y * z, z * z, x, y, z, Monomial.One];
        for (int i = 0; i < descending.Length; i++)
        {
            for (int j = 0; j < descending.Length; j++)
            {
                Assert.Equal(Math.Sign(j - i), Math.Sign(descending[i].CompareTo(descending[j])));
            }
        }

        Assert.True(x > y && y < x && x >= y && y <= x && x != y);
    }

    [Fact]
    public void Products_divide_back_and_keep_the_order()
    {
        var random = new SplitMix64(3);
        for (int i = 0; i < 3000; i++)
        {
            Monomial a = RandomPolynomials.Monomial(random, [0, 1, 5, 9], 6);
            Monomial b = RandomPolynomials.Monomial(random, [0, 1, 5, 9], 6);
            Monomial c = RandomPolynomials.Monomial(random, [0, 1, 5, 9], 6);
            Assert.Equal(a * b, b * a);
            Assert.Equal((a * b).GetHashCode(), (b * a).GetHashCode());
            Assert.True((a * b).TryDivide(b, out Monomial quotient));
            Assert.Equal(a, quotient);
            Assert.Equal(a.TryDivide(b, out Monomial part), b.Factors.ToArray().All(f => f.Exponent <= a.Exponent(f.Variable)));
            Assert.True(part == Monomial.One || part * b == a);
            Assert.Equal(Math.Sign(a.CompareTo(b)), Math.Sign((a * c).CompareTo(b * c)));
        }
    }
}
