using ConservationLaws.Algebra.Integers;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Proofs;

// Parameters of one sign and positive inputs open every gate; biases that are large or small beside the other terms make a unit open for all
// inputs or for none. So signs are mixed, and biases are drawn as large as what a layer sees, or a few times smaller.

/// <summary>Small seeded parameters and inputs of a network at which units are open for some inputs and shut for others.</summary>
internal sealed class NetworkSamples
{
    private const uint Range = 30;

    // Larger biases do not help, and they cost: what a deep network computes grows with each layer.
    private const uint LargestBias = 1u << 30;

    private readonly NetworkArchitecture _network;
    private readonly SplitMix64 _random;
    private readonly uint _inputRange;
    private readonly uint _biasShare;

    /// <summary>Starts a sequence.</summary>
    /// <param name="network">The network.</param>
    /// <param name="seed">The seed of the run.</param>
    /// <param name="attempt">0 for the first attempt: others draw other numbers, and now and then from a larger range.</param>
    internal NetworkSamples(NetworkArchitecture network, ulong seed, int attempt)
    {
        _network = network;
        // Other numbers than those of the point of a proof with the same seed.
        _random = new SplitMix64(unchecked(~seed + ((ulong)attempt << 32)));
        _inputRange = Range << Math.Min(attempt / 8, 8);
        _biasShare = 1u << (attempt % 4);
    }

    /// <summary>Parameters, none of them 0.</summary>
    internal Integer[] Point(int dimension)
    {
        var point = new Integer[dimension];
        ulong magnitude = _inputRange;
        foreach (AffineLayer layer in _network.AffineLayers)
        {
            Fill(point, layer.Weights, Range);
            magnitude = Math.Min(magnitude * Range, LargestBias);
            if (layer.Bias is { } bias)
            {
                Fill(point, bias, (uint)Math.Max(1, magnitude / _biasShare));
            }

            for (int factor = 1; factor < layer.Power && magnitude < LargestBias; factor++)
            {
                magnitude = Math.Min(magnitude * magnitude, LargestBias);
            }
        }

        return point;
    }

    /// <summary>The next input; one of four has zeros.</summary>
    internal Integer[] Input()
    {
        var input = new Integer[_network.Input.Size];
        bool hasZeros = _random.NextBelow(4) == 0;
        for (int place = 0; place < input.Length; place++)
        {
            input[place] = hasZeros && _random.NextBelow(2) == 0 ? Integer.Zero : NextSigned(_inputRange);
        }

        return input;
    }

    private void Fill(Integer[] point, Models.Parameter parameter, uint range)
    {
        for (int entry = 0; entry < parameter.Count; entry++)
        {
            point[parameter.Offset + entry] = NextSigned(range);
        }
    }

    private Integer NextSigned(uint range)
    {
        long magnitude = 1 + (long)_random.NextBelow(range);
        return _random.NextBelow(2) == 0 ? magnitude : -magnitude;
    }
}
