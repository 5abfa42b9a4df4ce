using System.Text.Json;

namespace ConservationLaws.Cli.Tests;

/// <summary>The contract of <c>claws prove --format json</c> (docs/language.md, section 3).</summary>
internal static class JsonAnswer
{
    private static readonly (string Path, JsonValueKind[] Kinds)[] Keys =
    [
        ("schema", [JsonValueKind.String]),
        ("version", [JsonValueKind.String]),
        ("seed", [JsonValueKind.Number]),
        ("model.title", [JsonValueKind.String, JsonValueKind.Null]),
        ("model.parameters", [JsonValueKind.Number]),
        ("model.variables", [JsonValueKind.Array]),
        ("model.generators", [JsonValueKind.Number]),
        ("verdict", [JsonValueKind.String]),
        ("laws.count", [JsonValueKind.Number, JsonValueKind.Null]),
        ("laws.lower", [JsonValueKind.Number]),
        ("laws.upper", [JsonValueKind.Number]),
        ("laws.found", [JsonValueKind.Array]),
        ("laws.matrix", [JsonValueKind.Array]),
        ("lie.ranks", [JsonValueKind.Array]),
        ("lie.dimension", [JsonValueKind.Number, JsonValueKind.Null]),
        ("lie.generations", [JsonValueKind.Number]),
        ("lie.involutive", [JsonValueKind.True, JsonValueKind.False]),
        ("evidence", [JsonValueKind.String, JsonValueKind.Null]),
        ("scope", [JsonValueKind.String]),
        ("point.prime", [JsonValueKind.String]),
        ("point.values", [JsonValueKind.Array]),
        ("at", [JsonValueKind.Array]),
        ("certificate", [JsonValueKind.String, JsonValueKind.Null]),
        ("truncated", [JsonValueKind.Array]),
        ("seconds.model", [JsonValueKind.String]),
        ("seconds.lie", [JsonValueKind.String]),
        ("seconds.laws", [JsonValueKind.String]),
        ("seconds.proof", [JsonValueKind.String]),
    ];

    /// <summary>Asserts that all keys are there, of the right kind, and that their values agree with each other.</summary>
    internal static void AssertSound(JsonElement answer)
    {
        foreach ((string path, JsonValueKind[] kinds) in Keys)
        {
            JsonElement value = path.Split('.').Aggregate(answer, (inner, key) =>
                inner.TryGetProperty(key, out JsonElement found) ? found : throw new KeyNotFoundException($"no key {path}"));
            Assert.True(kinds.Contains(value.ValueKind), $"{path} is {value.ValueKind}");
        }

        Assert.Equal("claws-result/1", answer.GetProperty("schema").GetString());
        JsonElement model = answer.GetProperty("model");
        JsonElement laws = answer.GetProperty("laws");
        int dimension = model.GetProperty("parameters").GetInt32();
        int lower = laws.GetProperty("lower").GetInt32();
        int upper = laws.GetProperty("upper").GetInt32();
        Assert.Equal(dimension, model.GetProperty("variables").GetArrayLength());
        Assert.True(lower >= 0 && lower <= upper && upper <= dimension, $"0 <= {lower} <= {upper} <= {dimension}");
        Assert.InRange(laws.GetProperty("found").GetArrayLength(), 0, lower);
        Assert.All(answer.GetProperty("lie").GetProperty("ranks").EnumerateArray(), rank => Assert.InRange(rank.GetInt32(), 0, dimension - lower));
        bool isProved = answer.GetProperty("verdict").GetString() == "proved";
        Assert.Equal(isProved ? JsonValueKind.Number : JsonValueKind.Null, laws.GetProperty("count").ValueKind);
        Assert.Equal(isProved ? JsonValueKind.Number : JsonValueKind.Null, answer.GetProperty("lie").GetProperty("dimension").ValueKind);
        Assert.Equal(isProved, answer.GetProperty("evidence").ValueKind == JsonValueKind.String);
    }
}
