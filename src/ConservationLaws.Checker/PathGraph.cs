using System.Numerics;
using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>An edge that carries a variable.</summary>
internal readonly record struct Edge(int From, int To, int Variable);

/// <summary>A graph whose paths from vertex 0 back to it are the monomials.</summary>
/// <param name="Edges">The edges in ascending order of their starts.</param>
internal sealed record PathGraph(Edge[] Edges)
{
    // The vertices that are an end of an edge, and 0, and the places among them of each edge. So potentials take memory for edges, whatever number of vertices the file tells.
    private readonly int[] _met = [.. Edges.Select(edge => edge.To).Append(0).Distinct().Order()];
    private (int From, int To)[] _places = [];

    internal static PathGraph Read(JsonElement value, int dimension)
    {
        JsonElement[] members = value.Members("graph", "vertices", "edges");
        int vertices = members[0].Index("vertices");
        int last = 0;
        var graph = new PathGraph(members[1].List("edges", "edge", (item, where) =>
        {
            Refusal.Unless(item.Length(where) == 3, where, "a list of three indices was expected");
            var edge = new Edge(item[0].Index(where, last, vertices), item[1].Index(where, 0, vertices), item[2].Index(where, 1, dimension));
            Refusal.Unless(edge.To == 0 || edge.From < edge.To, where, "it goes back");
            last = edge.From;
            return edge;
        }));
        graph._places = Array.ConvertAll(graph.Edges, edge => (Array.BinarySearch(graph._met, edge.From), Array.BinarySearch(graph._met, edge.To)));
        int lost = Array.FindIndex(graph._places, place => place.From < 0);
        Refusal.Unless(lost < 0, $"edge {lost}", "nothing leads to its start");
        return graph;
    }

    /// <summary>Checks that the sum of a vector along every path is zero: a potential of each vertex is the sum along any way to it.</summary>
    internal void CheckPotentials(BigInteger[] vector, string where)
    {
        var potentials = new BigInteger?[_met.Length];
        potentials[0] = BigInteger.Zero;
        for (int edge = 0; edge < Edges.Length; edge++)
        {
            BigInteger end = potentials[_places[edge].From]!.Value + vector[Edges[edge].Variable];
            BigInteger known = potentials[_places[edge].To] ??= end;
            if (known != end)
            {
                throw new Refusal($"{where}: the sums along two ways to the end of edge {edge} differ");
            }
        }
    }

    /// <summary>Reads a path and gives the exponents of its monomial, each variable as often as it occurs.</summary>
    internal Entry[] PathExponents(JsonElement value, string where)
    {
        int[] path = value.Indices(where, 0, Edges.Length - 1);
        Refusal.Unless(path.Length > 0 && Edges[path[^1]].To == 0 && Edges[path[0]].From == 0, where, "the path does not begin and end at vertex 0");
        for (int step = 1; step < path.Length; step++)
        {
            int vertex = Edges[path[step - 1]].To;
            Refusal.Unless(vertex != 0 && vertex == Edges[path[step]].From, where, $"step {step} does not continue the path");
        }

        return Array.ConvertAll(path, edge => new Entry(Edges[edge].Variable, BigInteger.One));
    }
}
