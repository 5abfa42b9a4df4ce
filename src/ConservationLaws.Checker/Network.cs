using System.Numerics;
using System.Text.Json;

namespace ConservationLaws.Checker;

// Numerators and common denominators of all signals are exact, because the signs of the sums decide which gates are open. Derivatives are taken modulo p, with these gates frozen.

/// <summary>The gradients of a network's outputs at a point and inputs (docs/certificates.md, "The network itself").</summary>
/// <param name="rank">The modulus.</param>
/// <param name="point">The parameters.</param>
/// <param name="budget">Pays for the work.</param>
internal sealed class Network(Rank rank, Fractions point, Budget budget)
{
    private const int WireCost = 16;
    private const int SignalCost = 64;

    private readonly uint[] _parameters = rank.Residues(point);
    private readonly long _bits = Bits(point);
    private readonly long[] _short = Bits(point) < 64 ? Array.ConvertAll(point.Numerators, value => (long)value) : [];

    // Takes the derivatives by the outputs of layers to those by their inputs, and adds those by their parameters to the gradient.
    private delegate uint[] Pullback(uint[] outputs, uint[] gradient);

    /// <summary>Checks that gradients of outputs are independent, as many as one of <paramref name="sizes"/>.</summary>
    /// <param name="value">The member of the certificate.</param>
    /// <param name="lawPoint">The point at which the network must be taken; null when any will do that has no zero coordinate.</param>
    /// <param name="sizes">The numbers of gradients that suffice.</param>
    /// <param name="dimension">The number of parameters.</param>
    /// <param name="budget">Pays for the work.</param>
    internal static void Check(JsonElement value, JsonElement? lawPoint, int[] sizes, int dimension, Budget budget)
    {
        JsonElement[] members = value.Members("network", "input", "layers", "point", "inputs", "modulus", "rows", "pivots");
        int count = members[5].Length("network");
        Refusal.Unless(sizes.Contains(count), "network", $"there are {count} rows instead of {string.Join(" or ", sizes.Distinct())}");
        Rank rank = Rank.Read("network", members[4], members[6], count, dimension);
        Fractions point = rank.ReadPoint(members[2], dimension);
        bool fits = lawPoint is JsonElement other ? JsonElement.DeepEquals(members[2], other) : !point.Numerators.Contains(BigInteger.Zero);
        Refusal.Unless(fits, "network", lawPoint is null ? "a coordinate of the point is zero" : "the point is not that of lawRank");
        int[] shape = members[0].Indices("network", 1, int.MaxValue);
        Refusal.Unless(shape.Length is >= 1 and <= 3, "network", "the input has 1, 2 or 3 sizes");
        int size = Architecture.Size(shape, "network");
        Layer[] layers = new Architecture(shape, dimension, budget).Read(members[1]);
        BigInteger[][] inputs = members[3].List("network", "network, input", (input, where) => input.Items(where).Select(entry => entry.Integer(where)).ToArray());
        Refusal.Unless(Array.TrueForAll(inputs, input => input.Length == size), "network", $"an input does not have {size} entries");
        (int Input, int Output)[] rows = members[5].List("network", "network, row", (row, where) =>
            (row.Pair(where).First.Index(where, 0, inputs.Length - 1), row.Pair(where).Second.Index(where, 0, layers[^1].Size - 1)));
        var network = new Network(rank, point, budget);
        var runs = new Pullback?[inputs.Length];
        rank.Check(budget, row =>
        {
            (int input, int output) = rows[row];
            Pullback run = runs[input] ??= network.Run(layers, new Fractions(BigInteger.One, inputs[input])).Pullback;
            var (outputs, gradient) = (new uint[layers[^1].Size], new uint[dimension]);
            budget.Spend(outputs.Length + dimension);
            outputs[output] = 1;
            run(outputs, gradient);
            return rank.AtPivots(gradient);
        });
    }

    private (Fractions Signal, Pullback Pullback) Run(Layer[] layers, Fractions signal)
    {
        var pullbacks = new Stack<Pullback>();
        foreach (Layer layer in layers)
        {
            (signal, Pullback pullback) = layer.Residual is null ? Apply(layer, signal) : Add(layer.Residual, signal);
            pullbacks.Push(pullback);
        }

        return (signal, (outputs, gradient) => pullbacks.Aggregate(outputs, (derivatives, pullback) => pullback(derivatives, gradient)));
    }

