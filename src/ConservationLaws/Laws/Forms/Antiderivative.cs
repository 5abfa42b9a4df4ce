using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Forms;

/// <summary>A function R + Σ c·log|f| + Σ b·α(A, B, d) with rational R and polynomial laws or numbers c, b (math.md 7.1, "integrate for display").</summary>
/// <param name="Rational">The rational function R.</param>
/// <param name="Logarithms">The logarithms.</param>
/// <param name="Angles">The angles.</param>
public sealed record Antiderivative(RationalFunction Rational, ImmutableArray<LogarithmicTerm> Logarithms, ImmutableArray<AngularTerm> Angles);

/// <summary>The term c·log|f|.</summary>
/// <param name="Coefficient">A number or polynomial law c, not zero.</param>
/// <param name="Argument">The polynomial f, not constant.</param>
public sealed record LogarithmicTerm(Polynomial<Integer> Coefficient, Polynomial<Integer> Argument);

/// <summary>
/// The term b·α with dα = (A dB − B dA)/(A² − d B²): arctan(√−d·B/A)/√−d for d &lt; 0, log|(A + √d·B)/(A − √d·B)|/(2√d) for d &gt; 0.
/// </summary>
/// <param name="Coefficient">A number or polynomial law b, not zero.</param>
/// <param name="Base">The polynomial A, not zero.</param>
/// <param name="Root">The polynomial B, not zero.</param>
/// <param name="Radicand">The integer d: square-free, neither 0 nor 1.</param>
public sealed record AngularTerm(Polynomial<Integer> Coefficient, Polynomial<Integer> Base, Polynomial<Integer> Root, Integer Radicand);
