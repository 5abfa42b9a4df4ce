using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>The one-forms behind a count that rests on involutivity, component by component, in the coordinates of the model.</summary>
internal static class ClosureForms
{
    /// <summary>The forms of all components whose laws do not suffice; null when they would be too much work.</summary>
    /// <param name="theorem">A proved theorem whose evidence is involutivity.</param>
    /// <param name="point">Its point.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static ImmutableArray<OneForm<Polynomial<Integer>>>? Of(Theorem theorem, EvaluationPoint point, CancellationToken cancellation)
    {
        var forms = ImmutableArray.CreateBuilder<OneForm<Polynomial<Integer>>>();
        foreach (Component component in Decomposition.Of(theorem.Model, new ProofOptions()).Components)
        {
            (ImmutableArray<BracketWord> words, ImmutableArray<int> kept) = Restrict(theorem.Ladder, component);
            if (theorem.Laws.Count(law => Belongs(law, component)) + kept.Length == component.Coordinates.Length)
            {
                continue;
            }

            if (InvolutiveClosure.TryAnnihilate(component.System, words, kept, point.Restrict(component.Coordinates), cancellation) is not { } found)
            {
                return null;
            }

            forms.AddRange(found.Select(form => new OneForm<Polynomial<Integer>>(
                [.. form.Coordinates.Select(coordinate => component.Coordinates[coordinate])],
                [.. form.Coefficients.Select(coefficient => coefficient.RenameVariables(place => component.Coordinates[place]))])));
        }

        return forms.ToImmutable();
    }

    private static bool Belongs(Law law, Component component) => component.Coordinates.BinarySearch(law.Polynomial.Variables[0]) >= 0;

    // The kept words that are made of a component's generators, in its own numbering.
    private static (ImmutableArray<BracketWord> Words, ImmutableArray<int> Kept) Restrict(LadderSummary ladder, Component component)
    {
        var words = ImmutableArray.CreateBuilder<BracketWord>();
        var copy = new WordCopy(
            ladder.Words,
            generator => Append(BracketWord.OfGenerator(component.Generators.BinarySearch(generator))),
            (left, right) => Append(BracketWord.OfBracket(left, right)));
        ImmutableArray<int> kept = [.. ladder.KeptWords.Where(word => component.Generators.BinarySearch(FirstGenerator(ladder.Words, word)) >= 0).Select(copy.Place)];
        return (words.ToImmutable(), kept);

        int Append(BracketWord word)
        {
            words.Add(word);
            return words.Count - 1;
        }
    }

    private static int FirstGenerator(ImmutableArray<BracketWord> words, int word)
    {
        while (!words[word].IsGenerator)
        {
            word = words[word].Left;
        }

        return words[word].Generator;
    }
}
