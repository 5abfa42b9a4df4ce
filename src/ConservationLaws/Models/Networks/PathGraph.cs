using System.Numerics;
using ConservationLaws.Language;

namespace ConservationLaws.Models.Networks;

// In a network in which every hidden unit has a ReLU gate of its own, the coefficients φ are the products of weights along the paths from
// an input or a bias to an output, one for each path: two paths through different units carry different gates. So φ is a family of
// monomials, and the paths are those of a graph: units are vertices, weights label edges, one weight possibly many (convolutions).

/// <summary>The graph whose paths are the path functions of a network with a gate on every hidden unit; no path is enumerated.</summary>
/// <remarks>
/// Vertex 0 stands for all inputs, for the constant 1 behind biases, and for all outputs; hidden units are numbered from 1. Only edges on
/// some path from an input or bias to an output are kept. math.md 7.2.
/// </remarks>
internal sealed class PathGraph
{
    private readonly List<Edge> _edges = [];

    private PathGraph(int hiddenCount) => HiddenCount = hiddenCount;

    /// <summary>The number of hidden units; their vertices are 1..HiddenCount, whether or not they lie on a path.</summary>
    internal int HiddenCount { get; }

    /// <summary>The edges on paths, layer by layer.</summary>
    internal IReadOnlyList<Edge> Edges => _edges;

    /// <summary>The number of paths: of coordinates of φ.</summary>
    internal BigInteger PathCount { get; private set; }

    /// <summary>The graph of a network; null when some hidden unit has no ReLU gate, or hands on a power.</summary>
    internal static PathGraph? TryCreate(NetworkArchitecture network)
    {
        for (int index = 0; index < network.Layers.Length; index++)
        {
            bool isLast = index == network.Layers.Length - 1;
            if (network.Layers[index] is not AffineLayer { Activation: var activation }
                || !(activation is { Kind: ActivationKind.Relu, Power.IsOne: true } || (isLast && activation.Kind == ActivationKind.Linear)))
            {
                return null;
            }
        }

        return network.Layers.IsEmpty ? null : Create([.. network.Layers.Cast<AffineLayer>()]);
    }

    private static PathGraph Create(AffineLayer[] layers)
    {
        bool[][] isOnPath = OnPaths(layers);
        var graph = new PathGraph(layers[..^1].Sum(layer => layer.Output.Size));
        int firstVertex = 1; // of the layer's outputs
        int firstInput = 0;  // of its inputs; 0 also says that they are the inputs of the network
        var paths = new BigInteger[graph.HiddenCount + 1];
        paths[0] = BigInteger.One;
        BigInteger complete = BigInteger.Zero;
        for (int index = 0; index < layers.Length; index++)
        {
            AffineLayer layer = layers[index];
            bool isLast = index == layers.Length - 1;
            for (int input = 0; input < layer.Input.Size; input++)
            {
                if (isOnPath[index][input])
                {
                    foreach ((int output, int coordinate) in layer.Map.From(input))
                    {
                        AddEdge(firstInput == 0 ? 0 : firstInput + input, output, coordinate);
                    }
                }
            }

            for (int output = 0; layer.Map.Biases is { } biases && output < biases.Length; output++)
            {
                AddEdge(0, output, biases[output]);
            }

            firstInput = firstVertex;
            firstVertex += layer.Output.Size;

            void AddEdge(int from, int output, int coordinate)
            {
                if (!isOnPath[index + 1][output])
                {
                    return;
                }

                int to = isLast ? 0 : firstVertex + output;
                graph._edges.Add(new Edge(from, to, coordinate));
                if (isLast)
                {
                    complete += paths[from];
                }
                else
                {
                    paths[to] += paths[from];
                }
            }
        }

        graph.PathCount = complete;
        return graph;
    }

    // For the signal before each layer and the output: which positions an input or bias reaches and which reach an output.
    private static bool[][] OnPaths(AffineLayer[] layers)
    {
        var reached = new bool[layers.Length + 1][];
        reached[0] = new bool[layers[0].Input.Size];
        Array.Fill(reached[0], true);
        for (int index = 0; index < layers.Length; index++)
        {
            AffineLayer layer = layers[index];
            bool[] next = reached[index + 1] = new bool[layer.Output.Size];
            Array.Fill(next, layer.Map.Biases is not null);
            for (int input = 0; input < layer.Input.Size && layer.Map.Biases is null; input++)
            {
                foreach ((int output, _) in reached[index][input] ? layer.Map.From(input) : [])
                {
                    next[output] = true;
                }
            }
        }

        for (int index = layers.Length - 1; index > 0; index--)
        {
            for (int input = 0; input < reached[index].Length; input++)
            {
                reached[index][input] = reached[index][input] && AnyReached(layers[index].Map.From(input), reached[index + 1]);
            }
        }

        return reached;
    }

    private static bool AnyReached(ReadOnlySpan<(int Output, int Coordinate)> edges, bool[] reached)
    {
        foreach ((int output, _) in edges)
        {
            if (reached[output])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A weight or bias between two vertices.</summary>
    internal readonly record struct Edge(int From, int To, int Coordinate);
}
