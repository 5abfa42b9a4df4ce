namespace ConservationLaws.Cli;

/// <summary>A file that the command line names.</summary>
internal static class InputFile
{
    /// <summary>Reads a file, or standard input when its name is <c>-</c>.</summary>
    /// <param name="path">The name.</param>
    /// <param name="streams">Gives standard input.</param>
    /// <param name="read">Reads the stream; it is told what to call it in messages.</param>
    /// <param name="hint">What to say behind the reason when the file cannot be read.</param>
    /// <exception cref="UsageException">The file cannot be read.</exception>
    internal static T Read<T>(string path, Streams streams, Func<Stream, string, T> read, string hint = "")
    {
        if (path == "-")
        {
            return read(streams.Input, "standard input");
        }

        try
        {
            using FileStream file = File.OpenRead(path);
            return read(file, path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string reason = failure switch
            {
                FileNotFoundException or DirectoryNotFoundException => "there is no such file",
                _ when Directory.Exists(path) => "it is a directory",
                UnauthorizedAccessException => "it may not be read",
                _ => "it cannot be read",
            };
            throw new UsageException($"`{path}`: {reason}{hint}");
        }
    }
}
