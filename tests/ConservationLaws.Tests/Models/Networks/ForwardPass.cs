namespace ConservationLaws.Tests.Models.Networks;

/// <summary>
/// The network function itself at random inputs and random gates, modulo a prime, with its derivative in the parameters: what the
/// lowering to φ must span, computed without polynomials.
/// </summary>
/// <remarks>
/// A ReLU unit multiplies by a gate in {0, 1}; where no power makes a gate meet itself any number serves. A smooth unit has a value and a
/// slope that know nothing of each other. Softmax weights sum to one and have the derivative of softmax.
/// </remarks>
internal sealed class ForwardPass(OracleNetwork network, long[] parameters, Random random)
{
    private const int Tokens = 3;

    private readonly bool _hasFreeGates = !network.HasPowers && random.Next(2) == 0;

    /// <summary>The gradients of all outputs at one random input, or at the given one.</summary>
    internal DualNumber[] Sample(long[]? input = null)
    {
        DualNumber[][] signal =
        [
            .. Enumerable.Range(0, network.HasAttention ? Tokens : 1).Select(_ =>
                Enumerable.Range(0, network.Inputs).Select(place => Constant(input is null ? Draw() : input[place])).ToArray()),
        ];
        return Forward(network.Layers, signal)[0];
    }

    private DualNumber[][] Forward(OracleLayer[] layers, DualNumber[][] tokens)
    {
        foreach (OracleLayer layer in layers)
        {
            tokens = layer switch
            {
                OracleAffine affine => Array.ConvertAll(tokens, token => Apply(affine, token)),
                OracleResidual residual => [.. tokens.Zip(Forward(residual.Inner, tokens), Add)],
                _ => Attend((OracleAttention)layer, tokens),
            };
        }

        return tokens;
    }

    private DualNumber[] Apply(OracleAffine layer, DualNumber[] token) =>
    [
        .. layer.Weights.Select((weights, output) =>
        {
            DualNumber sum = Sum(weights.Select(weight => Parameter(weight.Parameter) * token[weight.Input]));
            return Activate(layer, layer.Biases is null ? sum : sum + Parameter(layer.Biases[output]));
        }),
    ];

    private DualNumber Activate(OracleAffine layer, DualNumber value)
    {
        switch (layer.Activation)
        {
            case OracleActivation.Square:
                return value * value;
            case OracleActivation.Relu:
                return Gate() * Enumerable.Repeat(value, layer.Power - 1).Aggregate(value, (product, factor) => product * factor);
            case OracleActivation.Smooth:
                long slope = Draw();
                return new DualNumber(Draw(), (slope * value).Gradient);
            default:
                return value;
        }
    }

    private long Gate() => _hasFreeGates ? Draw() : random.Next(4) == 0 ? 0 : 1;

    private DualNumber[][] Attend(OracleAttention layer, DualNumber[][] tokens)
    {
        DualNumber[][] results = Array.ConvertAll(tokens, token => token.Select((_, place) =>
            layer.OutputBias is { } bias ? Parameter(bias + place) : Constant(0)).ToArray());
        foreach (int[] head in layer.Heads)
        {
            bool hasBias = head.Length > 4;
            DualNumber[][] queries = Array.ConvertAll(tokens, token => Project(head[0], layer.Key, token, hasBias ? head[4] : null));
            DualNumber[][] keys = Array.ConvertAll(tokens, token => Project(head[1], layer.Key, token, hasBias ? head[5] : null));
            DualNumber[][] values = Array.ConvertAll(
                tokens, token => Project(head[3], layer.Channels, Project(head[2], layer.Value, token, hasBias ? head[6] : null), null));
            for (int query = 0; query < tokens.Length; query++)
            {
                DualNumber[] scores = Array.ConvertAll(keys, key => Sum(queries[query].Zip(key, (left, right) => left * right)));
                if (layer.IsLinear)
                {
                    // Linear attention as the language defines it: one product over three independent tokens.
                    results[query] = AddScaled(results[query], scores[(query + 1) % Tokens], values[(query + 2) % Tokens]);
                    continue;
                }

                DualNumber[] weights = Softmax(scores);
                for (int token = 0; token < tokens.Length; token++)
                {
                    results[query] = AddScaled(results[query], weights[token], values[token]);
                }
            }
        }

        return results;
    }

    // dα_t = α_t (dS_t − Σ_s α_s dS_s), with weights α as independent of the scores as exponentials are.
    private DualNumber[] Softmax(DualNumber[] scores)
    {
        long[] weights = Array.ConvertAll(scores, _ => Draw());
        weights[^1] = DualNumber.Residue(1 - weights[..^1].Sum());
        DualNumber mean = Sum(scores.Zip(weights, (score, weight) => weight * score));
        return [.. scores.Zip(weights, (score, weight) => new DualNumber(weight, (weight * (score - mean)).Gradient))];
    }

    // Mᵀ token + bias for a matrix M with rows for the entries of the token.
    private DualNumber[] Project(int first, int columns, DualNumber[] token, int? bias) =>
    [
        .. Enumerable.Range(0, columns).Select(column =>
        {
            DualNumber sum = Sum(token.Select((entry, row) => Parameter(first + (row * columns) + column) * entry));
            return bias is { } place ? sum + Parameter(place + column) : sum;
        }),
    ];

    private static DualNumber[] Add(DualNumber[] left, DualNumber[] right) => [.. left.Zip(right, (a, b) => a + b)];

    private static DualNumber[] AddScaled(DualNumber[] sum, DualNumber factor, DualNumber[] terms) =>
        [.. sum.Zip(terms, (entry, term) => entry + (factor * term))];

    private DualNumber Sum(IEnumerable<DualNumber> terms) => DualNumber.Sum(terms, parameters.Length);

    private DualNumber Constant(long value) => DualNumber.Constant(value, parameters.Length);

    private DualNumber Parameter(int place) => DualNumber.Parameter(parameters[place], place, parameters.Length);

    private long Draw() => random.NextInt64(1, DualNumber.Prime);
}
