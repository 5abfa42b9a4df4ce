namespace ConservationLaws.Tests.Models.Networks;

/// <summary>Draws small networks of every kind of layer.</summary>
internal sealed class RandomNetwork(Random random)
{
    private int _parameters;
    private int _powers;
    private bool _isSmooth;

    /// <summary>A network of dense, convolutional and residual layers.</summary>
    internal OracleNetwork Draw()
    {
        int[] shape = random.Next(3) switch
        {
            0 => [random.Next(1, 4)],
            1 => [random.Next(1, 3), random.Next(2, 5)],
            _ => [1, random.Next(2, 4), random.Next(2, 4)],
        };
        string text = "network " + string.Join('x', shape);
        int inputs = Size(shape);
        var layers = new List<OracleLayer>();
        int depth = random.Next(1, 4);
        while (layers.Count < depth)
        {
            (OracleLayer layer, string word) = random.Next(5) == 0 ? Residual(shape) : Affine(ref shape, units: null);
            layers.Add(layer);
            text += " -> " + word;
        }

        return new OracleNetwork(text, inputs, [.. layers], _parameters);
    }

    /// <summary>A network with one attention layer, perhaps inside a residual block, and dense layers around it.</summary>
    /// <remarks>
    /// The layer before has no bias: softmax does not see a score's terms in the query alone, a constant part of the signal makes such
    /// terms, and φ takes the score as a form in two independent tokens, so that it would be finer than the function.
    /// </remarks>
    internal OracleNetwork DrawAttention()
    {
        int[] shape = [random.Next(1, 3)];
        int inputs = shape[0];
        string text = $"network {inputs}";
        var layers = new List<OracleLayer>();
        foreach (int place in Enumerable.Range(0, 3))
        {
            if (place != 1 && random.Next(3) > 0)
            {
                continue;
            }

            (OracleLayer layer, string word) = place == 1 ? Attention(shape[0]) : Affine(ref shape, random.Next(1, 3), mayHaveBias: place > 0);
            bool isResidual = place == 1 && random.Next(2) == 0;
            layers.Add(isResidual ? new OracleResidual([layer]) : layer);
            text += " -> " + (isResidual ? $"residual({word})" : word);
        }

        return new OracleNetwork(text, inputs, [.. layers], _parameters);
    }

    private (OracleLayer Layer, string Word) Attention(int channels)
    {
        int heads = random.Next(1, 3);
        int key = random.Next(1, 3);
        int value = random.Next(1, 3);
        bool isLinear = random.Next(3) == 0;
        bool hasBias = random.Next(3) == 0;
        int[] sizes = [channels * key, channels * key, channels * value, value * channels];
        int[][] places = [.. Enumerable.Range(0, heads).Select(_ => sizes.Select(Allocate).ToArray())];
        if (hasBias)
        {
            places = Array.ConvertAll(places, head => head.Concat(new[] { key, key, value }.Select(Allocate)).ToArray());
        }

        int? outputBias = hasBias ? Allocate(channels) : null;
        string word = $"attention heads {heads} key {key} value {value}{(isLinear ? " linear" : "")}{(hasBias ? " bias" : "")}";
        return (new OracleAttention(channels, key, value, places, outputBias, isLinear), word);
    }

    private (OracleLayer Layer, string Word) Residual(int[] shape)
    {
        int[] inside = shape;
        var layers = new List<OracleLayer>();
        var words = new List<string>();
        if (shape.Length == 1 && random.Next(2) == 0)
        {
            (OracleLayer first, string firstWord) = Affine(ref inside, random.Next(1, 3));
            layers.Add(first);
            words.Add(firstWord);
        }

        // Back to the shape at the start: as many units, or a convolution that keeps the positions.
        (OracleLayer last, string lastWord) = shape.Length == 1 ? Affine(ref inside, shape[0]) : Convolution(ref inside, keepsShape: true);
        layers.Add(last);
        words.Add(lastWord);
        return (new OracleResidual([.. layers]), $"residual({string.Join(" -> ", words)})");
    }

    private (OracleLayer Layer, string Word) Affine(ref int[] shape, int? units, bool mayHaveBias = true)
    {
        // What a smooth unit hands on must be seen, so no convolution may pass over it.
        if (units is null && shape.Length > 1 && !_isSmooth && random.Next(3) > 0)
        {
            return Convolution(ref shape, keepsShape: false);
        }

        int inputs = Size(shape);
        int outputs = units ?? random.Next(1, 4);
        int first = Allocate(outputs * inputs);
        (int, int)[][] weights =
        [
            .. Enumerable.Range(0, outputs).Select(output => Enumerable.Range(0, inputs).Select(input => (input, first + (output * inputs) + input)).ToArray()),
        ];
        shape = [outputs];
        return WithActivation(weights, Enumerable.Range(0, outputs), outputs, $"{(random.Next(2) == 0 ? "dense " : "")}{outputs}", mayHaveBias);
    }

