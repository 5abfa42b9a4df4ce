using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Symmetries;
using ConservationLaws.Lie;
using ConservationLaws.Proofs;

namespace ConservationLaws.Strata;

// A block diagonal matrix drops in rank where one of its blocks does. If g is the gcd of the minors of a block and m_i = g·c_i, they vanish
// together exactly where g does or all c_i do. Fewer rows, or fewer minors, have more common zeros: the set can only become too large.

/// <summary>The set where a matrix of polynomials has less than its rank over Q(θ).</summary>
internal sealed class DropSet
{
    // Products of terms for the minors of one block; a few seconds.
    private const long MaximumWork = 20_000_000;

    private const int MaximumMinors = 10_000;
    private const int MaximumListed = 200;
    private const int MaximumTerms = 5_000;
    private const int PivotMinors = 6;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private readonly EvaluationPoint _point;
    private readonly CancellationToken _cancellation;
    private readonly List<Polynomial<Integer>> _factors = [];
    private readonly List<ImmutableArray<Polynomial<Integer>>> _lists = [];
    private readonly List<string> _gaps = [];
    private bool _isListed = true;
    private int _rank;

    private DropSet(int columns, CancellationToken cancellation) =>
        (_point, _cancellation) = (EvaluationPoint.Generic(columns, 1, 0), cancellation);

