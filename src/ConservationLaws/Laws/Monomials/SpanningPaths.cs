using System.Collections.Immutable;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Laws.Monomials;

// Every vertex v gets a prefix, a path from 0 to it, and a suffix, a path from it to 0, such that prefixes and suffixes are trees. A path
// e₁ … e_L has the row Σ (prefix(a_i) + e_i + suffix(b_i)) − Σ (prefix(v) + suffix(v)) over its inner vertices v, so that the paths
// prefix–edge–suffix, one for each edge, span the rows of all paths, whether or not edges share weights. The path of the first edge of
// a suffix is that of the last edge of the prefix before it and is left out (math.md 7.2).

/// <summary>Paths of a graph, at most one for each edge, whose exponents span those of all paths.</summary>
internal static class SpanningPaths
{
    /// <summary>The paths, as places of edges from start to end.</summary>
    /// <param name="vertices">The number of hidden units.</param>
    /// <param name="edges">The edges by ascending start, each on some path.</param>
    internal static IEnumerable<int[]> Find(int vertices, ImmutableArray<PathGraph.Edge> edges)
    {
        int[] prefixEdge = new int[vertices + 1];
        int[] suffixEdge = new int[vertices + 1];
        Array.Fill(prefixEdge, -1);
        Array.Fill(suffixEdge, -1);
        for (int place = edges.Length - 1; place >= 0; place--)
        {
            prefixEdge[edges[place].To] = place;
            suffixEdge[edges[place].From] = place;
        }

        var path = new List<int>();
        for (int place = 0; place < edges.Length; place++)
        {
            if (edges[place].From != 0 && suffixEdge[edges[place].From] == place)
            {
                continue;
            }

            path.Clear();
            for (int vertex = edges[place].From; vertex != 0; vertex = edges[prefixEdge[vertex]].From)
            {
                path.Add(prefixEdge[vertex]);
            }

            path.Reverse();
            path.Add(place);
            for (int vertex = edges[place].To; vertex != 0; vertex = edges[suffixEdge[vertex]].To)
            {
                path.Add(suffixEdge[vertex]);
            }

            yield return [.. path];
        }
    }
}
