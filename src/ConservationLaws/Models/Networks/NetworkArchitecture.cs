using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Language;

namespace ConservationLaws.Models.Networks;

/// <summary>A network whose layers fit together: shapes worked out, parameters declared, nothing computed yet.</summary>
/// <param name="Input">The shape of the input.</param>
/// <param name="Layers">The layers in order.</param>
internal sealed record NetworkArchitecture(SignalShape Input, ImmutableArray<Layer> Layers)
{
    /// <summary>The shape of the output.</summary>
    internal SignalShape Output => Layers.IsEmpty ? Input : Layers[^1].Output;

    /// <summary>Whether an attention layer occurs anywhere.</summary>
    internal bool HasAttention => Flatten(Layers).Any(layer => layer is AttentionLayer);

    /// <summary>The dense and convolutional layers in the order of their parameters, those inside residual blocks in their place.</summary>
    internal IEnumerable<AffineLayer> AffineLayers => Flatten(Layers).OfType<AffineLayer>();

    /// <summary>Whether some unit has a ReLU gate.</summary>
    internal bool HasGates => AffineLayers.Any(layer => layer.HasGates);

    /// <summary>Whether every output is a polynomial in parameters and inputs, or becomes one when the gates of ReLU units are given.</summary>
    internal bool IsPiecewisePolynomial => !HasAttention && AffineLayers.All(layer => layer.Activation.Kind != ActivationKind.Smooth);

    /// <summary>Whether every output is a polynomial in parameters and inputs.</summary>
    internal bool IsPolynomial => IsPiecewisePolynomial && !HasGates;

    /// <summary>Works out shapes and declares the parameters of a network statement.</summary>
    /// <exception cref="DiagnosticException">A layer does not fit.</exception>
    internal static NetworkArchitecture Create(NetworkStatement statement, ParameterAllocator allocator)
    {
        if (statement.Input.Sizes.Length > 3)
        {
            throw new DiagnosticException(statement.Input.Span, "an input is N, CxL (channels x length) or CxHxW (channels x height x width)");
        }

        var input = SignalShape.Create(statement.Input.Sizes[0], [.. statement.Input.Sizes.Skip(1)], statement.Input.Span);
        int number = 0;
        return new NetworkArchitecture(input, CreateLayers(statement.Layers, input, allocator, ref number));
    }

    private static IEnumerable<Layer> Flatten(IEnumerable<Layer> layers) =>
        layers.SelectMany(layer => layer is ResidualLayer residual ? Flatten(residual.Inner) : [layer]);

    private static ImmutableArray<Layer> CreateLayers(
        ImmutableArray<LayerSyntax> syntax, SignalShape signal, ParameterAllocator allocator, ref int number)
    {
        ImmutableArray<Layer>.Builder layers = ImmutableArray.CreateBuilder<Layer>(syntax.Length);
        foreach (LayerSyntax layer in syntax)
        {
            layers.Add(layer switch
            {
                DenseLayerSyntax dense => CreateDense(dense, signal, allocator, ++number),
                ConvolutionLayerSyntax convolution => CreateConvolution(convolution, signal, allocator, ++number),
                AttentionLayerSyntax attention => CreateAttention(attention, signal, allocator, ++number),
                ResidualLayerSyntax residual => CreateResidual(residual, signal, allocator, ref number),
                _ => throw new ArgumentException("Unknown kind of layer.", nameof(syntax)),
            });
            signal = layers[^1].Output;
        }

        return layers.MoveToImmutable();
    }

    private static AffineLayer CreateDense(DenseLayerSyntax dense, SignalShape signal, ParameterAllocator allocator, int number)
    {
        CheckPower(dense.Activation);
        var output = SignalShape.Create(dense.Units, [], dense.Span);
        Parameter weights = allocator.Allocate($"W{number}", dense.Span, dense.Units, signal.Size);
        Parameter? bias = dense.Bias ? allocator.Allocate($"b{number}", dense.Span, dense.Units) : null;
        return new AffineLayer(signal, output, weights, bias, AffineMap.Dense(weights, bias), dense.Activation, Convolution: null);
    }

