using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

// Every component is proved at its own part of one point of the whole space, modulo one prime, so that the sums of the ranks are ranks of the
// model at that point. A component that is equal to an earlier one in its own coordinates takes over laws and words and has both ranks taken
// again at its part of the point; where bad luck makes one smaller there it is proved by itself.

/// <summary>The proof of a model: its components one after the other, and the sum.</summary>
internal sealed class ModelProof
{
    // An unlucky point or prime leaves an answer open that another point closes.
    private const int MaximumAttempts = 3;

    private readonly Model _model;
    private readonly ProofOptions _options;
    private readonly IProgress<ProofProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly Decomposition _parts;
    private readonly List<Kind> _kinds = [];
    private Round _round;

    internal ModelProof(Model model, ProofOptions options, IProgress<ProofProgress>? progress, CancellationToken cancellation)
    {
        _model = model;
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        _parts = Decomposition.Of(model, options);
        _round = NewRound(0);
        foreach (IGrouping<GeneratorSystem, int> alike in Enumerable.Range(0, _parts.Components.Length).GroupBy(index => _parts.Components[index].System))
        {
            _kinds.Add(NewKind([.. alike], _round));
        }
    }

    private int Dimension => _model.Space.Dimension;

    /// <summary>Runs the proof.</summary>
    internal Theorem Run()
    {
        bool isStopped = false;
        ImmutableArray<SpecialPointResult> specialPoints = [];
        ImmutableArray<string> matrixLaws = [];
        try
        {
            Prove();
            AlignClosures();
            _progress?.Report(new ProofProgress(ProofStage.Proof, 0, 0));
            specialPoints = [.. _model.SpecialPoints.Select(AnalyzeSpecialPoint)];
            matrixLaws = MatrixLaws.Find(_model, Laws(), _round.Points.Generic, _cancellation);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            isStopped = true;
        }

        ImmutableArray<SystemProof> proofs = Proofs();
        ImmutableArray<Law> laws = Laws();
        bool isProved = proofs.All(proof => proof.IsSettled);
        Verdict verdict = isProved ? Verdict.Proved : isStopped ? Verdict.Limit : Verdict.Open;
        Evidence evidence = !isProved ? Evidence.None
            : !proofs.All(proof => proof.IsClosed) ? Evidence.Involutive
            : proofs.All(proof => proof.Forms.IsEmpty) ? Evidence.Laws
            : Evidence.OneForms;
        bool isInvolutive = evidence == Evidence.Involutive;
        int lower = _parts.Untouched.Length + proofs.Sum(proof => proof.Lower);
        return new Theorem
        {
            Model = _model,
            Seed = _options.Seed,
            Verdict = verdict,
            Evidence = evidence,
            Lower = lower,
            Upper = _parts.Untouched.Length + proofs.Sum(proof => proof.Upper),
            GeneratorCount = _model.Generators.Length,
            Laws = laws,
            Forms = DirectSum.OfForms(_parts, proofs),
            MatrixLaws = matrixLaws,
            Ladder = DirectSum.OfLadders(_parts, proofs, isProved ? Dimension - lower : null),
            Point = Point(proofs),
            ClosureForms = isInvolutive ? DirectSum.OfClosureForms(_parts, proofs) : null,
            Structure = isInvolutive ? DirectSum.OfStructure(_parts, proofs) : null,
            SpecialPoints = specialPoints,
            Reasons = ProofReasons.Explain(new ProofReasons.Facts(_model.Space, _parts, proofs, laws.Length, verdict, evidence)),
        };
    }

    // Systems that are settled wait until the others are, or cannot be: only then is the point of the answer known.
    private void Prove()
    {
        for (int attempt = 0; attempt < MaximumAttempts; attempt++)
        {
            Round round = attempt == 0 ? _round : NewRound(attempt);
            Prove(round, kind => !kind.Run.IsSettled);
            if (attempt > 0 && attempt < MaximumAttempts - 1 && !_kinds.TrueForAll(kind => kind.Run.IsSettled))
            {
                continue;
            }

            Prove(round, kind => kind.Latest != round);
            _round = round;
            if (_kinds.TrueForAll(kind => kind.Run.IsSettled))
            {
                return;
            }
        }
    }

    private void Prove(Round round, Func<Kind, bool> isWanted)
    {
        // Members that cannot follow the first of their kind are appended as kinds of their own.
        for (int index = 0; index < _kinds.Count; index++)
        {
            if (isWanted(_kinds[index]))
            {
                Prove(_kinds[index], round);
            }
        }
    }