    /// <summary>Finds the set.</summary>
    /// <param name="generation">What the stratum is about.</param>
    /// <param name="rows">The rows by ascending columns.</param>
    /// <param name="columns">The number of columns.</param>
    /// <param name="poles">Polynomials whose zeros belong to the set, whatever the rank.</param>
    /// <param name="gap">What is missing among the rows, in a sentence; null when nothing is.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static RankStratum Find(
        int? generation,
        IReadOnlyList<(ImmutableArray<int> Columns, ImmutableArray<Polynomial<Integer>> Entries)> rows,
        int columns,
        IEnumerable<Polynomial<Integer>> poles,
        string? gap,
        CancellationToken cancellation)
    {
        var set = new DropSet(columns, cancellation);
        foreach (Matrix<Polynomial<Integer>> block in Blocks(rows, columns))
        {
            set.AddBlock(block);
        }

        foreach (Polynomial<Integer> pole in poles)
        {
            set.AddFactors(pole, []);
        }

        if (gap is not null)
        {
            set._gaps.Insert(0, gap);
        }

        // A set that contains the one sought and is empty is the one sought.
        bool isExact = set._isListed && (set._gaps.Count == 0 || set._factors.Count + set._lists.Count == 0);
        return new RankStratum(generation, set._rank)
        {
            Factors = [.. Sorted(set._factors)],
            Minors = [.. set._lists],
            IsExact = isExact,
            IsListed = set._isListed,
            Gap = isExact ? null : string.Join(' ', set._gaps.Distinct()),
        };
    }

    private static IEnumerable<Polynomial<Integer>> Sorted(IEnumerable<Polynomial<Integer>> polynomials) => polynomials
        .OrderBy(polynomial => polynomial.TotalDegree)
        .ThenBy(polynomial => polynomial.TermCount)
        .ThenByDescending(polynomial => polynomial.Monomial(0));

    private static IEnumerable<Matrix<Polynomial<Integer>>> Blocks(
        IReadOnlyList<(ImmutableArray<int> Columns, ImmutableArray<Polynomial<Integer>> Entries)> rows, int columns)
    {
        var components = ConnectedComponents.Compute(columns, rows.Count, row => rows[row].Columns.AsSpan());
        for (int component = 0; component < components.Count; component++)
        {
            int[] members = components.RowsOf(component).ToArray();
            int width = components.SizeOf(component);
            var entries = new Polynomial<Integer>[members.Length * width];
            Array.Fill(entries, Ring.Zero);
            for (int row = 0; row < members.Length; row++)
            {
                foreach ((int column, Polynomial<Integer> entry) in rows[members[row]].Columns.Zip(rows[members[row]].Entries))
                {
                    entries[(row * width) + components.PlaceOf(column)] = entry;
                }
            }

            if (members.Length > 0)
            {
                yield return new Matrix<Polynomial<Integer>>(members.Length, width, entries);
            }
        }
    }

    private void AddBlock(Matrix<Polynomial<Integer>> block)
    {
        var ring = new PolynomialRing<uint, PrimeField>(_point.Field);
        Matrix<uint> values = block.Map(entry => ring.Evaluate(IntegerPolynomial.ReduceModulo(entry, _point.Field), _point.Residues));
        int rank = Rank(block, values);
        _rank += rank;
        BigInteger count = MinorSet.Count(block.RowCount, block.ColumnCount, rank);
        HashSet<Polynomial<Integer>>? all = count <= MaximumMinors && block.ColumnCount <= 64 ? AllMinors(block, rank) : null;
        HashSet<Polynomial<Integer>> minors = all ?? MinorSet.OfPivots(block, values, _point.Field, PivotMinors, Metered);
        if (minors.Count == 0 || minors.Any(static minor => minor.TermCount > MaximumTerms))
        {
            _isListed = false;
            _gaps.Add("The minors are too large to be worked out.");
            return;
        }

        int size = _factors.Count + _lists.Count;
        AddMinors(minors, block.ToArray());
        if (all is null && _factors.Count + _lists.Count > size)
        {
            _gaps.Add($"There are too many minors of order {rank:N0}, {count:N0}: the set listed is that of {minors.Count:N0} of them and contains the set sought.");
        }
    }

    private MeteredDomain Metered() => new(new WorkMeter(MaximumWork, _cancellation));

    // Exact where that is not too much work; else that at the seeded point, as in the ladder.
    private int Rank(Matrix<Polynomial<Integer>> block, Matrix<uint> values)
    {
        try
        {
            return FractionFreeElimination.Rank(Metered(), block, static entry => entry.TermCount);
        }
        catch (WorkExceededException)
        {
            var echelon = new ModularEchelonForm(_point.Field, values.ColumnCount);
            return Enumerable.Range(0, values.RowCount).Count(row => echelon.TryAdd(values.Row(row)));
        }
    }

    private HashSet<Polynomial<Integer>>? AllMinors(Matrix<Polynomial<Integer>> block, int rank)
    {
        try
        {
            return MinorSet.All(block, rank, Metered());
        }
        catch (WorkExceededException)
        {
            return null;
        }
    }

    private void AddMinors(HashSet<Polynomial<Integer>> minors, Polynomial<Integer>[] entries)
    {
        Polynomial<Integer> common = Ring.Zero;
        foreach (Polynomial<Integer> minor in minors.OrderBy(minor => minor.TermCount))
        {
            common = IntegerPolynomial.GreatestCommonDivisor(common, minor, _cancellation);
            if (common.IsConstant)
            {
                break;
            }
        }

        AddFactors(common, entries);
        List<Polynomial<Integer>> cofactors = Reduce([.. minors.Select(minor => IntegerPolynomial.DivideExact(minor, common))]);
        if (!cofactors.Exists(cofactor => cofactor.IsConstant) && !_lists.Exists(list => list.ToHashSet().SetEquals(cofactors)))
        {
            _lists.Add([.. cofactors]);
        }
    }

    private void AddFactors(Polynomial<Integer> common, IEnumerable<Polynomial<Integer>> helpers)
    {
        // Factors of different blocks are made coprime to each other.
        foreach (Polynomial<Integer> factor in RadicalParts.Split(common, helpers.Distinct().Concat(_factors), _cancellation))
        {
            if (_factors.Contains(factor))
            {
                continue;
            }

            Polynomial<Integer>[] present = [.. _factors];
            _factors.Clear();
            _factors.AddRange(present.SelectMany(other => RadicalParts.Split(other, [factor], _cancellation)));
            if (!_factors.Contains(factor))
            {
                _factors.Add(factor);
            }
        }
    }

    // The same common zeros with fewer polynomials: radicals, without multiples of others and without combinations of others.
    private List<Polynomial<Integer>> Reduce(List<Polynomial<Integer>> cofactors)
    {
        if (cofactors.Exists(static cofactor => cofactor.IsConstant))
        {
            return [Ring.One];
        }

        var span = new PolynomialSpan();
        var kept = new List<Polynomial<Integer>>();
        foreach (Polynomial<Integer> radical in Sorted(cofactors.Select(cofactor => RadicalParts.Radical(cofactor, _cancellation)).Distinct()))
        {
            _cancellation.ThrowIfCancellationRequested();
            if (kept.Exists(other => default(PolynomialDomain<Integer, IntegerRing>).TryDivideExact(radical, other, out _)) || !span.TryAdd(radical.Terms))
            {
                continue;
            }

            if (kept.Count == MaximumListed)
            {
                _gaps.Add($"More than {MaximumListed:N0} minors would have to be listed; the set of those listed contains the set sought.");
                break;
            }

            kept.Add(radical);
        }

        return kept;
    }
}
