using System.Collections.Immutable;

namespace ConservationLaws.Language;

/// <summary>A model cannot be understood. Carries every mistake that was found, in the order of the text.</summary>
/// <remarks><see cref="Message"/> is ready to be shown to a user: place, line with a caret, suggestion, for each mistake.</remarks>
public sealed class ModelException : Exception
{
    private readonly Lazy<string> _message;

    /// <summary>Makes the exception.</summary>
    /// <param name="text">The model's text.</param>
    /// <param name="diagnostics">At least one mistake; they are put into the order of the text.</param>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There is no mistake.</exception>
    public ModelException(SourceText text, IEnumerable<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(diagnostics);
        SourceText = text;
        Diagnostics = [.. diagnostics.OrderBy(diagnostic => diagnostic.Span.Start)];
        if (Diagnostics.IsEmpty)
        {
            throw new ArgumentException("At least one diagnostic is needed.", nameof(diagnostics));
        }

        _message = new Lazy<string>(() => DiagnosticFormatter.Format(SourceText, Diagnostics));
    }

    /// <summary>Makes the exception for a single mistake.</summary>
    internal ModelException(SourceText text, SourceSpan span, string message, string? suggestion = null)
        : this(text, [new Diagnostic(span, message, suggestion)])
    {
    }

    /// <summary>The model's text.</summary>
    public SourceText SourceText { get; }

    /// <summary>The mistakes, never empty, in the order of the text.</summary>
    public ImmutableArray<Diagnostic> Diagnostics { get; }

    /// <summary>All mistakes as a user reads them; after the first twenty, the number of those left out.</summary>
    public override string Message => _message.Value;
}
