using System.Text;
using ConservationLaws.Language;

namespace ConservationLaws.Cli;

/// <summary>Finds the text of a model: a file, standard input, or the text behind <c>-e</c>.</summary>
internal static class ModelInput
{
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Takes the model from the arguments of a command and gives the rest.</summary>
    /// <exception cref="UsageException">There is no model, or it cannot be read.</exception>
    internal static (string Name, string Text, string[] Others) Read(string[] arguments, Settings settings, Streams streams)
    {
        if (settings.Expression is not null)
        {
            return ("model", settings.Expression, arguments);
        }

        if (arguments.Length == 0)
        {
            throw new UsageException("no model: name a file, `-` for standard input, or write -e \"network 3 -> 3 -> 3\"");
        }

        string name = arguments[0];
        string hint = name.Contains(' ') ? "; to give the model's text itself, write -e before it" : "";
        return (name == "-" ? "stdin" : name, InputFile.Read(name, streams, ReadText, hint), arguments[1..]);
    }

    /// <summary>The text of a model from its bytes.</summary>
    /// <exception cref="UsageException">They are no UTF-8, or too many.</exception>
    internal static string Decode(ReadOnlySpan<byte> bytes, string name)
    {
        if (bytes.Length > SourceText.MaximumBytes)
        {
            throw TooLarge(name);
        }

        try
        {
            return StrictUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            throw new UsageException($"{name}: the text is not UTF-8");
        }
    }

    private static string ReadText(Stream stream, string name) =>
        Decode(InputFile.ReadBytes(stream, SourceText.MaximumBytes, () => TooLarge(name)).Span, name);

    private static UsageException TooLarge(string name) => new($"{name}: the text is above {SourceText.MaximumBytes >> 20} MiB");
}
