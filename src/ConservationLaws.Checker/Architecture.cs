using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>A product that an output sums up: of a parameter and an input, or, for a bias, of a parameter and the constant 1, which stands behind the inputs.</summary>
internal readonly record struct Wire(int Output, int Parameter, int Input);

/// <summary>How the outputs of a layer depend on its inputs, one channel or all.</summary>
/// <param name="Inputs">The number of inputs.</param>
/// <param name="Weights">The number of weights, which are the parameters of the wires.</param>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Wires">The wires but for those that read a zero of the padding; made when they are enumerated.</param>
internal sealed record Wiring(int Inputs, Int128 Weights, Int128 Outputs, IEnumerable<Wire> Wires)
{
    /// <summary>All outputs depend on all inputs.</summary>
    internal static Wiring Dense(int outputs, int inputs)
    {
        IEnumerable<Wire> wires = from output in Enumerable.Range(0, outputs) from input in Enumerable.Range(0, inputs) select new Wire(output, (output * inputs) + input, input);
        return new Wiring(inputs, (Int128)outputs * inputs, outputs, wires);
    }

    /// <summary>Reads one dimension of a convolution; the weights are its taps.</summary>
    internal static Wiring ReadLine(int inputs, int taps, JsonElement strideValue, JsonElement padding, string where)
    {
        int stride = strideValue.Index(where, 1);
        bool isNumber = padding.ValueKind == JsonValueKind.Number, isCircular = !isNumber && padding.Text(where) == "circular";
        Refusal.Unless(isNumber || isCircular || padding.Text(where) == "same", where, "the padding is a number, same or circular");
        long before = isNumber ? padding.Index(where) : isCircular ? 0 : (taps - 1) / 2, room = isNumber ? inputs + (2 * before) - taps : inputs - 1;
        Refusal.Unless(room >= 0, where, "the kernel is larger than the padded signal");
        int outputs = (int)Math.Min((room / stride) + 1, int.MaxValue);
        IEnumerable<Wire> wires =
            from output in Enumerable.Range(0, outputs)
            from tap in Enumerable.Range(0, taps)
            let place = ((long)output * stride) - before + tap
            let input = isCircular ? place % inputs : place
            where input >= 0 && input < inputs
            select new Wire(output, tap, (int)input);
        return new Wiring(inputs, taps, outputs, wires);
    }

    /// <summary>Every wire of the one with every wire of the other; the places of the other run faster.</summary>
    internal Wiring Times(Wiring right)
    {
        (int outputs, int weights, int inputs) = ((int)right.Outputs, (int)right.Weights, right.Inputs);
        IEnumerable<Wire> wires =
            from slow in Wires
            from fast in right.Wires
            select new Wire((slow.Output * outputs) + fast.Output, (slow.Parameter * weights) + fast.Parameter, (slow.Input * inputs) + fast.Input);
        return new Wiring(Inputs * inputs, Weights * right.Weights, Outputs * right.Outputs, wires);
    }
}

/// <summary>A layer: its wires, and what its units make of the sums.</summary>
/// <param name="Size">The number of outputs.</param>
/// <param name="Wires">The wires.</param>
/// <param name="IsGated">Whether a unit hands on 0 when its sum is negative.</param>
/// <param name="Power">The power to which units raise.</param>
/// <param name="Residual">The layers whose result is added to the signal; null in a layer with wires.</param>
internal sealed record Layer(int Size, Wire[] Wires, bool IsGated, int Power, Layer[]? Residual = null);

/// <summary>Reads the layers of a network, in the order of its parameters.</summary>
/// <param name="shape">The sizes of the input, channels first.</param>
/// <param name="dimension">The number of parameters.</param>
/// <param name="budget">Pays for the work.</param>
internal sealed class Architecture(int[] shape, int dimension, Budget budget)
{
    private const int MaximumDepth = 20;
    private const int MaximumSize = 100_000_000;
    private const int WireCost = 64;
    private int[] _shape = shape;
    private int _parameters;