    private static AffineLayer CreateConvolution(
        ConvolutionLayerSyntax convolution, SignalShape signal, ParameterAllocator allocator, int number)
    {
        CheckPower(convolution.Activation);
        var geometry = ConvolutionGeometry.Create(signal, convolution);
        BigInteger[] dimensions = [convolution.Channels, signal.Channels, .. geometry.Kernel.ToArray().Select(size => (BigInteger)size)];
        Parameter kernels = allocator.Allocate($"W{number}", convolution.Span, dimensions);
        Parameter? bias = convolution.Bias ? allocator.Allocate($"b{number}", convolution.Span, convolution.Channels) : null;
        return new AffineLayer(
            signal, geometry.Output, kernels, bias, AffineMap.Convolution(geometry, kernels, bias), convolution.Activation, convolution);
    }

    private static AttentionLayer CreateAttention(AttentionLayerSyntax attention, SignalShape signal, ParameterAllocator allocator, int number)
    {
        if (!signal.IsFlat)
        {
            throw new DiagnosticException(attention.Span, $"attention works on tokens of d channels; the signal here is {signal}");
        }

        if (attention.Heads < 1 || attention.Key < 1 || attention.Value is { IsZero: true })
        {
            throw new DiagnosticException(attention.Span, "heads, key and value of attention are at least 1, not 0");
        }

        if (attention.Heads > ParameterAllocator.MaximumParameters)
        {
            throw new DiagnosticException(attention.Span, $"the model has more than {ParameterAllocator.MaximumParameters:N0} parameters");
        }

        BigInteger channels = signal.Channels;
        BigInteger key = attention.Key;
        BigInteger value = attention.Value ?? key;
        var weights = new List<Parameter[]>();
        for (int head = 1; head <= attention.Heads; head++)
        {
            weights.Add(
            [
                allocator.Allocate($"Q{number}_{head}", attention.Span, channels, key),
                allocator.Allocate($"K{number}_{head}", attention.Span, channels, key),
                allocator.Allocate($"V{number}_{head}", attention.Span, channels, value),
                allocator.Allocate($"O{number}_{head}", attention.Span, value, channels),
            ]);
        }

        ImmutableArray<AttentionHead>.Builder heads = ImmutableArray.CreateBuilder<AttentionHead>();
        for (int head = 1; head <= attention.Heads; head++)
        {
            Parameter[] of = weights[head - 1];
            heads.Add(attention.Bias
                ? new AttentionHead(
                    of[0], of[1], of[2], of[3],
                    allocator.Allocate($"bq{number}_{head}", attention.Span, key),
                    allocator.Allocate($"bk{number}_{head}", attention.Span, key),
                    allocator.Allocate($"bv{number}_{head}", attention.Span, value))
                : new AttentionHead(of[0], of[1], of[2], of[3], null, null, null));
        }

        Parameter? outputBias = attention.Bias ? allocator.Allocate($"bo{number}", attention.Span, channels) : null;
        return new AttentionLayer(signal, heads.ToImmutable(), outputBias, attention.Linear);
    }

    private static ResidualLayer CreateResidual(ResidualLayerSyntax residual, SignalShape signal, ParameterAllocator allocator, ref int number)
    {
        ImmutableArray<Layer> inner = CreateLayers(residual.Layers, signal, allocator, ref number);
        SignalShape output = inner.IsEmpty ? signal : inner[^1].Output;
        return output.ToString() == signal.ToString()
            ? new ResidualLayer(signal, inner)
            : throw new DiagnosticException(
                residual.Span, $"a residual block adds its result to its input: the block makes {output} of {signal}, the shapes must be equal");
    }

    private static void CheckPower(ActivationSyntax activation)
    {
        if (activation.Kind == ActivationKind.Relu && (activation.Power < 1 || activation.Power > 65_535))
        {
            throw new DiagnosticException(activation.Span, "the power of relu^k is between 1 and 65535");
        }
    }
}
