using System.Numerics;
using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>A variable and an integer that is not zero: an exponent, or a coefficient.</summary>
internal readonly record struct Entry(int Variable, BigInteger Value);

/// <summary>Certificates about maps of monomials: exactly N laws where no coordinate is zero, N = D − rank of the matrix E of exponents.</summary>
internal static class MonomialMaps
{
    private const int ProductCost = 4;

    /// <summary>Checks E·c = 0 for the vectors of the kernel, their rank, and the rank of E.</summary>
    internal static void Check(Model model, int count, JsonElement kernelValue, JsonElement kernelRank, JsonElement exponentRank, Budget budget)
    {
        int dimension = model.Dimension;
        Entry[][] kernel = kernelValue.List("kernel", "vector", (item, where) => ReadVector(item, where, dimension));
        Refusal.Unless(kernel.Length == count, "kernel", $"there are {kernel.Length} vectors for the count {count}");
        PathGraph? graph = model.Form == "graph" ? PathGraph.Read(model.Generators, dimension) : null;
        Entry[][] monomials = graph is null ? model.Generators.List("monomials", "monomial", (item, where) => ReadVector(item, where, dimension)) : [];

        long products = dimension + (graph?.Edges.Length ?? 0) + monomials.Sum(monomial => monomial.LongLength);
        budget.Spend((Int128)products * kernel.Length * (ProductCost + (Words(kernel) * Words(monomials))));
        foreach ((int vector, Entry[] entries) in kernel.Index())
        {
            string where = $"vector {vector}";
            var dense = new BigInteger[dimension + 1];
            Array.ForEach(entries, entry => dense[entry.Variable] = entry.Value);
            graph?.CheckPotentials(dense, where);
            int wrong = Array.FindIndex(monomials, monomial => !monomial.Aggregate(BigInteger.Zero, (sum, entry) => sum + (dense[entry.Variable] * entry.Value)).IsZero);
            Refusal.Unless(wrong < 0, where, $"the product with the exponents of monomial {wrong} is not zero");
        }

        JsonElement[] members = kernelRank.Members("kernelRank", "modulus", "pivots");
        CheckRank(Rank.Read("kernelRank", members[0], members[1], count, dimension), kernel, budget);
        members = exponentRank.Members("exponentRank", "modulus", "rows", "pivots");
        Rank rank = Rank.Read("exponentRank", members[0], members[2], dimension - count, dimension);
        Entry[][] rows = members[1].List("exponentRank", "exponentRank, row", (row, where) =>
            graph is null ? monomials[row.Index(where, 0, monomials.Length - 1)] : graph.PathExponents(row, where));
        Refusal.Unless(rows.Length == rank.Pivots.Length, "exponentRank", $"there are {rows.Length} rows instead of {rank.Pivots.Length}");
        CheckRank(rank, rows, budget);
    }

    /// <summary>Checks D and N of a dense network with a gate on every hidden unit: by the theorem on potentials the rank is D less one for each of these.</summary>
    internal static void CheckLayers(JsonElement value, int dimension, int count)
    {
        (int Units, bool Bias)[] layers = value.List("layers", "layer", (layer, where) =>
        {
            JsonElement[] members = layer.Members(where, "units", "bias");
            return (members[0].Index(where, 1), members[1].Truth(where));
        });
        Refusal.Unless(layers.Length >= 2 && !layers[0].Bias, "layers", "an input without bias and at least one layer were expected");
        Int128 parameters = 0, hidden = -layers[^1].Units;
        foreach (((int inputs, _), (int units, bool bias)) in layers.Zip(layers.Skip(1)))
        {
            parameters += (Int128)units * (inputs + (bias ? 1 : 0));
            hidden += units;
        }

        Refusal.Unless(parameters == dimension && hidden == count, "layers", $"there are {parameters} parameters and {hidden} hidden units");
    }

    private static Entry[] ReadVector(JsonElement value, string where, int dimension)
    {
        int last = 0;
        return value.List(where, where + ", entry", (item, inner) =>
        {
            (JsonElement variable, JsonElement integer) = item.Pair(inner);
            var entry = new Entry(variable.Index(inner, last + 1, dimension), integer.Integer(inner));
            Refusal.Unless(!entry.Value.IsZero, inner, "it is zero");
            last = entry.Variable;
            return entry;
        });
    }

    private static void CheckRank(Rank rank, Entry[][] rows, Budget budget)
    {
        ILookup<int, int> columns = rank.Pivots.Index().ToLookup(pivot => pivot.Item, pivot => pivot.Index);
        rank.Check(budget, index =>
        {
            var row = new ulong[rank.Pivots.Length];
            foreach ((int column, Entry entry) in rows[index].SelectMany(entry => columns[entry.Variable].Select(column => (column, entry))))
            {
                row[column] = (row[column] + rank.Residue(entry.Value)) % rank.Modulus;
            }

            return row;
        });
    }

    // The 64-bit words of the longest entry.
    private static long Words(Entry[][] vectors) => 1 + (vectors.SelectMany(vector => vector).Select(entry => entry.Value.GetBitLength()).DefaultIfEmpty().Max() / 64);
}
