using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A quotient of two polynomials with integer coefficients, in lowest terms: an element of Q(θ).</summary>
/// <remarks>
/// Immutable and canonical: numerator and denominator have no common divisor in Z[θ], not even an integer, and the leading coefficient of
/// the denominator is positive. So equal functions have equal parts, and x/2 has numerator x and denominator 2.
/// </remarks>
public sealed partial class RationalFunction : IEquatable<RationalFunction>
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private RationalFunction(Polynomial<Integer> numerator, Polynomial<Integer> denominator) =>
        (Numerator, Denominator) = (numerator, denominator);

    /// <summary>The function 0.</summary>
    public static RationalFunction Zero { get; } = new(Ring.Zero, Ring.One);

    /// <summary>The function 1.</summary>
    public static RationalFunction One { get; } = new(Ring.One, Ring.One);

    /// <summary>The numerator in lowest terms; carries the sign.</summary>
    public Polynomial<Integer> Numerator { get; }

    /// <summary>The denominator in lowest terms; its leading coefficient is positive.</summary>
    public Polynomial<Integer> Denominator { get; }

    /// <summary>Whether this is the function 0.</summary>
    public bool IsZero => Numerator.IsZero;

    /// <summary>Whether this is a polynomial with integer coefficients: the denominator is 1.</summary>
    public bool IsPolynomial => Denominator.IsConstant && Denominator.LeadingCoefficient.IsOne;

    /// <summary>Whether no variable occurs.</summary>
    public bool IsConstant => Numerator.IsConstant && Denominator.IsConstant;

    /// <summary>Whether two functions are equal.</summary>
    public static bool operator ==(RationalFunction? left, RationalFunction? right) => Equals(left, right);

    /// <summary>Whether two functions differ.</summary>
    public static bool operator !=(RationalFunction? left, RationalFunction? right) => !Equals(left, right);

    /// <summary>A polynomial as a rational function.</summary>
    public static RationalFunction FromPolynomial(Polynomial<Integer> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new RationalFunction(value, Ring.One);
    }

    /// <summary>An integer as a rational function.</summary>
    public static RationalFunction FromInteger(Integer value) => new(Ring.Constant(value), Ring.One);

    /// <summary>A rational number as a rational function.</summary>
    public static RationalFunction FromRational(Rational value) => new(Ring.Constant(value.Numerator), Ring.Constant(value.Denominator));

    /// <summary>A variable as a rational function.</summary>
    /// <param name="variable">The index of the variable, not negative.</param>
    public static RationalFunction Variable(int variable) => new(Ring.Variable(variable), Ring.One);

    /// <summary>The quotient of two polynomials, brought to lowest terms.</summary>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static RationalFunction Create(Polynomial<Integer> numerator, Polynomial<Integer> denominator) => Create(numerator, denominator, default);

    /// <summary>The quotient of two polynomials, brought to lowest terms.</summary>
    /// <param name="numerator">Any polynomial.</param>
    /// <param name="denominator">A polynomial that is not zero.</param>
    /// <param name="cancellation">Stops the computation of the common divisor.</param>
    /// <exception cref="DivideByZeroException">The denominator is zero.</exception>
    public static RationalFunction Create(Polynomial<Integer> numerator, Polynomial<Integer> denominator, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(numerator);
        ArgumentNullException.ThrowIfNull(denominator);
        if (denominator.IsZero)
        {
            throw new DivideByZeroException("A rational function needs a denominator other than zero.");
        }

        if (numerator.IsZero)
        {
            return Zero;
        }

        Polynomial<Integer> divisor = IntegerPolynomial.GreatestCommonDivisor(numerator, denominator, cancellation);
        return FromCoprime(IntegerPolynomial.DivideExact(numerator, divisor), IntegerPolynomial.DivideExact(denominator, divisor));
    }

    /// <summary>The numbers this function takes the variables to, modulo a prime.</summary>
    /// <param name="field">The prime field.</param>
    /// <param name="point">The coordinates, indexed by variable.</param>
    /// <exception cref="DivideByZeroException">The denominator vanishes at the point modulo the prime.</exception>
    /// <exception cref="ArgumentException">A variable that occurs has no coordinate.</exception>
    public uint Evaluate(PrimeField field, ReadOnlySpan<uint> point)
    {
        uint numerator = Evaluate(Numerator, field, point);
        return IsPolynomial ? numerator : field.Multiply(numerator, field.Invert(Evaluate(Denominator, field, point)));
    }

    /// <summary>The partial derivative ∂/∂θ_variable.</summary>
    /// <param name="variable">The index of the variable.</param>
    public RationalFunction Differentiate(int variable)
    {
        Polynomial<Integer> numerator = Ring.Differentiate(Numerator, variable);
        Polynomial<Integer> denominator = Ring.Differentiate(Denominator, variable);
        if (denominator.IsZero)
        {
            return IsPolynomial ? FromPolynomial(numerator) : Create(numerator, Denominator);
        }

        // With g = gcd(d, d′): (n/d)′ = (n′·(d/g) − n·(d′/g)) / (d·(d/g)), and d/g is squarefree, so the common divisor left is small.
        Polynomial<Integer> common = IntegerPolynomial.GreatestCommonDivisor(Denominator, denominator);
        Polynomial<Integer> cofactor = IntegerPolynomial.DivideExact(Denominator, common);
        Polynomial<Integer> inner = IntegerPolynomial.DivideExact(denominator, common);
        return Create(Ring.SumOfSignedProducts([(numerator, cofactor), (Numerator, inner)], [false, true]), Ring.Multiply(Denominator, cofactor));
    }

    /// <summary>All partial derivatives that are not zero, by ascending variable.</summary>
    public IEnumerable<(int Variable, RationalFunction Derivative)> Gradient() => IsPolynomial
        ? Ring.Gradient(Numerator).Select(component => (component.Variable, FromPolynomial(component.Derivative)))
        : Numerator.Variables.ToArray().Union(Denominator.Variables.ToArray()).Order()
            .Select(variable => (variable, Differentiate(variable)))
            .Where(component => !component.Item2.IsZero);

    /// <inheritdoc/>
    public bool Equals(RationalFunction? other) =>
        other is not null && Numerator.Equals(other.Numerator) && Denominator.Equals(other.Denominator);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as RationalFunction);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Numerator, Denominator);

    /// <summary>The quotient with variables named by their index: for debuggers, not for users.</summary>
    public override string ToString() => PolynomialFormatter.Format(this, static variable => $"x{variable}");

    // Parts without a common divisor: only the sign is left to settle.
    private static RationalFunction FromCoprime(Polynomial<Integer> numerator, Polynomial<Integer> denominator) =>
        denominator.LeadingCoefficient.Sign < 0
            ? new RationalFunction(Ring.Negate(numerator), Ring.Negate(denominator))
            : new RationalFunction(numerator, denominator);

    private static uint Evaluate(Polynomial<Integer> value, PrimeField field, ReadOnlySpan<uint> point) =>
        new PolynomialRing<uint, PrimeField>(field).Evaluate(IntegerPolynomial.ReduceModulo(value, field), point);
}
