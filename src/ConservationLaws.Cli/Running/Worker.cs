using System.Runtime.ExceptionServices;

namespace ConservationLaws.Cli.Running;

/// <summary>Runs work on a thread of its own, with room for deep expressions, and does not wait for it forever after a limit.</summary>
internal static class Worker
{
    private const int StackBytes = 256 << 20;

    // Work looks at its cancellation token often, but not inside one large multiplication.
    private const int GraceMilliseconds = 3_000;

    /// <summary>Runs work to its end, or until some time after a limit was reached.</summary>
    /// <param name="work">The work.</param>
    /// <param name="limits">The limits.</param>
    /// <param name="tryAbandon">Asked when the work does not end in time; false when it is writing its result and must be waited for.</param>
    /// <param name="result">What the work returned.</param>
    /// <returns>Whether the work ended; if not, its thread is left behind and the process should end.</returns>
    internal static bool TryRun<T>(Func<T> work, WorkLimits limits, Func<bool> tryAbandon, out T result)
    {
        T value = default!;
        ExceptionDispatchInfo? failure = null;
        using var ended = new ManualResetEventSlim();
        var thread = new Thread(
            () =>
            {
                try
                {
                    value = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }

                ended.Set();
            },
            StackBytes)
        {
            IsBackground = true,
        };
        thread.Start();
        WaitHandle.WaitAny([ended.WaitHandle, limits.Token.WaitHandle]);
        bool isEnded = ended.Wait(limits.Reason is null ? Timeout.Infinite : GraceMilliseconds);
        if (!isEnded && !tryAbandon())
        {
            ended.Wait();
            isEnded = true;
        }

        if (isEnded)
        {
            failure?.Throw();
        }

        result = value;
        return isEnded;
    }
}
