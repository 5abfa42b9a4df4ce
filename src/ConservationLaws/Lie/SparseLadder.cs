using System.Collections.Immutable;
using System.Runtime.InteropServices;
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
    private readonly List<(int Coordinate, uint Value)>[] _values;
    private readonly List<(int Field, int Component, uint Value)>[] _jacobians;

    private SparseLadder(int generatorCount, EvaluationPoint point)
    {
        _field = point.Field;
        _point = point.Residues;
        _values = new List<(int Coordinate, uint Value)>[generatorCount];
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

    /// <summary>Takes both ranks of fields at a point; null where the point is not sparse enough.</summary>
    internal static SparseLadder? TryClimb(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, EvaluationPoint point, CancellationToken cancellation)
    {
        var ladder = new SparseLadder(generators.Length, point);
        var factors = new List<(int Variable, int Exponent)>();
        for (int generator = 0; generator < generators.Length; generator++)
        {
            cancellation.ThrowIfCancellationRequested();
            var sums = new SortedDictionary<int, uint>();
            foreach ((int component, Polynomial<Integer> polynomial) in generators[generator].Coordinates.Zip(generators[generator].Coefficients))
            {
                for (int term = 0; term < polynomial.TermCount; term++)
                {
                    polynomial.CopyFactors(term, factors);
                    ladder.AddTerm(generator, component, CollectionsMarshal.AsSpan(factors), ladder._field.FromInteger(polynomial.Coefficient(term)), sums);
                }
            }

            ladder.SetValue(generator, sums);
        }

        return ladder.TryClimb(cancellation);
    }

    /// <summary>Takes both ranks of gradients at a point, without working the gradients out; null where the point is not sparse enough.</summary>
    /// <remarks>A term with three vanishing factors is felt by no second derivative: most terms are passed over at once.</remarks>
    internal static SparseLadder? TryClimb(ImmutableArray<Polynomial<Integer>> functions, EvaluationPoint point, CancellationToken cancellation)
    {
        var ladder = new SparseLadder(functions.Length, point);
        var factors = new List<(int Variable, int Exponent)>();
        for (int function = 0; function < functions.Length; function++)
        {
            cancellation.ThrowIfCancellationRequested();
            var sums = new SortedDictionary<int, uint>();
            Polynomial<Integer> polynomial = functions[function];
            for (int term = 0; term < polynomial.TermCount; term++)
            {
                polynomial.CopyFactors(term, factors);
                if (ladder.CountVanishing(factors) <= 2)
                {
                    ladder.AddGradientOfTerm(function, CollectionsMarshal.AsSpan(factors), ladder._field.FromInteger(polynomial.Coefficient(term)), sums);
                }
            }

            ladder.SetValue(function, sums);
        }

        return ladder.TryClimb(cancellation);
    }

    private SparseLadder? TryClimb(CancellationToken cancellation) => CountProducts() <= MaximumProducts ? Climb(cancellation) : null;

    private long CountProducts() => _values.Sum(value => value.Sum(entry => (long)(_jacobians[entry.Coordinate]?.Count ?? 0)));

    private void SetValue(int generator, SortedDictionary<int, uint> sums) =>
        _values[generator] = [.. sums.Where(entry => entry.Value != 0).Select(entry => (entry.Key, entry.Value))];

    // Factors that vanish at the point, with multiplicity.
    private int CountVanishing(List<(int Variable, int Exponent)> factors)
    {
        int count = 0;
        foreach ((int variable, int exponent) in factors)
        {
            count += _point[variable] == 0 ? exponent : 0;
        }

        return count;
    }

    private void AddGradientOfTerm(int generator, Span<(int Variable, int Exponent)> factors, uint coefficient, SortedDictionary<int, uint> sums)
    {
        Span<(int Variable, int Exponent)> lowered = stackalloc (int Variable, int Exponent)[16];
        lowered = factors.Length <= lowered.Length ? lowered : new (int Variable, int Exponent)[factors.Length];
        for (int place = 0; place < factors.Length; place++)
        {
            (int component, int exponent) = factors[place];
            AddTerm(
                generator, component, Monomial.LowerExponent(factors, place, lowered), _field.Multiply(coefficient, _field.FromInteger(exponent)), sums);
        }
    }

    // A term of the component of a generator: its value joins the sum, its derivatives go to the Jacobian. Terms that meet in one entry of the
    // Jacobian stay apart.
    private void AddTerm(
        int generator, int component, ReadOnlySpan<(int Variable, int Exponent)> factors, uint coefficient, SortedDictionary<int, uint> sums)
    {
        uint value = EvaluateTerm(generator, component, factors, coefficient);
        if (value != 0)
        {
            sums[component] = _field.Add(sums.GetValueOrDefault(component), value);
        }
    }

    // The value of a term; its derivatives go to the Jacobian.
    private uint EvaluateTerm(int generator, int component, ReadOnlySpan<(int Variable, int Exponent)> monomial, uint coefficient)
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

        GeneratorRank = SparseElimination.IndependentRows(_field, rows.Build(), cancellation).Length;
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

        int[] independent = SparseElimination.IndependentRows(_field, rows.Build(), cancellation);
        Array.Sort(independent);
        List<BracketWord> words = [.. Enumerable.Range(0, _values.Length).Select(BracketWord.OfGenerator)];
        var kept = new List<int>();
        foreach (int row in independent)
        {
            if (row < _values.Length)
            {
                kept.Add(row);
            }
            else
            {
                ulong pair = brackets[row - _values.Length];
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
