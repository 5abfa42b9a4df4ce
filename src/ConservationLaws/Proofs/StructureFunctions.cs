using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Proofs;

/// <summary>A field Y as a combination of fields Z_b over Q(θ): q·Y = Σ f_b Z_b, an identity of polynomials over Z.</summary>
/// <param name="Denominator">The polynomial q, not zero at the point of the proof.</param>
/// <param name="Terms">The places b of the Z_b, ascending, and polynomials f_b, none zero.</param>
internal sealed record Combination(Polynomial<Integer> Denominator, ImmutableArray<(int Field, Polynomial<Integer> Coefficient)> Terms);

/// <summary>
/// Identities which show that the module spanned by fields Z_a near a point contains the generators and is closed under brackets with them
/// (math.md 1.4 (ii)).
/// </summary>
/// <param name="Generators">Every generator X_i as a combination of the Z_b.</param>
/// <param name="Brackets">For every generator X_i and every Z_a the bracket [X_i, Z_a] as such a combination.</param>
internal sealed record StructureFunctions(ImmutableArray<Combination> Generators, ImmutableArray<ImmutableArray<Combination>> Brackets);
