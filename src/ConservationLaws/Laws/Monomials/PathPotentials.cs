using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Laws.Monomials;

// c is in the kernel of the path-weight incidence matrix E exactly when every path has sum zero. On a graph where every vertex lies on a
// path, that says: there is a potential p with p = 0 at inputs, constants and outputs, and c(w) = p(b) − p(a) for every edge a → b that
// carries the weight w. (p(b) is the sum along any path to b: two of them have the same continuation to an output.) Without shared weights
// p is free at every hidden unit: one law for each. A weight that joins several pairs ties their differences together.

/// <summary>The laws of a network with a gate on every hidden unit, from potentials on its path graph (math.md 7.2).</summary>
internal static class PathPotentials
{
    /// <summary>The laws: one for each independent potential, and every weight that lies on no path.</summary>
    /// <param name="graph">The path graph.</param>
    /// <param name="dimension">The number of parameters.</param>
    /// <param name="threads">The number of threads.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>D − rank E independent laws.</returns>
    internal static ImmutableArray<Law> Laws(PathGraph graph, int dimension, int threads, CancellationToken cancellation)
    {
        PathGraph.Edge[] firstEdges = FirstEdges(graph, dimension);
        VertexClasses classes = MergeEqualPotentials(graph, firstEdges, cancellation);
        ImmutableArray<Law>.Builder laws = ImmutableArray.CreateBuilder<Law>();
        for (int coordinate = 0; coordinate < dimension; coordinate++)
        {
            if (firstEdges[coordinate].Coordinate < 0)
            {
                laws.Add(Law.OfCoordinate(coordinate));
            }
        }

        foreach (ImmutableArray<(int Coordinate, Integer Coefficient)> squares in Squares(graph, firstEdges, classes, threads, cancellation))
        {
            laws.Add(Law.OfSquares([.. squares]));
        }

        return laws.ToImmutable();
    }

    // For each coordinate the first edge that carries it, or one with coordinate −1.
    private static PathGraph.Edge[] FirstEdges(PathGraph graph, int dimension)
    {
        var first = new PathGraph.Edge[dimension];
        Array.Fill(first, new PathGraph.Edge(0, 0, -1));
        foreach (PathGraph.Edge edge in graph.Edges)
        {
            if (first[edge.Coordinate].Coordinate < 0)
            {
                first[edge.Coordinate] = edge;
            }
        }

        return first;
    }

    // p(b) − p(a) = p(b′) − p(a′) for two edges with the same weight: where one pair of ends is known to be equal, so is the other.
    private static VertexClasses MergeEqualPotentials(PathGraph graph, PathGraph.Edge[] firstEdges, CancellationToken cancellation)
    {
        var classes = new VertexClasses(graph.HiddenCount + 1);
        bool anyMerged = true;
        while (anyMerged)
        {
            cancellation.ThrowIfCancellationRequested();
            anyMerged = false;
            foreach (PathGraph.Edge edge in graph.Edges)
            {
                PathGraph.Edge first = firstEdges[edge.Coordinate];
                bool equalFrom = classes.Find(edge.From) == classes.Find(first.From);
                bool equalTo = classes.Find(edge.To) == classes.Find(first.To);
                if (equalFrom != equalTo)
                {
                    anyMerged |= equalFrom ? classes.Merge(edge.To, first.To) : classes.Merge(edge.From, first.From);
                }
            }
        }

        return classes;
    }

    // A basis of the potentials on the classes, vertex 0 having potential zero, turned into coefficients on the weights.
    private static IEnumerable<ImmutableArray<(int Coordinate, Integer Coefficient)>> Squares(
        PathGraph graph, PathGraph.Edge[] firstEdges, VertexClasses classes, int threads, CancellationToken cancellation)
    {
        List<(int Potential, Integer Value)>[] potentials = Potentials(graph, firstEdges, classes, threads, cancellation, out int count);
        var squares = new List<(int Coordinate, Integer Coefficient)>[count];
        for (int potential = 0; potential < count; potential++)
        {
            squares[potential] = [];
        }

        var differences = new SortedDictionary<int, Integer>();
        for (int coordinate = 0; coordinate < firstEdges.Length; coordinate++)
        {
            PathGraph.Edge edge = firstEdges[coordinate];
            if (edge.Coordinate < 0)
            {
                continue;
            }

            differences.Clear();
            foreach ((int potential, Integer value) in potentials[classes.Find(edge.To)])
            {
                differences[potential] = value;
            }

            foreach ((int potential, Integer value) in potentials[classes.Find(edge.From)])
            {
                differences[potential] = differences.GetValueOrDefault(potential) - value;
            }

            foreach ((int potential, Integer difference) in differences)
            {
                if (!difference.IsZero)
                {
                    squares[potential].Add((coordinate, difference));
                }
            }
        }

        return squares.Select(list => list.ToImmutableArray());
    }

    // For each class the values of the basis potentials at it.
    private static List<(int Potential, Integer Value)>[] Potentials(
        PathGraph graph, PathGraph.Edge[] firstEdges, VertexClasses classes, int threads, CancellationToken cancellation, out int count)
    {
        int zero = classes.Find(0);
        int[] columns = new int[graph.HiddenCount + 1];
        Array.Fill(columns, -1);
        var order = new List<int>();
        foreach (PathGraph.Edge edge in graph.Edges)
        {
            int vertex = classes.Find(edge.To);
            if (vertex != zero && columns[vertex] < 0)
            {
                columns[vertex] = order.Count;
                order.Add(vertex);
            }
        }

        var conditions = new SparseMatrixBuilder<Integer, IntegerRing>(default, order.Count);
        foreach (PathGraph.Edge edge in graph.Edges)
        {
            PathGraph.Edge first = firstEdges[edge.Coordinate];
            if (classes.Find(edge.To) != classes.Find(first.To))
            {
                AddTerm(edge.To, Integer.One);
                AddTerm(edge.From, Integer.MinusOne);
                AddTerm(first.To, Integer.MinusOne);
                AddTerm(first.From, Integer.One);
                conditions.EndRow();
            }
        }

        NullspaceBasis kernel = SparseBasisReduction.Reduce(
            RationalNullspace.Compute(conditions.Build(), threads, cancellation), cancellationToken: cancellation);
        count = kernel.Vectors.Count;
        var potentials = new List<(int Potential, Integer Value)>[graph.HiddenCount + 1];
        Array.Fill(potentials, []);
        for (int potential = 0; potential < count; potential++)
        {
            NullspaceVector vector = kernel.Vectors[potential];
            for (int place = 0; place < vector.Count; place++)
            {
                int vertex = order[vector.Columns[place]];
                if (potentials[vertex].Count == 0)
                {
                    potentials[vertex] = [];
                }

                potentials[vertex].Add((potential, vector.Values[place]));
            }
        }

        return potentials;

        void AddTerm(int vertex, Integer value)
        {
            int column = columns[classes.Find(vertex)];
            if (column >= 0)
            {
                conditions.Add(column, value);
            }
        }
    }
}
