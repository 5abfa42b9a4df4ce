using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Operators and number theory of polynomials with integer coefficients.</summary>
public static class IntegerPolynomial
{
    private static PolynomialDomain<Integer, IntegerRing> Domain => default;

    extension(Polynomial<Integer>)
    {
        /// <summary>The sum.</summary>
        public static Polynomial<Integer> operator +(Polynomial<Integer> left, Polynomial<Integer> right) => Domain.Add(left, right);

        /// <summary>The difference.</summary>
        public static Polynomial<Integer> operator -(Polynomial<Integer> left, Polynomial<Integer> right) => Domain.Subtract(left, right);

        /// <summary>The negative.</summary>
        public static Polynomial<Integer> operator -(Polynomial<Integer> value) => Domain.Negate(value);

        /// <summary>The product.</summary>
        public static Polynomial<Integer> operator *(Polynomial<Integer> left, Polynomial<Integer> right) => Domain.Multiply(left, right);

        /// <summary>The product with a scalar.</summary>
        public static Polynomial<Integer> operator *(Integer factor, Polynomial<Integer> value) => Domain.Ring.Scale(factor, value);
    }

    /// <summary>The greatest common divisor of the coefficients; 0 for the zero polynomial, else positive.</summary>
    public static Integer Content(Polynomial<Integer> value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Integer content = Integer.Zero;
        for (int term = 0; term < value.TermCount && !content.IsOne; term++)
        {
            content = Integer.Gcd(content, value.Coefficients[term]);
        }

        return content;
    }

    /// <summary>The polynomial divided by its content, with the sign that makes the leading coefficient positive; zero stays zero.</summary>
    public static Polynomial<Integer> PrimitivePart(Polynomial<Integer> value)
    {
        Integer content = Content(value);
        return value.IsZero ? value : DivideExact(value, value.LeadingCoefficient.Sign < 0 ? -content : content);
    }

    /// <summary>Splits a polynomial into the greatest monomial that divides every term and the cofactor.</summary>
    /// <param name="value">A polynomial that is not zero.</param>
    public static (Monomial Content, Polynomial<Integer> Cofactor) SplitMonomialContent(Polynomial<Integer> value) => MonomialContent.Split(value);

    /// <summary>Divides every coefficient by an integer that divides them all.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    /// <exception cref="ArithmeticException">A division leaves a remainder.</exception>
    public static Polynomial<Integer> DivideExact(Polynomial<Integer> value, Integer divisor) =>
        divisor.IsOne ? value : Domain.Ring.MapTo(value, default(IntegerRing), coefficient => Integer.DivideExact(coefficient, divisor));

    /// <summary>Divides by a polynomial that is known to divide.</summary>
    /// <exception cref="DivideByZeroException">The divisor is zero.</exception>
    /// <exception cref="ArithmeticException">The division leaves a remainder.</exception>
    public static Polynomial<Integer> DivideExact(Polynomial<Integer> dividend, Polynomial<Integer> divisor)
    {
        ArgumentNullException.ThrowIfNull(dividend);
        ArgumentNullException.ThrowIfNull(divisor);
        return !divisor.IsZero && divisor.IsConstant ? DivideExact(dividend, divisor.LeadingCoefficient)
            : Domain.TryDivideExact(dividend, divisor, out Polynomial<Integer> quotient) ? quotient
            : throw new ArithmeticException("The division leaves a remainder.");
    }

    /// <summary>The image modulo a prime.</summary>
    public static Polynomial<uint> ReduceModulo(Polynomial<Integer> value, PrimeField field) =>
        Domain.Ring.MapTo(value, field, field.FromInteger);

    /// <summary>The greatest common divisor over Z, its leading coefficient positive; gcd(0, 0) = 0.</summary>
    /// <param name="left">A polynomial.</param>
    /// <param name="right">A polynomial.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <exception cref="OperationCanceledException">The computation was cancelled.</exception>
    public static Polynomial<Integer> GreatestCommonDivisor(
        Polynomial<Integer> left, Polynomial<Integer> right, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        return PolynomialGcd.Compute(left, right, cancellation);
    }
}
