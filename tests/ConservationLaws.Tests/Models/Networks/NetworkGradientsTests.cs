using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Models;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Tests.Models.Networks;

/// <summary>Back-propagation with gates decided over Z against forward differentiation that knows nothing of the program's layers.</summary>
public sealed class NetworkGradientsTests
{
    private const int Seeds = 400;

    private static readonly int[] s_parametersOfDeadUnit = [9, 10, 11, 16];

    [Fact]
    public void Gradients_are_those_of_forward_differentiation()
    {
        int compared = 0;
        int kinks = 0;
        for (int seed = 0; seed < Seeds; seed++)
        {
            var random = new Random(seed);
            OracleNetwork oracle = new RandomNetwork(random).Draw();
            if (oracle.Text.Contains("smooth", StringComparison.Ordinal))
            {
                continue;
            }

            // Zeros make kinks; large numbers have another sign over Z than their residues suggest.
            int range = seed % 3 == 0 ? 2 : seed % 3 == 1 ? 50 : int.MaxValue;
            long[] point = [.. Enumerable.Range(0, oracle.Parameters).Select(_ => random.NextInt64(-range, (long)range + 1))];
            for (int sample = 0; sample < 4; sample++)
            {
                long[] input = [.. Enumerable.Range(0, oracle.Inputs).Select(_ => random.NextInt64(-3, 4))];
                long[][]? expected = new FrozenForwardPass(oracle, point).Gradients(input);
                uint[][]? actual = Of(oracle.Text, point).At(Integers(input));
                Assert.True((expected is null) == (actual is null), $"seed {seed}: {oracle.Text}");
                kinks += expected is null ? 1 : 0;
                for (int output = 0; output < (expected?.Length ?? 0); output++)
                {
                    Assert.True(expected![output].SequenceEqual(actual![output].Select(value => (long)value)), $"seed {seed}: {oracle.Text}, output {output}");
                    compared++;
                }
            }
        }

        Assert.InRange(compared, 1500, int.MaxValue);
        Assert.InRange(kinks, 100, int.MaxValue);
    }

    [Theory]
    [InlineData("network 2 -> 1 relu -> 1", new long[] { 1, -1, 5 }, new long[] { 3, 3 })]
    [InlineData("network 1 -> 1 relu bias -> 1", new long[] { 2, -6, 1 }, new long[] { 3 })]
    [InlineData("network 1 -> 1 relu^3 bias", new long[] { 2, -6 }, new long[] { 3 })]
    [InlineData("network 1 -> 1 relu -> 1 relu", new long[] { 1, 1 }, new long[] { -1 })]
    [InlineData("network 1 -> residual(1 relu) -> 1", new long[] { 0, 1 }, new long[] { 7 })]
    [InlineData("network 1x2 -> conv 1 kernel 1 padding 1 relu -> 1", new long[] { 1, 1, 1, 1, 1 }, new long[] { 7, 8 })]
    public void A_unit_at_its_kink_is_refused(string network, long[] point, long[] input) => Assert.Null(Of(network, point).At(Integers(input)));

    // 2147483647 is the prime: modulo it this pre-activation is 0, over Z it is not.
    [Fact]
    public void A_pre_activation_that_the_prime_divides_is_no_kink()
    {
        uint[][]? gradients = Of("network 1 -> 1 relu -> 1", [int.MaxValue, 3]).At(Integers([1]));
        Assert.NotNull(gradients);
        Assert.Equal(new uint[] { 3, 0 }, gradients[0]);
    }

    [Fact]
    public void A_dead_unit_leaves_no_trace()
    {
        // The second unit of the second layer is shut whatever the input, since it sees numbers that are not negative.
        const string Text = "network 2 -> 3 relu -> 3 relu -> 1";
        long[] dead = [3, 5, -7, 2, 4, -9, 5, -3, 8, -1, -2, -3, -4, 6, 7, 2, -5, 3];
        int full = Model.Parse(Text).Space.Dimension - 6;
        Assert.InRange(RankAt(Text, dead), 1, full - 1);
        Assert.NotNull(ConservationLaws.Proofs.Prover.Prove(Model.Parse(Text)).Network);
    }

    private static int RankAt(string text, long[] point)
    {
        var random = new Random(1);
        var space = new RowSpace();
        NetworkGradients gradients = Of(text, point);
        for (int sample = 0; sample < 300; sample++)
        {
            if (gradients.At(Integers([random.Next(-50, 51), random.Next(-50, 51)])) is { } rows)
            {
                Assert.All(s_parametersOfDeadUnit, coordinate => Assert.Equal(0u, rows[0][coordinate]));
                space.Add(Array.ConvertAll(rows[0], value => (long)value));
            }
        }

        return space.Rank;
    }

    private static NetworkGradients Of(string text, long[] point) => new(Model.Parse(text).Network!, new PrimeField((uint)DualNumber.Prime), Integers(point));

    private static Integer[] Integers(long[] values) => Array.ConvertAll(values, value => (Integer)value);
}
