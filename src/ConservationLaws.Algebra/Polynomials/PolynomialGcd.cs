using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// gcd(a, b) in Z[θ], cheap things first: zero; integer content; monomial content; constants; equality and divisibility; variables of one side
// only (the gcd then divides every coefficient); deflation θ^k → θ; degree bounds from modular images, where a bound 0 removes a variable and all bounds
// 0 prove the gcd constant; at last the sparse modular method, whose result is checked by exact division.
// The order is that of FLINT (W. Hart et al.) and of J. Moses, D. Y. Y. Yun, "The EZ GCD algorithm", ACM 1973.

/// <summary>The pipeline for greatest common divisors over Z.</summary>
internal static class PolynomialGcd
{
    private const ulong Seed = 0x5EED;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static PolynomialDomain<Integer, IntegerRing> Domain => default;

    /// <summary>The gcd with a positive leading coefficient; gcd(0, 0) = 0.</summary>
    internal static Polynomial<Integer> Compute(Polynomial<Integer> left, Polynomial<Integer> right, CancellationToken cancellation)
    {
        if (left.IsZero || right.IsZero)
        {
            return WithPositiveLeadingCoefficient(left.IsZero ? right : left);
        }

        Integer content = Integer.Gcd(IntegerPolynomial.Content(left), IntegerPolynomial.Content(right));
        if (left.IsConstant || right.IsConstant)
        {
            return Ring.Constant(content);
        }

        (Monomial leftMonomial, Polynomial<Integer> a) = MonomialContent.Split(IntegerPolynomial.PrimitivePart(left));
        (Monomial rightMonomial, Polynomial<Integer> b) = MonomialContent.Split(IntegerPolynomial.PrimitivePart(right));
        Polynomial<Integer> scale = Ring.Term(content, MonomialContent.Gcd(leftMonomial, rightMonomial));
        return Ring.Multiply(scale, OfPrimitive(a, b, cancellation));
    }

    /// <summary>The gcd of a list, with a positive leading coefficient.</summary>
    internal static Polynomial<Integer> OfMany(IEnumerable<Polynomial<Integer>> values, CancellationToken cancellation)
    {
        // Small ones first: after few of them the gcd is found and the rest are divisions.
        Polynomial<Integer> gcd = Ring.Zero;
        foreach (Polynomial<Integer> value in values.OrderBy(static p => p.TermCount).ThenBy(static p => p.TotalDegree))
        {
            gcd = Compute(gcd, value, cancellation);
            if (gcd.IsConstant && gcd.LeadingCoefficient.IsOne)
            {
                break;
            }
        }

        return gcd;
    }

    /// <summary>The gcd of the coefficients of the powers of a variable.</summary>
    internal static Polynomial<Integer> Content(Polynomial<Integer> value, int variable, CancellationToken cancellation) =>
        OfMany(MainVariable.Split(value, variable).Select(static part => part.Coefficient), cancellation);

    /// <summary>The polynomial divided by its content in a variable.</summary>
    internal static Polynomial<Integer> PrimitivePart(Polynomial<Integer> value, int variable, CancellationToken cancellation) =>
        IntegerPolynomial.DivideExact(value, Content(value, variable, cancellation));

    // a and b are not zero, their integer and monomial contents are 1, their leading coefficients positive.
    private static Polynomial<Integer> OfPrimitive(Polynomial<Integer> a, Polynomial<Integer> b, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (a.IsConstant || b.IsConstant)
        {
            return Ring.One;
        }

        if (a.Equals(b))
        {
            return a;
        }

        int[] missing = [.. a.Variables.ToArray().Except(b.Variables.ToArray()), .. b.Variables.ToArray().Except(a.Variables.ToArray())];
        if (missing.Length > 0)
        {
            return WithoutVariables(a, b, missing, cancellation);
        }

        Dictionary<int, int> deflation = Deflation.Find(a, b);
        if (deflation.Count == 0)
        {
            return OfDeflated(a, b, cancellation);
        }

        Polynomial<Integer> deflated = OfDeflated(
            Deflation.Apply(a, deflation, inflate: false), Deflation.Apply(b, deflation, inflate: false), cancellation);
        // Another term may lead now.
        return WithPositiveLeadingCoefficient(Deflation.Apply(deflated, deflation, inflate: true));
    }

