namespace ConservationLaws.Tests.Models.Networks;

/// <summary>How a unit answers to its pre-activation.</summary>
internal enum OracleActivation
{
    Linear,
    Relu,
    Square,
    Smooth,
}

internal abstract record OracleLayer;

/// <summary>Output o is the sum of the listed weights times inputs, plus a bias, then the activation.</summary>
/// <param name="Weights">For each output the pairs of an input position and the place of the weight among the parameters.</param>
/// <param name="Biases">For each output the place of its bias; null without.</param>
/// <param name="Activation">The activation.</param>
/// <param name="Power">The power k of relu^k.</param>
internal sealed record OracleAffine((int Input, int Parameter)[][] Weights, int[]? Biases, OracleActivation Activation, int Power) : OracleLayer;

internal sealed record OracleResidual(OracleLayer[] Inner) : OracleLayer;

/// <summary>Attention; each head has the places of the first entries of Q, K, V, O and, with biases, of bq, bk, bv.</summary>
internal sealed record OracleAttention(int Channels, int Key, int Value, int[][] Heads, int? OutputBias, bool IsLinear) : OracleLayer;

/// <summary>A network written down independently of the program: as text for the program and as layers for the brute-force forward pass.</summary>
internal sealed record OracleNetwork(string Text, int Inputs, OracleLayer[] Layers, int Parameters)
{
    internal bool HasAttention => Layers.Any(Uses<OracleAttention>);

    internal bool HasPowers => Layers.Any(HasPower);

    private static bool Uses<T>(OracleLayer layer) => layer is T || (layer is OracleResidual residual && residual.Inner.Any(Uses<T>));

    private static bool HasPower(OracleLayer layer) => layer switch
    {
        OracleAffine affine => affine.Activation == OracleActivation.Square || affine.Power > 1,
        OracleResidual residual => residual.Inner.Any(HasPower),
        _ => false,
    };
}
