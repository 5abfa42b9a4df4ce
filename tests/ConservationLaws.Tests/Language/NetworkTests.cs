using ConservationLaws.Language;

namespace ConservationLaws.Tests.Language;

public sealed class NetworkTests
{
    [Theory]
    [InlineData("2", "(DenseLayerSyntax 2 (ActivationSyntax Linear 1) False)")]
    [InlineData("dense 3 relu bias", "(DenseLayerSyntax 3 (ActivationSyntax Relu 1) True)")]
    [InlineData("3 relu^2", "(DenseLayerSyntax 3 (ActivationSyntax Relu 2) False)")]
    [InlineData("3 square", "(DenseLayerSyntax 3 (ActivationSyntax Square 1) False)")]
    [InlineData("3 smooth bias", "(DenseLayerSyntax 3 (ActivationSyntax Smooth 1) True)")]
    [InlineData("3 linear", "(DenseLayerSyntax 3 (ActivationSyntax Linear 1) False)")]
    [InlineData(
        "conv 4 kernel 3",
        "(ConvolutionLayerSyntax 4 (ShapeSyntax [3]) 1 (PaddingSyntax Zeros 0) (ActivationSyntax Linear 1) False)")]
    [InlineData(
        "conv 4 kernel 3x5 stride 2 padding 1 relu bias",
        "(ConvolutionLayerSyntax 4 (ShapeSyntax [3 5]) 2 (PaddingSyntax Zeros 1) (ActivationSyntax Relu 1) True)")]
    [InlineData(
        "conv 1 kernel 2 padding same",
        "(ConvolutionLayerSyntax 1 (ShapeSyntax [2]) 1 (PaddingSyntax Same 0) (ActivationSyntax Linear 1) False)")]
    [InlineData(
        "conv 1 kernel 2 padding circular square",
        "(ConvolutionLayerSyntax 1 (ShapeSyntax [2]) 1 (PaddingSyntax Circular 0) (ActivationSyntax Square 1) False)")]
    [InlineData("attention heads 2 key 3", "(AttentionLayerSyntax 2 3 null False False)")]
    [InlineData("attention heads 2 key 3 value 4 linear bias", "(AttentionLayerSyntax 2 3 4 True True)")]
    [InlineData(
        "residual(2 relu -> residual(1))",
        "(ResidualLayerSyntax [(DenseLayerSyntax 2 (ActivationSyntax Relu 1) False) (ResidualLayerSyntax [(DenseLayerSyntax 1 (ActivationSyntax Linear 1) False)])])")]
    public void Every_layer_has_its_tree(string layer, string outline)
    {
        NetworkStatement network = Syntax.Single<NetworkStatement>($"network 2 -> {layer}");
        Assert.Equal(outline, Syntax.Outline(Assert.Single(network.Layers)));
    }

    [Theory]
    [InlineData("2", "(ShapeSyntax [2])")]
    [InlineData("2x16", "(ShapeSyntax [2 16])")]
    [InlineData("3x16x16", "(ShapeSyntax [3 16 16])")]
    public void A_shape_is_one_size_or_several(string shape, string outline) =>
        Assert.Equal(outline, Syntax.Outline(Syntax.Single<NetworkStatement>($"network {shape}").Input));

    [Fact]
    public void Layers_follow_one_another_and_know_their_place()
    {
        const string Text = "network 2 -> 3 relu bias -> residual(\n 3 ->\n 3) -> 1";
        NetworkStatement network = Syntax.Single<NetworkStatement>(Text);
        Assert.Equal(["3 relu bias", "residual(\n 3 ->\n 3)", "1"], network.Layers.Select(layer => layer.Span.TextOf(Text)));
        Assert.Equal("relu", Assert.IsType<DenseLayerSyntax>(network.Layers[0]).Activation.Span.TextOf(Text));
    }
}
