using System.Runtime.InteropServices;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>Makes a basis of integer vectors sparser and its coefficients smaller.</summary>
/// <remarks>
/// A vector v is replaced by a·v − b·w, with w another vector of its component and a ≠ 0, when that has fewer entries, or as many and
/// smaller ones. The span does not change. For each pair the best ratio b : a is the most frequent ratio v_j : w_j at the common columns,
/// because each column with that ratio becomes zero. A local search: not the sparsest basis, which is hard to find (S. T. McCormick,
/// "A combinatorial approach to some sparse matrix problems", Stanford 1983), but it finds the short laws behind their combinations.
/// Every replacement lowers (entries, bits) of one vector, so the search ends; the amount of work bounds it as well.
/// </remarks>
public static class SparseBasisReduction
{
    /// <summary>The bound on the work for one component when none is given, in words compared and entries combined.</summary>
    public const long DefaultWorkLimit = 50_000_000;

    // Among replacements with the same number of entries this many are computed to compare the coefficients.
    private const int Candidates = 8;

    /// <summary>A basis of the same space.</summary>
    /// <param name="basis">Any basis; vectors of different components have no columns in common.</param>
    /// <param name="workLimit">Where the search in a component ends at the latest; at least 0.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <returns>As many vectors, the i-th in the component of the i-th before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NullspaceBasis Reduce(
        NullspaceBasis basis, long workLimit = DefaultWorkLimit, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(basis);
        NullspaceVector[] vectors = Reduce(basis.Vectors, workLimit, cancellationToken);
        return new NullspaceBasis(basis.ColumnCount, vectors, [.. basis.ComponentSizes], [.. basis.SkippedComponents]);
    }

    /// <summary>Independent vectors with the same span.</summary>
    /// <param name="independent">Independent vectors; those of different components have no columns in common.</param>
    /// <param name="workLimit">Where the search in a component ends at the latest; at least 0.</param>
    /// <param name="cancellationToken">Ends the computation early.</param>
    /// <returns>As many vectors, the i-th in the component of the i-th before.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The limit is negative.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static NullspaceVector[] Reduce(
        IReadOnlyList<NullspaceVector> independent, long workLimit = DefaultWorkLimit, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(workLimit);
        NullspaceVector[] vectors = [.. independent];
        foreach (int[] members in Enumerable.Range(0, vectors.Length).GroupBy(i => vectors[i].Component).Select(group => group.ToArray()))
        {
            if (members.Length > 1)
            {
                NullspaceVector[] reduced = ReduceComponent(Array.ConvertAll(members, i => vectors[i]), workLimit, cancellationToken);
                for (int k = 0; k < members.Length; k++)
                {
                    vectors[members[k]] = reduced[k];
                }
            }
        }

        return vectors;
    }

    private static NullspaceVector[] ReduceComponent(NullspaceVector[] vectors, long workLimit, CancellationToken cancellationToken)
    {
        int[] columns = [.. vectors.SelectMany(vector => vector.Columns.ToArray()).Distinct().Order()];
        ReducibleVector[] current = Array.ConvertAll(vectors, vector => new ReducibleVector(vector, columns));
        long work = 0;

        // A vector is settled when no other vector changed since it was last compared with all of them.
        int settled = 0;
        for (int i = 0; settled < current.Length && work <= workLimit; i = (i + 1) % current.Length)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (TryImprove(current, i, columns, ref work))
            {
                settled = 0;
                i = (i + current.Length - 1) % current.Length;
            }
            else
            {
                settled++;
            }
        }

        return Array.ConvertAll(current, vector => vector.Vector);
    }

    private static bool TryImprove(ReducibleVector[] vectors, int i, int[] columns, ref long work)
    {
        ReducibleVector vector = vectors[i];
        int fewest = vector.Count;
        var proposals = new List<(int Other, int Column)>();
        for (int other = 0; other < vectors.Length; other++)
        {
            // With s common columns at best |v| + |w| − 2s entries are left: no use when that is more than the best so far.
            work += vector.WordCount;
            int common = other == i ? 0 : vector.CommonCount(vectors[other]);
            if (common == 0 || vector.Count + vectors[other].Count - (2 * common) > fewest)
            {
                continue;
            }

            work += common;
            int count = vector.EntriesAfter(vectors[other], common, out int column);
            if (count < fewest)
            {
                fewest = count;
                proposals.Clear();
            }

            if (count == fewest && proposals.Count < Candidates)
            {
                proposals.Add((other, column));
            }
        }

        ReducibleVector best = vector;
        foreach ((int other, int column) in CollectionsMarshal.AsSpan(proposals))
        {
            work += vector.Count + vectors[other].Count;
            ReducibleVector candidate = vector.Eliminate(vectors[other], column, columns);
            if ((candidate.Count, candidate.Bits).CompareTo((best.Count, best.Bits)) < 0)
            {
                best = candidate;
            }
        }

        vectors[i] = best;
        return !ReferenceEquals(best, vector);
    }
}
