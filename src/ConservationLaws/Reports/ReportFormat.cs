namespace ConservationLaws.Reports;

/// <summary>The formats of results.</summary>
public enum ReportFormat
{
    /// <summary>Plain text for people.</summary>
    Text,

    /// <summary>JSON for programs.</summary>
    Json,

    /// <summary>LaTeX for papers; needs amsmath and amsthm.</summary>
    Latex,

    /// <summary>Markdown for notes.</summary>
    Markdown,
}
