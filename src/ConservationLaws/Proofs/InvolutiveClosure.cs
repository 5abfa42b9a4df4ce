using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

// Brackets Z₁..Z_m, independent at a point, and one-forms ω that annihilate them, D − m of them, independent there. If every ω annihilates all
// generators X_i and all [X_i, Z_a] as identities, then near the point the module spanned by the Z_a contains the X_i and is closed under
// brackets with them, hence contains all iterated brackets (math.md 1.2): the rank of the Lie algebra is m on a neighbourhood, and by
// Frobenius' theorem there are exactly D − m laws. The forms are the kernel of the matrix of the Z_a over Q(θ): minors, so polynomials.

/// <summary>One-forms which show that generators and some brackets span an involutive distribution (math.md 7.1).</summary>
internal static class InvolutiveClosure
{
    // Products of terms in all brackets, minors and identities together; a few seconds.
    private const long MaximumWork = 40_000_000;

    // Forms with more terms are not divided by their common factors.
    private const int MaximumDividedTerms = 5_000;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Forms => default;

    /// <summary>The forms, one for each coordinate that is no pivot; null when the fields are not involutive or the work would be too much.</summary>
    /// <param name="system">The generators.</param>
    /// <param name="words">A straight-line list of bracket words.</param>
    /// <param name="keptWords">The words Z_a, independent at the point.</param>
    /// <param name="point">The point.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static ImmutableArray<OneForm<Polynomial<Integer>>>? TryAnnihilate(
        GeneratorSystem system, ImmutableArray<BracketWord> words, ImmutableArray<int> keptWords, EvaluationPoint point, CancellationToken cancellation)
    {
        var domain = new MeteredDomain(new WorkMeter(MaximumWork, cancellation));
        var module = new VectorFieldModule<Polynomial<Integer>, MeteredDomain>(domain);
        var pairing = new OneFormModule<Polynomial<Integer>, MeteredDomain>(domain);
        try
        {
            VectorField<Polynomial<Integer>>[] basis = Expand(system, words, keptWords, module);
            OneForm<Polynomial<Integer>>[] forms = Annihilators(system, words, keptWords, basis, point, domain);
            bool areAnnihilated = system.Generators.All(generator =>
                IsAnnihilated(generator) && basis.All(field => IsAnnihilated(module.Bracket(generator, field))));
            return areAnnihilated ? [.. forms] : null;

            bool IsAnnihilated(VectorField<Polynomial<Integer>> field) => forms.All(form => pairing.Pair(form, field).IsZero);
        }
        catch (WorkMeter.ExceededException)
        {
            return null;
        }
    }

    private static VectorField<Polynomial<Integer>>[] Expand(
        GeneratorSystem system,
        ImmutableArray<BracketWord> words,
        ImmutableArray<int> keptWords,
        VectorFieldModule<Polynomial<Integer>, MeteredDomain> module)
    {
        var fields = new List<VectorField<Polynomial<Integer>>>();
        var copy = new WordCopy(words, generator => Append(system.Generators[generator]), (left, right) => Append(module.Bracket(fields[left], fields[right])));
        return [.. keptWords.Select(word => fields[copy.Place(word)])];

        int Append(VectorField<Polynomial<Integer>> field)
        {
            fields.Add(field);
            return fields.Count - 1;
        }
    }

    // With the pivots at the point as first columns the minor that all forms share does not vanish there, so the forms are independent there.
    private static OneForm<Polynomial<Integer>>[] Annihilators(
        GeneratorSystem system,
        ImmutableArray<BracketWord> words,
        ImmutableArray<int> keptWords,
        VectorField<Polynomial<Integer>>[] basis,
        EvaluationPoint point,
        MeteredDomain domain)
    {
        int[] pivots = [.. SparseElimination.Pivots(point.Field, BracketValues.AtPoint(system.Generators, words, keptWords, point)).Select(pivot => pivot.Column)];
        int[] columns = [.. pivots, .. Enumerable.Range(0, system.Dimension).Except(pivots)];
        var entries = new Polynomial<Integer>[basis.Length * columns.Length];
        for (int row = 0; row < basis.Length; row++)
        {
            for (int column = 0; column < columns.Length; column++)
            {
                entries[(row * columns.Length) + column] = basis[row].TryGetCoefficient(columns[column], out Polynomial<Integer> coefficient) ? coefficient : Ring.Zero;
            }
        }

        Matrix<Polynomial<Integer>> kernel = FractionFreeElimination
            .Compute(domain, new Matrix<Polynomial<Integer>>(basis.Length, columns.Length, entries), entry => entry.TermCount)
            .Nullspace();
        return [.. Enumerable.Range(0, kernel.RowCount).Select(row => Forms.Create(
            WithoutCommonFactor([.. Enumerable.Range(0, columns.Length).Select(column => (columns[column], kernel[row, column]))]).OrderBy(part => part.Coordinate)))];
    }

    private static (int Coordinate, Polynomial<Integer> Coefficient)[] WithoutCommonFactor((int Coordinate, Polynomial<Integer> Coefficient)[] parts)
    {
        if (parts.Sum(part => part.Coefficient.TermCount) > MaximumDividedTerms)
        {
            return parts;
        }

        Polynomial<Integer> factor = Ring.Zero;
        foreach ((_, Polynomial<Integer> coefficient) in parts.OrderBy(part => part.Coefficient.TermCount))
        {
            factor = factor.IsZero ? coefficient : IntegerPolynomial.GreatestCommonDivisor(factor, coefficient);
        }

        return [.. parts.Select(part => (part.Coordinate, part.Coefficient.IsZero ? part.Coefficient : IntegerPolynomial.DivideExact(part.Coefficient, factor)))];
    }
}
