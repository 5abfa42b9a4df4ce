using System.Numerics;

namespace ConservationLaws.Tests.Models.Networks;

/// <summary>
/// The network function at a point and an input with gates decided by the signs of exact integers, and its derivative with these gates
/// frozen, by forward differentiation.
/// </summary>
internal sealed class FrozenForwardPass(OracleNetwork network, long[] parameters)
{
    private bool _isAtKink;

    /// <summary>The gradient of each output modulo <see cref="DualNumber.Prime"/>; null when a gate cannot be decided.</summary>
    internal long[][]? Gradients(long[] input)
    {
        _isAtKink = false;
        Number[] outputs = Forward(network.Layers, Array.ConvertAll(input, value => new Number(value, DualNumber.Constant(value, parameters.Length))));
        return _isAtKink ? null : Array.ConvertAll(outputs, output => output.Dual.Gradient);
    }

    private Number[] Forward(OracleLayer[] layers, Number[] signal) => layers.Aggregate(signal, (current, layer) => layer switch
    {
        OracleAffine affine => Apply(affine, current),
        OracleResidual residual => [.. current.Zip(Forward(residual.Inner, current), (left, right) => left + right)],
        _ => throw new ArgumentException("Attention has no gates.", nameof(layers)),
    });

    private Number[] Apply(OracleAffine layer, Number[] signal) =>
    [
        .. layer.Weights.Select((weights, output) => Activate(layer, weights.Aggregate(
            layer.Biases is null ? new Number(0, DualNumber.Constant(0, parameters.Length)) : Parameter(layer.Biases[output]),
            (sum, weight) => sum + (Parameter(weight.Parameter) * signal[weight.Input])))),
    ];

    private Number Activate(OracleAffine layer, Number value)
    {
        if (layer.Activation == OracleActivation.Relu)
        {
            _isAtKink |= value.Exact.IsZero;
            value = value.Exact.Sign > 0 ? value : new Number(0, DualNumber.Constant(0, parameters.Length));
        }

        return layer.Activation == OracleActivation.Square
            ? value * value
            : Enumerable.Repeat(value, layer.Power - 1).Aggregate(value, (product, factor) => product * factor);
    }

    private Number Parameter(int place) => new(parameters[place], DualNumber.Parameter(DualNumber.Residue(parameters[place]), place, parameters.Length));

    private sealed record Number(BigInteger Exact, DualNumber Dual)
    {
        public static Number operator +(Number left, Number right) => new(left.Exact + right.Exact, left.Dual + right.Dual);

        public static Number operator *(Number left, Number right) => new(left.Exact * right.Exact, left.Dual * right.Dual);
    }
}
