using ConservationLaws.Algebra.Integers;
using ConservationLaws.Laws;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Models.Networks;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

// Large models are proved by the exponents of their monomials or at points with many zeros, which elimination at a generic point cannot follow.
// Small members of the same families go the same ways, and there it can: all brackets of the generators, written out, and the gradients of the laws.

/// <summary>The counts of large models on small members of their families: by the formula, by the proof, and by dense elimination at random points.</summary>
public sealed class SmallMembersOfLargeFamiliesTests
{
    // Beside 784 -> 512 relu bias -> 256 relu bias -> 10.
    [Theory]
    [InlineData("3 2 2 1")]
    [InlineData("6 5 4 3")]
    [InlineData("8 6 4 2")]
    [InlineData("12 8 5 3")]
    public void Relu_networks_with_biases(string widths)
    {
        int[] sizes = Sizes(widths);
        Theorem theorem = Check(sizes[1..^1].Sum(), $"network {sizes[0]} -> {sizes[1]} relu bias -> {sizes[2]} relu bias -> {sizes[3]}");
        Assert.IsType<NetworkPaths>(theorem.Model.Monomials);
    }

    // Beside 100 -> 99 relu -> 1 and the larger ones.
    [Theory]
    [InlineData("5 4 1")]
    [InlineData("10 9 1")]
    [InlineData("16 15 1")]
    [InlineData("10 10 2")]
    public void Relu_networks_of_one_hidden_layer(string widths)
    {
        int[] sizes = Sizes(widths);
        Theorem theorem = Check(sizes[1], $"network {sizes[0]} -> {sizes[1]} relu -> {sizes[2]}");
        Assert.IsType<NetworkPaths>(theorem.Model.Monomials);
    }

    // Beside 128 -> 128 -> 128 and 16 -> 16 -> 16 -> 16 -> 16.
    [Theory]
    [InlineData("2 2 2")]
    [InlineData("3 3 3")]
    [InlineData("4 4 4")]
    [InlineData("5 5 5")]
    [InlineData("6 6 6")]
    [InlineData("7 7 7")]
    [InlineData("8 8 8")]
    [InlineData("2 2 2 2 2")]
    [InlineData("3 3 3 3 3")]
    [InlineData("4 4 4 4 4")]
    public void Linear_networks_of_equal_widths(string widths)
    {
        Theorem theorem = Check(Answers.OfBalancedness(Sizes(widths)), NetworkOf(widths));
        // The proof took a generic point for so few parameters; points with zeros serve as well.
        Model model = theorem.Model;
        var generic = EvaluationPoint.Generic(model.Space.Dimension, seed: 1, attempt: 0);
        var sparse = SparseProof.TryClose(GeneratorSystem.Of(model), theorem.Laws, SparseWitness.Points(model.Space, generic), CancellationToken.None);
        Assert.NotNull(sparse);
        Assert.Contains(Rational.Zero, sparse.Point.Values);
        Assert.Equal(theorem.Ladder.Dimension, sparse.Ladder.Rank);
        Assert.Equal(theorem.Ladder.Ranks.Distinct().Take(2), sparse.Ranks);
    }

    [Theory]
    [InlineData("18 18 18")]
    [InlineData("16 20 18")]
    public void Linear_networks_that_are_proved_at_points_with_zeros(string widths)
    {
        Theorem theorem = Check(Answers.OfBalancedness(Sizes(widths)), NetworkOf(widths), climbsToTheEnd: false);
        Assert.Contains(Rational.Zero, theorem.Point.Values);
    }

    // Beside 3x16x16 -> conv 16 kernel 3x3 relu -> conv 16 kernel 3x3 relu -> 10.
    [Theory]
    [InlineData(2, 2, "network 1x4x4 -> conv 2 kernel 3x3 relu -> conv 2 kernel 2x2 relu -> 2")]
    [InlineData(2, 2, "network 1x4x4 -> conv 2 kernel 3x3 padding 1 relu -> conv 2 kernel 3x3 relu -> 2")]
    [InlineData(2, 2, "network 1x5x5 -> conv 2 kernel 3x3 relu -> conv 2 kernel 3x3 relu -> 2")]
    [InlineData(3, 2, "network 2x6x6 -> conv 3 kernel 3x3 relu -> conv 2 kernel 3x3 relu -> 3")]
    public void Convolutional_relu_networks(int first, int second, string text)
    {
        Theorem theorem = Check(first + second, text);
        Assert.IsType<NetworkPaths>(theorem.Model.Monomials);
    }

    private static int[] Sizes(string widths) => [.. widths.Split(' ').Select(int.Parse)];

    private static string NetworkOf(string widths) => "network " + widths.Replace(" ", " -> ", StringComparison.Ordinal);

    private static Theorem Check(int laws, string text, bool climbsToTheEnd = true)
    {
        Theorem theorem = Answers.HasExactly(laws, text);
        Model model = theorem.Model;
        int dimension = model.Space.Dimension;
        var verification = new LawVerification(model.Generators, dimension);
        Assert.All(theorem.Laws, law => Assert.Equal(-1, verification.FindViolation(law.Polynomial, CancellationToken.None)));
        for (int attempt = 1; attempt <= 2; attempt++)
        {
            // Neither the point nor the prime of the proof.
            var point = EvaluationPoint.Generic(dimension, seed: 2024, attempt);
            var independent = new IndependentLaws(point);
            Assert.All(theorem.Laws, law => Assert.True(independent.TryAdd(law)));
            var ladder = new LieLadder(model.Generators, point, dimension, CancellationToken.None);
            ladder.ClimbTo(climbsToTheEnd ? dimension : dimension - laws, null, CancellationToken.None);
            Assert.True(ladder.IsComplete || !climbsToTheEnd);
            Assert.Equal(dimension - laws, ladder.Rank);
            Assert.Equal(theorem.Ladder.Dimension, ladder.Rank);
        }

        return theorem;
    }
}
