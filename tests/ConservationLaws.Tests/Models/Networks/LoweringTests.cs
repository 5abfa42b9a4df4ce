using System.Numerics;
using ConservationLaws.Models;
using ConservationLaws.Tests.Proofs;

namespace ConservationLaws.Tests.Models.Networks;

/// <summary>How many coordinates φ has, and which of them may be left out.</summary>
public sealed class LoweringTests
{
    // With biases the published code counts the coordinates of another φ: there the paths are counted here.
    [Fact]
    public void The_paper_networks_have_as_many_coordinates_as_paths() => Assert.All(ReferenceData.PaperNetworks.Values, network =>
    {
        bool isRelu = network.Model.Contains("relu", StringComparison.Ordinal);
        bool hasBias = network.Model.Contains("bias", StringComparison.Ordinal);
        int[] widths = [.. network.Model.Split(' ').Where(word => char.IsAsciiDigit(word[0])).Select(int.Parse)];
        int paths = !isRelu ? widths[0] * widths[^1] : Enumerable.Range(0, hasBias ? widths.Length - 1 : 1).Sum(start =>
            widths[start..].Aggregate((product, width) => product * width));
        Assert.Equal(paths, Model.Parse(network.Model).FunctionCount);
        Assert.True(hasBias || paths == network.Coordinates, network.Id);
    });

    [Theory]
    [InlineData("network 2 -> 3 relu -> 2", 12)]
    [InlineData("network 2 -> 3 relu bias -> 2", 18)]
    [InlineData("network 2 -> 3 relu bias -> 2 bias", 20)]
    [InlineData("network 2 -> 3 -> 2", 4)]
    [InlineData("network 2 -> 3 square -> 2", 6)]
    [InlineData("network 2 -> 2 relu^2 -> 1", 6)]
    [InlineData("network 2 -> 3 smooth -> 2", 12)]
    [InlineData("network 2 -> 3 smooth bias -> 2", 15)]
    [InlineData("network 1x4 -> conv 2 kernel 2 relu -> 1", 12)]
    [InlineData("network 2 -> 2 relu -> 3; loss cross-entropy", 8)]
    [InlineData("network 2 -> attention heads 2 key 1", 16)]
    [InlineData("network 2 -> attention heads 2 key 1 bias", 22)]
    [InlineData("network 1 -> 2 bias -> attention heads 1 key 1", 6)]
    [InlineData("network 2 -> attention heads 1 key 3 linear", 16)]
    [InlineData("network 2 -> attention heads 3 key 1 linear", 16)]
    [InlineData("network 1x5 -> conv 1 kernel 1 stride 1000000000 padding 1000000000", 1)]
    public void Coordinates_are_counted_before_any_is_left_out(string model, int count)
    {
        Assert.Equal(count, Model.Parse(model).FunctionCount);
        Assert.InRange(Model.Parse(model).Generators.Length, 1, count);
    }

    [Fact]
    public void At_a_special_point_no_coordinate_is_left_out()
    {
        const string Text = "network 3 -> 3 relu -> 3 relu -> 2";
        Assert.Equal(54, Model.Parse(Text + "; at W1 = [[0,0,0],[0,0,0],[0,0,0]]").Generators.Length);
        Assert.InRange(Model.Parse(Text).Generators.Length, 1, 24);
    }

    [Fact]
    public void What_is_left_out_changes_neither_the_span_nor_the_count()
    {
        int checkedNetworks = 0;
        for (int seed = 0; seed < 150; seed++)
        {
            var random = new Random(seed);
            OracleNetwork network = new RandomNetwork(random).Draw();
            Model reduced = Model.Parse(network.Text);
            if (reduced.FunctionCount > 300)
            {
                continue;
            }

            Parameter first = reduced.Space.Parameters[0];
            string zeros = $"[{string.Join(",", Enumerable.Repeat($"[{string.Join(",", Enumerable.Repeat("0", first.Columns))}]", first.Rows))}]";
            Model full = Model.Parse($"{network.Text}; at {first.Name} = {zeros}");
            long[] point = [.. Enumerable.Range(0, network.Parameters).Select(_ => random.NextInt64(1, DualNumber.Prime))];
            RowSpace kept = RowSpace.OfModel(reduced, point);
            RowSpace all = RowSpace.OfModel(full, point);
            Assert.True(kept.Rank == all.Rank && all.Contains(kept), $"seed {seed}: {network.Text}: rank {kept.Rank} of {all.Rank}");
            Assert.True(reduced.FunctionCount == full.FunctionCount, $"{network.Text}: {reduced.FunctionCount} and {full.FunctionCount}");
            checkedNetworks++;
            // Constants, as a residual block makes them, are coordinates without a gradient.
            Assert.InRange((BigInteger)full.Fields.Length, reduced.Fields.Length, full.FunctionCount);
        }

        Assert.InRange(checkedNetworks, 100, 150);
    }

    [Fact]
    public void Wide_networks_are_never_enumerated_path_by_path()
    {
        Model model = Model.Parse("network 8 -> 8 relu -> 8 relu -> 8 relu -> 8 relu -> 8 relu -> 8");
        Assert.Equal(BigInteger.Pow(8, 7), model.FunctionCount);
        Assert.InRange(model.Generators.Length, 384 - 40, 3000);
    }
}
