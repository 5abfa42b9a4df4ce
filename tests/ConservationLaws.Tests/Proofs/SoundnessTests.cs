using ConservationLaws.Laws;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Whatever happens, both bounds hold: degrees too low, work stopped early, other seeds.</summary>
public sealed class SoundnessTests
{
    public static TheoryData<string> Ids => [.. ReferenceData.Counts.Keys];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Work_stopped_at_any_moment_leaves_an_interval_that_holds(string id)
    {
        CountRow row = ReferenceData.Counts[id];
        for (int step = 1; step < 200; step += step)
        {
            using var stopping = new CancellationTokenSource();
            Theorem theorem = Prover.Prove(Model.Parse(row.Model), progress: new StopAfter(stopping, step), cancellation: stopping.Token);
            AssertSound(row, theorem);
            Assert.True(theorem.Verdict != Verdict.Limit || stopping.IsCancellationRequested);
        }
    }

    [Fact]
    public void Work_stopped_before_it_begins_leaves_the_trivial_interval()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Theorem theorem = Prover.Prove(Model.Parse("network 3 -> 3 -> 3"), cancellation: stopped.Token);
        Assert.Equal((Verdict.Limit, Evidence.None), (theorem.Verdict, theorem.Evidence));
        Assert.Equal((0, 18), (theorem.Lower, theorem.Upper));
        Assert.NotEmpty(theorem.Reasons);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void A_degree_that_is_too_low_leaves_an_interval_that_holds(string id)
    {
        CountRow row = ReferenceData.Counts[id];
        AssertSound(row, Prover.Prove(Model.Parse(row.Model), new ProofOptions { Degree = 1 }));
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Every_seed_gives_an_interval_that_holds(string id)
    {
        CountRow row = ReferenceData.Counts[id];
        foreach (ulong seed in new ulong[] { 0, 2, 3, ulong.MaxValue })
        {
            Theorem theorem = Prover.Prove(Model.Parse(row.Model), new ProofOptions { Seed = seed });
            AssertSound(row, theorem);
            Assert.Equal(row.Evidence == "laws" ? Verdict.Proved : theorem.Verdict, theorem.Verdict);
        }
    }

    private static void AssertSound(CountRow row, Theorem theorem)
    {
        Assert.InRange(row.Laws, theorem.Lower, theorem.Upper);
        Assert.True(theorem.Count is null || theorem.Count == row.Laws);
        Assert.True(theorem.Ladder.Dimension is null || theorem.Ladder.Dimension == row.Dimension);
        Assert.All(theorem.Ladder.Ranks, rank => Assert.InRange(rank, 0, row.Dimension));
        Assert.InRange(theorem.Laws.Length, 0, row.Laws);
        if (theorem.Model.Space.Dimension <= 30)
        {
            var verification = new LawVerification(theorem.Model.Generators, theorem.Model.Space.Dimension);
            Assert.All(theorem.Laws, law => Assert.Equal(-1, verification.FindViolation(law.Polynomial, CancellationToken.None)));
        }
    }

    private sealed class StopAfter(CancellationTokenSource stopping, int reports) : IProgress<ProofProgress>
    {
        private int _left = reports;

        public void Report(ProofProgress value)
        {
            if (--_left == 0)
            {
                stopping.Cancel();
            }
        }
    }
}
