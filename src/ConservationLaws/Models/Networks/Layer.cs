using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Language;

namespace ConservationLaws.Models.Networks;

/// <summary>A layer with its parameters and the shapes of the signals around it.</summary>
internal abstract record Layer(SignalShape Input, SignalShape Output);

/// <summary>A dense or convolutional layer: an affine map of the signal, then an activation entry by entry.</summary>
/// <param name="Input">The shape of the signal that comes in.</param>
/// <param name="Output">The shape of the signal that goes out.</param>
/// <param name="Weights">The weights: outputs × inputs, or kernels outputs × inputs × taps.</param>
/// <param name="Bias">The biases, one for each output unit or channel; null when there are none.</param>
/// <param name="Map">The affine map.</param>
/// <param name="Activation">What is applied to each entry of its result.</param>
/// <param name="Convolution">The convolution as it was written; null for a dense layer.</param>
internal sealed record AffineLayer(
    SignalShape Input,
    SignalShape Output,
    Parameter Weights,
    Parameter? Bias,
    AffineMap Map,
    ActivationSyntax Activation,
    ConvolutionLayerSyntax? Convolution) : Layer(Input, Output)
{
    /// <summary>Whether every weight stands at one place only.</summary>
    internal bool IsDense => Convolution is null;

    /// <summary>The power of the pre-activation that a unit hands on.</summary>
    internal int Power => Activation.Kind == ActivationKind.Square ? 2 : (int)Activation.Power;

    /// <summary>Whether a unit hands on nothing where its pre-activation is negative.</summary>
    internal bool HasGates => Activation.Kind == ActivationKind.Relu;

    /// <summary>What a unit that is not smooth hands on.</summary>
    internal Integer Activate(Integer value) => HasGates && value.Sign < 0 ? Integer.Zero : Power == 1 ? value : Integer.Pow(value, Power);
}

/// <summary>Attention over tokens of <c>Input.Channels</c> channels.</summary>
/// <param name="Input">The shape of a token.</param>
/// <param name="Heads">The heads with their parameters.</param>
/// <param name="OutputBias">The bias <c>bo</c>, or null.</param>
/// <param name="IsLinear">Whether the scores enter without softmax.</param>
internal sealed record AttentionLayer(SignalShape Input, ImmutableArray<AttentionHead> Heads, Parameter? OutputBias, bool IsLinear) : Layer(Input, Input);

/// <summary>One head: Q, K of shape d×k, V of shape d×e, O of shape e×d, and the biases where the layer has them.</summary>
internal sealed record AttentionHead(
    Parameter Query, Parameter Key, Parameter Value, Parameter Output, Parameter? QueryBias, Parameter? KeyBias, Parameter? ValueBias);

/// <summary>A residual block: the signal plus what the inner layers make of it.</summary>
internal sealed record ResidualLayer(SignalShape Input, ImmutableArray<Layer> Inner) : Layer(Input, Input);
