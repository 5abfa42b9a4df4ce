namespace ConservationLaws.Cli;

/// <summary>Where a run reads and writes: the result alone goes to the output, everything else to the errors.</summary>
/// <param name="Input">Standard input.</param>
/// <param name="Output">Standard output, UTF-8.</param>
/// <param name="Error">Standard error.</param>
/// <param name="IsErrorTerminal">Whether standard error is a terminal that can show live progress.</param>
internal sealed record Streams(Stream Input, Stream Output, TextWriter Error, bool IsErrorTerminal)
{
    internal static Streams OfConsole() => new(
        Console.OpenStandardInput(), Console.OpenStandardOutput(), Console.Error, !Console.IsErrorRedirected);

    /// <summary>A writer of UTF-8 text with <c>\n</c> line ends for the result; flush it at the end.</summary>
    internal StreamWriter OutputWriter() =>
        new(Output, new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false), bufferSize: 1 << 16, leaveOpen: true) { NewLine = "\n" };
}
