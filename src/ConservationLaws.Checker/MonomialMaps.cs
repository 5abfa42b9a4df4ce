using System.Numerics;

namespace ConservationLaws.Checker;

/// <summary>Certificates about maps of monomials: exactly N laws where no coordinate is zero, N = D − rank of the matrix E of exponents.</summary>
internal static class MonomialMaps
{
    /// <summary>Checks the kernel of E and the rank of E.</summary>
    internal static void Check(Certificate certificate, Budget budget)
    {
        if (certificate.Layers is not null)
        {
            CheckLayers(certificate);
            return;
        }

        int dimension = certificate.Dimension;
        Entry[][] kernel = certificate.Kernel;
        Entry[][] monomials = certificate.Monomials ?? [];
        Edge[] graph = certificate.Graph ?? [];

        // No sum of products has more summands than there are variables or edges.
        long bits = Bits(kernel) + Bits(monomials) + BitOperations.Log2((uint)(dimension + graph.Length)) + 1;
        budget.Spend((dimension + monomials.Sum(monomial => monomial.LongLength) + graph.LongLength) * kernel.Length * (1 + (bits / 64)));
        int[] places = certificate.Graph is null ? [] : VertexPlaces(graph);
        for (int vector = 0; vector < kernel.Length; vector++)
        {
            int failure = bits < 64 ? FirstFailure<long>(kernel[vector], monomials, graph, places, dimension) : FirstFailure<BigInteger>(kernel[vector], monomials, graph, places, dimension);
            if (failure >= 0)
            {
                throw new Refusal($"vector {vector}: {(certificate.Graph is null ? "monomial" : "edge")} {failure} does not agree with it");
            }
        }

        Rank kernelRank = certificate.KernelRank, exponentRank = certificate.ExponentRank;
        int[] column = Columns(kernelRank.Pivots, dimension);
        ModularArithmetic.Eliminate(kernel.Length, kernelRank.Modulus, (vector, row) => Write(kernel[vector], column, kernelRank.Modulus, row), "kernelRank, row", budget);
        column = Columns(exponentRank.Pivots, dimension);
        ModularArithmetic.Eliminate(
            exponentRank.Rows.Length,
            exponentRank.Modulus,
            (index, row) =>
            {
                int[] source = exponentRank.Rows[index];
                budget.Spend(source.Length);
                if (certificate.Graph is not null)
                {
                    WritePath(source, graph, column, row, index);
                }
                else if (source is [-1, int monomial] && monomial < monomials.Length)
                {
                    Write(monomials[monomial], column, exponentRank.Modulus, row);
                }
                else
                {
                    throw new Refusal($"exponentRank, row {index}: there is no such monomial");
                }
            },
            "exponentRank, row",
            budget);
    }

    // By the theorem on potentials the rank is D less one for each hidden unit.
    private static void CheckLayers(Certificate certificate)
    {
        (int Units, bool Bias)[] layers = certificate.Layers!;
        if (layers.Length < 2 || layers[0].Bias)
        {
            throw new Refusal("layers: an input without bias and at least one layer were expected");
        }

        BigInteger parameters = 0, hidden = 0;
        for (int layer = 1; layer < layers.Length; layer++)
        {
            parameters += (BigInteger)layers[layer].Units * (layers[layer - 1].Units + (layers[layer].Bias ? 1 : 0));
            hidden += layer < layers.Length - 1 ? layers[layer].Units : 0;
        }

        if (parameters != certificate.Dimension || hidden != certificate.Count)
        {
            throw new Refusal($"layers: there are {parameters} parameters and {hidden} hidden units");
        }
    }

    // The monomial whose exponents are not orthogonal to the vector, or the edge that contradicts the potentials; -1 when there is none.
    private static int FirstFailure<T>(Entry[] vector, Entry[][] monomials, Edge[] graph, int[] places, int dimension)
        where T : struct, IBinaryInteger<T>
    {
        var dense = new T[dimension + 1];
        foreach (Entry entry in vector)
        {
            dense[entry.Variable] = T.CreateChecked(entry.Value);
        }

        for (int monomial = 0; monomial < monomials.Length; monomial++)
        {
            T sum = T.Zero;
            foreach (Entry entry in monomials[monomial])
            {
                T value = dense[entry.Variable];
                sum += T.IsZero(value) ? value : value * T.CreateChecked(entry.Value);
            }

            if (!T.IsZero(sum))
            {
                return monomial;
            }
        }

        var potentials = new T?[graph.Length + 1];
        potentials[0] = T.Zero;
        for (int edge = 0; edge < graph.Length; edge++)
        {
            if (potentials[places[2 * edge]] is not T start)
            {
                return edge;
            }

            T end = start + dense[graph[edge].Variable];
            if ((potentials[places[(2 * edge) + 1]] ??= end) != end)
            {
                return edge;
            }
        }

        return -1;
    }

    // Start and end of each edge as places among the vertices that are ends, 0 first; a start that is no end has a place that nothing reaches.
    private static int[] VertexPlaces(Edge[] graph)
    {
        int[] ends = [.. graph.Select(edge => edge.To).Append(0).Distinct().Order()];
        var places = new int[2 * graph.Length];
        for (int edge = 0; edge < graph.Length; edge++)
        {
            int start = Array.BinarySearch(ends, graph[edge].From);
            places[2 * edge] = start >= 0 ? start : throw new Refusal($"edge {edge}: nothing leads to its start");
            places[(2 * edge) + 1] = Array.BinarySearch(ends, graph[edge].To);
        }

        return places;
    }

    private static void WritePath(int[] path, Edge[] graph, int[] column, ulong[] row, int index)
    {
        int vertex = 0;
        for (int step = 0; step < path.Length; step++)
        {
            bool isEdge = path[step] >= 0 && path[step] < graph.Length;
            if (!isEdge || graph[path[step]].From != vertex || (step > 0 && vertex == 0))
            {
                throw new Refusal($"exponentRank, row {index}: step {step} does not continue the path");
            }

            vertex = graph[path[step]].To;
            if (column[graph[path[step]].Variable] is >= 0 and int place)
            {
                row[place]++;
            }
        }

        if (vertex != 0 || path.Length == 0)
        {
            throw new Refusal($"exponentRank, row {index}: the path does not end at vertex 0");
        }
    }

    private static void Write(Entry[] vector, int[] column, uint p, ulong[] row)
    {
        foreach (Entry entry in vector)
        {
            if (column[entry.Variable] is >= 0 and int place)
            {
                row[place] = ModularArithmetic.Residue(entry.Value, p);
            }
        }
    }

    // The column of each variable, -1 without one.
    private static int[] Columns(int[] pivots, int dimension)
    {
        var columns = new int[dimension + 1];
        Array.Fill(columns, -1);
        for (int place = 0; place < pivots.Length; place++)
        {
            columns[pivots[place]] = place;
        }

        return columns;
    }

    private static long Bits(Entry[][] vectors) => vectors.SelectMany(vector => vector).Select(entry => entry.Value.GetBitLength()).DefaultIfEmpty().Max() + 1;
}
