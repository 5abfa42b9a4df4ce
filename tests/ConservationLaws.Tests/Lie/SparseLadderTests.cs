using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Tests.Lie;

/// <summary>First brackets at points with many zeros against the same brackets expanded.</summary>
public sealed class SparseLadderTests
{
    [Fact]
    public void The_ranks_are_those_of_the_expanded_brackets_at_the_point()
    {
        var random = new Random(5);
        for (int round = 0; round < 300; round++)
        {
            int dimension = random.Next(2, 6);
            ImmutableArray<VectorField<Polynomial<Integer>>> generators = RandomFields.Draw(random, dimension, random.Next(1, 5), 3);
            EvaluationPoint point = EvaluationPoint.Generic(dimension, (ulong)round, 0)
                .Masked([.. Enumerable.Range(0, dimension).Select(_ => random.Next(2) == 0)]);
            Integer[] values = [.. point.Values.Select(value => value.Numerator)];

            SparseLadder ladder = SparseLadder.TryClimb(generators, point, CancellationToken.None)!;

            Assert.Equal(SymbolicLadder.RankAt(generators, values), ladder.GeneratorRank);
            List<VectorField<Polynomial<Integer>>> first = SymbolicLadder.Fields(generators, 1);
            Assert.Equal(first.Count == 0 ? 0 : SymbolicLadder.RankAt(first, values), ladder.Rank);
            var expanded = new List<VectorField<Polynomial<Integer>>>();
            foreach (BracketWord word in ladder.Words)
            {
                expanded.Add(word.IsGenerator ? generators[word.Generator] : RandomFields.Module.Bracket(expanded[word.Left], expanded[word.Right]));
            }

            Assert.Equal(ladder.Rank, SymbolicLadder.RankAt([.. ladder.KeptWords.Select(word => expanded[word])], values));
        }
    }

    [Theory]
    [InlineData("network 3 -> 5 -> 4")]
    [InlineData("network 4 -> 3 -> 5")]
    [InlineData("network 6 -> 6 -> 6")]
    [InlineData("network 3 -> 3 -> 3 -> 3")]
    [InlineData("network 2 -> 4 -> 3 -> 5")]
    [InlineData("parameters U[3,7], V[2,7]; phi U*V^T")]
    public void Some_sparse_point_attains_the_ranks_of_linear_networks(string text)
    {
        Model model = Model.Parse(text);
        int dimension = model.Space.Dimension;
        var generic = new LieLadder(model.Generators, EvaluationPoint.Generic(dimension, 1, 0), dimension, CancellationToken.None);
        generic.ClimbTo(dimension, null, CancellationToken.None);
        IEnumerable<int> ranks = SparseWitness.Points(model.Space, EvaluationPoint.Generic(dimension, 1, 0))
            .Select(point => SparseLadder.TryClimb(model.Generators, point, CancellationToken.None)!.Rank);
        Assert.Equal(generic.Ranks.Take(2).Max(), ranks.Max());
    }
}
