using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Lie;

// At a special point no bracket may be thrown away because it depends there on others: phi x, x^2*y has ranks 1, 1, 2, 2 at x = 0
// (math.md 1.3). What may be thrown away is a field that is a combination of others with constant coefficients, and that is tested by
// the values at several random points together.

/// <summary>The ranks of V₀, V₁, … at a special point itself.</summary>
internal static class PointwiseLadder
{
    // Fields of the vector space V_k that are followed; beyond, the ranks found so far are given.
    private const int MaximumFields = 400;

    private const int MaximumExtraGenerations = 4;

    /// <summary>The ranks at a point, each a proved lower bound, as far as they were followed.</summary>
    /// <param name="generators">All generators.</param>
    /// <param name="point">The special point.</param>
    /// <param name="generic">A generic point.</param>
    /// <param name="genericRank">The generic rank at which there is nothing left to gain.</param>
    /// <param name="genericLength">The length of the generic ladder.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static ImmutableArray<int> Climb(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators,
        EvaluationPoint point,
        EvaluationPoint generic,
        int genericRank,
        int genericLength,
        CancellationToken cancellation)
    {
        int dimension = point.Residues.Length;
        var fields = new BracketFields(point.Field, dimension, generators);
        uint[][] samples = SamplePoints(point, generic, dimension);
        var independent = new ModularEchelonForm(point.Field, samples.Length * dimension);
        var atPoint = new ModularEchelonForm(point.Field, dimension);
        var ranks = new List<int>();
        var latest = new List<int>();
        var basis = new List<int>();
        for (int generator = 0; generator < generators.Length; generator++)
        {
            if (Keep(generator))
            {
                basis.Add(generator);
            }
        }

        ranks.Add(atPoint.Rank);
        latest.AddRange(basis);
        while (latest.Count > 0 && atPoint.Rank < genericRank && ranks.Count < genericLength + MaximumExtraGenerations)
        {
            var next = new List<int>();
            foreach ((int left, int right) in latest.SelectMany(left => basis.Select(right => (left, right))))
            {
                cancellation.ThrowIfCancellationRequested();
                if (independent.Rank >= MaximumFields)
                {
                    return [.. ranks];
                }

                int word = fields.AddBracket(left, right);
                if (Keep(word))
                {
                    next.Add(word);
                }
            }

            ranks.Add(atPoint.Rank);
            latest = next;
        }

        return [.. ranks];

        // Whether the field is no combination of those before with constant coefficients; then its value at the point counts.
        bool Keep(int word)
        {
            uint[] values = [.. samples.SelectMany(sample => fields.Evaluator.Evaluate(word, sample))];
            bool isNew = independent.TryAdd(values);
            if (isNew)
            {
                atPoint.TryAdd(fields.Evaluator.Evaluate(word, point.Residues));
            }

            return isNew;
        }
    }

    // Enough random points for their values to tell MaximumFields fields apart.
    private static uint[][] SamplePoints(EvaluationPoint point, EvaluationPoint generic, int dimension)
    {
        var random = new SplitMix64(generic.Residues.Aggregate(1UL, (hash, residue) => unchecked((hash * 31) + residue)));
        int count = (MaximumFields / dimension) + 2;
        return [.. Enumerable.Range(0, count).Select(_ =>
            Enumerable.Range(0, dimension).Select(_ => random.NextBelow(point.Field.Modulus)).ToArray())];
    }
}
