using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Tests.Proofs;

namespace ConservationLaws.Tests.Laws.Forms;

/// <summary>Threads change nothing, seeds only the point; work that is stopped leaves what holds.</summary>
public sealed class FormDeterminismTests
{
    public static TheoryData<string> Models =>
    [
        FormModels.Golden, FormModels.Logarithm, FormModels.Mirror, FormModels.SquareNeurons, FormModels.Screw, FormModels.TwoMirrors, "network 1 -> 2 -> 2 -> 1",
        "parameters V[2,3]; phi V*V^T",
    ];

    [Theory]
    [MemberData(nameof(Models))]
    public void Threads_change_nothing(string model)
    {
        Theorem one = Prover.Prove(Model.Parse(model), new ProofOptions { Threads = 1 });
        Theorem two = Prover.Prove(Model.Parse(model), new ProofOptions { Threads = 2 });
        Assert.Equal(Describe(one), Describe(two));
        Assert.Equal(PointOf(one), PointOf(two));
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Seeds_change_the_point_alone(string model)
    {
        Theorem expected = Answers.Prove(model);
        foreach (ulong seed in (ulong[])[0, 2, 3, 1234567, ulong.MaxValue])
        {
            Theorem theorem = Answers.Prove(model, seed);
            Assert.Equal(Describe(expected), Describe(theorem));
            Assert.NotEqual(PointOf(expected), PointOf(theorem));
        }
    }

    [Theory]
    [MemberData(nameof(Models))]
    public void Work_that_is_stopped_leaves_laws_that_hold(string model)
    {
        int laws = Answers.Prove(model).Lower;
        int stopped = 0;
        for (int reports = 1; reports <= 40; reports++)
        {
            using var stopping = new CancellationTokenSource();
            Theorem theorem = Prover.Prove(Model.Parse(model), progress: new StopAfter(stopping, reports), cancellation: stopping.Token);
            Assert.InRange(laws, theorem.Lower, theorem.Upper);
            Assert.True(theorem.Verdict != Verdict.Limit || stopping.IsCancellationRequested);
            FormCheck.AssertSound(theorem);
            stopped += theorem.Verdict == Verdict.Limit ? 1 : 0;
            if (!stopping.IsCancellationRequested)
            {
                break;
            }
        }

        Assert.NotEqual(0, stopped);
    }

    [Fact]
    public void Work_stopped_before_it_begins_has_no_laws()
    {
        Theorem theorem = Prover.Prove(Model.Parse(FormModels.Golden), cancellation: new CancellationToken(canceled: true));
        Assert.Equal((Verdict.Limit, 0, 2, 0), (theorem.Verdict, theorem.Lower, theorem.Upper, theorem.Forms.Length));
    }

    private static string PointOf(Theorem theorem) => string.Join(' ', theorem.Point.Values);

    private static string Describe(Theorem theorem) => string.Join('\n', (string[])[
        $"{theorem.Verdict} {theorem.Lower} {theorem.Upper} {theorem.Evidence}",
        .. theorem.Laws.Select(law => law.Format(theorem.Model.Space.Name)),
        .. theorem.Forms.Select(form => $"{form.Class} {form.Format(theorem.Model.Space.Name)} {form.FormatDifferential(theorem.Model.Space.Name)}"),
        .. theorem.Forms.SelectMany(form => form.Kernel).Select(field => string.Join(' ', field.Coordinates.Zip(field.Coefficients))),
    ]);

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
