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

    /// <summary>All bytes of a stream.</summary>
    /// <param name="stream">The stream.</param>
    /// <param name="maximum">How many there may be.</param>
    /// <param name="refusal">What is thrown when there are more.</param>
    internal static ReadOnlyMemory<byte> ReadBytes(Stream stream, int maximum, Func<UsageException> refusal)
    {
        using var buffer = new MemoryStream();
        byte[] chunk = new byte[1 << 16];
        for (int count = stream.Read(chunk); count > 0; count = stream.Read(chunk))
        {
            buffer.Write(chunk, 0, count);
            if (buffer.Length > maximum)
            {
                throw refusal();
            }
        }

        return buffer.GetBuffer().AsMemory(0, (int)buffer.Length);
    }
}
