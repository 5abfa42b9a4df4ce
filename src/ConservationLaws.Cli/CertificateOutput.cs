using ConservationLaws.Certificates;
using ConservationLaws.Proofs;

namespace ConservationLaws.Cli;

/// <summary>The file of <c>--certificate</c>: opened before the work, so that a wrong path costs nothing, and replaced as a whole at the end.</summary>
internal sealed class CertificateOutput : IDisposable
{
    private readonly string _path;
    private readonly string _partialPath;
    private readonly FileStream _partial;
    private bool _isDone;

    private CertificateOutput(string path)
    {
        _path = path;
        _partialPath = path + ".partial";
        _partial = new FileStream(_partialPath, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 1 << 20);
    }

    /// <summary>Opens the file.</summary>
    /// <param name="path">Where the certificate is to be; null when none is wanted.</param>
    /// <exception cref="UsageException">No file can be written there.</exception>
    internal static CertificateOutput? Open(string? path)
    {
        if (path is null)
        {
            return null;
        }

        if (path.Length == 0 || Directory.Exists(path))
        {
            throw new UsageException($"--certificate: `{path}` is {(path.Length == 0 ? "no name of a file" : "a directory")}");
        }

        try
        {
            return new CertificateOutput(path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            string reason = failure switch
            {
                DirectoryNotFoundException => "there is no such folder",
                UnauthorizedAccessException => "it may not be written",
                _ => "it cannot be written",
            };
            throw new UsageException($"--certificate: `{path}`: {reason}");
        }
    }

    /// <summary>Writes the certificate of a theorem.</summary>
    /// <returns>What it says; null when there is nothing to certify.</returns>
    internal string? Write(Theorem theorem, CancellationToken cancellation)
    {
        string? claim = CertificateFile.Write(theorem, _partial, cancellation);
        _partial.Dispose();
        if (claim is not null)
        {
            File.Move(_partialPath, _path, overwrite: true);
            _isDone = true;
        }

        return claim;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _partial.Dispose();
        if (!_isDone)
        {
            File.Delete(_partialPath);
        }
    }
}
