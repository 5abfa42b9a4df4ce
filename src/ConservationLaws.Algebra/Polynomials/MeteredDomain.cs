using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Polynomials over Z whose products and quotients are counted before they are made, in products of terms.</summary>
/// <param name="meter">Where they are counted.</param>
public readonly struct MeteredDomain(WorkMeter meter) : IIntegralDomain<Polynomial<Integer>>, IFunctionRing<Polynomial<Integer>>
{
    private static PolynomialDomain<Integer, IntegerRing> Domain => default;

    /// <inheritdoc/>
    public Polynomial<Integer> Zero => Domain.Zero;

    /// <inheritdoc/>
    public Polynomial<Integer> One => Domain.One;

    /// <inheritdoc/>
    public bool IsZero(Polynomial<Integer> value) => value.IsZero;

    /// <inheritdoc/>
    public bool AreEqual(Polynomial<Integer> left, Polynomial<Integer> right) => Domain.AreEqual(left, right);

    /// <inheritdoc/>
    public Polynomial<Integer> Add(Polynomial<Integer> left, Polynomial<Integer> right) => Domain.Add(left, right);

    /// <inheritdoc/>
    public Polynomial<Integer> Subtract(Polynomial<Integer> left, Polynomial<Integer> right) => Domain.Subtract(left, right);

    /// <inheritdoc/>
    public Polynomial<Integer> Negate(Polynomial<Integer> value) => Domain.Negate(value);

    /// <inheritdoc/>
    public Polynomial<Integer> Multiply(Polynomial<Integer> left, Polynomial<Integer> right)
    {
        meter.Spend((long)left.TermCount * right.TermCount);
        return Domain.Multiply(left, right);
    }

    /// <inheritdoc/>
    public Polynomial<Integer> FromInteger(Integer value) => Domain.FromInteger(value);

    /// <inheritdoc/>
    public Polynomial<Integer> Differentiate(Polynomial<Integer> value, int variable) => Domain.Differentiate(value, variable);

    /// <inheritdoc/>
    public Polynomial<Integer> Variable(int variable) => Domain.Ring.Variable(variable);

    /// <inheritdoc/>
    /// <remarks>Not counted.</remarks>
    public Polynomial<Integer> Substitute(Polynomial<Integer> value, Func<int, Polynomial<Integer>> image) => Domain.Ring.Substitute(value, image);

    /// <inheritdoc/>
    public Polynomial<Integer> SumOfProducts(ReadOnlySpan<(Polynomial<Integer> Left, Polynomial<Integer> Right)> products)
    {
        foreach ((Polynomial<Integer> left, Polynomial<Integer> right) in products)
        {
            meter.Spend((long)left.TermCount * right.TermCount);
        }

        return Domain.SumOfProducts(products);
    }

    /// <inheritdoc/>
    public bool TryDivideExact(Polynomial<Integer> dividend, Polynomial<Integer> divisor, out Polynomial<Integer> quotient)
    {
        meter.Spend((long)dividend.TermCount * divisor.TermCount);
        return Domain.TryDivideExact(dividend, divisor, out quotient);
    }
}
