using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Forms;

/// <summary>A function R + Σ c·log|f| + Σ b·α(A, B, d) with rational R and polynomial laws or numbers c, b (math.md 7.1, "integrate for display").</summary>
/// <param name="Rational">The rational function R.</param>
/// <param name="Logarithms">The logarithms.</param>
/// <param name="Angles">The angles.</param>
public sealed record Antiderivative(RationalFunction Rational, ImmutableArray<LogarithmicTerm> Logarithms, ImmutableArray<AngularTerm> Angles)
{
    // Powers beyond this degree are left as logarithms.
    private const int MaximumDegree = 100;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>Whether all c and b are numbers, so that the differential is a closed form.</summary>
    public bool HasConstantCoefficients =>
        Logarithms.All(term => term.Coefficient.IsConstant) && Angles.All(term => term.Coefficient.IsConstant);

    /// <summary>The function as the language writes rational functions, with <c>log</c>, <c>atan</c> and <c>sqrt</c>.</summary>
    /// <param name="name">The names of the coordinates.</param>
    public string Format(Func<int, string> name) => AntiderivativeFormatter.Format(this, name);

    /// <summary>The function itself, or its exponential, where that is a rational function; null otherwise.</summary>
    internal RationalFunction? TryRational()
    {
        if (!Angles.IsEmpty || !HasConstantCoefficients)
        {
            return null;
        }

        if (Logarithms.IsEmpty)
        {
            return Rational;
        }

        Integer divisor = Logarithms.Aggregate(Integer.Zero, (sum, term) => Integer.Gcd(sum, term.Coefficient.LeadingCoefficient));
        (Integer Exponent, Polynomial<Integer> Argument)[] powers =
            [.. Logarithms.Select(term => (Integer.DivideExact(term.Coefficient.LeadingCoefficient, divisor), term.Argument))];
        if (!Rational.IsConstant || powers.Any(power => Integer.Abs(power.Exponent) * power.Argument.TotalDegree > MaximumDegree))
        {
            return null;
        }

        // The variant with the larger power on top.
        RationalFunction quotient = RationalFunction.Create(Product(1), Product(-1));
        return quotient.Numerator.TotalDegree >= quotient.Denominator.TotalDegree ? quotient : quotient.Invert();

        Polynomial<Integer> Product(int sign) => powers.Where(power => power.Exponent.Sign == sign).Aggregate(
            Ring.One, (product, power) => product * Ring.Power(power.Argument, (int)(long)Integer.Abs(power.Exponent)));
    }

    /// <summary>The components of dR + Σ c·df/f + Σ b·dα: the differential where c and b are numbers, and on the level sets of c and b.</summary>
    internal SortedDictionary<int, RationalFunction> Differential()
    {
        var components = new SortedDictionary<int, RationalFunction>();
        foreach ((int variable, RationalFunction derivative) in Rational.Gradient())
        {
            Add(variable, derivative);
        }

        foreach (LogarithmicTerm term in Logarithms)
        {
            foreach ((int variable, Polynomial<Integer> derivative) in Ring.Gradient(term.Argument))
            {
                Add(variable, RationalFunction.Create(term.Coefficient * derivative, term.Argument));
            }
        }

        foreach (AngularTerm term in Angles)
        {
            (Polynomial<Integer> a, Polynomial<Integer> b) = (term.Base, term.Root);
            Polynomial<Integer> norm = (a * a) - (term.Radicand * (b * b));
            foreach (int variable in a.Variables.ToArray().Union(b.Variables.ToArray()))
            {
                Polynomial<Integer> turn = (a * Ring.Differentiate(b, variable)) - (b * Ring.Differentiate(a, variable));
                Add(variable, RationalFunction.Create(term.Coefficient * turn, norm));
            }
        }

        return components;

        void Add(int variable, RationalFunction value) =>
            components[variable] = components.TryGetValue(variable, out RationalFunction? sum) ? sum + value : value;
    }

    /// <summary>The function divided by the greatest integer that divides all of its coefficients.</summary>
    internal Antiderivative Primitive()
    {
        Integer divisor = Logarithms.Select(term => term.Coefficient).Concat(Angles.Select(term => term.Coefficient)).Append(Rational.Numerator)
            .Aggregate(Integer.Zero, (common, coefficient) => Integer.Gcd(common, IntegerPolynomial.Content(coefficient)));
        return divisor.IsZero || divisor.IsOne ? this : new Antiderivative(
            RationalFunction.Create(IntegerPolynomial.DivideExact(Rational.Numerator, divisor), Rational.Denominator),
            [.. Logarithms.Select(term => term with { Coefficient = IntegerPolynomial.DivideExact(term.Coefficient, divisor) })],
            [.. Angles.Select(term => term with { Coefficient = IntegerPolynomial.DivideExact(term.Coefficient, divisor) })]);
    }

    /// <summary>The same function of other variables.</summary>
    internal Antiderivative RenameVariables(Func<int, int> image) => new(
        RationalFunction.Create(Rational.Numerator.RenameVariables(image), Rational.Denominator.RenameVariables(image)),
        [.. Logarithms.Select(term => new LogarithmicTerm(term.Coefficient.RenameVariables(image), term.Argument.RenameVariables(image)))],
        [
            .. Angles.Select(term => new AngularTerm(
                term.Coefficient.RenameVariables(image), term.Base.RenameVariables(image), term.Root.RenameVariables(image), term.Radicand)),
        ]);
}

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
