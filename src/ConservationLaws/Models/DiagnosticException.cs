using ConservationLaws.Language;

namespace ConservationLaws.Models;

/// <summary>Abandons the statement in which a mistake was found; the elaborator collects the diagnostic and goes on with the next.</summary>
internal sealed class DiagnosticException : Exception
{
    internal DiagnosticException(Diagnostic? diagnostic)
        : base(diagnostic?.Message) => Diagnostic = diagnostic;

    internal DiagnosticException(SourceSpan span, string message, string? suggestion = null)
        : this(new Diagnostic(span, message, suggestion))
    {
    }

    /// <summary>What is wrong; null when the statement only uses a name whose own declaration was already reported.</summary>
    internal Diagnostic? Diagnostic { get; }
}
