using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

// The engine divides the gradients of φ by integers, the fields of a certificate are the gradients themselves. With X' = c·X for generators and
// Z'_b = w_b·Z_b for words in them, q·Y = Σ f_b Z_b becomes (W q)·(cY) = Σ (c W/w_b) f_b Z'_b, where W is a common multiple of the w_b.

/// <summary>Structure functions in terms of the fields of a certificate.</summary>
internal static class StructureEvidence
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The structure functions of a theorem, with the words in another order; null where a denominator vanishes at the point.</summary>
    /// <param name="theorem">A theorem with structure functions.</param>
    /// <param name="rows">The places, among the kept words, of the words in their new order: all of them.</param>
    /// <param name="point">The point.</param>
    internal static StructureFunctions? Of(Theorem theorem, ImmutableArray<int> rows, EvaluationPoint point)
    {
        StructureFunctions structure = theorem.Structure!;
        ImmutableArray<Integer> factors = Factors(theorem.Model);
        var ofWords = new List<Integer>();
        var copy = new WordCopy(theorem.Ladder.Words, generator => Append(factors[generator]), (left, right) => Append(ofWords[left] * ofWords[right]));
        Integer[] ofKept = [.. theorem.Ladder.KeptWords.Select(word => ofWords[copy.Place(word)])];
        Integer multiple = ofKept.Aggregate(Integer.One, (product, factor) => product * Integer.DivideExact(factor, Integer.Gcd(product, factor)));
        int[] places = new int[rows.Length];
        for (int place = 0; place < rows.Length; place++)
        {
            places[rows[place]] = place;
        }

        var spelled = new StructureFunctions(
            [.. structure.Generators.Select((combination, generator) => Spell(combination, factors[generator]))],
            [
                .. structure.Brackets.Select((brackets, generator) =>
                    rows.Select(row => Spell(brackets[row], factors[generator] * ofKept[row])).ToImmutableArray()),
            ]);
        bool isRegular = spelled.Generators.Concat(spelled.Brackets.SelectMany(brackets => brackets)).All(one => LawGradients.Value(one.Denominator, point) != 0);
        return isRegular ? spelled : null;

        int Append(Integer factor)
        {
            ofWords.Add(factor);
            return ofWords.Count - 1;
        }

        Combination Spell(Combination combination, Integer factor)
        {
            if (combination.Terms.IsEmpty)
            {
                return new Combination(Ring.One, []);
            }

            Polynomial<Integer> denominator = multiple * combination.Denominator;
            (int Field, Polynomial<Integer> Coefficient)[] terms =
            [
                .. combination.Terms
                    .Select(term => (places[term.Field], factor * Integer.DivideExact(multiple, ofKept[term.Field]) * term.Coefficient))
                    .OrderBy(term => term.Item1),
            ];
            Integer common = terms.Aggregate(IntegerPolynomial.Content(denominator), (divisor, term) => Integer.Gcd(divisor, IntegerPolynomial.Content(term.Coefficient)));
            return new Combination(
                IntegerPolynomial.DivideExact(denominator, common),
                [.. terms.Select(term => (term.Field, IntegerPolynomial.DivideExact(term.Coefficient, common)))]);
        }
    }

    // The generators of a certificate divided by those of the engine.
    private static ImmutableArray<Integer> Factors(Model model) => model.Functions.IsEmpty
        ? [.. Enumerable.Repeat(Integer.One, model.Generators.Length)]
        : [.. model.Functions.Select((function, place) => Factor(function, model.Generators[place]))];

    private static Integer Factor(Polynomial<Integer> function, VectorField<Polynomial<Integer>> generator)
    {
        (int variable, Polynomial<Integer> derivative) = Ring.Gradient(function)[0];
        return generator.TryGetCoefficient(variable, out Polynomial<Integer> component)
            ? Integer.DivideExact(derivative.LeadingCoefficient, component.LeadingCoefficient)
            : throw new ArgumentException("The generator is not the gradient of the function.", nameof(generator));
    }
}
