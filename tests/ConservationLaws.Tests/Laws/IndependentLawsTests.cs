using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Lie;

namespace ConservationLaws.Tests.Laws;

/// <summary>Functional independence by gradients at a point.</summary>
public sealed class IndependentLawsTests
{
    private static Polynomial<Integer> X => RandomFields.Ring.Variable(0);

    private static Polynomial<Integer> Y => RandomFields.Ring.Variable(1);

    [Fact]
    public void Functions_of_laws_before_are_refused()
    {
        var laws = new IndependentLaws(EvaluationPoint.Generic(3, 1, 0));
        Assert.True(laws.TryAdd(new Law(X + Y)));
        Assert.False(laws.TryAdd(new Law((X * X) + (2 * (X * Y)) + (Y * Y))));
        Assert.True(laws.TryAdd(new Law(X * Y)));
        Assert.False(laws.TryAdd(new Law((X * X) + (Y * Y))));
        Assert.False(laws.TryAdd(new Law(X)));
        Assert.Equal(2, laws.Count);
        Assert.Equal([X + Y, X * Y], laws.Laws.Select(law => law.Polynomial));
    }

    [Fact]
    public void Gradients_are_those_of_calculus()
    {
        var random = new Random(1);
        for (int round = 0; round < 300; round++)
        {
            int dimension = random.Next(1, 6);
            var point = EvaluationPoint.Generic(dimension, (ulong)round, 0);
            Polynomial<Integer> law = RandomFields.Function(random, dimension, 5, homogeneous: false);
            (int[] coordinates, uint[] values) = LawGradients.Evaluate(law, point);
            Integer[] integers = [.. point.Values.Select(value => value.Numerator)];
            uint[] expected = [.. Enumerable.Range(0, dimension).Select(k =>
                point.Field.FromInteger(RandomFields.Ring.Evaluate(RandomFields.Ring.Differentiate(law, k), integers)))];
            Assert.Equal(Enumerable.Range(0, dimension).Where(k => expected[k] != 0), coordinates);
            Assert.Equal(expected.Where(value => value != 0), values);
        }
    }

    [Fact]
    public void Laws_of_squares_are_polynomials_with_a_positive_leading_coefficient()
    {
        var law = Law.OfSquares([(1, -2), (4, 3)]);
        Assert.Equal((2, 2), (law.Degree, law.TermCount));
        Assert.Equal("2*x1^2 - 3*x4^2", law.Format(k => $"x{k}"));
        Assert.Equal(new Law(law.Polynomial).Format(k => $"x{k}"), law.Format(k => $"x{k}"));
        Assert.Equal(law.Polynomial.Terms, law.Terms);
        Assert.Equal("x3", Law.OfCoordinate(3).Format(k => $"x{k}"));
    }
}
