using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A polynomial that is irreducible over Q and a product over a quadratic extension: c·f = A² − d·B² = (A + √d B)(A − √d B) with an integer c ≠ 0.</summary>
/// <param name="Base">A, not zero.</param>
/// <param name="Root">B, not zero.</param>
/// <param name="Radicand">d, square-free and neither 0 nor 1.</param>
public sealed record QuadraticSplitting(Polynomial<Integer> Base, Polynomial<Integer> Root, Integer Radicand);

/// <summary>A factor of a polynomial over Z.</summary>
/// <param name="Polynomial">The factor: primitive, not constant, leading coefficient positive.</param>
/// <param name="Multiplicity">How often it divides.</param>
/// <param name="Splitting">How it splits over a quadratic extension of Q; null where it does not, or where that was not found.</param>
public sealed record PolynomialFactor(Polynomial<Integer> Polynomial, int Multiplicity, QuadraticSplitting? Splitting);
