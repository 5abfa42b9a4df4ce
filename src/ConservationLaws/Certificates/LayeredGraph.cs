using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Certificates;

/// <summary>The graph that stands behind the rule of <see cref="LayeredPaths"/>, and its laws (math.md 7.2).</summary>
internal static class LayeredGraph
{
    /// <summary>The graph of a dense network: weights outputs × inputs, then biases, layer by layer, as the language numbers them.</summary>
    internal static PathModel Of(LayeredPaths model)
    {
        var edges = new List<PathGraph.Edge>();
        var names = ImmutableArray.CreateBuilder<string>(model.Dimension);
        int coordinate = 0;
        int firstInput = 1 - model.Layers[0].Units;
        int firstOutput = 1;
        for (int layer = 1; layer < model.Layers.Length; layer++)
        {
            int inputs = model.Layers[layer - 1].Units;
            (int outputs, bool hasBias) = model.Layers[layer];
            int from = firstInput;
            int to = firstOutput;
            bool isLast = layer == model.Layers.Length - 1;
            int Vertex(int output) => isLast ? 0 : to + output;
            for (int output = 0; output < outputs; output++)
            {
                for (int input = 0; input < inputs; input++)
                {
                    names.Add($"W{layer}[{output + 1},{input + 1}]");
                    edges.Add(new PathGraph.Edge(Math.Max(0, from + input), Vertex(output), coordinate++));
                }
            }

            for (int output = 0; hasBias && output < outputs; output++)
            {
                names.Add($"b{layer}[{output + 1}]");
                edges.Add(new PathGraph.Edge(0, Vertex(output), coordinate++));
            }

            firstInput = firstOutput;
            firstOutput += outputs;
        }

        int hidden = model.Layers[1..^1].Sum(layer => layer.Units);
        return new PathModel(model.Dimension, names.ToImmutable(), hidden, [.. edges.OrderBy(edge => edge.From)]);
    }

    /// <summary>For each hidden unit its incoming weights and bias minus its outgoing weights.</summary>
    internal static ImmutableArray<ImmutableArray<(int Coordinate, Integer Coefficient)>> Kernel(PathModel graph)
    {
        var laws = new List<(int Coordinate, Integer Coefficient)>[graph.Vertices + 1];
        for (int vertex = 0; vertex < laws.Length; vertex++)
        {
            laws[vertex] = [];
        }

        foreach (PathGraph.Edge edge in graph.Edges)
        {
            laws[edge.To].Add((edge.Coordinate, Integer.One));
            laws[edge.From].Add((edge.Coordinate, Integer.MinusOne));
        }

        return [.. laws.Skip(1).Select(law => law.OrderBy(entry => entry.Coordinate).ToImmutableArray())];
    }
}
