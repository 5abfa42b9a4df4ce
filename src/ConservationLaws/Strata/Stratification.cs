using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Strata;

/// <summary>The sets outside of which the ranks of a model are generic.</summary>
/// <remarks>math.md 1.3 and 4.3. On such a set the laws need not be as many as D minus the rank there (math.md 1.4, "at special points").</remarks>
public static class Stratification
{
    // Products of terms in all brackets together.
    private const long MaximumWork = 20_000_000;

    private const int MaximumDimension = 200;
    private const int MaximumFunctions = 500;
    private const int MaximumFields = 120;

    // Generations beyond the last one whose generic rank grew, as long as there are points left to leave.
    private const int MaximumExtraGenerations = 2;

    /// <summary>For every generation k of the ladder the set where the rank of V_k is less than generic, then that of the laws' differentials.</summary>
    /// <param name="theorem">What was found about the model.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    /// <example><code>
    /// Theorem theorem = Prover.Prove(Model.Parse("parameters x, y; phi x, x^2*y"));
    /// Console.WriteLine(Stratification.Of(theorem)[0].Factors[0]); // x0, that is x = 0
    /// </code></example>
    public static ImmutableArray<RankStratum> Of(Theorem theorem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        int dimension = theorem.Model.Space.Dimension;
        if (dimension > MaximumDimension)
        {
            return [new RankStratum(0, theorem.Ladder.Ranks.IsEmpty ? 0 : theorem.Ladder.Ranks[0])
            {
                IsListed = false,
                Gap = $"Sets are listed for at most {MaximumDimension:N0} coordinates.",
            }];
        }

        return [.. OfFields(theorem.Model, theorem.Ladder, cancellation), .. OfLaws(theorem, dimension, cancellation)];
    }

    private static List<RankStratum> OfFields(Model model, LadderSummary ladder, CancellationToken cancellation)
    {
        string? gap = null;
        if (model.Network is not null)
        {
            // The gradients that a network's model leaves out depend on the others generically, not everywhere.
            bool isSmall = model.FunctionCount <= MaximumFunctions;
            model = isSmall ? model.WithEveryFunction(cancellation) : model;
            gap = isSmall ? null : $"Of the {model.FunctionCount:N0} functions only those that count generically were taken; the set listed contains the set sought.";
        }

        var strata = new List<RankStratum>();
        if (!TryClimb(model, ladder, MaximumFields, strata, gap, cancellation)
            && !TryClimb(model, ladder, null, strata, gap ?? "Of the brackets only those that count generically were taken; the set listed contains the set sought.", cancellation))
        {
            strata.Add(new RankStratum(strata.Count, ladder.Ranks.IsEmpty ? 0 : ladder.Ranks[Math.Min(strata.Count, ladder.Ranks.Length - 1)])
            {
                IsListed = false,
                Gap = "The brackets are too large to be worked out.",
            });
        }

        return strata;
    }

    // Goes on where an earlier climb had to stop. With a maximum all fields are followed, without one a basis over Q(θ) of every generation.
    private static bool TryClimb(Model model, LadderSummary ladder, int? maximum, List<RankStratum> strata, string? gap, CancellationToken cancellation)
    {
        int dimension = model.Space.Dimension;
        var spaces = new GeneratedSpaces(dimension, new MeteredDomain(new WorkMeter(MaximumWork, cancellation)), maximum);
        int lastGrowth = 0;
        try
        {
            spaces.Start(model.Generators);
            for (int generation = 0; !spaces.IsCut; generation++)
            {
                if (generation == strata.Count)
                {
                    strata.Add(DropSet.Find(
                        generation, [.. spaces.Fields.Select(field => (field.Coordinates, field.Coefficients))], dimension, [], gap, cancellation));
                }

                lastGrowth = generation > 0 && strata[generation].Rank > strata[generation - 1].Rank ? generation : lastGrowth;
                bool isFinished = strata[generation].IsEmpty && strata[generation].Rank >= ladder.Ranks.LastOrDefault();
                if (isFinished || generation > lastGrowth + MaximumExtraGenerations || !spaces.Climb())
                {
                    return true;
                }
            }

            return false;
        }
        catch (WorkExceededException)
        {
            return false;
        }
    }

    private static IEnumerable<RankStratum> OfLaws(Theorem theorem, int dimension, CancellationToken cancellation)
    {
        PolynomialRing<Integer, IntegerRing> ring = default;
        List<(ImmutableArray<int> Columns, ImmutableArray<Polynomial<Integer>> Entries)> rows =
        [
            .. theorem.Laws.Select(law => ring.Gradient(law.Polynomial)).Select(gradient =>
                (ImmutableArray.CreateRange(gradient, entry => entry.Variable), ImmutableArray.CreateRange(gradient, entry => entry.Derivative))),
            .. theorem.Forms.Select(form => (form.Numerator.Coordinates, form.Numerator.Coefficients)),
        ];
        return rows.Count == 0
            ? []
            : [DropSet.Find(null, rows, dimension, theorem.Forms.Select(form => form.Denominator), null, cancellation)];
    }
}
