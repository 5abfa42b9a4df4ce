using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ConservationLaws.Cli.Tests.Certificates;

/// <summary>A certificate with one thing altered.</summary>
/// <param name="What">Where and how, for messages.</param>
/// <param name="Bytes">The file.</param>
internal sealed record Mutant(string What, byte[] Bytes);

/// <summary>All alterations of a certificate, value by value, and some of its text.</summary>
internal static class Mutants
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The mutants of a certificate; where the model is altered, once with the old hash and once with a new one.</summary>
    internal static IEnumerable<Mutant> Of(string certificate) => OfValues(certificate).Concat(OfText(certificate));

    private static IEnumerable<Mutant> OfValues(string certificate)
    {
        foreach (string path in Paths(JsonNode.Parse(certificate)!, ""))
        {
            foreach ((string how, Func<JsonNode, JsonNode?> alter) in Alterations(At(JsonNode.Parse(certificate)!, path)))
            {
                JsonNode altered = JsonNode.Parse(certificate)!;
                if (!Replace(altered, path, alter))
                {
                    continue;
                }

                yield return new Mutant($"{path}: {how}", Bytes(altered));
                if (path.StartsWith("/model/", StringComparison.Ordinal))
                {
                    altered["modelHash"] = Convert.ToHexStringLower(SHA256.HashData(Bytes(Sorted(altered["model"]!))));
                    yield return new Mutant($"{path}: {how}, with a new hash", Bytes(altered));
                }
            }
        }
    }

    // What a tree of values cannot express.
    private static IEnumerable<Mutant> OfText(string certificate)
    {
        yield return Text("empty", "");
        yield return Text("cut", certificate[..^3]);
        yield return Text("text behind", certificate + "{}");
        yield return Text("comment", "/**/" + certificate);
        yield return Text("trailing comma", certificate.TrimEnd()[..^1] + ",}");
        yield return Text("a list around", "[" + certificate + "]");
        yield return Text("a member twice", certificate.TrimEnd()[..^1] + ",\"count\":1}");
        yield return Text("an unknown member", certificate.TrimEnd()[..^1] + ",\"remark\":\"\"}");
        yield return Text("NaN", certificate.Replace("\"count\":", "\"count\":NaN,\"x\":", StringComparison.Ordinal));
        yield return new Mutant("byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(certificate)]);
        yield return new Mutant("no UTF-8", [.. Encoding.UTF8.GetBytes(certificate.Replace("claws 0", "claws \u00FF", StringComparison.Ordinal)).Select(one => one == 0xC3 ? (byte)0xFF : one)]);
    }

    private static Mutant Text(string what, string text) => new(what, Encoding.UTF8.GetBytes(text));

    private static IEnumerable<(string How, Func<JsonNode, JsonNode?> Alter)> Alterations(JsonNode value)
    {
        yield return ("null", _ => null);
        switch (value)
        {
            case JsonObject members:
                foreach (string name in members.Select(member => member.Key).ToArray())
                {
                    yield return ($"without {name}", node => Without(node, name));
                }

                yield return ("unknown member", node => With(node, "unknown", 0));
                yield return ("list instead of object", _ => new JsonArray());
                break;
            case JsonArray items:
                yield return ("empty", _ => new JsonArray());
                yield return ("one more", node => Rearranged(node, list => [.. list, 0]));
                if (items.Count > 0)
                {
                    yield return ("first dropped", node => Rearranged(node, list => list[1..]));
                    yield return ("last dropped", node => Rearranged(node, list => list[..^1]));
                    yield return ("last doubled", node => Rearranged(node, list => [.. list, list[^1]?.DeepClone()]));
                    yield return ("first instead of last", node => Rearranged(node, list => [.. list[..^1], list[0]?.DeepClone()]));
                    yield return ("reversed", node => Rearranged(node, list => [.. list.Reverse()]));
                }

                break;
            case JsonValue leaf when leaf.GetValueKind() == JsonValueKind.Number:
                int index = leaf.GetValue<int>();
                yield return ("one more", _ => index + 1);
                yield return ("one less", _ => index - 1);
                yield return ("zero", _ => 0);
                yield return ("large", _ => 1_000_000_000);
                yield return ("float", _ => JsonNode.Parse($"{index}.0"));
                yield return ("string", _ => $"{index}");
                break;
            case JsonValue leaf when leaf.GetValueKind() == JsonValueKind.String:
                string text = leaf.GetValue<string>();
                yield return ("number", _ => 1);
                if (long.TryParse(text, out long number))
                {
                    yield return ("one more", _ => $"{number + 1}");
                    yield return ("negated", _ => $"{-number}");
                    yield return ("zero", _ => "0");
                    yield return ("one", _ => "1");
                    yield return ("leading zero", _ => "0" + text);
                    yield return ("plus", _ => "+" + text);
                    yield return ("fraction", _ => text + ".0");
                    yield return ("composite", _ => $"{2L * number}");
                }
                else
                {
                    yield return ("altered", _ => text + "x");
                    yield return ("empty", _ => "");
                }

                break;
            default:
                yield return ("number", _ => 1);
                yield return ("negated", node => !node.GetValue<bool>());
                break;
        }
    }

    private static JsonObject Without(JsonNode node, string name)
    {
        var copy = (JsonObject)node.DeepClone();
        copy.Remove(name);
        return copy;
    }

    private static JsonObject With(JsonNode node, string name, int value)
    {
        var copy = (JsonObject)node.DeepClone();
        copy[name] = value;
        return copy;
    }

    private static JsonArray Rearranged(JsonNode node, Func<JsonNode?[], JsonNode?[]> rearrange) =>
        new([.. rearrange([.. node.DeepClone().AsArray()]).Select(item => item?.DeepClone())]);

    // JSON pointers of a value and all that it contains; names have no slashes.
    private static IEnumerable<string> Paths(JsonNode node, string path)
    {
        yield return path;
        IEnumerable<(string Step, JsonNode? Child)> children = node switch
        {
            JsonObject members => members.Select(member => (member.Key, member.Value)),
            JsonArray items => items.Select((item, place) => ($"{place}", item)),
            _ => [],
        };
        foreach ((string step, JsonNode? child) in children)
        {
            foreach (string inner in Paths(child!, $"{path}/{step}"))
            {
                yield return inner;
            }
        }
    }

    private static JsonNode At(JsonNode root, string path) => path.Split('/')[1..].Aggregate(root, (node, step) => Step(node, step)!);

    private static JsonNode? Step(JsonNode node, string step) => node is JsonArray list ? list[int.Parse(step)] : node[step];

    // Whether something was replaced by something else.
    private static bool Replace(JsonNode root, string path, Func<JsonNode, JsonNode?> alter)
    {
        if (path.Length == 0)
        {
            return false;
        }

        int last = path.LastIndexOf('/');
        JsonNode parent = At(root, path[..last]);
        JsonNode old = Step(parent, path[(last + 1)..])!;
        JsonNode? replacement = alter(old);
        if (JsonNode.DeepEquals(old, replacement) && replacement!.ToJsonString() == old.ToJsonString())
        {
            return false;
        }

        if (parent is JsonArray list)
        {
            list[int.Parse(path[(last + 1)..])] = replacement;
        }
        else
        {
            parent[path[(last + 1)..]] = replacement;
        }

        return true;
    }

    private static JsonNode Sorted(JsonNode node) => node switch
    {
        JsonObject members => new JsonObject(members.OrderBy(member => member.Key, StringComparer.Ordinal).Select(member => KeyValuePair.Create(member.Key, member.Value is null ? null : Sorted(member.Value)))!),
        JsonArray items => new JsonArray([.. items.Select(item => item is null ? null : Sorted(item))]),
        _ => node.DeepClone(),
    };

    private static byte[] Bytes(JsonNode node) => Encoding.UTF8.GetBytes(node.ToJsonString(Relaxed));
}
