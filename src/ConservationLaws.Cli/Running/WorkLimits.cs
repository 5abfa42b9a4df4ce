using System.Runtime.InteropServices;

namespace ConservationLaws.Cli.Running;

// Reading a small model takes milliseconds, and without the model there is no partial answer. So a limit stops the reading only when
// it goes on for long (ReadingToken is cancelled when the run is given up) or takes memory on a large scale.

/// <summary>Asks the work to stop when the time is up, the memory used up, or the user pressed Ctrl-C; says which it was.</summary>
internal sealed class WorkLimits : IDisposable
{
    private const int MemoryCheckMilliseconds = 50;
    private const long ReadingAllowanceBytes = 256L << 20;

    private readonly CancellationTokenSource _work = new();
    private readonly CancellationTokenSource _reading = new();
    private readonly List<IDisposable> _watchers = [];
    private readonly Lock _gate = new();
    private readonly Action<string> _note;
    private readonly long _memoryBytes;
    private readonly long _startBytes = Environment.WorkingSet;
    private readonly string _memoryReason;
    private string? _reason;
    private bool _isDisposed;

    internal WorkLimits(Settings settings, Action<string> note)
    {
        _note = note;
        _memoryBytes = settings.MemoryBytes ?? DefaultMemoryBytes;
        _memoryReason = settings.MemoryBytes is null
            ? $"{_memoryBytes >> 20:N0} MiB of memory are used up, three quarters of what this machine offers (--memory sets another limit)"
            : "the memory given by --memory is used up";
        if (settings.TimeoutMilliseconds is { } timeout)
        {
            _watchers.Add(new Timer(_ => Stop("the time given by --timeout is up"), null, timeout, Timeout.Infinite));
        }

        _watchers.Add(RepeatedLook.Start(CheckMemory, 0, MemoryCheckMilliseconds));
        foreach (PosixSignal signal in new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM })
        {
            _watchers.Add(PosixSignalRegistration.Create(signal, Interrupt));
        }
    }

    /// <summary>The limit where the user gives none: three quarters of the memory that this process may use.</summary>
    internal static long DefaultMemoryBytes =>
        GC.GetGCMemoryInfo().TotalAvailableMemoryBytes is > 0 and long available ? available / 4 * 3 : long.MaxValue / 2;

    /// <summary>Cancelled when the work shall stop.</summary>
    internal CancellationToken Token => _work.Token;

    /// <summary>Cancelled when even the reading of the model shall stop.</summary>
    internal CancellationToken ReadingToken => _reading.Token;

    /// <summary>Why the work was stopped; null while it may go on.</summary>
    internal string? Reason => Volatile.Read(ref _reason);

    /// <summary>Asks the work to stop; the first reason counts.</summary>
    internal void Stop(string reason)
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _reason ??= reason;
                _work.Cancel();
            }
        }
    }

    /// <summary>Stops the reading of the model too.</summary>
    internal void GiveUpReading()
    {
        lock (_gate)
        {
            if (!_isDisposed)
            {
                _reading.Cancel();
            }
        }
    }

    // Work that was left behind may still look at the tokens, and a timer may still fire.
    /// <inheritdoc/>
    public void Dispose()
    {
        _watchers.ForEach(watcher => watcher.Dispose());
        GiveUpReading();
        lock (_gate)
        {
            _isDisposed = true;
            _work.Dispose();
            _reading.Dispose();
        }
    }

    private void CheckMemory()
    {
        long used = Environment.WorkingSet;
        if (used > _memoryBytes)
        {
            Stop(_memoryReason);
        }

        // What the process held before it began is not the model's doing.
        if (used - ReadingAllowanceBytes > Math.Max(_memoryBytes, _startBytes))
        {
            GiveUpReading();
        }
    }

    // The first signal asks for the partial answer; a second one is obeyed at once.
    private void Interrupt(PosixSignalContext context)
    {
        context.Cancel = Reason is null;
        if (context.Cancel)
        {
            Stop("interrupted");
            _note("claws: interrupted: writing what is proved (Ctrl-C again ends at once)");
        }
    }
}
