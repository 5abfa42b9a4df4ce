using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Every model of counts.csv, whose answers an independent program computed exactly.</summary>
public sealed class ReferenceCountTests
{
    public static TheoryData<string> Ids => [.. ReferenceData.Counts.Keys];

    [Fact]
    public void The_reference_has_64_models() => Assert.Equal(64, ReferenceData.Counts.Count);

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_answer_agrees_with_the_reference(string id)
    {
        CountRow row = ReferenceData.Counts[id];
        Theorem theorem = Prover.Prove(Model.Parse(row.Model));
        Assert.Equal(row.Parameters, theorem.Model.Space.Dimension);
        Assert.InRange(row.Laws, theorem.Lower, theorem.Upper);
        Assert.Equal(row.Parameters, row.Laws + row.Dimension);
        CheckRanks(row.Ranks, theorem.Ladder);
        if (row.Evidence == "laws")
        {
            Assert.Equal(
                (Verdict.Proved, Evidence.Laws, row.Laws, row.Dimension), (theorem.Verdict, theorem.Evidence, theorem.Count, theorem.Ladder.Dimension));
        }

        if (theorem.Verdict == Verdict.Proved)
        {
            Assert.Equal((row.Laws, row.Dimension), (theorem.Count, theorem.Ladder.Dimension));
        }

        if (theorem.Evidence == Evidence.Laws)
        {
            Assert.Equal(row.Laws, theorem.Laws.Length);
            Assert.Equal(row.Degree ?? 0, theorem.Laws.Select(law => law.Degree).DefaultIfEmpty(row.Degree ?? 0).Max());
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void The_ladder_climbed_to_its_end_agrees_with_the_reference(string id)
    {
        CountRow row = ReferenceData.Counts[id];
        Theorem theorem = Prover.Prove(Model.Parse(row.Model), new ProofOptions { FullLadder = true });
        int[] ranks = [.. theorem.Ladder.Ranks];
        Assert.Equal(row.Ranks[^1], ranks[^1]);
        Assert.Equal(row.Ranks.Distinct(), ranks.Distinct());
        Assert.Equal(row.Ranks.Distinct().Count() - 1, theorem.Ladder.Generations);
        Assert.Equal(row.Ranks.Distinct().Count() == 1, theorem.Ladder.IsInvolutive);
        // Monomial maps are proved by their exponents, without words.
        Assert.Equal(theorem.Model.Monomials is null ? row.Ranks[^1] : 0, theorem.Ladder.KeptWords.Length);
    }

    // The list may stop as soon as the bounds meet, but what it shows is the ladder (the rule of check.py).
    private static void CheckRanks(int[] expected, LadderSummary ladder)
    {
        int[] ranks = [.. ladder.Ranks];
        int common = Math.Min(ranks.Length, expected.Length - 1);
        Assert.Equal(expected[..common], ranks[..common]);
        Assert.Equal(expected[^1], ranks.Max());
    }
}
