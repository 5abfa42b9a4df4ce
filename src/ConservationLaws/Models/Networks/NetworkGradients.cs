using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Models.Networks;

// Where no pre-activation of a gated unit is 0, the network is near the point a polynomial in its parameters: that of the network whose gates
// are frozen. Its gradient modulo p is found by back-propagation: with δ the derivative of an output by what a layer hands on, δ·σ′ is that
// by the pre-activations, so δσ′·x that by the weights, and the transposed map brings it to the layer before.

/// <summary>The gradients of a network's outputs by its parameters, at one point and modulo a prime, with gates decided exactly.</summary>
internal sealed class NetworkGradients
{
    private readonly NetworkArchitecture _network;
    private readonly PrimeField _field;
    private readonly Integer[] _point;
    private readonly uint[] _residues;

    /// <summary>Fixes network and point.</summary>
    /// <param name="network">Dense, convolutional and residual layers without smooth units.</param>
    /// <param name="field">The prime field of the gradients.</param>
    /// <param name="point">The parameters.</param>
    internal NetworkGradients(NetworkArchitecture network, PrimeField field, IEnumerable<Integer> point)
    {
        _network = network;
        _field = field;
        _point = [.. point];
        _residues = Array.ConvertAll(_point, value => field.FromInteger(value));
    }

    /// <summary>The gradients at an input, one row for each output.</summary>
    /// <param name="input">The input; its size is that of the network's input.</param>
    /// <returns>Null when the pre-activation of a unit with a gate is 0.</returns>
    internal uint[][]? At(Integer[] input)
    {
        Queue<bool[]> gates = new();
        if (_network.HasGates)
        {
            if (ReluGates.Decide(_network, _point, input) is not { } decided)
            {
                return null;
            }

            gates = decided;
        }

        (uint[] outputs, List<Step> steps) = Forward(_network.Layers, Array.ConvertAll(input, value => _field.FromInteger(value)), gates);
        var gradients = new uint[outputs.Length][];
        for (int output = 0; output < outputs.Length; output++)
        {
            gradients[output] = new uint[_residues.Length];
            var delta = new uint[outputs.Length];
            delta[output] = 1;
            Backward(steps, delta, gradients[output]);
        }

        return gradients;
    }

    private (uint[] Signal, List<Step> Steps) Forward(IEnumerable<Layer> layers, uint[] signal, Queue<bool[]> gates)
    {
        var steps = new List<Step>();
        foreach (Layer layer in layers)
        {
            if (layer is ResidualLayer residual)
            {
                (uint[] inner, List<Step> innerSteps) = Forward(residual.Inner, signal, gates);
                steps.Add(new ResidualStep(innerSteps));
                signal = Add(signal, inner);
                continue;
            }

            var affine = (AffineLayer)layer;
            uint[] values = affine.Map.Apply<uint, PrimeField>(_field, _residues, signal, affine.Output.Size);
            var slopes = new uint[values.Length];
            bool[]? open = affine.HasGates ? gates.Dequeue() : null;
            for (int unit = 0; unit < values.Length; unit++)
            {
                (values[unit], slopes[unit]) = open is null || open[unit] ? Power(values[unit], affine.Power) : (0, 0);
            }

            steps.Add(new AffineStep(affine, signal, slopes));
            signal = values;
        }

        return (signal, steps);
    }

    // x^k and its derivative.
    private (uint Value, uint Slope) Power(uint value, int power)
    {
        uint below = _field.Power(value, (uint)power - 1);
        return (_field.Multiply(below, value), _field.Multiply(below, (uint)power));
    }

    private uint[] Backward(List<Step> steps, uint[] delta, uint[] gradient)
    {
        for (int place = steps.Count - 1; place >= 0; place--)
        {
            delta = steps[place] switch
            {
                AffineStep affine => Backward(affine, delta, gradient),
                ResidualStep residual => Add(delta, Backward(residual.Inner, delta, gradient)),
                _ => throw new ArgumentException("Unknown kind of step.", nameof(steps)),
            };
        }

        return delta;
    }

    private uint[] Backward(AffineStep step, uint[] delta, uint[] gradient)
    {
        PrimeField field = _field;
        var before = new uint[delta.Length];
        for (int unit = 0; unit < delta.Length; unit++)
        {
            before[unit] = field.Multiply(delta[unit], step.Slopes[unit]);
            if (step.Layer.Map.Biases is { } biases)
            {
                gradient[biases[unit]] = field.Add(gradient[biases[unit]], before[unit]);
            }
        }

        var result = new uint[step.Input.Length];
        for (int input = 0; input < result.Length; input++)
        {
            foreach ((int unit, int coordinate) in step.Layer.Map.From(input))
            {
                gradient[coordinate] = field.Add(gradient[coordinate], field.Multiply(before[unit], step.Input[input]));
                result[input] = field.Add(result[input], field.Multiply(before[unit], _residues[coordinate]));
            }
        }

        return result;
    }

    private uint[] Add(uint[] left, uint[] right)
    {
        var sum = new uint[left.Length];
        for (int place = 0; place < sum.Length; place++)
        {
            sum[place] = _field.Add(left[place], right[place]);
        }

        return sum;
    }

    // What a layer of the forward pass leaves for the way back.
    private abstract record Step;

    private sealed record AffineStep(AffineLayer Layer, uint[] Input, uint[] Slopes) : Step;

    private sealed record ResidualStep(List<Step> Inner) : Step;
}
