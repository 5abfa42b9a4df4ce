using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Lie;

namespace ConservationLaws.Proofs;

/// <summary>What shows that generators and kept words span an involutive distribution near a point; one of the two is enough.</summary>
/// <param name="Forms">Forms which with the differentials of the laws known then annihilate all fields and brackets; null where there are none.</param>
/// <param name="Structure">Identities which express all fields and brackets by the kept words; null where there are none.</param>
internal sealed record Closure(ImmutableArray<OneForm<Polynomial<Integer>>>? Forms, StructureFunctions? Structure)
{
    // Products of terms for forms that are small enough to be preferred to any identities.
    private const long SmallWork = 500_000;

    /// <summary>Looks for a closure: by small forms, by structure constants, by any forms.</summary>
    /// <param name="problem">The fields.</param>
    /// <param name="laws">Laws with independent gradients at the point.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    internal static Closure? TryFind(ClosureProblem problem, ImmutableArray<Law> laws, CancellationToken cancellation)
    {
        if (InvolutiveClosure.TryAnnihilate(problem.With(new WorkMeter(SmallWork, cancellation)), laws) is { } small)
        {
            return new Closure(small, null);
        }

        return StructureConstants.TryFind(problem) is { } structure ? new Closure(null, structure)
            : InvolutiveClosure.TryAnnihilate(problem, laws) is { } forms ? new Closure(forms, null)
            : null;
    }

    /// <summary>Whether the evidence holds at another point at which the kept words are independent as well.</summary>
    internal bool HoldsAt(EvaluationPoint point, ImmutableArray<Law> laws, int rank) =>
        Structure is null
            ? Forms is { } forms && RankOf(forms, laws, point) == point.Residues.Length - rank
            : Structure.Generators.Concat(Structure.Brackets.SelectMany(row => row)).All(combination => !VanishesAt(combination.Denominator, point));

    private static int RankOf(ImmutableArray<OneForm<Polynomial<Integer>>> forms, ImmutableArray<Law> laws, EvaluationPoint point) =>
        LawGradients.Span(
            [.. laws.Select(law => LawGradients.Evaluate(law.Polynomial, point)), .. forms.Select(form => LawGradients.Evaluate(form, point))], point).Rank;

    private static bool VanishesAt(Polynomial<Integer> polynomial, EvaluationPoint point) => LawGradients.Value(polynomial, point) == 0;
}
