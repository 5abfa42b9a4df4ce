using System.Collections.Immutable;

namespace ConservationLaws.Proofs;

/// <summary>Puts into words why a count holds, or why it stays open and what would help.</summary>
internal static class ProofReasons
{
    /// <summary>What a proof knows at its end.</summary>
    internal sealed record Facts(
        int Dimension,
        int LawRank,
        int BracketRank,
        bool LadderIsComplete,
        Verdict Verdict,
        Evidence Evidence,
        int SearchedDegree,
        int? RequestedDegree,
        ImmutableArray<string> LeftOut);

    internal static ImmutableArray<string> Explain(Facts facts) => facts.Evidence switch
    {
        Evidence.Laws => [ExplainSandwich(facts)],
        Evidence.Involutive =>
        [
            $"One field alone generates over Q(θ), checked by the vanishing of all 2×2 minors: by the straightening theorem for a field that does not vanish there are exactly D − 1 = {facts.Dimension - 1} independent laws near every generic point.",
            .. facts.LawRank < facts.Dimension - 1
                ? [$"{(facts.LawRank == 0 ? "No polynomial law" : Count(facts.LawRank, "independent polynomial law"))} of degree at most {facts.SearchedDegree} {(facts.LawRank <= 1 ? "was" : "were")} found; of the others only existence is proved (--degree K searches higher degrees)."]
                : ImmutableArray<string>.Empty,
        ],
        _ => ExplainOpen(facts),
    };

    private static string ExplainSandwich(Facts facts) => (facts.LawRank, facts.BracketRank) switch
    {
        (0, _) => $"Generators and their brackets span all {facts.Dimension} directions at one point; a law is constant along each of them, so there is none but constants, near that point and generically.",
        (_, 0) => "Every generator vanishes, so every function is conserved.",
        _ => $"{Count(facts.LawRank, "law")}, checked as {(facts.LawRank == 1 ? "an identity" : "identities")} over Z, and {(facts.BracketRank == 1 ? "1 generator" : $"{facts.BracketRank:N0} generators and brackets of them")} have full rank at one point; {facts.LawRank} + {facts.BracketRank} = {facts.Dimension}, and a law is constant along each of these, so there are no others, near that point and generically.",
    };

    private static ImmutableArray<string> ExplainOpen(Facts facts)
    {
        ImmutableArray<string>.Builder reasons = ImmutableArray.CreateBuilder<string>();
        if (facts.Verdict == Verdict.Limit)
        {
            reasons.Add("The work was stopped before its end; both bounds hold.");
        }

        string ladder = facts.LadderIsComplete ? "no further bracket raises the rank at the seeded points" : "the ladder of brackets was not climbed to its end";
        string found = facts.LawRank == 0 ? "No polynomial law was found" : $"{Count(facts.LawRank, "independent polynomial law")} {(facts.LawRank == 1 ? "was" : "were")} found";
        reasons.Add($"{found} up to degree {facts.SearchedDegree}, and independent brackets leave room for {facts.Dimension - facts.BracketRank}; {ladder}.");
        reasons.AddRange(facts.LeftOut.Select(leftOut => $"Left out: {leftOut}."));
        if (facts.Verdict == Verdict.Open)
        {
            reasons.Add(facts.LadderIsComplete
                ? $"The missing laws, if there are any, are no polynomials of degree at most {facts.SearchedDegree}: --degree {facts.SearchedDegree + 2} searches further; rational and transcendental laws are not searched."
                : "Another --seed takes another point.");
        }

        return reasons.ToImmutable();
    }

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";
}
