using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Models.Networks;

/// <summary>An affine map of signals whose matrix entries are parameters, possibly shared between places.</summary>
/// <remarks>
/// Stored by input position, since signals are sparse: entry (o, i) of the matrix is the sum of the parameters listed for it.
/// </remarks>
internal sealed class AffineMap
{
    private readonly (int Output, int Coordinate)[][] _byInput;

    private AffineMap((int Output, int Coordinate)[][] byInput, int[]? biases)
    {
        _byInput = byInput;
        Biases = biases;
    }

    /// <summary>For each output position the coordinate of its bias; null without biases.</summary>
    internal int[]? Biases { get; }

    /// <summary>The number of pairs of an input position and an output position that it reaches.</summary>
    internal long EdgeCount => _byInput.Sum(edges => (long)edges.Length);

    /// <summary>The output positions that an input position reaches, each with the coordinate of the weight.</summary>
    internal ReadOnlySpan<(int Output, int Coordinate)> From(int input) => _byInput[input];

    /// <summary>The image of a signal of numbers.</summary>
    /// <param name="ring">The ring of the numbers.</param>
    /// <param name="parameters">The value of each coordinate.</param>
    /// <param name="signal">A number for each input position.</param>
    /// <param name="outputs">The number of output positions.</param>
    internal T[] Apply<T, TRing>(TRing ring, ReadOnlySpan<T> parameters, ReadOnlySpan<T> signal, int outputs)
        where TRing : struct, IRing<T>
    {
        var image = new T[outputs];
        for (int output = 0; output < outputs; output++)
        {
            image[output] = Biases is null ? ring.Zero : parameters[Biases[output]];
        }

        for (int input = 0; input < signal.Length; input++)
        {
            T value = signal[input];
            foreach ((int output, int coordinate) in ring.IsZero(value) ? [] : _byInput[input])
            {
                image[output] = ring.Add(image[output], ring.Multiply(parameters[coordinate], value));
            }
        }

        return image;
    }

    /// <summary>The map of a dense layer: weights outputs × inputs.</summary>
    internal static AffineMap Dense(Parameter weights, Parameter? bias)
    {
        int outputs = weights.Rows;
        int inputs = weights.Columns;
        var byInput = new (int Output, int Coordinate)[inputs][];
        for (int input = 0; input < inputs; input++)
        {
            byInput[input] = new (int Output, int Coordinate)[outputs];
            for (int output = 0; output < outputs; output++)
            {
                byInput[input][output] = (output, weights.Offset + (output * inputs) + input);
            }
        }

        return new AffineMap(byInput, bias is null ? null : [.. Enumerable.Range(bias.Offset, outputs)]);
    }

    /// <summary>The map x ↦ Mᵀx + b for a parameter M of shape inputs × outputs.</summary>
    internal static AffineMap Transposed(Parameter matrix, Parameter? bias)
    {
        var byInput = new (int Output, int Coordinate)[matrix.Rows][];
        for (int input = 0; input < matrix.Rows; input++)
        {
            int first = matrix.Offset + (input * matrix.Columns);
            byInput[input] = [.. Enumerable.Range(0, matrix.Columns).Select(output => (output, first + output))];
        }

        return new AffineMap(byInput, bias is null ? null : [.. Enumerable.Range(bias.Offset, matrix.Columns)]);
    }

    /// <summary>The map of a convolutional layer: a correlation with kernels outputs × inputs × taps.</summary>
    internal static AffineMap Convolution(ConvolutionGeometry geometry, Parameter kernels, Parameter? bias)
    {
        int taps = geometry.TapCount;
        int inputChannels = geometry.Input.Channels;
        int inputPositions = geometry.Input.PositionsPerChannel;
        int outputPositions = geometry.Output.PositionsPerChannel;
        var byInput = new List<(int Output, int Coordinate)>[geometry.Input.Size];
        for (int input = 0; input < byInput.Length; input++)
        {
            byInput[input] = [];
        }

        for (int position = 0; position < outputPositions; position++)
        {
            for (int tap = 0; tap < taps; tap++)
            {
                int source = geometry.Source(position, tap);
                if (source < 0)
                {
                    continue; // a zero of the padding
                }

                for (int channel = 0; channel < inputChannels; channel++)
                {
                    for (int output = 0; output < geometry.Output.Channels; output++)
                    {
                        int coordinate = kernels.Offset + (((output * inputChannels) + channel) * taps) + tap;
                        byInput[(channel * inputPositions) + source].Add(((output * outputPositions) + position, coordinate));
                    }
                }
            }
        }

        int[]? biases = bias is null
            ? null
            : [.. Enumerable.Range(0, geometry.Output.Size).Select(place => bias.Offset + (place / outputPositions))];
        return new AffineMap([.. byInput.Select(list => list.ToArray())], biases);
    }
}