    // The denominator of a layer is a multiple of that before.
    private (Fractions Signal, Pullback Pullback) Add(Layer[] layers, Fractions signal)
    {
        (Fractions inner, Pullback pullback) = Run(layers, signal);
        budget.Spend((SignalCost + (Limbs(Bits(inner)) * Limbs(Bits(inner)))) * (signal.Numerators.Length + 1));
        BigInteger factor = inner.Denominator / signal.Denominator;
        BigInteger[] sums = [.. inner.Numerators.Zip(signal.Numerators, (added, old) => added + (factor * old))];
        return (new Fractions(inner.Denominator, sums), (outputs, gradient) => [.. outputs.Zip(pullback(outputs, gradient), (left, right) => Fused(left, right, 1))]);
    }

    private (Fractions Signal, Pullback Pullback) Apply(Layer layer, Fractions signal)
    {
        // The constant 1 stands behind the inputs.
        var inputs = new Fractions(signal.Denominator, [.. signal.Numerators, signal.Denominator]);
        long bits = Bits(inputs);
        budget.Spend((layer.Wires.Length * (WireCost + (Limbs(_bits) * Limbs(bits)))) + (layer.Size * (SignalCost + (WireCost * Limbs(bits)))));

        // No sum of so many products takes more bits.
        bool isShort = _bits + bits + BitOperations.Log2((uint)layer.Wires.Length) < 63;
        BigInteger[] sums = isShort
            ? Array.ConvertAll(Sums(layer, _short, Array.ConvertAll(inputs.Numerators, input => (long)input)), sum => (BigInteger)sum)
            : Sums(layer, point.Numerators, inputs.Numerators);
        Refusal.Unless(!layer.IsGated || !sums.Contains(BigInteger.Zero), "network", "a unit with a gate is zero before it");
        var before = new Fractions(point.Denominator * signal.Denominator, sums);
        Int128 words = Limbs(Bits(before) * layer.Power);
        budget.Spend(words * words * layer.Size);
        uint[] slopes = rank.Residues(before);
        var powers = new BigInteger[layer.Size];
        for (int unit = 0; unit < sums.Length; unit++)
        {
            bool isOpen = !layer.IsGated || sums[unit].Sign > 0;
            powers[unit] = isOpen ? BigInteger.Pow(sums[unit], layer.Power) : 0;
            slopes[unit] = !isOpen ? 0 : layer.Power == 1 ? 1 : rank.Residue(layer.Power * BigInteger.ModPow(slopes[unit], layer.Power - 1, rank.Modulus));
        }

        return (new Fractions(BigInteger.Pow(before.Denominator, layer.Power), powers), Pull(layer, rank.Residues(inputs), slopes));
    }

    private static T[] Sums<T>(Layer layer, T[] parameters, T[] inputs)
        where T : INumber<T>
    {
        var sums = new T[layer.Size];
        foreach ((int output, int parameter, int input) in layer.Wires)
        {
            sums[output] += parameters[parameter] * inputs[input];
        }

        return sums;
    }

    private Pullback Pull(Layer layer, uint[] inputs, uint[] slopes) => (outputs, gradient) =>
    {
        budget.Spend(WireCost * layer.Wires.Length);
        uint[] sums = [.. outputs.Zip(slopes, (output, slope) => Fused(0, output, slope))];
        var derivatives = new uint[inputs.Length];
        foreach ((int output, int parameter, int input) in layer.Wires)
        {
            if (sums[output] != 0)
            {
                gradient[parameter] = Fused(gradient[parameter], sums[output], inputs[input]);
                derivatives[input] = Fused(derivatives[input], sums[output], _parameters[parameter]);
            }
        }

        return derivatives;
    };

    private uint Fused(uint sum, uint left, uint right) => (uint)((sum + ((ulong)left * right)) % rank.Modulus);

    private static long Bits(Fractions values) => values.Numerators.Append(values.Denominator).Max(value => value.GetBitLength());

    private static Int128 Limbs(long bits) => 1 + ((Int128)bits / 64);
}
