using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Tests.Models.Networks;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Which counts are lifted from φ to the network itself (math.md 7.5).</summary>
public sealed class NetworkScopeTests
{
    [Theory]
    [InlineData("network 3 -> 3 -> 3")]
    [InlineData("network 2 -> 3 bias -> 2 bias")]
    [InlineData("network 3 -> 3 relu -> 3")]
    [InlineData("network 2 -> 3 relu bias -> 3 relu bias -> 1 bias")]
    [InlineData("network 5 -> 5 relu -> 5 relu -> 5 relu -> 5 relu -> 2")]
    [InlineData("network 1 -> 10 relu bias -> 1")]
    [InlineData("network 1x5 -> conv 2 kernel 2 -> conv 1 kernel 2")]
    [InlineData("network 1x5 -> conv 2 kernel 2 relu -> conv 1 kernel 2")]
    [InlineData("network 2x3x3 -> conv 2 kernel 2x2 padding circular relu bias -> 2")]
    [InlineData("network 2 -> residual(2 relu -> 2) -> 1")]
    [InlineData("network 2 -> residual(3 relu bias -> 2) -> 2")]
    [InlineData("network 2 -> 3 square -> 2")]
    [InlineData("network 2 -> 3 relu^2 bias -> 2")]
    [InlineData("network 2 -> 3 -> 3 relu -> 2")]
    [InlineData("network 2 -> 2 -> 2; at W1 = [[0,0],[0,0]]")]
    public void Inputs_are_found_that_span_the_gradients(string model)
    {
        Theorem theorem = Answers.Prove(model);
        Assert.Equal((Verdict.Proved, CountScope.Network), (theorem.Verdict, theorem.Scope));
        Assert.NotNull(theorem.Network);
    }

    // Outputs of the first two have no more gradients than φ, but φ has fewer than functions and than D − N; the third is open.
    [Theory]
    [InlineData("network 3 -> 2 -> 3")]
    [InlineData("network 4 -> 2 -> 2 -> 4")]
    [InlineData("network 1 -> 2 -> 2 -> 1")]
    public void Without_gates_no_inputs_are_needed(string model)
    {
        Theorem theorem = Answers.Prove(model);
        Assert.Equal(CountScope.Network, theorem.Scope);
        Assert.Null(theorem.Network);
    }

    // Units of which each or none is open have one gate in common: such networks have more laws than their φ.
    [Theory]
    [InlineData("network 2 -> 1 relu -> 3 relu -> 1")]
    [InlineData("network 1 -> 5 relu -> 1")]
    [InlineData("network 1x2 -> conv 1 kernel 1 padding 1 relu -> 1")]
    [InlineData("network 2 -> attention heads 1 key 1")]
    [InlineData("network 2 -> attention heads 1 key 1 linear")]
    [InlineData("network 2 -> 3 smooth -> 1")]
    [InlineData("network 2 -> residual(2 smooth) -> 1")]
    [InlineData("network 2 -> 2 -> 2; loss cross-entropy")]
    [InlineData("network 2 -> 2 relu -> 2; loss cross-entropy")]
    [InlineData("network 2 -> 2 -> 2; data [[1,2],[0,1]]")]
    [InlineData("network 2 -> 2 -> 2; flow gradient decay 1/10")]
    [InlineData("network 1 -> 1 -> 1; flow momentum 1")]
    [InlineData("network 2 -> 2 -> 2; precondition W1 by W1")]
    [InlineData("network 2 -> 2 -> 2; phi W1[1,1]")]
    [InlineData("network 2 -> 2 -> 2; parameters x")]
    [InlineData("parameters x, y; phi x*y")]
    public void What_is_not_shown_is_not_claimed(string model) => Assert.All(Enumerable.Range(1, 3), seed =>
    {
        Theorem theorem = Answers.Prove(model, (ulong)seed);
        Assert.Equal(CountScope.Reparametrization, theorem.Scope);
        Assert.Null(theorem.Network);
    });

    [Fact]
    public void Fields_stay_fields() => Assert.Equal(CountScope.Fields, Answers.Prove("parameters x, y; field x*D[y] - y*D[x]").Scope);

    /// <summary>docs/certificates.md, "The network itself", checked with another forward pass and textbook elimination.</summary>
    [Fact]
    public void The_evidence_is_what_certificates_promise()
    {
        int lifted = 0;
        int gated = 0;
        for (int seed = 0; seed < 200; seed++)
        {
            OracleNetwork network = new RandomNetwork(new Random(seed)).Draw();
            Model model = Model.Parse(network.Text);
            if (model.FunctionCount > 150)
            {
                continue;
            }

            Theorem theorem = Prover.Prove(model, new ProofOptions { Degree = 2, Seed = (ulong)seed });
            if (theorem.Network is { } evidence)
            {
                Check(theorem, evidence, network);
                lifted++;
                gated += network.Text.Contains("relu", StringComparison.Ordinal) ? 1 : 0;
            }
        }

        Assert.InRange(lifted, 50, int.MaxValue);
        Assert.InRange(gated, 30, int.MaxValue);
    }