    private (OracleLayer Layer, string Word) Convolution(ref int[] shape, bool keepsShape)
    {
        int channels = shape[0];
        int outputs = keepsShape ? channels : random.Next(1, 3);
        int[] space = shape[1..];
        int stride = keepsShape ? 1 : random.Next(1, 3);
        int mode = keepsShape ? random.Next(1, 3) : random.Next(3);
        int padding = mode == 0 ? random.Next(2) : 0;
        int[] kernel = Array.ConvertAll(space, size => random.Next(1, Math.Min(3, size + (2 * padding)) + 1));
        int[] outputSpace = [.. space.Zip(kernel, (size, taps) => mode == 0 ? ((size + (2 * padding) - taps) / stride) + 1 : (size + stride - 1) / stride)];
        int taps = Size(kernel);
        int first = Allocate(outputs * channels * taps);
        var weights = new List<(int, int)[]>();
        for (int output = 0; output < outputs; output++)
        {
            foreach (int[] position in Places(outputSpace))
            {
                var ofOutput = new List<(int, int)>();
                foreach ((int[] tap, int tapNumber) in Places(kernel).Select((tap, number) => (tap, number)))
                {
                    int[] source = [.. Enumerable.Range(0, space.Length).Select(axis => (position[axis] * stride) + tap[axis] - (mode switch { 0 => padding, 1 => (kernel[axis] - 1) / 2, _ => 0 }))];
                    if (mode == 2)
                    {
                        source = [.. source.Zip(space, (place, size) => place % size)];
                    }

                    if (source.Zip(space).All(pair => pair.First >= 0 && pair.First < pair.Second))
                    {
                        int place = source.Zip(space).Aggregate(0, (sum, pair) => (sum * pair.Second) + pair.First);
                        ofOutput.AddRange(Enumerable.Range(0, channels).Select(channel =>
                            ((channel * Size(space)) + place, first + (((output * channels) + channel) * taps) + tapNumber)));
                    }
                }

                weights.Add([.. ofOutput]);
            }
        }

        string word = $"conv {outputs} kernel {string.Join('x', kernel)}{(stride > 1 ? $" stride {stride}" : "")}"
            + mode switch { 0 when padding == 0 => "", 0 => $" padding {padding}", 1 => " padding same", _ => " padding circular" };
        shape = [outputs, .. outputSpace];
        int positions = Size(outputSpace);
        return WithActivation([.. weights], Enumerable.Range(0, outputs * positions).Select(place => place / positions), outputs, word);
    }

    private (OracleLayer Layer, string Word) WithActivation((int, int)[][] weights, IEnumerable<int> biasOfOutput, int biases, string word, bool mayHaveBias = true)
    {
        (OracleActivation activation, int power, string name) = random.Next(8) switch
        {
            0 or 1 => (OracleActivation.Linear, 1, random.Next(2) == 0 ? "" : " linear"),
            2 when _powers == 0 => (OracleActivation.Square, 2, " square"),
            3 when _powers == 0 => (OracleActivation.Relu, 2, " relu^2"),
            4 => (OracleActivation.Smooth, 1, " smooth"),
            _ => (OracleActivation.Relu, 1, " relu"),
        };
        _powers += power - 1;
        _isSmooth |= activation == OracleActivation.Smooth;
        bool hasBias = mayHaveBias && random.Next(3) == 0;
        int first = hasBias ? Allocate(biases) : 0;
        int[]? places = hasBias ? [.. biasOfOutput.Select(bias => first + bias)] : null;
        return (new OracleAffine(weights, places, activation, power), word + name + (hasBias ? " bias" : ""));
    }

    private int Allocate(int count)
    {
        _parameters += count;
        return _parameters - count;
    }

    private static int Size(int[] shape) => shape.Aggregate(1, (product, size) => product * size);

    // All places of a box, the last axis running fastest.
    private static IEnumerable<int[]> Places(int[] sizes) => sizes.Aggregate(
        (IEnumerable<int[]>)[[]], (places, size) => places.SelectMany(place => Enumerable.Range(0, size).Select(next => place.Append(next).ToArray())));
}
