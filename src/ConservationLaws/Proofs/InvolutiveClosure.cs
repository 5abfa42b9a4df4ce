using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;

namespace ConservationLaws.Proofs;

// Brackets Z₁..Z_m, independent at a point, and one-forms ω that annihilate them, D − m of them, independent there. If every ω annihilates all
// generators X_i and all [X_i, Z_a] as identities, then near the point the module spanned by the Z_a contains the X_i and is closed under
// brackets with them, hence contains all iterated brackets (math.md 1.2): the rank of the Lie algebra is m on a neighbourhood, and by
// Frobenius' theorem there are exactly D − m laws. The differentials of known laws annihilate all brackets anyway. Every further form lives
// on a small set of coordinates whose columns in the matrix of the Z_a are dependent over Q(θ): few and small minors, so small polynomials.

/// <summary>One-forms which show that generators and some brackets span an involutive distribution (math.md 7.1).</summary>
internal static class InvolutiveClosure
{
    // Forms with more terms are not divided by their common factors.
    private const int MaximumDividedTerms = 5_000;

    private static OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Forms => default;

    /// <summary>As many forms as known laws leave room for; null when the fields are not involutive or the work would be too much.</summary>
    /// <param name="problem">The fields.</param>
    /// <param name="laws">Laws with independent gradients at the point of the problem.</param>
    internal static ImmutableArray<OneForm<Polynomial<Integer>>>? TryAnnihilate(ClosureProblem problem, ImmutableArray<Law> laws)
    {
        try
        {
            if (Circuits(problem, laws) is not { } circuits)
            {
                return null;
            }

            var forms = ImmutableArray.CreateBuilder<OneForm<Polynomial<Integer>>>(circuits.Count);
            foreach (int[] circuit in circuits)
            {
                if (TryMakeForm(problem, circuit) is not { } form || !Annihilates(problem, form))
                {
                    return null;
                }

                forms.Add(form);
            }

            return forms.MoveToImmutable();
        }
        catch (WorkExceededException)
        {
            return null;
        }
    }

    // Circuits whose forms complete the gradients of the laws to the annihilator of the Z_a at the point.
    private static List<int[]>? Circuits(ClosureProblem problem, ImmutableArray<Law> laws)
    {
        ModularEchelonForm covectors = LawGradients.Span(laws.Select(law => LawGradients.Evaluate(law.Polynomial, problem.Point)), problem.Point);
        var chosen = new List<int[]>();
        int missing = problem.Dimension - problem.Rank - covectors.Rank;
        foreach ((int[] columns, uint[] values) in SmallCircuits.Find(problem.Point.Field, problem.BasisValues, problem.Dimension))
        {
            if (chosen.Count < missing && covectors.TryAdd(columns, values))
            {
                chosen.Add(columns);
            }
        }

        return chosen.Count == missing ? chosen : null;
    }

    // The kernel of the circuit's columns, from rows that are independent at the point: minors none of which vanishes there.
    private static OneForm<Polynomial<Integer>>? TryMakeForm(ClosureProblem problem, int[] circuit)
    {
        var independent = new ModularEchelonForm(problem.Point.Field, circuit.Length);
        uint[][] values = problem.BasisValues;
        var entries = new List<Polynomial<Integer>>();
        // Generators come first, so that deep brackets are not expanded for this where generators suffice.
        for (int row = 0; row < problem.Rank && independent.Rank < circuit.Length - 1; row++)
        {
            if (independent.TryAdd(Array.ConvertAll(circuit, coordinate => values[row][coordinate])))
            {
                entries.AddRange(circuit.Select(coordinate => problem.Component(row, coordinate)));
            }
        }

        Matrix<Polynomial<Integer>> kernel = FractionFreeElimination
            .Compute(problem.Domain, new Matrix<Polynomial<Integer>>(independent.Rank, circuit.Length, entries.ToArray()), entry => entry.TermCount)
            .Nullspace();
        return kernel.RowCount == 1 ? Forms.Create(circuit.Zip(WithoutCommonFactor([.. kernel.Row(0)]))) : null;
    }

