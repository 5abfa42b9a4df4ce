using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;

namespace ConservationLaws.Lie;

// V₀ = span of the generators, V_{k+1} = V_k + [V₀, V_k] (math.md 1.2). By the function-field rule (math.md 1.3) a basis over Q(θ) of
// V₀ may stand for all generators, and a bracket that depends over Q(θ) on those kept may be thrown away. Dependence is tested at one
// seeded integer point modulo a prime: what is kept is independent for certain, which is all that a proof uses; what is thrown away
// is dependent up to bad luck, which can only leave an answer open.

/// <summary>The ladder V₀ ⊂ V₁ ⊂ … of the Lie algebra that fields generate, climbed at a seeded point as far as it is needed.</summary>
/// <remarks>Climbing can be resumed with a higher target. Not safe for use by two threads at once.</remarks>
internal sealed class LieLadder
{
    private readonly EvaluationPoint _point;
    private readonly int _dimension;
    private readonly BracketFields _fields;
    private readonly ModularEchelonForm _echelon;
    private readonly List<int> _basis = [];
    private readonly List<uint[]> _basisValues = [];
    private readonly List<int> _ranks = [];
    private readonly List<int> _keptWords = [];
    private readonly IEnumerator<bool> _climb;
    private IProgress<ProofProgress>? _progress;

    /// <summary>Evaluates the generators at the point: the first rung.</summary>
    internal LieLadder(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, EvaluationPoint point, int dimension, CancellationToken cancellation)
    {
        _point = point;
        _dimension = dimension;
        _fields = new BracketFields(point.Field, dimension, generators);
        _echelon = new ModularEchelonForm(point.Field, dimension);
        for (int generator = 0; generator < generators.Length && _echelon.Rank < dimension; generator++)
        {
            cancellation.ThrowIfCancellationRequested();
            uint[] value = _fields.Evaluator.Evaluate(generator, point.Residues);
            if (_echelon.TryAdd(value))
            {
                _basis.Add(generator);
                _basisValues.Add(value);
                _keptWords.Add(generator);
            }
        }

        _ranks.Add(_echelon.Rank);
        IsComplete = _echelon.Rank == dimension || _basis.Count == 0;
        _climb = Climb().GetEnumerator();
    }

    /// <summary>The ranks of V₀, V₁, … so far; the last one may still grow unless the ladder is complete.</summary>
    internal ImmutableArray<int> Ranks => [.. _ranks];

    /// <summary>The rank reached: a proved lower bound for the generic dimension of the Lie algebra.</summary>
    internal int Rank => _echelon.Rank;

    /// <summary>Whether no further bracket raises the rank (up to bad luck of point and prime), or the rank is the dimension.</summary>
    internal bool IsComplete { get; private set; }

    /// <summary>The straight-line list of words that <see cref="KeptWords"/> refers to.</summary>
    internal ImmutableArray<BracketWord> Words => _fields.Words;

    /// <summary>The places of the words whose values at the point are independent, one for each unit of rank.</summary>
    internal ImmutableArray<int> KeptWords => [.. _keptWords];

    /// <summary>The rank of <see cref="KeptWords"/> at another point modulo the same prime.</summary>
    internal int RankAt(EvaluationPoint point, CancellationToken cancellation)
    {
        var echelon = new ModularEchelonForm(point.Field, _dimension);
        foreach (int word in _keptWords)
        {
            cancellation.ThrowIfCancellationRequested();
            echelon.TryAdd(_fields.Evaluator.Evaluate(word, point.Residues));
        }

        return echelon.Rank;
    }

    /// <summary>Climbs until the rank reaches a target or nothing grows any more.</summary>
    /// <param name="target">The rank at which to stop, usually the dimension minus the number of laws found.</param>
    /// <param name="progress">Told about every generation.</param>
    /// <param name="cancellation">Stops between two brackets; the ladder stays usable.</param>
    internal void ClimbTo(int target, IProgress<ProofProgress>? progress, CancellationToken cancellation)
    {
        _progress = progress;
        while (Rank < target && !IsComplete)
        {
            cancellation.ThrowIfCancellationRequested();
            IsComplete = !_climb.MoveNext() || Rank == _dimension;
        }
    }

    // One step for each bracket tried; ends when a whole generation adds nothing.
    private IEnumerable<bool> Climb()
    {
        int[] left = [.. _basis];
        List<uint[]> leftValues = [.. _basisValues];
        for (int generation = 1; left.Length > 0; generation++)
        {
            _ranks.Add(_echelon.Rank);
            var next = new List<int>();
            var nextValues = new List<uint[]>();
            long total = (long)left.Length * _basis.Count;
            for (int place = 0; place < left.Length; place++)
            {
                // [X_i, X_j] = −[X_j, X_i]: in the first generation half of the brackets suffices.
                for (int right = generation == 1 ? place + 1 : 0; right < _basis.Count; right++)
                {
                    _progress?.Report(new ProofProgress(ProofStage.Lie, ((long)place * _basis.Count) + right, total));
                    uint[] value = _fields.Evaluator.EvaluateBracket(
                        left[place], leftValues[place], _basis[right], _basisValues[right], _point.Residues);
                    if (_echelon.TryAdd(value))
                    {
                        int word = _fields.AddBracket(left[place], _basis[right]);
                        next.Add(word);
                        nextValues.Add(value);
                        _keptWords.Add(word);
                        _ranks[^1] = _echelon.Rank;
                    }

                    yield return true;
                }
            }

            left = [.. next];
            leftValues = nextValues;
        }
    }
}
