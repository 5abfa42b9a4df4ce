using System.Diagnostics;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;
using Spectre.Console;

namespace ConservationLaws.Cli.Running;

/// <summary>
/// Shows on standard error how far a proof has come, from the third second on: live on a terminal, as plain lines otherwise. Measures
/// the stages as well.
/// </summary>
internal sealed class ProgressDisplay : IProgress<ProofProgress>, IDisposable
{
    private const long SilentTicks = 2 * TimeSpan.TicksPerSecond;
    private const long LineTicks = 5 * TimeSpan.TicksPerSecond;
    private const int LiveMilliseconds = 200;

    private readonly long _start = Stopwatch.GetTimestamp();
    private readonly long[] _stageTicks = new long[Enum.GetValues<ProofStage>().Length];
    private readonly Streams _streams;
    private readonly IAnsiConsole? _terminal;
    private readonly Timer? _timer;
    private readonly Lock _gate = new();
    private ProofProgress _latest = new(ProofStage.Model, 0, 0);
    private string? _detail;
    private long _stageStart;
    private long _lastShown = SilentTicks - LineTicks;
    private bool _isLineOpen;
    private bool _isDisposed;

    internal ProgressDisplay(Settings settings, Streams streams)
    {
        _streams = streams;
        if (settings.Quiet)
        {
            return;
        }

        if (streams.IsErrorTerminal)
        {
            _terminal = AnsiConsole.Create(new AnsiConsoleSettings
            {
                Out = new AnsiConsoleOutput(streams.Error),
                ColorSystem = settings.NoColor ? ColorSystemSupport.NoColors : ColorSystemSupport.Detect,
            });
        }

        _timer = RepeatedLook.Start(Show, LiveMilliseconds, LiveMilliseconds);
    }

    private long Elapsed => Stopwatch.GetElapsedTime(_start).Ticks;

    /// <summary>How long the stages took so far.</summary>
    internal StageTimes Times
    {
        get
        {
            lock (_gate)
            {
                ChargeStage(_latest.Stage);
                return new StageTimes(_stageTicks[0], _stageTicks[1], _stageTicks[2], _stageTicks[3]);
            }
        }
    }

    /// <summary>The time since the start of the run, in ticks.</summary>
    internal long TotalTicks => Elapsed;

    /// <inheritdoc/>
    public void Report(ProofProgress value)
    {
        lock (_gate)
        {
            if (value.Stage != _latest.Stage)
            {
                ChargeStage(_latest.Stage);
                _detail = null;
            }

            _detail = value.Detail ?? _detail;
            _latest = value;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer?.Dispose();
        lock (_gate)
        {
            _isDisposed = true;
            ClearLine();
        }
    }

    /// <summary>Writes a line about the run itself.</summary>
    internal void WriteLine(string text)
    {
        lock (_gate)
        {
            ClearLine();
            _streams.Error.WriteLine(text);
        }
    }

    private void ChargeStage(ProofStage stage)
    {
        long now = Elapsed;
        _stageTicks[(int)stage] += now - _stageStart;
        _stageStart = now;
    }

    private void Show()
    {
        lock (_gate)
        {
            long now = Elapsed;
            if (_isDisposed || now < SilentTicks || now - _lastShown < (_terminal is null ? LineTicks : 0))
            {
                return;
            }

            _lastShown = now;
            string line = $"{now / TimeSpan.TicksPerSecond} s  {Describe(_latest.Stage)}{(_detail is null ? "" : ": " + _detail)}{Share(_latest)}";
            if (_terminal is null)
            {
                _streams.Error.WriteLine(line);
                return;
            }

            ClearLine();
            int width = Math.Max(20, _terminal.Profile.Width - 1);
            _terminal.Markup($"[grey]{Markup.Escape(line.Length > width ? line[..width] : line)}[/]");
            _isLineOpen = true;
        }
    }

    private void ClearLine()
    {
        if (_isLineOpen)
        {
            _streams.Error.Write("\r\u001b[2K");
            _isLineOpen = false;
        }
    }

    private static string Share(ProofProgress progress) =>
        progress.Total > 0 && progress.Stage == ProofStage.Lie ? $", bracket {progress.Done:N0} of {progress.Total:N0}" : "";

    private static string Describe(ProofStage stage) => stage switch
    {
        ProofStage.Model => "reading the model",
        ProofStage.Lie => "climbing the Lie algebra",
        ProofStage.Laws => "searching laws",
        _ => "proving",
    };
}