    /// <summary>Reads all layers of a network.</summary>
    internal Layer[] Read(JsonElement value)
    {
        Layer[] layers = ReadLayers(value, "network", 0);
        Refusal.Unless(_parameters == dimension, "network", $"there are {_parameters} parameters for dimension {dimension}");
        return layers;
    }

    /// <summary>The number of entries of a signal.</summary>
    internal static int Size(IEnumerable<int> shape, string where)
    {
        Int128 size = shape.Aggregate(Int128.One, (product, one) => product * one);
        Refusal.Unless(size <= MaximumSize, where, $"a signal has more than {MaximumSize} entries");
        return (int)size;
    }

    private Layer[] ReadLayers(JsonElement value, string where, int depth)
    {
        Refusal.Unless(value.Length(where) > 0 && depth <= MaximumDepth, where, $"there are no layers, or residual layers are nested more than {MaximumDepth} deep");
        return value.List(where, where + ", layer", (layer, inner) => layer.Peek("kind") == "residual" ? ReadResidual(layer, inner, depth + 1) : ReadLayer(layer, inner));
    }

    private Layer ReadResidual(JsonElement value, string where, int depth)
    {
        int[] before = _shape;
        Layer[] layers = ReadLayers(value.Members(where, "kind", "layers")[1], where, depth);
        Refusal.Unless(before.SequenceEqual(_shape), where, "the layers change the sizes of the signal");
        return new Layer(layers[^1].Size, [], false, 1, layers);
    }

    private Layer ReadLayer(JsonElement value, string where)
    {
        bool isDense = value.Peek("kind") == "dense";
        string[] names = ["kind", "activation", "bias", .. isDense ? ["units"] : new[] { "channels", "kernel", "stride", "padding" }];
        JsonElement[] members = value.Members(where, names);
        Refusal.Unless(isDense || members[0].Text(where) == "conv", where, "expected dense, conv or residual");
        (bool isGated, int power) = ReadActivation(members[1].Text(where), where);
        int units = members[3].Index(where, 1), first = _parameters, biases = members[2].Truth(where) ? units : 0;
        int[] kernel = isDense ? [] : members[4].Indices(where, 1, int.MaxValue), sizes = isDense ? [Size(_shape, where)] : _shape;
        Refusal.Unless(isDense || (kernel.Length > 0 && kernel.Length == sizes.Length - 1), where, "the kernel does not have the dimensions of the signal");
        Wiring[] lines = [.. kernel.Zip(sizes.Skip(1), (taps, length) => Wiring.ReadLine(length, taps, members[5], members[6], where))];
        Wiring all = lines.Aggregate(Wiring.Dense(units, sizes[0]), (product, line) => product.Times(line));
        _shape = [units, .. lines.Select(line => (int)line.Outputs)];
        int size = Size(_shape, where), positions = size / units;
        Refusal.Unless(first + all.Weights + biases <= dimension, where, $"there are more parameters than the dimension {dimension}");
        int bias = first + (int)all.Weights;
        _parameters = bias + biases;
        budget.Spend((all.Weights + biases) * positions * WireCost);
        IEnumerable<Wire> wires = all.Wires.Select(wire => wire with { Parameter = first + wire.Parameter });
        IEnumerable<Wire> biasWires = Enumerable.Range(0, biases * positions).Select(output => new Wire(output, bias + (output / positions), all.Inputs));
        return new Layer(size, [.. wires, .. biasWires], isGated, power);
    }

    private static (bool IsGated, int Power) ReadActivation(string text, string where) => text switch
    {
        "linear" => (false, 1),
        "square" => (false, 2),
        "relu" => (true, 1),
        _ => int.TryParse(text.Replace("relu^", ""), out int power) && power >= 2 && text == $"relu^{power}" ? (true, power) : throw new Refusal($"{where}: the activation is not known"),
    };
}
