using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>The field Q(θ) of rational functions with its partial derivatives.</summary>
public readonly struct RationalFunctionField : IField<RationalFunction>, IFunctionRing<RationalFunction>
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <inheritdoc/>
    public RationalFunction Zero => RationalFunction.Zero;

    /// <inheritdoc/>
    public RationalFunction One => RationalFunction.One;

    /// <inheritdoc/>
    public bool IsZero(RationalFunction value) => value.IsZero;

    /// <inheritdoc/>
    public bool AreEqual(RationalFunction left, RationalFunction right) => left.Equals(right);

    /// <inheritdoc/>
    public RationalFunction Add(RationalFunction left, RationalFunction right) => left + right;

    /// <inheritdoc/>
    public RationalFunction Subtract(RationalFunction left, RationalFunction right) => left - right;

    /// <inheritdoc/>
    public RationalFunction Negate(RationalFunction value) => -value;

    /// <inheritdoc/>
    public RationalFunction Multiply(RationalFunction left, RationalFunction right) => left * right;

    /// <inheritdoc/>
    public RationalFunction FromInteger(Integer value) => RationalFunction.FromInteger(value);

    /// <inheritdoc/>
    public RationalFunction Invert(RationalFunction value) => value.Invert();

    /// <inheritdoc/>
    public bool TryDivideExact(RationalFunction dividend, RationalFunction divisor, out RationalFunction quotient)
    {
        quotient = dividend / divisor;
        return true;
    }

    /// <inheritdoc/>
    public RationalFunction Differentiate(RationalFunction value, int variable) => value.Differentiate(variable);

    /// <inheritdoc/>
    public RationalFunction Variable(int variable) => RationalFunction.Variable(variable);

    /// <inheritdoc/>
    public RationalFunction Substitute(RationalFunction value, Func<int, RationalFunction> image)
    {
        ArgumentNullException.ThrowIfNull(value);
        return value.Substitute(image);
    }

    /// <inheritdoc/>
    public RationalFunction SumOfProducts(ReadOnlySpan<(RationalFunction Left, RationalFunction Right)> products)
    {
        // Pairs of polynomials, nearly always all of them, are one fused sum.
        var polynomials = new List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>(products.Length);
        RationalFunction sum = RationalFunction.Zero;
        foreach ((RationalFunction left, RationalFunction right) in products)
        {
            if (left.IsPolynomial && right.IsPolynomial)
            {
                polynomials.Add((left.Numerator, right.Numerator));
            }
            else
            {
                sum += left * right;
            }
        }

        return polynomials.Count == 0 ? sum : sum + RationalFunction.FromPolynomial(Ring.SumOfProducts([.. polynomials]));
    }
}
