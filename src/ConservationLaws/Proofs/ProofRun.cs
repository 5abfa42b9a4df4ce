using System.Collections.Immutable;
using ConservationLaws.Laws;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

// Lower bound: laws that are identities over Z, with gradients of rank k at a point. Upper bound: iterated brackets of rank m at the
// same point; every law kills them all, so there are at most D − m. Both ranks are taken modulo a prime, which can only make them
// smaller. When k + m = D the count is k, near the point and generically (math.md 1.4).

/// <summary>One proof of one model: raises both bounds until they meet or the means are exhausted.</summary>
internal sealed class ProofRun
{
    // An unlucky point or prime leaves an answer open that another point closes.
    private const int MaximumAttempts = 3;

    // Systems of degree 1 and 2 are cheap and close most models, so they come before the first bracket.
    private const int CheapDegree = 2;

    // From so many coordinates on the ranks are first sought at points with many zeros.
    private const int SparseDimension = 600;

    private readonly Model _model;
    private readonly ProofOptions _options;
    private readonly IProgress<ProofProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly LawSearch _search;
    private readonly List<Law> _candidates = [];
    private readonly List<string> _leftOut = [];
    private int _searchedDegree;
    private bool _isSingleField;
    private EvaluationPoint _point;
    private IndependentLaws _laws;
    private LieLadder? _ladder;
    private SparseProof? _sparse;

    internal ProofRun(Model model, ProofOptions options, IProgress<ProofProgress>? progress, CancellationToken cancellation)
    {
        _model = model;
        _options = options;
        _progress = progress;
        _cancellation = cancellation;
        _search = new LawSearch(model, options.Threads);
        _point = EvaluationPoint.Generic(Dimension, options.Seed, attempt: 0);
        _laws = new IndependentLaws(_point);
    }

    private int Dimension => _model.Space.Dimension;

    private int Rank => _sparse?.Ladder.Rank ?? _ladder?.Rank ?? 0;

    private bool IsClosed => _sparse is not null || _laws.Count + Rank == Dimension;

    /// <summary>Runs the proof.</summary>
    internal Theorem Run()
    {
        bool isStopped = false;
        ImmutableArray<SpecialPointResult> specialPoints = [];
        ImmutableArray<string> matrixLaws = [];
        try
        {
            _sparse = SeekSparseProof();
            for (int attempt = 0; attempt < MaximumAttempts && !IsClosed && !_isSingleField; attempt++)
            {
                Attempt(attempt);
            }

            Report(ProofStage.Proof, 0, 0);
            specialPoints = [.. _model.SpecialPoints.Select(AnalyzeSpecialPoint)];
            matrixLaws = MatrixLaws.Find(_model, SortedLaws(), _point, _cancellation);
        }
        catch (OperationCanceledException) when (_cancellation.IsCancellationRequested)
        {
            isStopped = true;
        }

        Verdict verdict = IsClosed || _isSingleField ? Verdict.Proved : isStopped ? Verdict.Limit : Verdict.Open;
        ImmutableArray<Law> laws = SortedLaws();
        int lower = _isSingleField ? Dimension - 1 : laws.Length;
        int upper = _isSingleField ? Dimension - 1 : Dimension - Rank;
        Evidence evidence = verdict != Verdict.Proved ? Evidence.None : IsClosed ? Evidence.Laws : Evidence.Involutive;
        int? proved = verdict == Verdict.Proved ? Dimension - lower : null;
        LadderSummary ladder = _sparse is null
            ? new LadderSummary(_ladder?.Ranks ?? [], proved, _ladder?.Words ?? [], _ladder?.KeptWords ?? [])
            : new LadderSummary(_sparse.Ranks, proved, _sparse.Ladder.Words, _sparse.Ladder.KeptWords);
        EvaluationPoint point = _sparse?.Point ?? _point;
        return new Theorem
        {
            Model = _model,
            Seed = _options.Seed,
            Verdict = verdict,
            Evidence = evidence,
            Lower = lower,
            Upper = upper,
            GeneratorCount = _model.Generators.Length,
            Laws = laws,
            MatrixLaws = matrixLaws,
            Ladder = ladder,
            Point = new WitnessPoint(point.Field.Modulus, point.Values),
            SpecialPoints = specialPoints,
            Reasons = ProofReasons.Explain(
                new ProofReasons.Facts(Dimension, laws.Length, Rank, _ladder?.IsComplete ?? false, verdict, evidence, _searchedDegree, _options.Degree, [.. _leftOut])),
        };
    }

