using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Bracket words as formulas, each by the definition.</summary>
internal static class SlowBrackets
{
    /// <summary>The kept words of a theorem.</summary>
    internal static ImmutableArray<VectorField<Polynomial<Integer>>> Expand(Theorem theorem)
    {
        return [.. theorem.Ladder.KeptWords.Select(Field)];

        VectorField<Polynomial<Integer>> Field(int word) => theorem.Ladder.Words[word] is { IsGenerator: false } bracket
            ? RandomFields.Module.Bracket(Field(bracket.Left), Field(bracket.Right))
            : theorem.Model.Generators[theorem.Ladder.Words[word].Generator];
    }
}
