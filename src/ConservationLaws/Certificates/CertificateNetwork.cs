using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Language;
using ConservationLaws.Models.Networks;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>The network itself, and inputs whose gradients show that the count is its own.</summary>
/// <param name="Input">The sizes of the input.</param>
/// <param name="Layers">The layers.</param>
/// <param name="Point">The parameters.</param>
/// <param name="Inputs">The inputs.</param>
/// <param name="Modulus">The prime of the rank.</param>
/// <param name="Rows">The gradients: places of an input and an output.</param>
/// <param name="Pivots">A coordinate for each of them: the matrix of these derivatives passes elimination in the given order.</param>
internal sealed record CertificateNetwork(
    ImmutableArray<int> Input,
    ImmutableArray<CertificateLayer> Layers,
    CertificatePoint Point,
    ImmutableArray<ImmutableArray<Integer>> Inputs,
    uint Modulus,
    ImmutableArray<(int Input, int Output)> Rows,
    ImmutableArray<int> Pivots)
{
    /// <summary>The network of a theorem; null when its scope was not lifted by inputs, or when a stride is no number of a certificate.</summary>
    internal static CertificateNetwork? Of(Theorem theorem)
    {
        if (theorem is not { Network: { } evidence, Model.Network: { } network }
            || network.AffineLayers.Any(layer => layer.Convolution is { } convolution && convolution.Stride > int.MaxValue))
        {
            return null;
        }

        return new CertificateNetwork(
            [network.Input.Channels, .. network.Input.Space],
            [.. network.Layers.Select(Spell)],
            CertificateBuilder.PointOf(evidence.Point),
            evidence.Inputs,
            evidence.Point.Prime,
            evidence.Rows,
            evidence.Pivots);
    }

    private static CertificateLayer Spell(Layer layer) => layer switch
    {
        AffineLayer { Convolution: { } convolution } affine => new CertificateConvolution(
            affine.Output.Channels,
            [.. affine.Weights.Dimensions.Skip(2)],
            (int)convolution.Stride,
            convolution.Padding.Kind == PaddingKind.Zeros ? (int)convolution.Padding.Size : null,
            convolution.Padding.Kind == PaddingKind.Circular,
            Spell(affine.Activation),
            affine.Bias is not null),
        AffineLayer affine => new CertificateDense(affine.Output.Size, Spell(affine.Activation), affine.Bias is not null),
        ResidualLayer residual => new CertificateResidual([.. residual.Inner.Select(Spell)]),
        _ => throw new ArgumentException("A certificate has no layer of this kind.", nameof(layer)),
    };

    private static string Spell(ActivationSyntax activation) => activation.Kind switch
    {
        ActivationKind.Linear => "linear",
        ActivationKind.Square => "square",
        ActivationKind.Relu when activation.Power.IsOne => "relu",
        ActivationKind.Relu => $"relu^{activation.Power}",
        _ => throw new ArgumentException("A certificate has no activation of this kind.", nameof(activation)),
    };
}

/// <summary>A layer as a certificate spells it.</summary>
internal abstract record CertificateLayer;

/// <summary>A dense layer.</summary>
internal sealed record CertificateDense(int Units, string Activation, bool HasBias) : CertificateLayer;

/// <summary>A convolution.</summary>
/// <param name="Channels">The number of output channels.</param>
/// <param name="Kernel">The sizes of a kernel.</param>
/// <param name="Stride">The stride.</param>
/// <param name="Zeros">The zeros on every side; null where the padding is <c>same</c> or <c>circular</c>.</param>
/// <param name="IsCircular">Which of these two.</param>
/// <param name="Activation">The activation.</param>
/// <param name="HasBias">Whether each channel has a bias.</param>
internal sealed record CertificateConvolution(
    int Channels, ImmutableArray<int> Kernel, int Stride, int? Zeros, bool IsCircular, string Activation, bool HasBias) : CertificateLayer;

/// <summary>What layers make of the signal, added to the signal.</summary>
internal sealed record CertificateResidual(ImmutableArray<CertificateLayer> Layers) : CertificateLayer;
