using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ConservationLaws.Reports;

/// <summary>JSON as this program writes it: indented, UTF-8, with <c>\n</c> line ends.</summary>
internal static class JsonDocuments
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>One JSON object and a newline.</summary>
    /// <param name="writeMembers">Writes the members of the object.</param>
    internal static string Write(Action<Utf8JsonWriter> writeMembers)
    {
        using var stream = new MemoryStream();
        Write(stream, writeMembers);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>Writes one JSON object and a newline.</summary>
    /// <param name="output">Receives UTF-8.</param>
    /// <param name="writeMembers">Writes the members of the object.</param>
    internal static void Write(Stream output, Action<Utf8JsonWriter> writeMembers)
    {
        using (var json = new Utf8JsonWriter(output, Options))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }

        output.WriteByte((byte)'\n');
    }

    /// <summary>Writes an array of numbers.</summary>
    internal static void WriteNumbers(this Utf8JsonWriter json, string property, IEnumerable<int> numbers)
    {
        json.WriteStartArray(property);
        foreach (int number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes an array of strings.</summary>
    internal static void WriteStrings(this Utf8JsonWriter json, string property, IEnumerable<string> strings)
    {
        json.WriteStartArray(property);
        foreach (string text in strings)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }

    /// <summary>Writes a number, or null.</summary>
    internal static void WriteNumberOrNull(this Utf8JsonWriter json, string property, int? number)
    {
        if (number is { } value)
        {
            json.WriteNumber(property, value);
        }
        else
        {
            json.WriteNull(property);
        }
    }
}
