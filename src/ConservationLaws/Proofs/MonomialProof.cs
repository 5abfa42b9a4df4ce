using System.Collections.Immutable;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Monomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

/// <summary>The proof for models whose φ consists of monomials: the laws are the kernel of the exponent matrix (math.md 7.2).</summary>
internal static class MonomialProof
{
    /// <summary>Proves the count of a model of this kind.</summary>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    internal static Theorem Prove(Model model, ProofOptions options, IProgress<ProofProgress>? progress, CancellationToken cancellation)
    {
        int dimension = model.Space.Dimension;
        progress?.Report(new ProofProgress(ProofStage.Laws, 0, 0, $"{model.FunctionCount:N0} monomials in {dimension:N0} parameters"));
        ImmutableArray<Law> laws = model.Monomials switch
        {
            NetworkPaths network => PathPotentials.Laws(network.Graph, dimension, options.Threads, cancellation),
            ExplicitMonomials monomials => ExponentKernel.Laws(monomials.Exponents, dimension, options.Threads, cancellation),
            _ => throw new ArgumentException("The functions of the model are no monomials.", nameof(model)),
        };
        progress?.Report(new ProofProgress(ProofStage.Proof, 0, 0));
        int rank = dimension - laws.Length;
        // Any point with non-zero coordinates serves: gradients of the laws and generators have their full ranks there.
        var point = EvaluationPoint.Generic(dimension, options.Seed, attempt: 0);
        return new Theorem
        {
            Model = model,
            Seed = options.Seed,
            Verdict = Verdict.Proved,
            Evidence = Evidence.Laws,
            Lower = laws.Length,
            Upper = laws.Length,
            GeneratorCount = rank,
            Laws = [.. laws.OrderBy(law => law.Degree)],
            MatrixLaws = model.Monomials is NetworkPaths paths
                ? MatrixLaws.OfGatedLayers(paths)
                : MatrixLaws.Find(model, laws, point, cancellation),
            Ladder = new LadderSummary([rank], rank, [], []),
            Point = new WitnessPoint(point.Field.Modulus, point.Values),
            SpecialPoints = [],
            Reasons =
            [
                $"φ consists of monomials, so along every generator the functions θ²/2 of the parameters grow in a constant direction: where no parameter vanishes, the generators are involutive of rank {rank:N0}, the rank of the matrix of exponents, and the laws are exactly the combinations of squares in its kernel, of dimension {dimension:N0} − {rank:N0} = {laws.Length:N0}. Kernel and rank are exact.",
            ],
        };
    }
}
