using ConservationLaws.Proofs;

namespace ConservationLaws.Exports;

/// <summary>Writes the fields and laws of a theorem for other systems.</summary>
public static class LawExport
{
    /// <summary>Writes a script or module.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="target">The system.</param>
    /// <param name="output">Receives the text.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such system.</exception>
    public static void Write(Theorem theorem, ExportTarget target, TextWriter output)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        ArgumentNullException.ThrowIfNull(output);
        switch (target)
        {
            case ExportTarget.SymPy:
                SymPyExport.Write(theorem, output);
                break;
            case ExportTarget.Sage:
                SageExport.Write(theorem, output);
                break;
            case ExportTarget.Macaulay2:
                Macaulay2Export.Write(theorem, output);
                break;
            case ExportTarget.PyTorch:
                PyTorchExport.Write(theorem, output);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(target));
        }
    }
}
