using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;

namespace ConservationLaws.Proofs;

/// <summary>Puts the answers about components together into one about the model (math.md 7.3).</summary>
internal static class DirectSum
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The laws in the coordinates of the model, in the order in which a search of the whole lists them.</summary>
    internal static ImmutableArray<Law> OfLaws(Decomposition parts, ImmutableArray<SystemProof> proofs) =>
    [
        .. parts.Untouched.Select(coordinate => new Law(Ring.Variable(coordinate)))
            .Concat(parts.Components.Zip(proofs).SelectMany(pair =>
                pair.Second.Laws.Select(law => new Law(law.Polynomial.RenameVariables(place => pair.First.Coordinates[place])))))
            .OrderBy(law => law.Degree).ThenBy(law => law.TermCount).ThenBy(law => law.Polynomial.Monomial(0)[0].Variable),
    ];

    /// <summary>The laws that are no polynomials in the coordinates of the model, component by component.</summary>
    internal static ImmutableArray<FormLaw> OfForms(Decomposition parts, ImmutableArray<SystemProof> proofs) =>
    [
        .. parts.Components.Zip(proofs).SelectMany(pair => pair.Second.Forms.Select(form => form.RenameVariables(place => pair.First.Coordinates[place]))),
    ];

    /// <summary>The ladder of all generators: brackets of different components vanish, so the ranks add.</summary>
    internal static LadderSummary OfLadders(Decomposition parts, ImmutableArray<SystemProof> proofs, int? proved)
    {
        var words = ImmutableArray.CreateBuilder<BracketWord>();
        var kept = ImmutableArray.CreateBuilder<int>();
        int[] ranks = new int[proofs.Max(proof => proof.Ranks.Length)];
        foreach ((Component component, SystemProof proof) in parts.Components.Zip(proofs))
        {
            int first = words.Count;
            kept.AddRange(proof.KeptWords.Select(word => first + word));
            words.AddRange(proof.Words.Select(word => word.IsGenerator
                ? BracketWord.OfGenerator(component.Generators[word.Generator])
                : BracketWord.OfBracket(first + word.Left, first + word.Right)));
            // A component whose bounds met, or whose ladder ended, keeps its last rank.
            for (int generation = 0; generation < ranks.Length && !proof.Ranks.IsEmpty; generation++)
            {
                ranks[generation] += proof.Ranks[Math.Min(generation, proof.Ranks.Length - 1)];
            }
        }

        return new LadderSummary([.. ranks], proved, words.ToImmutable(), kept.ToImmutable());
    }
}
