using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using FsCheck.Xunit;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>The modular gcd with each algorithm forced, on polynomials that FsCheck draws and shrinks.</summary>
[Properties(Arbitrary = [typeof(PolynomialArbitraries)], MaxTest = 400)]
public sealed class ModularGcdTests
{
    private const int Folded = 4;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static Polynomial<Integer> X => Ring.Variable(40);

    [Property]
    public bool Kronecker_finds_the_common_factor(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h) =>
        FindsTheCommonFactor(f, g, h, GcdAlgorithm.Kronecker);

    [Property]
    public bool Dense_finds_the_common_factor(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h) =>
        FindsTheCommonFactor(f, g, h, GcdAlgorithm.Dense);

    [Property]
    public bool Zippel_finds_the_common_factor(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h) =>
        FindsTheCommonFactor(f, g, h, GcdAlgorithm.Zippel);

    [Property]
    public bool Kronecker_finds_factors_with_long_leading_coefficients(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h) =>
        FindsFactorsThatAreNotMonic(f, g, h, GcdAlgorithm.Kronecker);

    [Property]
    public bool Zippel_finds_factors_with_long_leading_coefficients(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h) =>
        FindsFactorsThatAreNotMonic(f, g, h, GcdAlgorithm.Zippel);

    [Property]
    public bool One_variable(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h)
    {
        // The variables become powers of x: dense and of degree about a hundred.
        Polynomial<Integer> u = Monic(AtPowersOfX(f), 100);
        Polynomial<Integer> v = Monic(AtPowersOfX(g), 101);
        Polynomial<Integer> w = Monic(AtPowersOfX(h), 102);
        return IsGcd(Forced(u * w, v * w, GcdAlgorithm.Zippel), u * w, v * w, w);
    }

    [Property]
    public bool Small_primes_are_unlucky_but_never_wrong(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h)
    {
        Polynomial<Integer> w = Monic(Fold(h), 1);
        (Polynomial<Integer> a, Polynomial<Integer> b) = (Monic(Fold(f), 2) * w, Monic(Fold(g), 1) * w);
        foreach (GcdAlgorithm algorithm in Enum.GetValues<GcdAlgorithm>())
        {
            foreach (uint primesBelow in new[] { 30u, 100u, 1000u, 1u << 16 })
            {
                // There may be too few primes, or too few points.
                Polynomial<Integer>? gcd = Forced(a, b, algorithm, primesBelow);
                if (gcd is null ? primesBelow == 1u << 16 : !IsGcd(gcd, a, b, w))
                {
                    return false;
                }
            }
        }

        return true;
    }

    [Property]
    public bool Degree_bounds_hold(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h)
    {
        Polynomial<Integer> all = AllVariables();
        (Polynomial<Integer> a, Polynomial<Integer> b) = ((f + all) * (h + all), (g + all) * (h + all));
        if (a.IsZero || b.IsZero || !a.Variables.SequenceEqual(b.Variables))
        {
            return true;
        }

        GcdDegreeBounds bounds = GcdDegreeBounds.Compute(a, b, new SplitMix64(3));
        Polynomial<Integer> gcd = IntegerPolynomial.GreatestCommonDivisor(a, b);
        return bounds.TotalDegree >= gcd.TotalDegree && bounds.TotalDegree <= Math.Min(a.TotalDegree, b.TotalDegree) &&
            a.Variables.ToArray().All(v => bounds.Degree(v) >= gcd.Degree(v) && bounds.Degree(v) <= Math.Min(a.Degree(v), b.Degree(v)));
    }

    [Property]
    public bool Content_monomials_and_missing_variables_come_out(Polynomial<Integer> f, Polynomial<Integer> g)
    {
        // 6·x₁³ (f + X) against 4·x₁ (f + X)(g + X²): f and g have no X, so the cofactors are coprime.
        Polynomial<Integer> common = f + X;
        Polynomial<Integer> other = g + Ring.Power(X, 2);
        Polynomial<Integer> y = Ring.Variable(1);
        Polynomial<Integer> missing = Ring.Variable(41) + Ring.One;
        Polynomial<Integer> a = 6 * (Ring.Power(y, 3) * common * missing);
        Polynomial<Integer> b = 4 * (y * common * other);
        Polynomial<Integer> expected = 2 * (y * common * IntegerPolynomial.GreatestCommonDivisor(Ring.Power(y, 2), other));
        Polynomial<Integer> gcd = IntegerPolynomial.GreatestCommonDivisor(a, b);
        return gcd.Equals(expected) || gcd.Equals(-expected);
    }

