using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

// Lower bound: laws that are identities over Z, with gradients of rank k at a point. Upper bound: iterated brackets of rank m at the
// same point; every law kills them all, so there are at most D − m. Both ranks are taken modulo a prime, which can only make them
// smaller. When k + m = D the count is k, near the point and generically (math.md 1.4).

/// <summary>One proof of one system of generators: raises both bounds until they meet or the means are exhausted.</summary>
internal sealed class ProofRun
{
    // Systems of degree 1 and 2 are cheap and close most models, so they come before the first bracket.
    private const int CheapDegree = 2;

    // From so many coordinates on the ranks are first sought at points with many zeros.
    private const int SparseDimension = 600;

    // Products of terms for closures before laws of higher degrees are sought, and after: a fraction of a second, and a few seconds.
    private const long FirstClosureWork = 5_000_000;
    internal const long LastClosureWork = 40_000_000;

    // Where the count is proved by a closure, formulas of laws are worth systems up to these sizes: those of moderate degree and the others.
    private const int ModerateDegree = 4;
    private const int MaximumModerateUnknowns = 100_000;

    private readonly GeneratorSystem _system;
    private readonly ProofOptions _options;
    private readonly string? _label;
    private readonly IProgress<ProofProgress>? _progress;
    private readonly CancellationToken _cancellation;
    private readonly WorkMeter _firstClosureWork;
    private readonly WorkMeter _lastClosureWork;
    private readonly LawSearch _search;
    private readonly List<Law> _candidates = [];
    private readonly List<string> _leftOut = [];
    private bool _isSparseExhausted;
    private int _searchedDegree;
    private bool _isSingleField;
    private Closure? _closure;
    private ImmutableArray<FormLaw> _forms = [];
    private EvaluationPoint _point;
    private IndependentLaws _laws;
    private LieLadder? _ladder;
    private SparseProof? _sparse;

