using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class PolynomialFactorizationTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static Polynomial<Integer> X => Ring.Variable(0);

    private static Polynomial<Integer> Y => Ring.Variable(1);

    private static Polynomial<Integer> Z => Ring.Variable(2);

    private static Polynomial<Integer> One => Ring.One;

    // Irreducible over Q, by Eisenstein's criterion, degree, or rank of a quadratic form.
    private static Polynomial<Integer>[] Irreducible =>
    [
        X, X + Y, X - Y, (X * Y) + One, (X * Y) - (Integer)2 * Z, (X * X) + (Y * Y) + (Z * Z), (X * X) + (Y * Y), (X * X) - (X * Y) - (Y * Y), (X * X * X) + (Y * Y) + One,
        (Y * Y) + One, (X * Z) - (Y * Y), ((Integer)3 * X) + Y - Z + ((Integer)5 * One), (Z * Z * Z) - ((Integer)2 * (X * X * X)),
    ];

    [Fact]
    public void Products_of_irreducible_polynomials_come_apart()
    {
        var random = new SplitMix64(11);
        Polynomial<Integer>[] pool = Irreducible;
        for (int round = 0; round < 60; round++)
        {
            int[] chosen = [.. Enumerable.Range(0, 1 + (int)random.NextBelow(3)).Select(_ => (int)random.NextBelow((uint)pool.Length))];
            Polynomial<Integer> product = (Integer)(-6) * chosen.Aggregate(One, (value, place) => value * pool[place]);

            ImmutableArray<PolynomialFactor> factors = PolynomialFactorization.Compute(product);

            Assert.Equal(
                chosen.GroupBy(place => place).Select(group => $"{IntegerPolynomial.PrimitivePart(pool[group.Key])} ^{group.Count()}").Order(),
                factors.Select(factor => $"{factor.Polynomial} ^{factor.Multiplicity}").Order());
        }
    }

    [Fact]
    public void Conjugate_factors_multiply_to_the_polynomial()
    {
        var random = new SplitMix64(12);
        foreach (int radicand in (int[])[-1, -2, 2, 3, 5, -7])
        {
            for (int round = 0; round < 6; round++)
            {
                Polynomial<Integer> first = RandomPolynomials.Draw(random, [0, 1, 2], 3, 2) + X;
                Polynomial<Integer> second = RandomPolynomials.Draw(random, [0, 1], 2, 1) + One;
                Polynomial<Integer> norm = (first * first) - ((Integer)radicand * (second * second));
                foreach (PolynomialFactor factor in PolynomialFactorization.Compute(norm))
                {
                    if (factor.Splitting is not { } splitting)
                    {
                        continue;
                    }

                    Polynomial<Integer> product = (splitting.Base * splitting.Base) - (splitting.Radicand * (splitting.Root * splitting.Root));
                    Assert.Equal(factor.Polynomial, IntegerPolynomial.PrimitivePart(product));
                }
            }
        }
    }

    [Fact]
    public void Irreducible_norms_are_split()
    {
        Assert.Equal((Integer)5, Splitting((X * X) - (X * Y) - (Y * Y)).Radicand);
        Assert.Equal((Integer)(-1), Splitting((Y * Y) + One).Radicand);
        Assert.Equal((Integer)(-3), Splitting((X * X) + (X * Y) + (Y * Y)).Radicand);
        Assert.Equal((Integer)2, Splitting((X * X * Z * Z) - ((Integer)2 * (Y * Y))).Radicand);

        static QuadraticSplitting Splitting(Polynomial<Integer> value) => Assert.Single(PolynomialFactorization.Compute(value)).Splitting!;
    }

    [Fact]
    public void Minors_of_a_matrix_times_each_other_come_apart()
    {
        Polynomial<Integer> first = (Ring.Variable(0) * Ring.Variable(4)) - (Ring.Variable(1) * Ring.Variable(3));
        Polynomial<Integer> second = (Ring.Variable(0) * Ring.Variable(5)) - (Ring.Variable(2) * Ring.Variable(3));

        Assert.Equal([1, 2], PolynomialFactorization.Compute(first * second * second).Select(factor => factor.Multiplicity).Order());
        Assert.Empty(PolynomialFactorization.Compute((Integer)7 * One));
    }
}
