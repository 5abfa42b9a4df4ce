using ConservationLaws.Cli.Running;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Cli;

/// <summary>What a command has at hand while it runs.</summary>
internal sealed class CommandRun : IDisposable
{
    private const int MaximumCertificateBytes = 1 << 30;

    private readonly string[] _arguments;
    private int _writer;

    internal CommandRun(Settings settings, Streams streams, string[] arguments)
    {
        Settings = settings;
        Streams = streams;
        _arguments = arguments;
        Progress = new ProgressDisplay(settings, streams);
        Limits = new WorkLimits(settings, Note);
    }

    internal Settings Settings { get; }

    internal Streams Streams { get; }

    internal WorkLimits Limits { get; }

    internal ProgressDisplay Progress { get; }

    /// <summary>The model as soon as it was read; null before.</summary>
    internal Model? Model { get; private set; }

    /// <summary>What the run reads.</summary>
    internal string InputKind { get; private set; } = "model";

    /// <summary>Reads the model that the arguments name and gives the other arguments.</summary>
    internal (Model Model, string[] Others) ReadModel()
    {
        Progress.Report(new ProofProgress(ProofStage.Model, 0, 0));
        (string name, string text, string[] others) = ModelInput.Read(_arguments, Settings, Streams);
        return (Model = Model.Parse(text, name, Limits.ReadingToken), others);
    }

    /// <summary>Reads the model and refuses further arguments.</summary>
    internal Model ReadModelAlone()
    {
        string? surplus = _arguments.Skip(Settings.Expression is null ? 1 : 0).FirstOrDefault();
        return surplus is null
            ? ReadModel().Model
            : throw new UsageException($"unexpected argument `{surplus}`: {(Settings.Expression is null ? "one model at a time" : "the model was given with -e")}");
    }

    /// <summary>Reads the one certificate that the arguments name.</summary>
    internal T ReadCertificate<T>(Func<Stream, T> read)
    {
        InputKind = "certificate";
        return (Settings.Expression, _arguments) switch
        {
            (not null, _) => throw new UsageException("-e gives a model, and a certificate is a file"),
            (null, []) => throw new UsageException("no certificate: name a file, or `-` for standard input"),
            (null, [string path]) => InputFile.Read(path, Streams, (stream, _) => read(stream)),
            _ => throw new UsageException($"unexpected argument `{_arguments[1]}`: one certificate at a time"),
        };
    }

    /// <summary>Reads the model, or the certificate, that the arguments name; a certificate begins with a brace, which no model does.</summary>
    internal (Model? Model, ReadOnlyMemory<byte> Certificate) ReadModelOrCertificate()
    {
        if (Settings.Expression is not null || _arguments.Length != 1)
        {
            return (ReadModelAlone(), default);
        }

        string name = _arguments[0];
        ReadOnlyMemory<byte> bytes = InputFile.Read(
            name, Streams, (stream, called) => InputFile.ReadBytes(stream, MaximumCertificateBytes, () => new UsageException($"{called}: it is above 1 GiB")));
        if (bytes.Span.TrimStart(" \t\r\n"u8).StartsWith("{"u8))
        {
            InputKind = "certificate";
            return (null, bytes);
        }

        Progress.Report(new ProofProgress(ProofStage.Model, 0, 0));
        name = name == "-" ? "stdin" : name;
        return (Model = Model.Parse(ModelInput.Decode(bytes.Span, name), name, Limits.ReadingToken), default);
    }

    /// <summary>Whether the calling thread is the one that writes the result. The first that asks is; there is one result only.</summary>
    internal bool TryClaimOutput()
    {
        int thread = Environment.CurrentManagedThreadId;
        return Interlocked.CompareExchange(ref _writer, thread, 0) is int owner && (owner == 0 || owner == thread);
    }

    /// <summary>Writes the result.</summary>
    /// <exception cref="OperationCanceledException">The run was given up and its result written by another thread.</exception>
    internal void WriteBytes(Action<Stream> write)
    {
        if (!TryClaimOutput())
        {
            throw new OperationCanceledException();
        }

        Progress.Dispose();
        write(Streams.Output);
        Streams.Output.Flush();
    }

    /// <summary>Writes the result as text.</summary>
    /// <exception cref="OperationCanceledException">The run was given up and its result written by another thread.</exception>
    internal void WriteText(Action<TextWriter> write) => WriteBytes(_ =>
    {
        using StreamWriter writer = Streams.OutputWriter();
        write(writer);
    });

    /// <summary>Writes a line about the run itself, unless it is to be quiet.</summary>
    internal void Note(string text)
    {
        if (!Settings.Quiet)
        {
            Progress.WriteLine(text);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Progress.Dispose();
        Limits.Dispose();
    }
}
