using System.Text;
using System.Text.Json;

namespace ConservationLaws.Cli.Tests.Certificates;

/// <summary>The model of a certificate as a text for the engine, to learn the true count of an altered one.</summary>
internal static class SpelledModel
{
    /// <summary>The model in the language, with variables x1, x2, ….</summary>
    internal static string Of(JsonElement model)
    {
        int dimension = model.GetProperty("dimension").GetInt32();
        string parameters = $"parameters {string.Join(", ", Enumerable.Range(1, dimension).Select(variable => $"x{variable}"))}; ";
        if (model.TryGetProperty("phi", out JsonElement functions))
        {
            return parameters + "phi " + Joined(functions.EnumerateArray().Select(Polynomial));
        }

        if (model.TryGetProperty("fields", out JsonElement fields))
        {
            return parameters + string.Join("; ", fields.EnumerateArray().Select(field => "field " + (field.GetArrayLength() == 0
                ? "0*D[x1]"
                : string.Join(" + ", field.EnumerateArray().Select(part => $"({Polynomial(part[1])})*D[x{part[0]}]")))));
        }

        if (model.TryGetProperty("monomials", out JsonElement monomials))
        {
            return parameters + "phi " + Joined(monomials.EnumerateArray().Select(monomial =>
                string.Join("*", monomial.EnumerateArray().Select(factor => $"x{factor[0]}^{factor[1].GetString()}").DefaultIfEmpty("1"))));
        }

        if (model.TryGetProperty("graph", out JsonElement graph))
        {
            (int From, int To, int Weight)[] edges = [.. graph.GetProperty("edges").EnumerateArray().Select(edge => (edge[0].GetInt32(), edge[1].GetInt32(), edge[2].GetInt32()))];
            return parameters + "phi " + Joined(Paths(edges, 0, "1"));
        }

        var network = new StringBuilder();
        foreach (JsonElement layer in model.GetProperty("layers").EnumerateArray())
        {
            int units = layer.GetProperty("units").GetInt32();
            network.Append(network.Length == 0 ? $"network {units}" : $" -> {units} relu{(layer.GetProperty("bias").GetBoolean() ? " bias" : "")}");
        }

        return network.ToString();
    }

    // A constant adds no generator; a model needs one function at least.
    private static string Joined(IEnumerable<string> functions) => string.Join(", ", functions.Append("1"));

    private static string Polynomial(JsonElement terms) => terms.GetArrayLength() == 0
        ? "0"
        : string.Join(" + ", terms.EnumerateArray().Select(term => $"({term[0].GetString()})" + string.Concat(term[1].EnumerateArray().Select(variable => $"*x{variable}"))));

    private static IEnumerable<string> Paths((int From, int To, int Weight)[] edges, int vertex, string product) => edges
        .Where(edge => edge.From == vertex)
        .SelectMany(edge => edge.To == 0 ? [$"{product}*x{edge.Weight}"] : Paths(edges, edge.To, $"{product}*x{edge.Weight}"));
}