    [Property(MaxTest = 100)]
    public bool Coefficients_of_hundreds_of_bits_and_deflated_degrees(Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h)
    {
        Polynomial<Integer> Blown(Polynomial<Integer> value, int degree) => Ring.FromTerms(Monic(value, degree).Terms.Select(term =>
            (term.Coefficient * Integer.Pow(3, 100 + (10 * term.Monomial.TotalDegree)) + Integer.Pow(5, 90),
            Monomial.Create([.. term.Monomial.Factors.ToArray().Select(factor => (factor.Variable, factor.Exponent * 7))]))));
        Polynomial<Integer> w = Blown(h, 2);
        Polynomial<Integer> a = Blown(f, 1) * w;
        Polynomial<Integer> b = Blown(g, 2) * w;
        return IsGcd(IntegerPolynomial.GreatestCommonDivisor(a, b), a, b, w);
    }

    [Theory]
    [MemberData(nameof(Peers))]
    public void The_peers_problems(string problem, int commonTerms)
    {
        Polynomial<Integer> x = Ring.Variable(0);
        Polynomial<Integer> y = Ring.Variable(1);
        Polynomial<Integer> z = Ring.Variable(2);
        Polynomial<Integer> t = Ring.Variable(3);
        Polynomial<Integer> u = Ring.Variable(4);
        Polynomial<Integer> v = Ring.Variable(5);
        Polynomial<Integer> w = Ring.Variable(6);
        Polynomial<Integer> s = Ring.Variable(7);
        Polynomial<Integer> r = Ring.Variable(8);
        Polynomial<Integer> N(int n) => Ring.Constant(n);
        Polynomial<Integer> P(Polynomial<Integer> value, int n) => Ring.Power(value, n);
        (Polynomial<Integer> common, Polynomial<Integer> left, Polynomial<Integer> right) = problem switch
        {
            "dense5" => (P(N(1) + x + y + z + t + u, 4), P(N(1) + x + (2 * y) + (3 * z) + (5 * t) + (7 * u), 4), P(N(1) + (2 * x) - y + z - (3 * t) + u, 4)),
            "dense4" => (P(N(1) + x + y + z + t, 7), P(N(2) + x - y + (3 * z) + t, 7), P(N(3) + x + (2 * y) - z + (5 * t), 7)),
            "sparse7" => (
                P((P(x, 3) * y) + (2 * (P(y, 4) * z)) - (3 * (P(z, 2) * P(t, 3))) + (5 * (t * P(u, 4))) + (7 * (P(u, 2) * v)) - (P(v, 3) * w) + P(w, 5) + N(1), 3),
                P((x * w) - (P(y, 2) * v) + (3 * (z * u)) + P(t, 3) - N(2), 3),
                P(P(x, 2) - (y * z) + (t * u * v) - (5 * P(w, 2)) + N(3), 4)),
            "sparse8" => (
                P((x * y * z) - (t * u) + (P(v, 2) * w) - P(s, 3) + N(7), 4),
                P(x + P(y, 2) - P(z, 3) + (t * s) + (u * v) - w + N(2), 3),
                P((x * s) - (y * w) + (z * v) - (t * u) + N(11), 4)),
            "det3dense6" => (
                P(x + (y * z) - (t * u) + P(v, 2) + N(1), 5),
                P(P(x, 2) - y + (z * t) - u + v + N(3), 5),
                P(x - P(y, 2) + z - (t * u * v) - N(2), 5)),
            "coprime6" => (N(1), P(N(1) + x + (y * z) - t + P(u, 2) + v, 6), P(N(2) + x - y + (z * t) - u + P(v, 2), 6)),
            _ => (
                P((x * u * r) - (x * v * s) - (y * t * r) + (y * v * w) + (z * t * s) - (z * u * w), 2),
                P((x * u) - (y * t) + P(r, 2), 3),
                P(x + y + z + (t * u) - r, 5)),
        };
        Assert.Equal(commonTerms, common.TermCount);
        Polynomial<Integer> gcd = IntegerPolynomial.GreatestCommonDivisor(common * left, common * right);
        Assert.True(gcd.Equals(common) || gcd.Equals(-common));
    }

