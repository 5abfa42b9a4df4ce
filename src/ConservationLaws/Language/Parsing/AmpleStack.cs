using System.Runtime.ExceptionServices;

namespace ConservationLaws.Language;

/// <summary>
/// Runs recursive work where its recursion fits. Brackets may nest as deep as <see cref="LanguageLimits.BracketDepth"/>, each costs some
/// ten frames of parser and elaborator, and nothing is known about the stack of the thread that a caller brings.
/// </summary>
internal static class AmpleStack
{
    private const int Bytes = 64 << 20;

    [ThreadStatic]
    private static bool _isAmple;

    /// <summary>Runs work on a stack with room for the deepest legal text, and waits for it.</summary>
    /// <returns>What the work returns; what it throws is thrown with its own stack trace.</returns>
    internal static T Run<T>(Func<T> work)
    {
        if (_isAmple)
        {
            return work();
        }

        T result = default!;
        ExceptionDispatchInfo? failure = null;
        var thread = new Thread(
            () =>
            {
                _isAmple = true;
                try
                {
                    result = work();
                }
                catch (Exception exception)
                {
                    failure = ExceptionDispatchInfo.Capture(exception);
                }
            },
            Bytes);
        thread.Start();
        thread.Join();
        failure?.Throw();
        return result;
    }
}
