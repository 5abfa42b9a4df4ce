using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A polynomial that is irreducible over Q and a product over a quadratic extension: c·f = A² − d·B² = (A + √d B)(A − √d B) with an integer c ≠ 0.</summary>
/// <param name="Base">A, not zero.</param>
/// <param name="Root">B, not zero.</param>
/// <param name="Radicand">d, square-free and neither 0 nor 1.</param>
public sealed record QuadraticSplitting(Polynomial<Integer> Base, Polynomial<Integer> Root, Integer Radicand)
{
    /// <summary>The splitting by a factor A + √d·B, multiplied by √d where that makes it shorter, without integer factors, leading coefficients positive.</summary>
    internal static QuadraticSplitting Create(Polynomial<Integer> first, Polynomial<Integer> second, Integer radicand)
    {
        // (A + √d·B)/√d = B + √d·(A/d).
        bool isShorter = radicand == Integer.MinusOne
            ? (first.TotalDegree, first.TermCount).CompareTo((second.TotalDegree, second.TermCount)) > 0
            : Integer.DivRem(IntegerPolynomial.Content(first), radicand).Remainder.IsZero;
        (Polynomial<Integer> a, Polynomial<Integer> b) = isShorter ? (second, IntegerPolynomial.DivideExact(first, radicand)) : (first, second);
        Integer content = Integer.Gcd(IntegerPolynomial.Content(a), IntegerPolynomial.Content(b));
        return new QuadraticSplitting(Positive(a), Positive(b), radicand);

        Polynomial<Integer> Positive(Polynomial<Integer> value) =>
            IntegerPolynomial.DivideExact(value, value.LeadingCoefficient.Sign < 0 ? -content : content);
    }
}

/// <summary>A factor of a polynomial over Z.</summary>
/// <param name="Polynomial">The factor: primitive, not constant, leading coefficient positive.</param>
/// <param name="Multiplicity">How often it divides.</param>
/// <param name="Splitting">How it splits over a quadratic extension of Q; null where it does not, or where that was not found.</param>
public sealed record PolynomialFactor(Polynomial<Integer> Polynomial, int Multiplicity, QuadraticSplitting? Splitting);