    public static TheoryData<string, int> Peers => new()
    {
        { "dense5", 126 }, { "dense4", 330 }, { "sparse7", 120 }, { "sparse8", 70 }, { "det3dense6", 126 }, { "coprime6", 1 }, { "det4", 21 },
    };

    private static bool FindsTheCommonFactor(Polynomial<Integer> first, Polynomial<Integer> second, Polynomial<Integer> third, GcdAlgorithm algorithm)
    {
        (Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h) = (Fold(first), Fold(second), Fold(third));
        Polynomial<Integer> w = Monic(h, 3);
        (Polynomial<Integer> a, Polynomial<Integer> b) = (Monic(f, 1) * w, Monic(g, 2) * w);
        return IsGcd(Forced(a, b, algorithm), a, b, w);
    }

    // Cofactors and common factor with coefficients that are primitive in x but not monic: p·x^n + q with q ≡ 1.
    private static bool FindsFactorsThatAreNotMonic(Polynomial<Integer> first, Polynomial<Integer> second, Polynomial<Integer> third, GcdAlgorithm algorithm)
    {
        (Polynomial<Integer> f, Polynomial<Integer> g, Polynomial<Integer> h) = (Fold(first), Fold(second), Fold(third));
        Polynomial<Integer> w = ((h + AllVariables()) * Ring.Power(X, 2)) + (f * X) + Ring.One;
        Polynomial<Integer> a = (((f + AllVariables()) * X) + Ring.One) * w;
        Polynomial<Integer> b = (((g + AllVariables()) * Ring.Power(X, 2)) - Ring.One) * w;
        return w.Degree(40) == 0 || !a.Variables.SequenceEqual(b.Variables) || a.Degree(40) == 0 || b.Degree(40) == 0 ||
            IsGcd(Forced(a, b, algorithm), a, b, w);
    }

    private static Polynomial<Integer>? Forced(Polynomial<Integer> a, Polynomial<Integer> b, GcdAlgorithm algorithm, uint primesBelow = 0x80000000u)
    {
        Polynomial<Integer> leading = IntegerPolynomial.GreatestCommonDivisor(
            MainVariable.Split(a, 40)[0].Coefficient, MainVariable.Split(b, 40)[0].Coefficient);
        var problem = new GcdProblem(a, b, leading, 40, GcdDegreeBounds.Compute(a, b, new SplitMix64(7)));
        Assert.True(KroneckerInterpolation.Fits(problem.DegreeBounds));
        return SparseModularGcd.Compute(problem, algorithm, CancellationToken.None, primesBelow);
    }

    // A multiple of the common factor that divides both and leaves coprime cofactors, by degree bounds.
    private static bool IsGcd(Polynomial<Integer>? gcd, Polynomial<Integer> a, Polynomial<Integer> b, Polynomial<Integer> common)
    {
        PolynomialDomain<Integer, IntegerRing> domain = default;
        return gcd is not null && domain.TryDivideExact(gcd, common, out Polynomial<Integer> extra) &&
            domain.TryDivideExact(a, gcd, out Polynomial<Integer> left) && domain.TryDivideExact(b, gcd, out Polynomial<Integer> right) &&
            !extra.IsZero && IntegerPolynomial.GreatestCommonDivisor(left, right).Equals(Ring.One);
    }

    // Monic in x, and every variable occurs.
    private static Polynomial<Integer> Monic(Polynomial<Integer> value, int degree) => Ring.Power(X, degree) + value + AllVariables();

    private static Polynomial<Integer> AllVariables()
    {
        Polynomial<Integer> sum = Ring.Zero;
        for (int variable = 0; variable < Folded; variable++)
        {
            sum += Ring.Power(Ring.Variable(variable), 4);
        }

        return sum;
    }

    // Few variables, so that the boxes of degrees fit into the prime field and exponents pile up.
    private static Polynomial<Integer> Fold(Polynomial<Integer> value) => Ring.FromTerms(value.Terms.Select(static term =>
        (term.Coefficient, Monomial.Create([.. term.Monomial.Factors.ToArray().Select(static f => (f.Variable % Folded, f.Exponent))]))));

    private static Polynomial<Integer> AtPowersOfX(Polynomial<Integer> value) => Ring.FromTerms(value.Terms.Select(static term =>
        (term.Coefficient, Monomial.Create([(40, term.Monomial.Factors.ToArray().Sum(static f => f.Exponent * (f.Variable + 1)))]))));
}
