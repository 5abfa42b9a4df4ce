using System.Globalization;
using System.Numerics;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>Strict reading of JSON values. What is not written as docs/certificates.md says is refused; <c>where</c> names the place for the refusal.</summary>
internal static class Json
{
    private const int MaximumDigits = 10_000;
    private const int MaximumIndexDigits = 10;

    /// <summary>The members of an object that has exactly these, in this order.</summary>
    internal static JsonElement[] Members(this JsonElement value, string where, params string[] names)
    {
        Refusal.Unless(value.ValueKind == JsonValueKind.Object, where, "an object was expected");
        var members = new JsonElement[names.Length];
        foreach (JsonProperty member in value.EnumerateObject())
        {
            int place = Array.IndexOf(names, member.Name);
            Refusal.Unless(place >= 0, where, $"a member that is not one of {string.Join(", ", names)}");
            Refusal.Unless(members[place].ValueKind == JsonValueKind.Undefined, where, $"the member `{names[place]}` occurs twice");
            members[place] = member.Value;
        }

        int missing = Array.FindIndex(members, member => member.ValueKind == JsonValueKind.Undefined);
        Refusal.Unless(missing < 0, where, $"the member `{names[Math.Max(missing, 0)]}` is missing");
        return members;
    }

    /// <summary>The first of these members that an object has; the empty string when it has none.</summary>
    internal static string Choice(this JsonElement value, params string[] names) =>
        value.ValueKind == JsonValueKind.Object ? names.FirstOrDefault(name => value.TryGetProperty(name, out _), "") : "";

    /// <summary>The text of a member; the empty string when there is no such member.</summary>
    internal static string Peek(this JsonElement value, string name) => value.Choice(name) == "" ? "" : value.GetProperty(name).Text(name);

    internal static bool Truth(this JsonElement value, string where)
    {
        Refusal.Unless(value.ValueKind is JsonValueKind.True or JsonValueKind.False, where, "bias is true or false");
        return value.GetBoolean();
    }

    /// <summary>The items of a list; <paramref name="item"/> names them in refusals.</summary>
    internal static T[] List<T>(this JsonElement value, string where, string item, Func<JsonElement, string, T> read) =>
        [.. value.Items(where).Select((one, place) => read(one, $"{item} {place}"))];

    internal static IEnumerable<JsonElement> Items(this JsonElement value, string where) => value.Length(where) == 0 ? [] : value.EnumerateArray();

    /// <summary>The two items of a pair.</summary>
    internal static (JsonElement First, JsonElement Second) Pair(this JsonElement value, string where)
    {
        Refusal.Unless(value.Length(where) == 2, where, "a list of two items was expected");
        return (value[0], value[1]);
    }

    internal static int Length(this JsonElement value, string where)
    {
        Refusal.Unless(value.ValueKind == JsonValueKind.Array, where, "a list was expected");
        return value.GetArrayLength();
    }

    internal static string Text(this JsonElement value, string where)
    {
        Refusal.Unless(value.ValueKind == JsonValueKind.String, where, "a string was expected");
        return value.GetString()!;
    }

    /// <summary>An index or a count from <paramref name="least"/> to <paramref name="most"/>: a number of digits alone.</summary>
    internal static int Index(this JsonElement value, string where, int least = 0, int most = int.MaxValue)
    {
        Refusal.Unless(value.ValueKind == JsonValueKind.Number, where, "an index was expected");
        ReadOnlySpan<byte> digits = JsonMarshal.GetRawUtf8Value(value);
        Refusal.Unless(digits.Length <= MaximumIndexDigits && !digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'), where, "an index is below 2^31 and has digits alone");
        long index = long.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        return index >= least && index <= most ? (int)index : throw new Refusal($"{where}: the index {index} is not in the range from {least} to {most}");
    }

    internal static int[] Indices(this JsonElement value, string where, int least, int most) =>
        [.. value.Items(where).Select(item => item.Index(where, least, most))];

    /// <summary>An integer: a string of digits, for negative ones behind a minus.</summary>
    internal static BigInteger Integer(this JsonElement value, string where)
    {
        Refusal.Unless(value.ValueKind == JsonValueKind.String, where, "an integer, a string of digits, was expected");
        string text = value.GetString()!, digits = text.StartsWith('-') ? text[1..] : text;
        bool isInteger = digits.Length is > 0 and <= MaximumDigits && !digits.AsSpan().ContainsAnyExceptInRange('0', '9') && (digits[0] != '0' || text.Length == 1);
        Refusal.Unless(isInteger, where, "an integer must match 0|-?[1-9][0-9]* and have at most 10,000 digits");
        return long.TryParse(text, out long small) ? small : BigInteger.Parse(text);
    }

    /// <summary>Canonical JSON. Strings have nothing to escape: a model in which one has is refused elsewhere.</summary>
    internal static string Canonical(this JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal).Select(member => $"\"{member.Name}\":{member.Value.Canonical()}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Canonical))}]",
        JsonValueKind.String => $"\"{value.GetString()}\"",
        _ => value.GetRawText(),
    };
}
