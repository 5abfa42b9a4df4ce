using System.Numerics;
using ConservationLaws.Language;

namespace ConservationLaws.Models.Networks;

/// <summary>Which input position each tap of a kernel meets at each output position (language.md, "conv").</summary>
internal sealed class ConvolutionGeometry
{
    private readonly int[] _kernel;
    private readonly int[] _zerosBefore;
    private readonly long _stride;
    private readonly bool _isCircular;

    private ConvolutionGeometry(SignalShape input, SignalShape output, int[] kernel, int[] zerosBefore, long stride, bool isCircular)
    {
        Input = input;
        Output = output;
        _kernel = kernel;
        _zerosBefore = zerosBefore;
        _stride = stride;
        _isCircular = isCircular;
    }

    internal SignalShape Input { get; }

    internal SignalShape Output { get; }

    /// <summary>The number of taps of a kernel for one pair of channels.</summary>
    internal int TapCount => _kernel.Aggregate(1, (product, size) => product * size);

    /// <summary>The sizes of a kernel, one or two.</summary>
    internal ReadOnlySpan<int> Kernel => _kernel;

    /// <summary>Works out the output shape of a convolution.</summary>
    /// <exception cref="DiagnosticException">Kernel, stride or padding do not fit the signal.</exception>
    internal static ConvolutionGeometry Create(SignalShape input, ConvolutionLayerSyntax layer)
    {
        if (input.IsFlat)
        {
            throw new DiagnosticException(
                layer.Span,
                "conv needs a signal with channels and positions, but here the signal is flat",
                "write the input as 1x5 or 3x16x16; a dense layer flattens the signal for good");
        }

        if (layer.Kernel.Sizes.Length != input.Space.Length)
        {
            throw new DiagnosticException(
                layer.Kernel.Span,
                $"the kernel has {Axes(layer.Kernel.Sizes.Length)} but the signal {input} has {Axes(input.Space.Length)} in space");
        }

        if (layer.Stride < 1)
        {
            throw new DiagnosticException(layer.Span, "a stride is at least 1, not 0");
        }

        int axes = input.Space.Length;
        int[] kernel = new int[axes];
        int[] zerosBefore = new int[axes];
        var space = new BigInteger[axes];
        for (int axis = 0; axis < axes; axis++)
        {
            BigInteger size = layer.Kernel.Sizes[axis];
            BigInteger extent = input.Space[axis];
            BigInteger zeros = layer.Padding.Kind == PaddingKind.Zeros ? layer.Padding.Size : 0;
            BigInteger padded = layer.Padding.Kind == PaddingKind.Same ? extent + size - 1 : extent + (2 * zeros);
            if (size < 1)
            {
                throw new DiagnosticException(layer.Kernel.Span, "a kernel has at least 1 tap, not 0");
            }

            if (size > padded || size > int.MaxValue || zeros > int.MaxValue)
            {
                throw new DiagnosticException(
                    layer.Kernel.Span, $"the kernel of size {size} is larger than the {(zeros.IsZero ? "" : "padded ")}input of size {padded}");
            }

            kernel[axis] = (int)size;
            zerosBefore[axis] = layer.Padding.Kind == PaddingKind.Same ? (kernel[axis] - 1) / 2 : (int)zeros;
            // ⌊(d + 2p − q)/stride⌋ + 1, or ⌈d/stride⌉ when every input position is a centre.
            space[axis] = layer.Padding.Kind == PaddingKind.Zeros
                ? ((padded - size) / layer.Stride) + 1
                : (extent + layer.Stride - 1) / layer.Stride;
        }

        var output = SignalShape.Create(layer.Channels, space, layer.Span);
        // A stride beyond the padded signal (at most 2³³ entries) leaves one output position: any larger number means the same.
        long stride = (long)BigInteger.Min(layer.Stride, 1L << 40);
        return new ConvolutionGeometry(input, output, kernel, zerosBefore, stride, layer.Padding.Kind == PaddingKind.Circular);
    }

    /// <summary>The input position of one channel under a tap, or −1 for a zero of the padding.</summary>
    internal int Source(int outputPosition, int tap)
    {
        int source = 0;
        int scale = 1;
        for (int axis = _kernel.Length - 1; axis >= 0; axis--)
        {
            long place = (outputPosition % Output.Space[axis] * _stride) + (tap % _kernel[axis]) - _zerosBefore[axis];
            int extent = Input.Space[axis];
            if (_isCircular)
            {
                place %= extent;
            }
            else if (place < 0 || place >= extent)
            {
                return -1;
            }

            source += (int)place * scale;
            scale *= extent;
            outputPosition /= Output.Space[axis];
            tap /= _kernel[axis];
        }

        return source;
    }

    private static string Axes(int count) => count == 1 ? "one dimension" : $"{count} dimensions";
}
