using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Lie;

// At a point where most coordinates are zero a field has few entries, and so has its Jacobian: a term with one vanishing factor is felt by
// the derivative along that factor only, a term with two by nothing. So all brackets [X, Y] = dX·Y − dY·X are made at once, from the pairs
// (entry of Y at l, entry of dX in column l); two fields without such a pair have the bracket zero there.

/// <summary>The generators and all their first brackets at a sparse point, by sparse elimination modulo the prime (math.md 7.4).</summary>
internal sealed class SparseLadder
{
    // Products of entries; beyond, the point is not sparse enough to be worth it.
    private const long MaximumProducts = 50_000_000;

    private readonly PrimeField _field;
    private readonly uint[] _point;
    private readonly ImmutableArray<VectorField<Polynomial<Integer>>> _generators;
    private readonly List<(int Coordinate, uint Value)>[] _values;
    private readonly List<(int Field, int Component, uint Value)>[] _jacobians;

    private SparseLadder(ImmutableArray<VectorField<Polynomial<Integer>>> generators, EvaluationPoint point)
    {
        _field = point.Field;
        _point = point.Residues;
        _generators = generators;
        _values = new List<(int Coordinate, uint Value)>[generators.Length];
        _jacobians = new List<(int Field, int Component, uint Value)>[_point.Length];
    }

    /// <summary>The rank of the generators at the point.</summary>
    internal int GeneratorRank { get; private set; }

    /// <summary>The rank of the generators and their first brackets at the point: a lower bound for the generic dimension.</summary>
    internal int Rank => KeptWords.Length;

    /// <summary>The straight-line list of words that <see cref="KeptWords"/> refers to.</summary>
    internal ImmutableArray<BracketWord> Words { get; private set; } = [];

    /// <summary>The words whose values at the point are independent.</summary>
    internal ImmutableArray<int> KeptWords { get; private set; } = [];

    /// <summary>Takes both ranks at a point; null where the point is not sparse enough.</summary>
    internal static SparseLadder? TryClimb(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, EvaluationPoint point, CancellationToken cancellation)
    {
        var ladder = new SparseLadder(generators, point);
        for (int generator = 0; generator < generators.Length; generator++)
        {
            cancellation.ThrowIfCancellationRequested();
            ladder.Evaluate(generator);
        }

        return ladder.CountProducts() <= MaximumProducts ? ladder.Climb(cancellation) : null;
    }

    private long CountProducts() => _values.Sum(value => value.Sum(entry => (long)(_jacobians[entry.Coordinate]?.Count ?? 0)));

    // Values and Jacobian of one generator. Terms that meet in one entry of the Jacobian stay apart.
    private void Evaluate(int generator)
    {
        VectorField<Polynomial<Integer>> field = _generators[generator];
        _values[generator] = [];
        for (int place = 0; place < field.Coordinates.Length; place++)
        {
            int component = field.Coordinates[place];
            Polynomial<Integer> polynomial = field.Coefficients[place];
            uint sum = 0;
            for (int term = 0; term < polynomial.TermCount; term++)
            {
                sum = _field.Add(sum, EvaluateTerm(generator, component, polynomial.Monomial(term), _field.FromInteger(polynomial.Coefficient(term))));
            }

            if (sum != 0)
            {
                _values[generator].Add((component, sum));
            }
        }
    }

    // The value of a term; its derivatives go to the Jacobian.
    private uint EvaluateTerm(int generator, int component, Monomial monomial, uint coefficient)
    {
        int vanishing = -1;
        uint rest = coefficient;
        foreach ((int variable, int exponent) in monomial)
        {
            if (_point[variable] != 0)
            {
                rest = _field.Multiply(rest, exponent == 1 ? _point[variable] : _field.Power(_point[variable], (uint)exponent));
            }
            else if (vanishing >= 0 || exponent > 1)
            {
                return 0;
            }
            else
            {
                vanishing = variable;
            }
        }

        if (vanishing >= 0)
        {
            AddToJacobian(vanishing, generator, component, rest);
            return 0;
        }

        foreach ((int variable, int exponent) in monomial)
        {
            AddToJacobian(
                variable, generator, component, _field.Multiply(rest, _field.Multiply(_field.FromInteger(exponent), _field.Invert(_point[variable]))));
        }

        return rest;
    }

    private void AddToJacobian(int variable, int generator, int component, uint value)
    {
        if (value != 0)
        {
            (_jacobians[variable] ??= []).Add((generator, component, value));
        }
    }

    private SparseLadder Climb(CancellationToken cancellation)
    {
        var rows = new SparseMatrixBuilder<uint, PrimeField>(_field, _point.Length);
        foreach (List<(int Coordinate, uint Value)> value in _values)
        {
            foreach ((int coordinate, uint residue) in value)
            {
                rows.Add(coordinate, residue);
            }

            rows.EndRow();
        }

        GeneratorRank = SparseElimination.Compute(_field, rows.Build(), cancellation).Rank;
        (ulong[] pairs, (int Component, uint Value)[] entries) = BracketEntries(cancellation);
        var brackets = new List<ulong>();
        for (int place = 0; place < pairs.Length;)
        {
            ulong pair = pairs[place];
            for (; place < pairs.Length && pairs[place] == pair; place++)
            {
                rows.Add(entries[place].Component, entries[place].Value);
            }

            rows.EndRow();
            brackets.Add(pair);
        }

        int[] independent = SparseElimination.Compute(_field, rows.Build(), cancellation).IndependentRows;
        Array.Sort(independent);
        List<BracketWord> words = [.. Enumerable.Range(0, _generators.Length).Select(BracketWord.OfGenerator)];
        var kept = new List<int>();
        foreach (int row in independent)
        {
            if (row < _generators.Length)
            {
                kept.Add(row);
            }
            else
            {
                ulong pair = brackets[row - _generators.Length];
                kept.Add(words.Count);
                words.Add(BracketWord.OfBracket((int)(pair >> 32), (int)(pair & uint.MaxValue)));
            }
        }

        (Words, KeptWords) = ([.. words], [.. kept]);
        return this;
    }

    // The products that make up the brackets [X_a, X_b], a < b, ordered by (a, b).
    private (ulong[] Pairs, (int Component, uint Value)[] Entries) BracketEntries(CancellationToken cancellation)
    {
        int count = (int)CountProducts();
        var pairs = new ulong[count];
        var entries = new (int Component, uint Value)[count];
        count = 0;
        for (int right = 0; right < _values.Length; right++)
        {
            cancellation.ThrowIfCancellationRequested();
            foreach ((int coordinate, uint direction) in _values[right])
            {
                foreach ((int left, int component, uint derivative) in _jacobians[coordinate] ?? [])
                {
                    if (left != right)
                    {
                        uint product = _field.Multiply(derivative, direction);
                        pairs[count] = ((ulong)Math.Min(left, right) << 32) | (uint)Math.Max(left, right);
                        entries[count++] = (component, left < right ? product : _field.Negate(product));
                    }
                }
            }
        }

        Array.Resize(ref pairs, count);
        Array.Resize(ref entries, count);
        Array.Sort(pairs, entries);
        return (pairs, entries);
    }
}
