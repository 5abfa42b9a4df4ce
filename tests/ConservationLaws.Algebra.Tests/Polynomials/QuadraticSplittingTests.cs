using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class QuadraticSplittingTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static Polynomial<Integer> X => Ring.Variable(0);

    private static Polynomial<Integer> Y => Ring.Variable(1);

    public static TheoryData<int> Radicands => [-1, -2, -3, 2, 3, 5];

    // A² − d·B² is the same polynomial, up to a number, before and after.
    [Theory]
    [MemberData(nameof(Radicands))]
    public void The_norm_stays_the_same_up_to_a_number(int radicand)
    {
        var random = new SplitMix64(9);
        for (int round = 0; round < 8; round++)
        {
            Polynomial<Integer> first = RandomPolynomials.Draw(random, [0, 1], 3, 2) + X;
            Polynomial<Integer> second = RandomPolynomials.Draw(random, [0, 1], 3, 2) - Y;
            foreach ((Polynomial<Integer> a, Polynomial<Integer> b) in new[] { (first, second), ((Integer)radicand * first, second), ((Integer)(-6) * first, (Integer)4 * second) })
            {
                var splitting = QuadraticSplitting.Create(a, b, radicand);
                Assert.Equal(IntegerPolynomial.PrimitivePart(Norm(a, b, radicand)), IntegerPolynomial.PrimitivePart(Norm(splitting.Base, splitting.Root, radicand)));
                Assert.Equal(Integer.One, Integer.Gcd(IntegerPolynomial.Content(splitting.Base), IntegerPolynomial.Content(splitting.Root)));
                Assert.True(splitting.Base.LeadingCoefficient.Sign > 0 && splitting.Root.LeadingCoefficient.Sign > 0);
                Assert.Equal(radicand, splitting.Radicand);
            }
        }
    }

    // 5x + √5·y = √5·(y + √5·x), and x² + i·y = i·(y − i·x²).
    [Fact]
    public void The_shorter_of_two_multiples_is_kept()
    {
        Assert.Equal(new QuadraticSplitting(Y, X, 5), QuadraticSplitting.Create((Integer)5 * X, Y, 5));
        Assert.Equal(new QuadraticSplitting(Y, X * X, -1), QuadraticSplitting.Create(X * X, Y, -1));
        Assert.Equal(new QuadraticSplitting(X, Y, 2), QuadraticSplitting.Create((Integer)3 * X, (Integer)(-3) * Y, 2));
    }

    private static Polynomial<Integer> Norm(Polynomial<Integer> a, Polynomial<Integer> b, Integer radicand) => (a * a) - (radicand * (b * b));
}
