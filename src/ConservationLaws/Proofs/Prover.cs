using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

/// <summary>Counts the conservation laws of a model and proves the count.</summary>
public static class Prover
{
    /// <summary>Finds the laws of a model, the dimension of its Lie algebra, and a proof that there are no other laws.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">How the proof is attempted; null for the defaults.</param>
    /// <param name="progress">Told how far the work has come; null for nobody.</param>
    /// <param name="cancellation">Stops the work; the theorem then carries the bounds proved so far and the verdict <see cref="Verdict.Limit"/>.</param>
    /// <returns>The count when both bounds meet, else the best proved interval with the reason.</returns>
    /// <remarks>The sandwich argument of math.md 1.4; the count theorem is Corollary 3.4 of arXiv:2307.00144.</remarks>
    /// <example><code>
    /// Theorem theorem = Prover.Prove(Model.Parse("network 3 -> 3 -> 3"));
    /// Console.WriteLine(theorem.Count); // 6
    /// </code></example>
    public static Theorem Prove(
        Model model, ProofOptions? options = null, IProgress<ProofProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        options ??= new ProofOptions();
        Theorem theorem = ProveForFunctions(model, options, progress, cancellation);
        // Whoever asks for the ladder asks about φ.
        return options.FullLadder ? theorem : NetworkScope.Lift(theorem, cancellation);
    }

    /// <summary>What is certain about a model without any work: between 0 and D laws.</summary>
    /// <param name="model">The model.</param>
    /// <param name="options">The options of the proof that was not finished; null for the defaults.</param>
    public static Theorem Unfinished(Model model, ProofOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        var point = EvaluationPoint.Generic(model.Space.Dimension, options?.Seed ?? new ProofOptions().Seed, attempt: 0);
        return new Theorem
        {
            Model = model,
            Seed = options?.Seed ?? new ProofOptions().Seed,
            Verdict = Verdict.Limit,
            Evidence = Evidence.None,
            Lower = 0,
            Upper = model.Space.Dimension,
            GeneratorCount = 0,
            Laws = [],
            MatrixLaws = [],
            Ladder = new LadderSummary([], null, [], []),
            Point = new WitnessPoint(point.Field.Modulus, point.Values),
            SpecialPoints = [],
            Reasons = ["The work was stopped before anything was found; only that there are at most as many laws as coordinates is known."],
        };
    }

    private static Theorem ProveForFunctions(Model model, ProofOptions options, IProgress<ProofProgress>? progress, CancellationToken cancellation)
    {
        if (model.Monomials is not null)
        {
            try
            {
                return MonomialProof.Prove(model, options, progress, cancellation);
            }
            catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
            {
                return Unfinished(model, options);
            }
        }

        return new ModelProof(model, options, progress, cancellation).Run();
    }
}