    private ImmutableArray<Law> SortedLaws() => [.. (_sparse is null ? _laws.Laws : _sparse.Laws).OrderBy(law => law.Degree)];

    // Cheap laws and first brackets close the bounds of most large models; where they do not, the search found them for the general way.
    private SparseProof? SeekSparseProof()
    {
        if (Dimension < SparseDimension || _options.FullLadder || _options.Degree < CheapDegree || !_model.SpecialPoints.IsEmpty
            || _model.Flow.Dynamics != FlowDynamics.Gradient)
        {
            return null;
        }

        // Their gradients at the generic point, which have no zeros, are not wanted yet.
        SearchUpTo(CheapDegree, keepsLaws: false);
        Report(ProofStage.Lie, 0, 0, $"{_model.Generators.Length:N0} fields on R^{Dimension:N0} at points with many zeros");
        return SparseProof.TryClose(_model, [.. _candidates], _options.Seed, _cancellation);
    }

    private void Attempt(int attempt)
    {
        _point = EvaluationPoint.Generic(Dimension, _options.Seed, attempt);
        _laws = new IndependentLaws(_point);
        _ladder = null;
        Keep(_candidates);
        Report(ProofStage.Lie, 0, 0, $"{_model.Generators.Length:N0} fields on R^{Dimension:N0}");
        _ladder = new LieLadder(_model.Generators, _point, Dimension, _cancellation);
        _isSingleField = Rank == 1 && SingleField.Generates(_model.Generators, _cancellation);
        int maximum = _options.Degree ?? (_isSingleField || _options.FullLadder ? CheapDegree : ProofOptions.DefaultDegree);
        SearchUpTo(Math.Min(CheapDegree, maximum));
        if (!_isSingleField)
        {
            Report(ProofStage.Lie, 0, 0);
            _ladder.ClimbTo(_options.FullLadder ? Dimension : Dimension - _laws.Count, _progress, _cancellation);
        }

        SearchUpTo(maximum);
    }

    // Raises the degree until the bounds meet; degrees searched before are not searched again.
    private void SearchUpTo(int degree, bool keepsLaws = true)
    {
        while (_searchedDegree < degree && !IsClosed)
        {
            int next = _searchedDegree + 1;
            Report(ProofStage.Laws, next, degree, $"laws of degree {next}: {_search.CountUnknowns(next):N0} unknowns");
            LawSearchResult result = _search.Search(next, unlimited: _options.Degree is not null, _cancellation);
            _searchedDegree = next;
            if (result.LeftOut is not null)
            {
                _leftOut.Add(result.LeftOut);
            }

            _candidates.AddRange(result.Laws);
            if (keepsLaws)
            {
                Keep(result.Laws);
            }
        }
    }

    private void Keep(IEnumerable<Law> candidates)
    {
        foreach (Law law in candidates)
        {
            if (IsClosed)
            {
                return;
            }

            _laws.TryAdd(law);
        }
    }

    private SpecialPointResult AnalyzeSpecialPoint(SpecialPoint point)
    {
        EvaluationPoint place = _point.With(point.Coordinates);
        var laws = new IndependentLaws(place);
        int lawRank = _laws.Laws.Count(laws.TryAdd);
        ImmutableArray<int> ranks = PointwiseLadder.Climb(_model.Generators, place, _point, Rank, _ladder?.Ranks.Length ?? 1, _cancellation);
        return new SpecialPointResult(point, ranks, lawRank, _isSingleField ? Dimension - 1 : Dimension - Rank);
    }

    private void Report(ProofStage stage, long done, long total, string? detail = null) =>
        _progress?.Report(new ProofProgress(stage, done, total, detail));
}