    [Theory]
    [InlineData("network 3 -> 3 relu bias -> 3")]
    [InlineData("network 2 -> residual(2 relu -> 2) -> 1")]
    [InlineData("network 3 -> 3 -> 3")]
    public void Equal_seeds_give_equal_inputs_whatever_the_number_of_threads(string model)
    {
        string first = Spell(Prover.Prove(Model.Parse(model), new ProofOptions { Seed = 7 }));
        Assert.Equal(first, Spell(Prover.Prove(Model.Parse(model), new ProofOptions { Seed = 7, Threads = 2 })));
        Assert.NotEqual(first, Spell(Prover.Prove(Model.Parse(model), new ProofOptions { Seed = 8 })));
    }

    [Fact]
    public void A_search_that_is_stopped_leaves_the_theorem_as_it_was()
    {
        Theorem theorem = Answers.Prove("network 3 -> 3 relu -> 3") with { Network = null };
        Assert.Same(theorem, NetworkScope.Lift(theorem, new CancellationToken(canceled: true)));
        Assert.NotNull(NetworkScope.Lift(theorem, CancellationToken.None).Network);
    }

    [Fact]
    public void Networks_that_are_too_large_are_left_at_their_functions()
    {
        Assert.Null(Answers.Prove("network 30 -> 30 relu -> 5").Network);
        Assert.Null(Answers.Prove("network 1 -> 1 relu^100 -> 1").Network);
    }

    private static void Check(Theorem theorem, NetworkEvidence evidence, OracleNetwork network)
    {
        long[] point = [.. evidence.Point.Values.Select(value => (long)value.Numerator)];
        Assert.All(evidence.Point.Values, value => Assert.True(value.IsInteger));
        Assert.True(theorem.Model.Monomials is null || !point.Contains(0), network.Text);
        Assert.Equal(theorem.Model.Network!.HasGates ? 268_435_399u : (uint)DualNumber.Prime, evidence.Point.Prime);
        int rank = evidence.Rows.Length;
        Assert.True(
            rank == theorem.Model.Space.Dimension - theorem.Count || (theorem.Model.Monomials is null && rank == theorem.Model.Functions.Length), network.Text);
        var pass = new FrozenForwardPass(network, point);
        long[][]?[] gradients = [.. evidence.Inputs.Select(input => pass.Gradients([.. input.Select(value => (long)value)]))];
        Assert.True(Array.TrueForAll(gradients, atInput => atInput is not null), network.Text);

        // Row after row, no column but those of its own pivots at hand: all leading minors are units, also modulo the prime of the oracle.
        Assert.Equal(rank, evidence.Pivots.Distinct().Count());
        for (int size = 1; size <= rank; size++)
        {
            var minor = new RowSpace();
            Assert.All(evidence.Rows.Take(size), row =>
                Assert.True(minor.Add([.. evidence.Pivots.Take(size).Select(pivot => gradients[row.Input]![row.Output][pivot])]), network.Text));
        }

        Assert.Equal(theorem.Laws.Length, LawRank(theorem, point));
    }

    private static int LawRank(Theorem theorem, long[] point)
    {
        var gradients = new RowSpace();
        foreach (var law in theorem.Laws)
        {
            long[] gradient = new long[point.Length];
            foreach ((Integer coefficient, var monomial) in law.Terms)
            {
                foreach ((int variable, int exponent) in monomial)
                {
                    long entry = DualNumber.Residue(exponent * (long)coefficient);
                    foreach ((int factor, int power) in monomial)
                    {
                        for (int count = 0; count < power - (factor == variable ? 1 : 0); count++)
                        {
                            entry = entry * DualNumber.Residue(point[factor]) % DualNumber.Prime;
                        }
                    }

                    gradient[variable] = (gradient[variable] + entry) % DualNumber.Prime;
                }
            }

            gradients.Add(gradient);
        }

        return gradients.Rank;
    }

    private static string Spell(Theorem theorem) => string.Join(
        ' ',
        string.Join(',', theorem.Network!.Point.Values),
        string.Join(';', theorem.Network.Inputs.Select(input => string.Join(',', input))),
        string.Join(',', theorem.Network.Rows),
        string.Join(',', theorem.Network.Pivots));
}
