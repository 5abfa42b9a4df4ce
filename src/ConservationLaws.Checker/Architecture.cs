using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>A product that an output sums up: of a parameter and an input, or, for a bias, of a parameter and the constant 1, which stands behind the inputs.</summary>
internal readonly record struct Wire(int Output, int Parameter, int Input);

/// <summary>What a convolution does with one channel; its parameters are the taps of the kernel.</summary>
/// <param name="Inputs">The number of inputs.</param>
/// <param name="Taps">The number of taps.</param>
/// <param name="Outputs">The number of outputs.</param>
/// <param name="Wires">Which input an output reads through which tap; without the zeros of the padding, and made anew at each enumeration.</param>
internal sealed record Grid(int Inputs, Int128 Taps, Int128 Outputs, IEnumerable<Wire> Wires)
{
    /// <summary>No dimension at all: what a dense layer does with one input.</summary>
    internal static Grid Point { get; } = new(1, 1, 1, [default]);

    /// <summary>Reads one dimension.</summary>
    internal static Grid ReadLine(int inputs, int taps, JsonElement strideValue, JsonElement padding, string where)
    {
        int stride = strideValue.Index(where, 1);
        bool isNumber = padding.ValueKind == JsonValueKind.Number, isCircular = !isNumber && padding.Text(where) == "circular";
        Refusal.Unless(isNumber || isCircular || padding.Text(where) == "same", where, "the padding is a number, same or circular");
        long before = isNumber ? padding.Index(where) : isCircular ? 0 : (taps - 1) / 2, room = isNumber ? inputs + (2 * before) - taps : inputs - 1;
        Refusal.Unless(room >= 0, where, "the kernel is larger than the padded signal");
        IEnumerable<Wire> wires =
            from output in Enumerable.Range(0, (int)Math.Min((room / stride) + 1, int.MaxValue))
            from tap in Enumerable.Range(0, taps)
            let place = ((long)output * stride) - before + tap
            let input = isCircular ? place % inputs : place
            where input >= 0 && input < inputs
            select new Wire(output, tap, (int)input);
        return new Grid(inputs, taps, (room / stride) + 1, wires);
    }

    /// <summary>Row by row: the dimensions of this grid, then those of another.</summary>
    internal Grid Times(Grid right) => new(
        Inputs * right.Inputs,
        Taps * right.Taps,
        Outputs * right.Outputs,
        from row in Wires
        from wire in right.Wires
        select new Wire((row.Output * (int)right.Outputs) + wire.Output, (row.Parameter * (int)right.Taps) + wire.Parameter, (row.Input * right.Inputs) + wire.Input));
}

/// <summary>A layer: its wires, and what its units make of the sums.</summary>
/// <param name="Size">The number of outputs.</param>
/// <param name="WireCount">The number of wires.</param>
/// <param name="Wires">The wires, made anew at each enumeration.</param>
/// <param name="IsGated">Whether a unit hands on 0 when its sum is negative.</param>
/// <param name="Power">The power to which units raise.</param>
/// <param name="Residual">The layers whose result is added to the signal; null in a layer with wires.</param>
internal sealed record Layer(int Size, Int128 WireCount, IEnumerable<Wire> Wires, bool IsGated, int Power, Layer[]? Residual = null);

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
        return new Layer(layers[^1].Size, 0, [], false, 1, layers);
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
        Grid[] lines = [.. kernel.Zip(sizes.Skip(1), (taps, size) => Grid.ReadLine(size, taps, members[5], members[6], where))];
        _shape = [units, .. lines.Select(line => (int)Int128.Min(line.Outputs, int.MaxValue))];
        int size = Size(_shape, where), channels = sizes[0];
        Grid grid = lines.Aggregate(Grid.Point, (product, line) => product.Times(line));
        Int128 weights = units * (channels * grid.Taps);
        Refusal.Unless(first + weights + biases <= dimension, where, $"there are more parameters than the dimension {dimension}");
        _parameters += (int)weights + biases;
        budget.Spend(WireCost * grid.Outputs * grid.Taps);
        Wire[] taps = [.. grid.Wires];
        int outputs = (int)grid.Outputs;
        return new Layer(size, units * (((Int128)channels * taps.Length) + (biases > 0 ? outputs : 0)), Wires(), isGated, power);

        IEnumerable<Wire> Wires()
        {
            for (int unit = 0; unit < units; unit++)
            {
                for (int channel = 0; channel < channels; channel++)
                {
                    int weight = first + (((unit * channels) + channel) * (int)grid.Taps);
                    foreach (Wire wire in taps)
                    {
                        yield return new Wire((unit * outputs) + wire.Output, weight + wire.Parameter, (channel * grid.Inputs) + wire.Input);
                    }
                }

                for (int place = 0; biases > 0 && place < outputs; place++)
                {
                    yield return new Wire((unit * outputs) + place, first + (int)weights + unit, channels * grid.Inputs);
                }
            }
        }
    }

    private static (bool IsGated, int Power) ReadActivation(string text, string where) => text switch
    {
        "linear" => (false, 1),
        "square" => (false, 2),
        "relu" => (true, 1),
        _ => int.TryParse(text.Replace("relu^", ""), out int power) && power >= 2 && text == $"relu^{power}" ? (true, power) : throw new Refusal($"{where}: the activation is not known"),
    };
}
