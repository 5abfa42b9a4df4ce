namespace ConservationLaws.Exports;

/// <summary>A system that reads the laws of a theorem.</summary>
public enum ExportTarget
{
    /// <summary>A Python script that checks the laws with SymPy.</summary>
    SymPy,

    /// <summary>A script that checks the laws with Sage.</summary>
    Sage,

    /// <summary>A script that checks polynomial and rational laws with Macaulay2.</summary>
    Macaulay2,

    /// <summary>A Python module that evaluates the laws on PyTorch tensors.</summary>
    PyTorch,
}