    private void Prove(Kind kind, Round round)
    {
        kind.Latest = round;
        try
        {
            kind.Run.Attempt(PointsOf(kind.Members[0], round));
        }
        finally
        {
            round.Proofs[kind.Members[0]] = kind.Run.Proof;
        }

        foreach (int member in kind.Members.Skip(1).ToArray())
        {
            if (kind.Run.TryMove(PointsOf(member, round)) is { } moved)
            {
                round.Proofs[member] = moved;
            }
            else
            {
                kind.Members.Remove(member);
                _kinds.Add(NewKind([member], round));
            }
        }
    }

    // A certificate of the whole wants one kind of evidence: structure functions of every component, or laws and forms. Forms are for all mixtures.
    private void AlignClosures()
    {
        if (!_round.Proofs.All(proof => proof is { IsSettled: true }) || _round.Proofs.All(proof => proof!.IsClosed || proof.Closure?.Structure is null)
            || _round.Proofs.All(proof => proof!.Closure?.Structure is not null))
        {
            return;
        }

        var meter = new WorkMeter(ProofRun.LastClosureWork, _cancellation);
        for (int index = 0; index < _round.Proofs.Length; index++)
        {
            SystemProof proof = _round.Proofs[index]!;
            if (!proof.IsClosed && proof.Closure is { Structure: not null, Forms: null } closure)
            {
                var problem = new ClosureProblem(_parts.Components[index].System, proof.Words, proof.KeptWords, proof.Point, meter);
                _round.Proofs[index] = proof with { Closure = closure with { Forms = InvolutiveClosure.TryAnnihilate(problem, proof.Laws) } };
            }
        }
    }

    private Round NewRound(int attempt) => new(WitnessPoints.Of(_model, _options.Seed, attempt), new SystemProof?[_parts.Components.Length]);

    private Kind NewKind(List<int> members, Round round)
    {
        string? label = _parts.IsWhole ? null : $"component {members[0] + 1:N0} of {_parts.Components.Length:N0}";
        return new Kind(new ProofRun(_parts.Components[members[0]].System, _options, label, PointsOf(members[0], round), _progress, _cancellation), members);
    }

    private WitnessPoints PointsOf(int component, Round round) => _parts.IsWhole ? round.Points : round.Points.Restrict(_parts.Components[component].Coordinates);

    private ImmutableArray<SystemProof> Proofs() =>
        [.. _round.Proofs.Select((proof, component) => proof ?? new SystemProof { Point = PointsOf(component, _round).Generic })];

    private ImmutableArray<Law> Laws()
    {
        ImmutableArray<SystemProof> proofs = Proofs();
        return _parts.IsWhole
            ? [.. proofs[0].Laws.OrderBy(law => law.Degree)]
            : DirectSum.OfLaws(_parts, proofs);
    }

    // The seeded point, with zeros where a component was proved at a point with zeros.
    private WitnessPoint Point(ImmutableArray<SystemProof> proofs)
    {
        EvaluationPoint generic = _round.Points.Generic;
        Rational[] values = [.. generic.Values];
        foreach ((Component component, SystemProof proof) in _parts.Components.Zip(proofs))
        {
            for (int place = 0; place < component.Coordinates.Length; place++)
            {
                values[component.Coordinates[place]] = proof.Point.Values[place];
            }
        }

        return new WitnessPoint(generic.Field.Modulus, [.. values]);
    }

    // Models with such points are proved whole.
    private SpecialPointResult AnalyzeSpecialPoint(SpecialPoint point)
    {
        SystemProof proof = Proofs()[0];
        EvaluationPoint place = proof.Point.With(point.Coordinates);
        var laws = new IndependentLaws(place);
        int lawRank = proof.Laws.Count(laws.TryAdd);
        ImmutableArray<int> ranks = PointwiseLadder.Climb(_model.Generators, place, proof.Point, proof.Rank, Math.Max(1, proof.Ranks.Length), _cancellation);
        return new SpecialPointResult(point, ranks, lawRank, proof.Upper);
    }

    // An attempt at one point. Nothing of an earlier round changes when a later one is begun, or stopped.
    private sealed record Round(WitnessPoints Points, SystemProof?[] Proofs);

    // Components that are equal in their own coordinates, the first one proved, the others following it.
    private sealed record Kind(ProofRun Run, List<int> Members)
    {
        internal Round? Latest { get; set; }
    }
}
