using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>Laws on polynomials that FsCheck draws and shrinks.</summary>
[Properties(Arbitrary = [typeof(PolynomialArbitraries)], MaxTest = 2000)]
public sealed class PolynomialPropertyTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    [Property]
    public bool Terms_rebuild_the_polynomial(Polynomial<Integer> f) => Ring.FromTerms(f.Terms.Reverse()).Equals(f);

    [Property]
    public bool Terms_descend(Polynomial<Integer> f) =>
        Enumerable.Range(1, Math.Max(0, f.TermCount - 1)).All(i => f.Monomial(i - 1) > f.Monomial(i));

    [Property]
    public bool Degrees_are_those_of_the_terms(Polynomial<Integer> f) =>
        f.TotalDegree == f.Terms.Select(t => t.Monomial.TotalDegree).DefaultIfEmpty(-1).Max() &&
        Enumerable.Range(0, 12).All(v => f.Degree(v) == f.Terms.Select(t => t.Monomial.Exponent(v)).DefaultIfEmpty(-1).Max());

    [Property]
    public bool Binomial_formula(Polynomial<Integer> f, Polynomial<Integer> g) =>
        Ring.Power(f + g, 2).Equals((f * f) + (2 * (f * g)) + (g * g)) && ((f + g) * (f - g)).Equals((f * f) - (g * g));

    [Property]
    public bool A_bracket_is_a_fused_sum(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h) =>
        Ring.SumOfSignedProducts([(f, g), (g, h)], [false, true]).Equals((f * g) - (g * h));

    [Property]
    public bool Product_divides_back(Polynomial<Integer> f, Polynomial<Integer> g) => g.IsZero || IntegerPolynomial.DivideExact(f * g, g).Equals(f);

    [Property]
    public bool Gcd_divides_both_and_cofactors_are_coprime(Polynomial<Integer> f, Polynomial<Integer> g)
    {
        Polynomial<Integer> gcd = IntegerPolynomial.GreatestCommonDivisor(f, g);
        return f.IsZero || g.IsZero || IntegerPolynomial.GreatestCommonDivisor(
            IntegerPolynomial.DivideExact(f, gcd), IntegerPolynomial.DivideExact(g, gcd)).Equals(Ring.One);
    }

    [Property]
    public bool A_common_factor_comes_out_of_the_gcd(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h)
    {
        Polynomial<Integer> expected = h * IntegerPolynomial.GreatestCommonDivisor(f, g);
        Polynomial<Integer> gcd = IntegerPolynomial.GreatestCommonDivisor(f * h, h * g);
        return gcd.Equals(expected) || gcd.Equals(-expected);
    }

    [Property]
    public bool Gcd_is_symmetric_and_has_a_positive_leading_coefficient(Polynomial<Integer> f, Polynomial<Integer> g)
    {
        Polynomial<Integer> gcd = IntegerPolynomial.GreatestCommonDivisor(f, g);
        return gcd.Equals(IntegerPolynomial.GreatestCommonDivisor(g, -f)) && (gcd.IsZero ? f.IsZero && g.IsZero : gcd.LeadingCoefficient.Sign > 0);
    }

    [Property]
    public bool Reduction_modulo_a_prime_is_a_homomorphism(Polynomial<Integer> f, Polynomial<Integer> g)
    {
        var field = new PrimeField(3);
        var modular = new PolynomialRing<uint, PrimeField>(field);
        return IntegerPolynomial.ReduceModulo(f * g, field)
            .Equals(modular.Multiply(IntegerPolynomial.ReduceModulo(f, field), IntegerPolynomial.ReduceModulo(g, field)));
    }
}

internal static class PolynomialArbitraries
{
    public static Arbitrary<Polynomial<Integer>> Polynomials()
    {
        Gen<Monomial> monomial = Gen.ArrayOf(
                Gen.Choose(0, 11).SelectMany(variable => Gen.Choose(0, 3).Select(exponent => (variable, exponent))), 3)
            .Select(static factors => Monomial.Create(factors));
        Gen<Integer> coefficient = Gen.OneOf(Gen.Choose(-5, 5).Select(static n => (Integer)n), Gen.Elements(Conformance.EdgeIntegers.All));
        Gen<(Integer, Monomial)> term = coefficient.SelectMany(c => monomial.Select(m => (c, m)));
        Gen<Polynomial<Integer>> polynomial = Gen.Choose(0, 6).SelectMany(count => Gen.ArrayOf(term, count))
            .Select(static terms => default(PolynomialRing<Integer, IntegerRing>).FromTerms(terms));
        return Arb.From(polynomial, static value => Enumerable.Range(0, value.TermCount)
            .Select(skip => default(PolynomialRing<Integer, IntegerRing>).FromTerms(value.Terms.Where((_, i) => i != skip))));
    }
}
