using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Lie;

/// <summary>The ladder at a seeded point against ranks over Q(θ) of every bracket.</summary>
public sealed class LieLadderTests
{
    [Theory]
    [InlineData("network 2 -> 2 -> 2", "4 5")]
    [InlineData("parameters x, y; phi x, x^2*y", "2")]
    [InlineData("parameters x, y; field D[x]; field x^3*D[y]", "2")]
    [InlineData("parameters x, y, z; field D[x]; field D[y] + x*D[z]", "2 3")]
    [InlineData("parameters x, y, z; field D[x] + y*D[z]", "1")]
    [InlineData("parameters x; phi 0*x", "0")]
    public void Known_models_have_their_ranks_for_every_seed(string model, string ranks)
    {
        for (ulong seed = 0; seed < 20; seed++)
        {
            Assert.Equal(ranks, string.Join(' ', Climb(Model.Parse(model), seed).Ranks.Distinct()));
        }
    }

    [Fact]
    public void The_ranks_are_those_over_the_field_of_rational_functions()
    {
        var random = new Random(1);
        for (int round = 0; round < 400; round++)
        {
            int dimension = random.Next(2, 5);
            ImmutableArray<VectorField<Polynomial<Integer>>> generators = random.Next(2) == 0
                ? RandomFields.Draw(random, dimension, random.Next(1, 4), 2)
                : RandomFields.DrawGradients(random, dimension, random.Next(1, 4), 3);
            var ladder = new LieLadder(generators, EvaluationPoint.Generic(dimension, (ulong)round, 0), dimension, CancellationToken.None);
            ladder.ClimbTo(dimension, null, CancellationToken.None);
            for (int generation = 0; generation < 3; generation++)
            {
                int expected = SymbolicLadder.GenericRank(SymbolicLadder.Fields(generators, generation), dimension);
                Assert.Equal(expected, ladder.Ranks[Math.Min(generation, ladder.Ranks.Length - 1)]);
            }
        }
    }

    [Fact]
    public void The_kept_words_are_independent_at_the_point()
    {
        var random = new Random(2);
        for (int round = 0; round < 200; round++)
        {
            int dimension = random.Next(2, 6);
            ImmutableArray<VectorField<Polynomial<Integer>>> generators = RandomFields.Draw(random, dimension, random.Next(1, 4), 2);
            var point = EvaluationPoint.Generic(dimension, (ulong)round, 0);
            var ladder = new LieLadder(generators, point, dimension, CancellationToken.None);
            ladder.ClimbTo(dimension, null, CancellationToken.None);

            VectorField<Polynomial<Integer>>[] expanded = Expand(generators, ladder.Words);
            Assert.Equal(ladder.Rank, ladder.KeptWords.Length);
            Integer[] integers = [.. point.Values.Select(value => value.Numerator)];
            Assert.Equal(ladder.Rank, SymbolicLadder.RankAt([.. ladder.KeptWords.Select(word => expanded[word])], integers));
        }
    }

    [Fact]
    public void A_climb_can_be_interrupted_and_resumed()
    {
        Model model = Model.Parse("parameters U[2,3], V[1,3]; phi U*V^T; flow momentum 1");
        LieLadder whole = Climb(model, 1);
        LieLadder ladder = Start(model, 1);
        for (int target = 1; !ladder.IsComplete; target++)
        {
            using var stopped = new CancellationTokenSource();
            stopped.Cancel();
            int before = ladder.Rank;
            if (before < target)
            {
                Assert.Throws<OperationCanceledException>(() => ladder.ClimbTo(target, null, stopped.Token));
                Assert.Equal(before, ladder.Rank);
            }

            ladder.ClimbTo(target, null, CancellationToken.None);
            Assert.True(ladder.Rank >= Math.Min(target, whole.Rank));
        }

        Assert.Equal<int>(whole.Ranks, ladder.Ranks);
        Assert.Equal<int>(whole.KeptWords, ladder.KeptWords);
        Assert.Equal<BracketWord>(whole.Words, ladder.Words);
    }

    [Fact]
    public void Climbing_stops_at_the_target()
    {
        LieLadder ladder = Start(Model.Parse("network 3 -> 3 -> 3"), 1);
        int first = ladder.Rank;
        ladder.ClimbTo(first + 1, null, CancellationToken.None);
        Assert.Equal(first + 1, ladder.Rank);
        Assert.False(ladder.IsComplete);
        ladder.ClimbTo(18, null, CancellationToken.None);
        Assert.Equal((12, true), (ladder.Rank, ladder.IsComplete));
    }

    [Fact]
    public void Every_bracket_is_reported()
    {
        var reports = new List<ProofProgress>();
        LieLadder ladder = Start(Model.Parse("network 2 -> 2 -> 2"), 1);
        ladder.ClimbTo(8, new Listener(reports), CancellationToken.None);
        Assert.NotEmpty(reports);
        Assert.All(reports, report => Assert.InRange(report.Done, 0, report.Total));
    }

    private static LieLadder Start(Model model, ulong seed) => new(
        model.Generators, EvaluationPoint.Generic(model.Space.Dimension, seed, 0), model.Space.Dimension, CancellationToken.None);

    private static LieLadder Climb(Model model, ulong seed)
    {
        LieLadder ladder = Start(model, seed);
        ladder.ClimbTo(model.Space.Dimension, null, CancellationToken.None);
        return ladder;
    }

    private static VectorField<Polynomial<Integer>>[] Expand(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, ImmutableArray<BracketWord> words)
    {
        var expanded = new VectorField<Polynomial<Integer>>[words.Length];
        for (int word = 0; word < words.Length; word++)
        {
            expanded[word] = words[word].IsGenerator
                ? generators[words[word].Generator]
                : RandomFields.Module.Bracket(expanded[words[word].Left], expanded[words[word].Right]);
        }

        return expanded;
    }

    private sealed class Listener(List<ProofProgress> reports) : IProgress<ProofProgress>
    {
        public void Report(ProofProgress value) => reports.Add(value);
    }
}
