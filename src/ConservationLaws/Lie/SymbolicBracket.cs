using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Lie;

/// <summary>Iterated Lie brackets of a model's fields as formulas.</summary>
public static class SymbolicBracket
{
    private static VectorFieldModule<RationalFunction, RationalFunctionField> Module => default;

    /// <summary>Finds a field of a model by its name or its number.</summary>
    /// <param name="model">The model.</param>
    /// <param name="name">A name given in a <c>field</c> statement, or a number counted from 1.</param>
    /// <returns>The index of the field, or −1 when there is none.</returns>
    public static int FindField(Model model, string name)
    {
        ArgumentNullException.ThrowIfNull(model);
        for (int index = 0; index < model.Fields.Length; index++)
        {
            if (model.Fields[index].Name == name)
            {
                return index;
            }
        }

        return int.TryParse(name, out int number) && number >= 1 && number <= model.Fields.Length ? number - 1 : -1;
    }

    /// <summary>The left-nested bracket [[X_i, X_j], …] of fields, in the sign [X, Y] = dX·Y − dY·X of arXiv:2307.00144.</summary>
    /// <param name="model">The model.</param>
    /// <param name="fields">The indices of at least one field, counted from 0.</param>
    /// <param name="cancellation">Stops between two brackets.</param>
    /// <exception cref="ArgumentException">No field is named.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static VectorField<RationalFunction> Compute(Model model, IReadOnlyList<int> fields, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(fields);
        if (fields.Count == 0)
        {
            throw new ArgumentException("A bracket needs at least one field.", nameof(fields));
        }

        VectorField<RationalFunction> bracket = model.Fields[fields[0]].Field;
        foreach (int field in fields.Skip(1))
        {
            cancellation.ThrowIfCancellationRequested();
            bracket = Module.Bracket(bracket, model.Fields[field].Field);
        }

        return bracket;
    }
}
