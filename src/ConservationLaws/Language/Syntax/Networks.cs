using System.Collections.Immutable;
using System.Numerics;

namespace ConservationLaws.Language;

internal sealed record NetworkStatement(SourceSpan Span, ShapeSyntax Input, ImmutableArray<LayerSyntax> Layers) : Statement(Span);

/// <summary><c>2</c> is [2], <c>2x16</c> is [2, 16], <c>3x16x16</c> is [3, 16, 16]; any number of sizes is well-formed.</summary>
internal sealed record ShapeSyntax(SourceSpan Span, ImmutableArray<BigInteger> Sizes);

internal abstract record LayerSyntax(SourceSpan Span);

internal sealed record DenseLayerSyntax(SourceSpan Span, BigInteger Units, ActivationSyntax Activation, bool Bias) : LayerSyntax(Span);

internal sealed record ConvolutionLayerSyntax(
    SourceSpan Span,
    BigInteger Channels,
    ShapeSyntax Kernel,
    BigInteger Stride,
    PaddingSyntax Padding,
    ActivationSyntax Activation,
    bool Bias) : LayerSyntax(Span);

internal enum PaddingKind
{
    Zeros,
    Same,
    Circular,
}

/// <summary>The size counts for <see cref="PaddingKind.Zeros"/> alone and is 0 otherwise.</summary>
internal sealed record PaddingSyntax(PaddingKind Kind, BigInteger Size);

internal sealed record AttentionLayerSyntax(
    SourceSpan Span, BigInteger Heads, BigInteger Key, BigInteger? Value, bool Linear, bool Bias) : LayerSyntax(Span);

internal sealed record ResidualLayerSyntax(SourceSpan Span, ImmutableArray<LayerSyntax> Layers) : LayerSyntax(Span);

internal enum ActivationKind
{
    Linear,
    Relu,
    Square,
    Smooth,
}

/// <summary>
/// The power is that of <c>relu^k</c>, at most 65,535, and 1 everywhere else. Unwritten, the activation is linear with an empty span.
/// </summary>
internal sealed record ActivationSyntax(SourceSpan Span, ActivationKind Kind, BigInteger Power);