    /// <summary>Prepares a proof.</summary>
    /// <param name="system">The generators.</param>
    /// <param name="options">How the proof is attempted.</param>
    /// <param name="label">What progress reports call the system; null when it is the whole model.</param>
    /// <param name="points">The points of the first attempt.</param>
    /// <param name="progress">Told how far the work has come.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal ProofRun(
        GeneratorSystem system, ProofOptions options, string? label, WitnessPoints points, IProgress<ProofProgress>? progress, CancellationToken cancellation)
    {
        _system = system;
        _options = options;
        _label = label;
        _progress = progress;
        _cancellation = cancellation;
        _firstClosureWork = new WorkMeter(FirstClosureWork, cancellation);
        _lastClosureWork = new WorkMeter(LastClosureWork, cancellation);
        _search = new LawSearch(system, options.Threads);
        _point = points.Generic;
        _laws = new IndependentLaws(_point);
        _isSparseExhausted = points.Sparse is null || Dimension < SparseDimension || options.FullLadder || options.Degree < CheapDegree;
    }

    /// <summary>What is proved by now.</summary>
    internal SystemProof Proof => new()
    {
        Point = _sparse?.Point ?? _point,
        Laws = _sparse?.Laws ?? _laws.Laws,
        Forms = _forms,
        Rank = Rank,
        Ranks = _sparse?.Ranks ?? _ladder?.Ranks ?? [],
        Words = _sparse?.Ladder.Words ?? _ladder?.Words ?? [],
        KeptWords = _sparse?.Ladder.KeptWords ?? _ladder?.KeptWords ?? [],
        IsSingleField = _isSingleField,
        Closure = _closure,
        LadderIsComplete = _ladder?.IsComplete ?? false,
        SearchedDegree = _searchedDegree,
        LeftOut = [.. _leftOut],
    };

    /// <summary>Whether the number of laws is proved.</summary>
    internal bool IsSettled => IsClosed || _isSingleField || _closure is not null;

    private int Dimension => _system.Dimension;

    private int Rank => _sparse?.Ladder.Rank ?? _ladder?.Rank ?? 0;

    private bool IsClosed => _sparse is not null || _laws.Count + _forms.Length + Rank == Dimension;

    /// <summary>Takes all ranks at given points; laws found by earlier attempts are not searched again.</summary>
    internal void Attempt(WitnessPoints points)
    {
        _point = points.Generic;
        _laws = new IndependentLaws(_point);
        _ladder = null;
        _sparse = null;
        _forms = [];
        _isSingleField = false;
        _closure = null;
        if (!_isSparseExhausted && points.Sparse is not null)
        {
            _sparse = SeekSparseProof(points.Sparse);
            _isSparseExhausted = _sparse is null;
        }

        if (_sparse is null)
        {
            SeekGenericProof();
        }
    }

    /// <summary>This proof for an equal system in other coordinates, at that system's points; null where a rank is smaller there.</summary>
    /// <remarks>The laws are identities whatever the coordinates are called, so that only the two ranks have to be taken again.</remarks>
    internal SystemProof? TryMove(WitnessPoints points)
    {
        if (_sparse is not null && points.Sparse is not null)
        {
            return SparseProof.TryClose(_system, _sparse.Laws, points.Sparse, _cancellation) is { } moved
                ? Proof with { Point = moved.Point, Words = moved.Ladder.Words, KeptWords = moved.Ladder.KeptWords }
                : null;
        }

        var laws = new IndependentLaws(points.Generic);
        return _laws.Laws.All(laws.TryAdd)
            && _forms.All(laws.TryAdd)
            && (_ladder?.RankAt(points.Generic, _cancellation) ?? 0) == Rank
            && _closure?.HoldsAt(points.Generic, _laws.Laws, Rank) != false
                ? Proof with { Point = points.Generic }
                : null;
    }

    // Cheap laws and first brackets close the bounds of most large models; where they do not, the search found them for the general way.
    private SparseProof? SeekSparseProof(IEnumerable<EvaluationPoint> points)
    {
        // Their gradients at the generic point, which have no zeros, are not wanted yet.
        SearchUpTo(CheapDegree, keepsLaws: false);
        Report(ProofStage.Lie, 0, 0, $"{_system.Generators.Length:N0} fields on R^{Dimension:N0} at points with many zeros");
        return SparseProof.TryClose(_system, [.. _candidates], points, _cancellation);
    }

    private void SeekGenericProof()
    {
        Keep(_candidates);
        Report(ProofStage.Lie, 0, 0, $"{_system.Generators.Length:N0} fields on R^{Dimension:N0}");
        _ladder = new LieLadder(_system.Generators, _point, Dimension, _cancellation);
        _isSingleField = Rank == 1 && SingleField.Generates(_system.Generators, _cancellation);
        int maximum = _options.Degree ?? (_isSingleField || _options.FullLadder ? CheapDegree : ProofOptions.DefaultDegree);
        SearchUpTo(Math.Min(CheapDegree, maximum));
        if (!_isSingleField)
        {
            Report(ProofStage.Lie, 0, 0);
            _ladder.ClimbTo(_options.FullLadder ? Dimension : Dimension - _laws.Count, _progress, _cancellation);
        }

        if (!_isSingleField)
        {
            // Cheaper than laws of higher degrees, and where it succeeds these are wanted for their formulas only.
            SeekClosure(_firstClosureWork);
        }

        SearchUpTo(maximum);
        if (_isSingleField && _options is { Degree: null, FullLadder: false })
        {
            // Their number is proved; that they may have formulas is worth a little work.
            while (!IsClosed && _searchedDegree < ProofOptions.DefaultDegree && _search.CountUnknowns(_searchedDegree + 1) <= LawSearch.MaximumBlock)
            {
                SearchUpTo(_searchedDegree + 1);
            }
        }

        SeekClosure(_lastClosureWork);
        if (!IsClosed && (_isSingleField || _ladder.IsComplete) && _options is { SeeksForms: true, FullLadder: false })
        {
            SeekForms();
        }
    }

    // The count of a single field is proved without; forms are wanted for its certificate.
    private void SeekClosure(WorkMeter meter)
    {
        if (_options.SeeksClosures && !IsClosed && _closure is null && (_isSingleField || _ladder!.IsComplete))
        {
            Report(ProofStage.Proof, 0, 0, $"an involutive closure of rank {Rank}");
            _closure = Closure.TryFind(new ClosureProblem(_system, _ladder!.Words, _ladder.KeptWords, _point, meter), _laws.Laws, _cancellation);
        }
    }

    private void SeekForms()
    {
        Report(ProofStage.Laws, 0, 0, "laws that are no polynomials");
        IEnumerable<Polynomial<Integer>> minors = Rank == 1 ? _system.Generators[_ladder!.Words[_ladder.KeptWords[0]].Generator].Coefficients
            : _closure?.Forms is { } annihilators ? annihilators.SelectMany(form => form.Coefficients)
            : [];
        (ImmutableArray<Law> laws, ImmutableArray<FormLaw> forms) =
            FormSearch.Find(_system, _laws.Laws, ExpandBasis, minors, Dimension - Rank - _laws.Count, _point, _cancellation);
        Keep(laws);
        _forms = forms;
    }

    private ImmutableArray<VectorField<Polynomial<Integer>>>? ExpandBasis()
    {
        try
        {
            return [.. new ClosureProblem(_system, _ladder!.Words, _ladder.KeptWords, _point, new WorkMeter(FirstClosureWork, _cancellation)).Basis];
        }
        catch (WorkExceededException)
        {
            return null;
        }
    }

    // Raises the degree until the bounds meet; degrees searched before are not searched again.
    private void SearchUpTo(int degree, bool keepsLaws = true)
    {
        while (_searchedDegree < degree && !IsClosed && IsWorthSearching(_searchedDegree + 1))
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

    private bool IsWorthSearching(int degree) =>
        _closure is null || _options.Degree is not null
        || _search.CountUnknowns(degree) <= (degree <= ModerateDegree ? MaximumModerateUnknowns : LawSearch.MaximumBlock);

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

    private void Report(ProofStage stage, long done, long total, string? detail = null) =>
        _progress?.Report(new ProofProgress(stage, done, total, detail is null || _label is null ? detail : $"{_label}: {detail}"));
}
