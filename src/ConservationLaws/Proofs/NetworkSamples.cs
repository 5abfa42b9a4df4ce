using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Proofs;

// Parameters of one sign and positive inputs open every gate; a bias that is large beside the other terms makes a unit open for all inputs or
// for none. So a few inputs are carried along while the layers are drawn: of several draws each unit, or channel, keeps the one that is open
// for about half of them, and a bias moves the kink to one of them.

/// <summary>Small seeded parameters and inputs of a network at which units are open for some inputs and shut for others.</summary>
internal sealed class NetworkSamples
{
    private const uint WeightRange = 20;
    private const uint InputRange = 1000;
    private const int CarriedInputs = 16;
    private const int Draws = 8;
    private const int Steps = 1 << 16;

    private readonly NetworkArchitecture _network;
    private readonly SplitMix64 _random;

    // So many inputs on either side of the kink satisfy. Always the most balanced draw would crowd the kinks of a narrow network.
    private readonly int _enough;

    /// <summary>Starts a sequence.</summary>
    /// <param name="network">Dense, convolutional and residual layers without smooth units.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="attempt">0 for the first attempt; others draw other numbers.</param>
    internal NetworkSamples(NetworkArchitecture network, ulong seed, int attempt)
    {
        _network = network;
        _enough = attempt % 2 == 0 ? CarriedInputs : CarriedInputs / 8;
        // Other numbers than those of the point of a proof with the same seed.
        _random = new SplitMix64(unchecked(~seed + ((ulong)attempt << 32)));
    }

    /// <summary>Parameters, none of them 0.</summary>
    internal Integer[] Point(int dimension)
    {
        var point = new Integer[dimension];
        Draw(_network.Layers, [.. Enumerable.Range(0, CarriedInputs).Select(_ => Input())], point);
        return point;
    }

    /// <summary>The next input; one of four has zeros.</summary>
    internal Integer[] Input()
    {
        var input = new Integer[_network.Input.Size];
        bool hasZeros = _random.NextBelow(4) == 0;
        for (int place = 0; place < input.Length; place++)
        {
            input[place] = hasZeros && _random.NextBelow(2) == 0 ? Integer.Zero : NextSigned(InputRange);
        }

        return input;
    }

    private Integer[][] Draw(IEnumerable<Layer> layers, Integer[][] signals, Integer[] point)
    {
        foreach (Layer layer in layers)
        {
            signals = layer is ResidualLayer residual
                ? [.. signals.Zip(Draw(residual.Inner, signals, point), (left, right) => left.Zip(right, (a, b) => a + b).ToArray())]
                : Draw((AffineLayer)layer, signals, point);
        }

        return signals;
    }

    private Integer[][] Draw(AffineLayer layer, Integer[][] signals, Integer[] point)
    {
        int channels = layer.Output.Channels;
        int positions = layer.Output.PositionsPerChannel;
        int weights = layer.Weights.Count / channels;
        var drawn = new Integer[point.Length];
        var balance = new int[channels];
        Array.Fill(balance, -1);
        for (int draw = 0; draw < (layer.HasGates ? Draws : 1); draw++)
        {
            foreach (ref Integer weight in drawn.AsSpan(layer.Weights.Offset, layer.Weights.Count))
            {
                weight = NextSigned(WeightRange);
            }

            if (layer.Bias is { } none)
            {
                drawn.AsSpan(none.Offset, none.Count).Clear();
            }

            Integer[][] values = Array.ConvertAll(signals, signal => Apply(layer, drawn, signal));
            for (int channel = 0; channel < channels; channel++)
            {
                Integer[] ofChannel = [.. values.SelectMany(value => value.AsSpan(channel * positions, positions).ToArray())];
                Integer bias = layer.Bias is null ? Integer.Zero : Between(ofChannel);
                int open = ofChannel.Count(value => (value + bias).Sign > 0);
                int shut = ofChannel.Count(value => (value + bias).Sign < 0);
                if (balance[channel] >= _enough * positions || Math.Min(open, shut) <= balance[channel])
                {
                    continue;
                }

                balance[channel] = Math.Min(open, shut);
                int first = layer.Weights.Offset + (channel * weights);
                drawn.AsSpan(first, weights).CopyTo(point.AsSpan(first));
                if (layer.Bias is { } parameter)
                {
                    point[parameter.Offset + channel] = bias;
                }
            }
        }

        return Array.ConvertAll(signals, signal => Array.ConvertAll(Apply(layer, point, signal), layer.Activate));
    }

    // A bias that puts the kink between two of the values, without one value or place being preferred.
    private Integer Between(Integer[] values)
    {
        Integer start = values[_random.NextBelow((uint)values.Length)];
        Integer end = values[_random.NextBelow((uint)values.Length)];
        Integer kink = start + Integer.DivRem((end - start) * (long)_random.NextBelow(Steps), Steps).Quotient;
        return kink.IsZero ? NextSigned(WeightRange) : -kink;
    }

    private static Integer[] Apply(AffineLayer layer, Integer[] point, Integer[] signal) =>
        layer.Map.Apply<Integer, IntegerRing>(default, point, signal, layer.Output.Size);

    private Integer NextSigned(uint range)
    {
        long magnitude = 1 + (long)_random.NextBelow(range);
        return _random.NextBelow(2) == 0 ? magnitude : -magnitude;
    }
}
