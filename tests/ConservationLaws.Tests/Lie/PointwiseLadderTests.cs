using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;

namespace ConservationLaws.Tests.Lie;

/// <summary>Ranks at special points against every bracket evaluated there.</summary>
public sealed class PointwiseLadderTests
{
    [Fact]
    public void The_ranks_at_a_point_are_those_of_all_brackets_there()
    {
        var random = new Random(3);
        int drops = 0;
        for (int round = 0; round < 300; round++)
        {
            int dimension = random.Next(2, 4);
            ImmutableArray<VectorField<Polynomial<Integer>>> generators = RandomFields.Draw(random, dimension, random.Next(1, 4), 2);
            Integer[] values = [.. Enumerable.Range(0, dimension).Select(_ => (Integer)random.Next(-1, 2))];
            var generic = EvaluationPoint.Generic(dimension, (ulong)round, 0);
            EvaluationPoint point = generic.With(Enumerable.Range(0, dimension).ToDictionary(k => k, k => new Rational(values[k])));
            var ladder = new LieLadder(generators, generic, dimension, CancellationToken.None);
            ladder.ClimbTo(dimension, null, CancellationToken.None);

            ImmutableArray<int> ranks = PointwiseLadder.Climb(generators, point, generic, ladder.Rank, ladder.Ranks.Length, CancellationToken.None);

            for (int generation = 0; generation < Math.Min(ranks.Length, 4); generation++)
            {
                Assert.Equal(SymbolicLadder.RankAt(SymbolicLadder.Fields(generators, generation), values), ranks[generation]);
            }

            Assert.All(ranks, rank => Assert.InRange(rank, 0, ladder.Rank));
            drops += ranks[^1] < ladder.Rank ? 1 : 0;
        }

        Assert.InRange(drops, 20, 280);
    }

    [Fact]
    public void At_a_generic_point_the_ranks_are_the_generic_ones()
    {
        var random = new Random(4);
        for (int round = 0; round < 100; round++)
        {
            int dimension = random.Next(2, 5);
            ImmutableArray<VectorField<Polynomial<Integer>>> generators = RandomFields.DrawGradients(random, dimension, random.Next(1, 4), 3);
            var generic = EvaluationPoint.Generic(dimension, (ulong)round, 0);
            var ladder = new LieLadder(generators, generic, dimension, CancellationToken.None);
            ladder.ClimbTo(dimension, null, CancellationToken.None);
            ImmutableArray<int> ranks = PointwiseLadder.Climb(generators, generic, generic, ladder.Rank, ladder.Ranks.Length, CancellationToken.None);
            Assert.Equal(ladder.Ranks.Distinct(), ranks.Distinct());
        }
    }
}
