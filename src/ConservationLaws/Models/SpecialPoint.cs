using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Models;

/// <summary>A point named in an <c>at</c> statement: the values of some coordinates; the others keep the seeded point's values.</summary>
/// <param name="Values">What was written for each parameter: its name and its entries row by row.</param>
/// <param name="Coordinates">The value of each named coordinate.</param>
public sealed record SpecialPoint(
    ImmutableArray<(string Name, string Text)> Values, ImmutableSortedDictionary<int, Rational> Coordinates);
