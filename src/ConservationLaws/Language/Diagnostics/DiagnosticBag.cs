namespace ConservationLaws.Language;

/// <summary>Collects the mistakes of one text, up to a number beyond which nobody reads on.</summary>
internal sealed class DiagnosticBag(SourceText source)
{
    /// <summary>A hostile text may hold millions of mistakes; parsing stops at this many.</summary>
    internal const int Maximum = 1000;

    private readonly List<Diagnostic> _diagnostics = [];

    internal int Count => _diagnostics.Count;

    internal bool IsFull => Count >= Maximum;

    internal void Add(SourceSpan span, string message, string? suggestion = null)
    {
        if (!IsFull)
        {
            _diagnostics.Add(new Diagnostic(span, message, suggestion));
        }
    }

    /// <exception cref="ModelException">There is a mistake.</exception>
    internal void ThrowIfAny()
    {
        if (Count > 0)
        {
            throw new ModelException(source, _diagnostics);
        }
    }
}