    // The same variables occur in a and b.
    private static Polynomial<Integer> OfDeflated(Polynomial<Integer> a, Polynomial<Integer> b, CancellationToken cancellation)
    {
        int[] variables = a.Variables.ToArray();
        if (Array.Exists(variables, v => Math.Max(a.Degree(v), b.Degree(v)) > GcdDegreeBounds.MaximalDenseDegree))
        {
            // Remainders of sparse polynomials take over.
            return DividesOne(a, b) ?? ByRemainders(a, b, LeastDegreeVariable(a, b), cancellation);
        }

        GcdDegreeBounds bounds = GcdDegreeBounds.Compute(a, b, new SplitMix64(Seed));
        if (bounds.AreAllZero)
        {
            return Ring.One;
        }

        int[] absent = Array.FindAll(variables, v => bounds.Degree(v) == 0);
        if (absent.Length > 0)
        {
            return WithoutVariables(a, b, absent, cancellation);
        }

        // The gcd has the degrees of a or b only if, most likely, that divides the other.
        (Polynomial<Integer> small, Polynomial<Integer> large) = a.TermCount <= b.TermCount ? (a, b) : (b, a);
        if (Array.TrueForAll(variables, v => bounds.Degree(v) == small.Degree(v)) && Domain.TryDivideExact(large, small, out _))
        {
            return small;
        }

        if (Array.TrueForAll(variables, v => bounds.Degree(v) == large.Degree(v)) && Domain.TryDivideExact(small, large, out _))
        {
            return large;
        }

        // A short leading coefficient keeps the lifted polynomial short.
        int main = variables.OrderBy(v => MainVariable.LeadingTermCount(a, v) + MainVariable.LeadingTermCount(b, v)).ThenBy(v => -bounds.Degree(v)).ThenBy(static v => v).First();
        Polynomial<Integer> contentA = Content(a, main, cancellation);
        Polynomial<Integer> contentB = Content(b, main, cancellation);
        Polynomial<Integer> primitiveA = IntegerPolynomial.DivideExact(a, contentA);
        Polynomial<Integer> primitiveB = IntegerPolynomial.DivideExact(b, contentB);
        Polynomial<Integer> leading = Compute(
            MainVariable.Split(primitiveA, main)[0].Coefficient, MainVariable.Split(primitiveB, main)[0].Coefficient, cancellation);
        var problem = new GcdProblem(primitiveA, primitiveB, leading, main, bounds);
        Polynomial<Integer>? gcd = SparseModularGcd.Compute(problem, GcdChooser.Choose(problem), cancellation);
        return gcd is null
            ? ByRemainders(a, b, main, cancellation)
            : WithPositiveLeadingCoefficient(Ring.Multiply(Compute(contentA, contentB, cancellation), gcd));
    }

    private static Polynomial<Integer> ByRemainders(Polynomial<Integer> a, Polynomial<Integer> b, int main, CancellationToken cancellation)
    {
        Polynomial<Integer> contentA = Content(a, main, cancellation);
        Polynomial<Integer> contentB = Content(b, main, cancellation);
        Polynomial<Integer> gcd = PrimitiveRemainderSequence.Compute(
            IntegerPolynomial.DivideExact(a, contentA), IntegerPolynomial.DivideExact(b, contentB), main, cancellation);
        return WithPositiveLeadingCoefficient(Ring.Multiply(Compute(contentA, contentB, cancellation), gcd));
    }

    private static int LeastDegreeVariable(Polynomial<Integer> a, Polynomial<Integer> b) =>
        a.Variables.ToArray().MinBy(v => Math.Max(a.Degree(v), b.Degree(v)));

    // The gcd does not contain the variables: it divides each coefficient of their monomials.
    private static Polynomial<Integer> WithoutVariables(Polynomial<Integer> a, Polynomial<Integer> b, int[] variables, CancellationToken cancellation)
    {
        List<Polynomial<Integer>> coefficients = [a, b];
        foreach (int variable in variables)
        {
            coefficients = [.. coefficients.SelectMany(value => MainVariable.Split(value, variable)).Select(static part => part.Coefficient)];
        }

        return OfMany(coefficients, cancellation);
    }

    // The one of a and b that divides the other, if any.
    private static Polynomial<Integer>? DividesOne(Polynomial<Integer> a, Polynomial<Integer> b) =>
        Domain.TryDivideExact(a, b, out _) ? b : Domain.TryDivideExact(b, a, out _) ? a : null;

    private static Polynomial<Integer> WithPositiveLeadingCoefficient(Polynomial<Integer> value) =>
        value.IsZero || value.LeadingCoefficient.Sign > 0 ? value : Ring.Negate(value);
}
