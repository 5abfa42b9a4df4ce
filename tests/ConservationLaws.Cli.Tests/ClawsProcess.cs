using System.Diagnostics;
using System.Text;

namespace ConservationLaws.Cli.Tests;

/// <summary>The program as a process of its own, as users start it.</summary>
internal sealed class ClawsProcess : IDisposable
{
    // Nothing here takes longer than seconds; a hanging program shall fail the test and not the machine.
    private const int PatienceMilliseconds = 120_000;

    private readonly Process _process;
    private readonly StringBuilder _error = new();
    private readonly Task<string> _output;

    private ClawsProcess(Process process, bool readsOutput)
    {
        _process = process;
        _output = readsOutput ? process.StandardOutput.ReadToEndAsync() : Task.FromResult("");
    }

    /// <summary>Starts the program.</summary>
    internal static ClawsProcess Start(string[] arguments, bool readsOutput = true, params (string Name, string Value)[] environment)
    {
        string program = Path.Combine(AppContext.BaseDirectory, "claws.dll");
        // A test run in the background of a shell ignores SIGINT, and so would its children.
        string[] prefix = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];
        string[] words = [.. prefix, Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", program, .. arguments];
        var start = new ProcessStartInfo(words[0], words.Skip(1))
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false),
            StandardErrorEncoding = new UTF8Encoding(false),
        };
        foreach ((string name, string value) in environment)
        {
            start.Environment[name] = value;
        }

        return new ClawsProcess(Process.Start(start)!, readsOutput);
    }

    /// <summary>Runs the program to its end with nothing on standard input.</summary>
    internal static Outcome Run(params string[] arguments) => Run([], arguments);

    /// <summary>Runs the program to its end with nothing on standard input.</summary>
    internal static Outcome Run((string Name, string Value)[] environment, params string[] arguments)
    {
        using ClawsProcess process = Start(arguments, readsOutput: true, environment);
        process._process.StandardInput.Close();
        return process.End();
    }

    /// <summary>Waits for a line on standard error that contains a text.</summary>
    internal void WaitForError(string text)
    {
        using var patience = new CancellationTokenSource(PatienceMilliseconds);
        while (_process.StandardError.ReadLineAsync(patience.Token).AsTask().GetAwaiter().GetResult() is { } line)
        {
            _error.AppendLine(line);
            if (line.Contains(text, StringComparison.Ordinal))
            {
                return;
            }
        }

        Assert.Fail($"The program ended without `{text}`; it said: {_error}");
    }

    /// <summary>Sends a signal.</summary>
    internal void Signal(string name)
    {
        using Process kill = Process.Start("kill", ["-" + name, _process.Id.ToString()]);
        kill.WaitForExit();
    }

    /// <summary>Closes the reading end of the program's standard output.</summary>
    internal void CloseOutput() => _process.StandardOutput.Close();

    /// <summary>Waits for the end.</summary>
    internal Outcome End()
    {
        _error.Append(_process.StandardError.ReadToEnd());
        Assert.True(_process.WaitForExit(PatienceMilliseconds), "The program does not end.");
        return new Outcome(_process.ExitCode, _output.GetAwaiter().GetResult(), _error.ToString());
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