    // ω(X) = 0 and ω(Z) = 0 leave of dω(X, Z) only ±ω([X, Z]). So [X, Z] need not be worked out: Z is paired with the contraction of dω with X.
    // Contractions with different generators are often multiples of one form.
    private static bool Annihilates(ClosureProblem problem, OneForm<Polynomial<Integer>> form)
    {
        var pairing = new OneFormModule<Polynomial<Integer>, MeteredDomain>(problem.Domain);
        if (!problem.Generators.All(generator => pairing.Pair(form, generator).IsZero))
        {
            return false;
        }

        var forms = new HashSet<string> { Key(form) };
        return AnnihilatesBasis(problem, form) && problem.Generators.All(generator =>
        {
            OneForm<Polynomial<Integer>> contraction = Contract(problem, generator, form);
            return contraction.Coordinates.IsEmpty || !forms.Add(Key(contraction)) || AnnihilatesBasis(problem, contraction);
        });

        static string Key(OneForm<Polynomial<Integer>> form) =>
            string.Join('|', form.Coordinates.Zip(form.Coefficients, (coordinate, coefficient) => $"{coordinate}:{coefficient}"));
    }

    private static bool AnnihilatesBasis(ClosureProblem problem, OneForm<Polynomial<Integer>> form) =>
        Enumerable.Range(0, problem.Rank).All(place => problem.Domain.SumOfProducts(
            [.. form.Coordinates.Zip(form.Coefficients, (coordinate, coefficient) => (coefficient, problem.Component(place, coordinate)))]).IsZero);

    // dω(X, ·) = Σ ∂ω_c/∂θ_k (X_k dθ_c − X_c dθ_k), divided by the common factor of its coefficients. One fused sum for each coefficient: with the
    // derivative and the interior product of ExteriorAlgebra the proofs of deep networks take about 1.3 times as long.
    private static OneForm<Polynomial<Integer>> Contract(ClosureProblem problem, VectorField<Polynomial<Integer>> field, OneForm<Polynomial<Integer>> form)
    {
        var products = new SortedDictionary<int, List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>>();
        foreach ((int coordinate, Polynomial<Integer> coefficient) in form.Coordinates.Zip(form.Coefficients))
        {
            foreach (int variable in coefficient.Variables.ToArray())
            {
                Polynomial<Integer> derivative = problem.Domain.Differentiate(coefficient, variable);
                Add(coordinate, variable, derivative);
                Add(variable, coordinate, problem.Domain.Negate(derivative));
            }
        }

        Polynomial<Integer>[] sums = [.. products.Values.Select(list => problem.Domain.SumOfProducts(CollectionsMarshal.AsSpan(list)))];
        return Forms.Create(products.Keys.Zip(WithoutCommonFactor(sums)));

        void Add(int target, int direction, Polynomial<Integer> derivative)
        {
            if (field.TryGetCoefficient(direction, out Polynomial<Integer> component))
            {
                if (!products.TryGetValue(target, out List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>? list))
                {
                    products.Add(target, list = []);
                }

                list.Add((derivative, component));
            }
        }
    }

    private static Polynomial<Integer>[] WithoutCommonFactor(Polynomial<Integer>[] coefficients)
    {
        if (coefficients.Sum(coefficient => coefficient.TermCount) > MaximumDividedTerms)
        {
            return coefficients;
        }

        if (Array.TrueForAll(coefficients, coefficient => coefficient.IsZero))
        {
            return coefficients;
        }

        Polynomial<Integer> factor = Polynomial<Integer>.Zero;
        foreach (Polynomial<Integer> coefficient in coefficients.OrderBy(coefficient => coefficient.TermCount))
        {
            factor = factor.IsZero ? coefficient : IntegerPolynomial.GreatestCommonDivisor(factor, coefficient);
        }

        return Array.ConvertAll(coefficients, coefficient => coefficient.IsZero ? coefficient : IntegerPolynomial.DivideExact(coefficient, factor));
    }
}
