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

    /// <summary>The gcd of a list, with a positive leading coefficient; the list is sorted.</summary>
    internal static Polynomial<Integer> OfMany(List<Polynomial<Integer>> values, CancellationToken cancellation)
    {
        // Small ones first: after few of them the gcd is found and the rest are divisions.
        values.Sort(static (left, right) => left.TermCount != right.TermCount
            ? left.TermCount.CompareTo(right.TermCount) : left.TotalDegree.CompareTo(right.TotalDegree));
        Polynomial<Integer> gcd = Ring.Zero;
        foreach (Polynomial<Integer> value in values)
        {
            gcd = Compute(gcd, value, cancellation);
            if (gcd.IsConstant && gcd.LeadingCoefficient.IsOne)
            {
                break;
            }
        }

        return gcd;
    }

    /// <summary>Whether a polynomial divides another one, neither of them zero.</summary>
    internal static bool Divides(Polynomial<Integer> divisor, Polynomial<Integer> dividend, CancellationToken cancellation) =>
        (GcdChooser.DivideDensely(divisor, dividend) ? DenseDivisibility.Divides(dividend, divisor, cancellation) : null) ??
            Domain.TryDivideExact(dividend, divisor, out _);

    /// <summary>The gcd of the coefficients of the powers of a variable.</summary>
    internal static Polynomial<Integer> Content(Polynomial<Integer> value, int variable, CancellationToken cancellation) =>
        OfMany(MainVariable.Split(value, variable).ConvertAll(static part => part.Coefficient), cancellation);

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

        if (GcdChooser.DivideFirst(a, b) && DividesOther(a, b, cancellation) is { } divisor)
        {
            return divisor;
        }

        List<int> missing = MissingVariables(a, b);
        if (missing.Count > 0)
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
            return DividesOther(a, b, cancellation) ?? ByRemainders(a, b, variables.MinBy(v => Math.Max(a.Degree(v), b.Degree(v))), cancellation);
        }

        GcdDegreeBounds bounds = GcdDegreeBounds.Compute(a, b, new SplitMix64(Seed));
        if (bounds.AreAllZero)
        {
            return Ring.One;
        }

        List<int> absent = [.. variables];
        absent.RemoveAll(v => bounds.Degree(v) > 0);
        if (absent.Count > 0)
        {
            return WithoutVariables(a, b, absent, cancellation);
        }

        // Equal degrees: most likely one divides the other.
        if (!GcdChooser.DivideFirst(a, b) &&
            (Array.TrueForAll(variables, v => bounds.Degree(v) == a.Degree(v)) || Array.TrueForAll(variables, v => bounds.Degree(v) == b.Degree(v))) &&
            DividesOther(a, b, cancellation) is { } divisor)
        {
            return divisor;
        }

        int main = GcdChooser.MainVariable(a, b, bounds);
        (Polynomial<Integer> contentA, Polynomial<Integer> primitiveA, Polynomial<Integer> leadingA) = SplitContent(a, main, cancellation);
        (Polynomial<Integer> contentB, Polynomial<Integer> primitiveB, Polynomial<Integer> leadingB) = SplitContent(b, main, cancellation);
        var problem = new GcdProblem(primitiveA, primitiveB, Compute(leadingA, leadingB, cancellation), main, bounds);
        return SparseModularGcd.Compute(problem, GcdChooser.Choose(problem), cancellation) is { } gcd
            ? WithPositiveLeadingCoefficient(Ring.Multiply(Compute(contentA, contentB, cancellation), gcd))
            : ByRemainders(a, b, main, cancellation);
    }

    // The content in a variable, the primitive part and its leading coefficient.
    private static (Polynomial<Integer> Content, Polynomial<Integer> Primitive, Polynomial<Integer> Leading) SplitContent(
        Polynomial<Integer> value, int variable, CancellationToken cancellation)
    {
        List<Polynomial<Integer>> coefficients = MainVariable.Split(value, variable).ConvertAll(static part => part.Coefficient);
        Polynomial<Integer> leading = coefficients[0];
        Polynomial<Integer> content = OfMany(coefficients, cancellation);
        return (content, IntegerPolynomial.DivideExact(value, content), IntegerPolynomial.DivideExact(leading, content));
    }

    private static Polynomial<Integer> ByRemainders(Polynomial<Integer> a, Polynomial<Integer> b, int main, CancellationToken cancellation)
    {
        Polynomial<Integer> contentA = Content(a, main, cancellation);
        Polynomial<Integer> contentB = Content(b, main, cancellation);
        Polynomial<Integer> gcd = PrimitiveRemainderSequence.Compute(
            IntegerPolynomial.DivideExact(a, contentA), IntegerPolynomial.DivideExact(b, contentB), main, cancellation);
        return WithPositiveLeadingCoefficient(Ring.Multiply(Compute(contentA, contentB, cancellation), gcd));
    }

    // The variables of one side only.
    private static List<int> MissingVariables(Polynomial<Integer> a, Polynomial<Integer> b)
    {
        var missing = new List<int>();
        if (!a.Variables.SequenceEqual(b.Variables))
        {
            foreach (int variable in a.Variables)
            {
                if (b.Layout.IndexOf(variable) < 0)
                {
                    missing.Add(variable);
                }
            }

            foreach (int variable in b.Variables)
            {
                if (a.Layout.IndexOf(variable) < 0)
                {
                    missing.Add(variable);
                }
            }
        }

        return missing;
    }

    // The gcd does not contain the variables: it divides each coefficient of their monomials.
    private static Polynomial<Integer> WithoutVariables(Polynomial<Integer> a, Polynomial<Integer> b, List<int> variables, CancellationToken cancellation)
    {
        List<Polynomial<Integer>> coefficients = [a, b];
        foreach (int variable in variables)
        {
            var split = new List<Polynomial<Integer>>();
            foreach (Polynomial<Integer> coefficient in coefficients)
            {
                foreach ((_, Polynomial<Integer> part) in MainVariable.Split(coefficient, variable))
                {
                    if (part.IsConstant)
                    {
                        return Ring.One; // the gcd divides a constant and a, which is primitive
                    }

                    split.Add(part);
                }
            }

            coefficients = split;
        }

        return OfMany(coefficients, cancellation);
    }

    // The one of a and b that divides the other, if any.
    private static Polynomial<Integer>? DividesOther(Polynomial<Integer> a, Polynomial<Integer> b, CancellationToken cancellation)
    {
        (Polynomial<Integer> small, Polynomial<Integer> large) = a.TotalDegree <= b.TotalDegree ? (a, b) : (b, a);
        return Divides(small, large, cancellation) ? small : null;
    }

    private static Polynomial<Integer> WithPositiveLeadingCoefficient(Polynomial<Integer> value) =>
        value.IsZero || value.LeadingCoefficient.Sign > 0 ? value : Ring.Negate(value);
}
