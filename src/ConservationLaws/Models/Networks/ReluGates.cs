using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Models.Networks;

/// <summary>Decides over Z which ReLU units of a network are open for an input: modulo a prime a number has no sign.</summary>
/// <param name="point">The parameters.</param>
internal sealed class ReluGates(Integer[] point)
{
    private readonly Queue<bool[]> _gates = new();
    private bool _isDecided = true;

    /// <summary>Whether each unit is open, for the layers with gates in the order in which a forward pass meets them.</summary>
    /// <param name="network">Dense, convolutional and residual layers without smooth units.</param>
    /// <param name="point">The parameters.</param>
    /// <param name="input">The input.</param>
    /// <returns>Null when the pre-activation of a unit with a gate is 0: there the network has a kink.</returns>
    internal static Queue<bool[]>? Decide(NetworkArchitecture network, Integer[] point, Integer[] input)
    {
        var gates = new ReluGates(point);
        gates.Forward(network.Layers, input);
        return gates._isDecided ? gates._gates : null;
    }

    private Integer[] Forward(IEnumerable<Layer> layers, Integer[] signal)
    {
        foreach (Layer layer in layers)
        {
            if (!_isDecided)
            {
                return signal;
            }

            signal = layer switch
            {
                AffineLayer affine => Activate(affine, affine.Map.Apply<Integer, IntegerRing>(default, point, signal, affine.Output.Size)),
                ResidualLayer residual => [.. signal.Zip(Forward(residual.Inner, signal), (left, right) => left + right)],
                _ => throw new ArgumentException("A layer of another kind.", nameof(layers)),
            };
        }

        return signal;
    }

    private Integer[] Activate(AffineLayer layer, Integer[] values)
    {
        if (layer.HasGates)
        {
            _isDecided &= Array.TrueForAll(values, value => !value.IsZero);
            _gates.Enqueue(Array.ConvertAll(values, value => value.Sign > 0));
        }

        return Array.ConvertAll(values, layer.Activate);
    }
}
