using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Short ways to prove and to say what the answer must be.</summary>
internal static class Answers
{
    internal static Theorem Prove(string model, ulong seed = 1, int? degree = null) =>
        Prover.Prove(Model.Parse(model), new ProofOptions { Seed = seed, Degree = degree });

    /// <summary>The count is proved by polynomial laws and brackets.</summary>
    internal static Theorem HasExactly(int laws, string model)
    {
        Theorem theorem = Prove(model);
        Assert.True(theorem.Count == laws, $"{model}: {theorem.Verdict} {theorem.Lower}..{theorem.Upper}, not {laws}");
        Assert.Equal(Evidence.Laws, theorem.Evidence);
        Assert.Equal(laws, theorem.Laws.Length);
        return theorem;
    }

    /// <summary>The ranks of V₀, V₁, … climbed to the end, without the repetition at the end.</summary>
    internal static int[] FullLadder(string model) =>
        [.. Prover.Prove(Model.Parse(model), new ProofOptions { FullLadder = true }).Ladder.Ranks.Distinct()];

    /// <summary>The laws of U·Vᵀ with U n×r and V m×r (math.md 3.1): r(r+1)/2, or N(2r+1−N)/2 from r = N = n+m on.</summary>
    internal static int OfTwoLinearLayers(int n, int m, int r) =>
        r <= n + m ? r * (r + 1) / 2 : (n + m) * ((2 * r) + 1 - n - m) / 2;

    /// <summary>The balancedness laws of a linear network (math.md 3.1): Σ d(d+1)/2 − k(k+1)/2 over the hidden widths d, k the excess over both neighbours together.</summary>
    internal static int OfBalancedness(int[] widths) => Enumerable.Range(1, widths.Length - 2).Sum(i =>
    {
        int excess = Math.Max(0, widths[i] - widths[i - 1] - widths[i + 1]);
        return (widths[i] * (widths[i] + 1) / 2) - (excess * (excess + 1) / 2);
    });
}
