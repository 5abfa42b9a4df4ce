using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models;

/// <summary>The functions φ whose gradients generate the flow (math.md 1.1).</summary>
/// <param name="Functions">
/// Functions whose gradients span, over the field Q(θ), the same as the gradients of all coordinates of φ.
/// </param>
/// <param name="FullCount">The number of coordinates of φ before any that are not needed were left out.</param>
internal sealed record Reparametrization(ImmutableArray<RationalFunction> Functions, BigInteger FullCount);
