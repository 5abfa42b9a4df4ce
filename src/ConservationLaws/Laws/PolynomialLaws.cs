using System.Collections.Immutable;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Laws;

/// <summary>The polynomial laws of a model up to a degree.</summary>
public static class PolynomialLaws
{
    /// <summary>Finds all polynomial laws up to a degree, or independent generators of them.</summary>
    /// <param name="model">The model.</param>
    /// <param name="degree">The highest degree, at least 1.</param>
    /// <param name="all">Whether a basis of the whole vector space is wanted, products of laws included, or independent generators only.</param>
    /// <param name="options">Seed and threads; null for the defaults.</param>
    /// <param name="progress">Told how far the work has come; null for nobody.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>The laws by degree; independent ones have gradients of full rank at the seeded point.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The degree is below 1.</exception>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static ImmutableArray<Law> Find(
        Model model, int degree, bool all, ProofOptions? options = null, IProgress<ProofProgress>? progress = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentOutOfRangeException.ThrowIfLessThan(degree, 1);
        options ??= new ProofOptions();
        var search = new LawSearch(GeneratorSystem.Of(model), options.Threads);
        var point = EvaluationPoint.Generic(model.Space.Dimension, options.Seed, attempt: 0);
        var independent = new IndependentLaws(point);
        var basis = ImmutableArray.CreateBuilder<Law>();
        // A search over fields that mix degrees finds the lower degrees too; for a basis of everything it is enough alone.
        int first = all && !search.SplitsByDegree ? degree : 1;
        for (int current = first; current <= degree; current++)
        {
            progress?.Report(new ProofProgress(ProofStage.Laws, current, degree, $"laws of degree {current}: {search.CountUnknowns(current):N0} unknowns"));
            LawSearchResult result = search.Search(current, unlimited: true, cancellation);
            if (result.LeftOut is not null)
            {
                throw new ArgumentOutOfRangeException(nameof(degree), result.LeftOut);
            }

            foreach (Law law in result.Laws)
            {
                if (all || independent.TryAdd(law))
                {
                    basis.Add(law);
                }
            }
        }

        return [.. basis.OrderBy(law => law.Degree)];
    }
}
