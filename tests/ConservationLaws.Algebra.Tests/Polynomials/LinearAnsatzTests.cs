using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Polynomials;

public sealed class LinearAnsatzTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static Polynomial<Integer> X => Ring.Variable(0);

    private static Polynomial<Integer> Y => Ring.Variable(1);

    // ∂g/∂x = ∂g/∂y for g of degree at most 2: the span of 1, x + y, (x + y)².
    [Fact]
    public void The_functions_of_a_sum_are_found()
    {
        Polynomial<Integer>[] monomials = [Ring.One, X, Y, X * X, X * Y, Y * Y];
        var ansatz = new LinearAnsatz();
        foreach ((int place, Polynomial<Integer> monomial) in monomials.Index())
        {
            Assert.Equal(place, ansatz.AddUnknown([(0, Ring.Differentiate(monomial, 0) - Ring.Differentiate(monomial, 1))]));
        }

        Assert.Equal(
            new HashSet<Polynomial<Integer>> { Ring.One, X + Y, (X + Y) * (X + Y) },
            [.. ansatz.Solve().Select(solution => IntegerPolynomial.PrimitivePart(Combine(solution, monomials)))]);
    }

    [Fact]
    public void An_identity_named_twice_receives_the_sum()
    {
        var ansatz = new LinearAnsatz();
        ansatz.AddUnknown([(0, X), (0, -X)]);
        ansatz.AddUnknown([(0, X), (0, X)]);
        ansatz.AddUnknown([(0, -(Integer)6 * X)]);
        Assert.Equal(3, ansatz.UnknownCount);
        string[] solutions = [.. ansatz.Solve().Select(solution => string.Join(' ', solution.Columns.ToArray().Zip(solution.Values.ToArray()))).Order()];
        Assert.Equal(2, solutions.Length);
        Assert.Equal("(0, 1)", solutions[0]);
        Assert.Contains(solutions[1], (string[])["(1, 3) (2, 1)", "(1, -3) (2, -1)"]);
    }

    // Two identities are not one.
    [Fact]
    public void Identities_hold_one_by_one()
    {
        var ansatz = new LinearAnsatz();
        ansatz.AddUnknown([(0, X), (7, Y)]);
        ansatz.AddUnknown([(0, Y), (7, X)]);
        ansatz.AddUnknown([(0, X)]);
        Assert.Empty(ansatz.Solve());
    }

    [Fact]
    public void Unknowns_without_images_are_free()
    {
        var ansatz = new LinearAnsatz();
        Assert.Empty(ansatz.Solve());
        ansatz.AddUnknown([]);
        ansatz.AddUnknown([(0, Ring.Zero)]);
        Assert.Equal(2, ansatz.Solve().Length);
    }

    [Fact]
    public void A_stopped_solution_throws()
    {
        var ansatz = new LinearAnsatz();
        ansatz.AddUnknown([(0, X)]);
        ansatz.AddUnknown([(0, X)]);
        Assert.Throws<OperationCanceledException>(() => ansatz.Solve(new CancellationToken(canceled: true)));
    }

    // As many solutions as unknowns minus the rank of a random matrix, each of them exact.
    [Fact]
    public void Random_systems_are_solved_completely()
    {
        var random = new SplitMix64(5);
        for (int round = 0; round < 20; round++)
        {
            Polynomial<Integer>[] independent = [.. Enumerable.Range(0, 4).Select(power => Ring.Power(X, power) + (Integer)(int)random.NextBelow(9) * (Y * Ring.Power(X, power)))];
            Polynomial<Integer>[] images = [.. independent, .. Enumerable.Range(0, 3).Select(_ => independent.Aggregate(
                Ring.Zero, (sum, image) => sum + (Integer)((int)random.NextBelow(7) - 3) * image))];
            var ansatz = new LinearAnsatz();
            foreach (Polynomial<Integer> image in images)
            {
                ansatz.AddUnknown([(3, image)]);
            }

            NullspaceVector[] solutions = ansatz.Solve();
            Assert.Equal(3, solutions.Length);
            Assert.All(solutions, solution => Assert.True(Combine(solution, images).IsZero));
        }
    }

    private static Polynomial<Integer> Combine(NullspaceVector solution, Polynomial<Integer>[] images)
    {
        Polynomial<Integer> sum = Ring.Zero;
        for (int place = 0; place < solution.Count; place++)
        {
            sum += solution.Values[place] * images[solution.Columns[place]];
        }

        return sum;
    }
}
