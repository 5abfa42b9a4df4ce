using ConservationLaws.Proofs;
using ConservationLaws.Reports;

namespace ConservationLaws.Exports;

/// <summary>A Python module that evaluates the laws of a theorem on PyTorch tensors, so that training can be watched.</summary>
internal static class PyTorchExport
{
    internal static void Write(Theorem theorem, TextWriter output)
    {
        var names = ExportNames.Tensors(theorem.Model.Space, "torch", "math", "log", "atan", "sqrt", "laws");
        ExportText.WriteHeader(theorem, "#", output);
        output.WriteLine("# laws(...) gives the values of the laws: tensors without dimensions, constant along every training trajectory.");
        output.WriteLine("# Values are rounded, and steps of positive size leave the flow: expect small drift.");
        output.WriteLine("import math");
        output.WriteLine();
        output.WriteLine("import torch");
        output.WriteLine();
        output.WriteLine("atan, sqrt = torch.atan, math.sqrt");
        output.WriteLine();
        output.WriteLine();
        output.WriteLine("def log(value):");
        output.WriteLine("    return torch.log(torch.abs(value))");
        output.WriteLine();
        output.WriteLine();
        output.WriteLine($"def laws({string.Join(", ", names.Identifiers)}):");
        int without = theorem.Forms.Count(form => form.Function is null && !ExportText.HasFormula(form));
        if (without > 0)
        {
            output.WriteLine($"    # Left out: {Wording.Count(without, "law")} without a formula, given by {(without == 1 ? "its differential" : "their differentials")} only.");
        }

        output.WriteLine("    return [");
        foreach (string law in ExportText.RationalLaws(theorem, names.Of).Concat(ExportText.Formulas(theorem, names.Of)))
        {
            output.WriteLine($"        {SymPyExport.Power(law)},");
        }

        output.WriteLine("    ]");
    }
}
