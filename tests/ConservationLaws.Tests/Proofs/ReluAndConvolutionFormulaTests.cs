namespace ConservationLaws.Tests.Proofs;

/// <summary>Counts of ReLU, convolutional, residual and classifying networks against the formulas of math.md 3.1 and 7.2.</summary>
public sealed class ReluAndConvolutionFormulaTests
{
    public static TheoryData<string> Widths() =>
        ["1 1 1", "1 2 1", "2 1 1", "1 3 2", "2 2 2", "3 2 1", "2 4 3", "1 1 1 1", "1 2 2 1", "2 1 2 2", "2 2 3 1", "3 3 2 2", "2 2 2 2 2", "1 2 3 2 1"];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Relu_networks_have_one_law_for_each_hidden_unit(string widths)
    {
        int[] sizes = [.. widths.Split(' ').Select(int.Parse)];
        int hidden = sizes[1..^1].Sum();
        foreach (string unit in new[] { " relu", " relu bias" })
        {
            string body = $"network {sizes[0]} -> {string.Join(" -> ", sizes[1..^1].Select(size => size + unit))} -> {sizes[^1]}";
            Answers.HasExactly(hidden, body);
            Answers.HasExactly(hidden, body + " bias");
        }
    }

    [Theory]
    [InlineData(2, 2)]
    [InlineData(2, 3)]
    [InlineData(3, 2)]
    public void Homogeneous_units_have_one_law_each(int units, int power)
    {
        Answers.HasExactly(units, $"network 2 -> {units} relu^{power} -> 2");
        Answers.HasExactly(units, $"network 2 -> {units} relu^{power} bias -> 1");
    }

    [Theory]
    [InlineData(1, 1, 1, 2)]
    [InlineData(1, 2, 1, 2)]
    [InlineData(2, 2, 1, 2)]
    [InlineData(1, 3, 2, 3)]
    [InlineData(2, 3, 2, 2)]
    public void Two_convolutions_with_relu_have_one_law_for_each_channel_between(int input, int between, int output, int kernel)
    {
        Answers.HasExactly(between, $"network {input}x6 -> conv {between} kernel {kernel} relu -> conv {output} kernel 2");
        Answers.HasExactly(between, $"network {input}x4x4 -> conv {between} kernel 2x2 relu bias -> conv {output} kernel 2x2");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void Linear_convolutions_of_several_channels_have_the_laws_of_balancedness(int between)
    {
        Answers.HasExactly(between * (between + 1) / 2, $"network 2x4 -> conv {between} kernel 2 -> conv 2 kernel 2");
        Answers.HasExactly(between * (between + 1) / 2, $"network 3x4 -> conv {between} kernel 2 -> conv 1 kernel 2");
    }

    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 2)]
    [InlineData(3, 2)]
    [InlineData(4, 2)]
    [InlineData(1, 3)]
    [InlineData(2, 3)]
    [InlineData(3, 3)]
    [InlineData(4, 3)]
    public void Linear_convolutions_of_one_channel_commute_and_have_more_laws(int between, int kernel)
    {
        int laws = between <= kernel ? between * between : (2 * between * kernel) - (kernel * kernel);
        Answers.HasExactly(laws, $"network 1x{(2 * kernel) + 1} -> conv {between} kernel {kernel} -> conv 1 kernel {kernel}");
    }

    [Theory]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    [InlineData(5)]
    public void Circulant_convolutions_keep_their_autocorrelations(int length) => Answers.HasExactly(
        (length / 2) + 1,
        $"network 1x{length} -> conv 1 kernel {length} padding circular -> conv 1 kernel {length} padding circular");

    [Fact]
    public void Taps_that_are_never_used_are_laws_themselves() =>
        Answers.HasExactly(3, "network 1x1 -> conv 1 kernel 3 padding 2 relu -> 1");

    [Theory]
    [InlineData("1 -> 2", "2 -> 1 -> 2")]
    [InlineData("2 relu -> 2", "2 -> 2 relu -> 2")]
    [InlineData("3 relu bias -> 2 bias", "2 -> 3 relu bias -> 2 bias")]
    [InlineData("2 -> 2 -> 2", "2 -> 2 -> 2 -> 2")]
    public void A_residual_block_has_the_laws_of_what_is_inside(string inside, string alone)
    {
        int laws = Answers.Prove($"network {alone}").Count!.Value;
        Answers.HasExactly(laws, $"network 2 -> residual({inside})");
    }

    [Theory]
    [InlineData(2, 1)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    public void Two_linear_residual_blocks_have_the_laws_of_each(int width, int rank) => Answers.HasExactly(
        rank * (rank + 1), $"network {width} -> residual({rank} -> {width}) -> residual({rank} -> {width})");

    [Theory]
    [InlineData(2, 1, 2)]
    [InlineData(2, 2, 3)]
    [InlineData(2, 3, 2)]
    [InlineData(1, 2, 3)]
    [InlineData(3, 2, 2)]
    public void Cross_entropy_adds_the_column_sums_of_the_last_layer(int inputs, int hidden, int outputs)
    {
        const string Loss = "; loss cross-entropy";
        Answers.HasExactly(
            hidden + Answers.OfTwoLinearLayers(outputs - 1, inputs, hidden), $"network {inputs} -> {hidden} -> {outputs}{Loss}");
        Answers.HasExactly(2 * hidden, $"network {inputs} -> {hidden} relu -> {outputs}{Loss}");
        Answers.HasExactly((2 * hidden) + 1, $"network {inputs} -> {hidden} relu bias -> {outputs} bias{Loss}");
    }
}
