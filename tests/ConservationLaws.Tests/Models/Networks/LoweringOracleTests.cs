using ConservationLaws.Models;

namespace ConservationLaws.Tests.Models.Networks;

/// <summary>
/// The gradients of φ span at a random point the same space as the derivatives of the network function at random inputs and gates,
/// which a brute-force forward pass computes (math.md 1.1: W^g = W_φ).
/// </summary>
public sealed class LoweringOracleTests
{
    private const int MaximumSamples = 500;

    public static TheoryData<int> Batches => [.. Enumerable.Range(0, 10)];

    [Theory]
    [MemberData(nameof(Batches))]
    public void Networks_of_dense_and_convolutional_layers(int batch) => ForEachSeed(batch, seed =>
    {
        OracleNetwork network = new RandomNetwork(new Random(seed)).Draw();
        Check(network, network.Text, seed, outputs => outputs);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Networks_with_attention(int batch) => ForEachSeed(batch, seed =>
    {
        OracleNetwork network = new RandomNetwork(new Random(seed)).DrawAttention();
        Check(network, network.Text, seed, outputs => outputs);
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Cross_entropy_sees_the_differences_of_the_outputs(int batch) => ForEachSeed(batch, seed =>
    {
        var random = new Random(seed);
        OracleNetwork network = random.Next(3) == 0 ? new RandomNetwork(random).DrawAttention() : new RandomNetwork(random).Draw();
        if (new ForwardPass(network, new long[network.Parameters], random).Sample().Length > 1)
        {
            Check(network, network.Text + "; loss cross-entropy", seed, outputs => [.. outputs[..^1].Select(output => output - outputs[^1])]);
        }
    });

    [Theory]
    [MemberData(nameof(Batches))]
    public void Data_leaves_what_the_listed_inputs_show(int batch) => ForEachSeed(batch, seed =>
    {
        var random = new Random(seed);
        OracleNetwork network = new RandomNetwork(random).Draw();
        long[][] inputs = [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => Enumerable.Range(0, network.Inputs).Select(_ => random.NextInt64(0, 3)).ToArray())];
        string rows = string.Join(", ", inputs.Select(row => $"[{string.Join(", ", row)}]"));
        Check(network, $"{network.Text}; data [{rows}]", seed, outputs => outputs, inputs);
    });

    private static void ForEachSeed(int batch, Action<int> check)
    {
        for (int seed = 25 * batch; seed < 25 * (batch + 1); seed++)
        {
            check(seed);
        }
    }

    private static void Check(
        OracleNetwork network, string text, int seed, Func<DualNumber[], DualNumber[]> observe, long[][]? inputs = null)
    {
        var random = new Random(~seed);
        Model model = Model.Parse(text);
        Assert.Equal(network.Parameters, model.Space.Dimension);
        long[] point = [.. Enumerable.Range(0, network.Parameters).Select(_ => random.NextInt64(1, DualNumber.Prime))];
        RowSpace expected = RowSpace.OfModel(model, point);
        var seen = new RowSpace();
        for (int sample = 0; sample < MaximumSamples && (sample < 5 || seen.Rank < expected.Rank); sample++)
        {
            var pass = new ForwardPass(network, point, random);
            foreach (DualNumber output in observe(pass.Sample(inputs?[random.Next(inputs.Length)])))
            {
                Assert.True(expected.Contains(output.Gradient), $"seed {seed}: {text}: a derivative outside the span of φ");
                seen.Add(output.Gradient);
            }
        }

        Assert.True(seen.Rank == expected.Rank, $"seed {seed}: {text}: φ has rank {expected.Rank}, the network {seen.Rank}");
    }
}
