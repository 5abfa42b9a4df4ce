using System.Collections.Immutable;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Lie;

namespace ConservationLaws.Laws;

/// <summary>Laws whose gradients are independent at a point: functionally independent near it and generically.</summary>
/// <remarks>Independence modulo a prime at one point proves it over Q there (math.md 1.4, "modular soundness").</remarks>
internal sealed class IndependentLaws
{
    private readonly EvaluationPoint _point;
    private readonly ModularEchelonForm _gradients;
    private readonly List<Law> _laws = [];

    internal IndependentLaws(EvaluationPoint point)
    {
        _point = point;
        _gradients = new ModularEchelonForm(point.Field, point.Residues.Length);
    }

    /// <summary>The rank of the gradients at the point: the number of laws kept.</summary>
    internal int Count => _laws.Count;

    /// <summary>The laws kept, in the order in which they were offered.</summary>
    internal ImmutableArray<Law> Laws => [.. _laws];

    /// <summary>Keeps a law when its gradient at the point is independent of those of the laws before.</summary>
    internal bool TryAdd(Law law)
    {
        (int[] coordinates, uint[] values) = LawGradients.Evaluate(law.Polynomial, _point);
        bool isIndependent = _gradients.TryAdd(coordinates, values);
        if (isIndependent)
        {
            _laws.Add(law);
        }

        return isIndependent;
    }

    /// <summary>Counts a law that is no polynomial when its form is regular at the point and independent of the differentials before.</summary>
    internal bool TryAdd(FormLaw law) => law.IsRegularAt(_point) && law.At(_point) is var (coordinates, values) && _gradients.TryAdd(coordinates, values);
}
