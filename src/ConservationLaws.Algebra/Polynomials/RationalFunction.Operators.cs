using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Both operands are in lowest terms, so common divisors are sought between the small parts, never in the large result:
// a/b + c/d with g = gcd(b, d): t = a·(d/g) + c·(b/g), only gcd(t, g) is left; (a/b)·(c/d): only gcd(a, d) and gcd(c, b).
// P. Henrici, "A subroutine for computations with rational numbers", J. ACM 3 (1956); D. E. Knuth, TAOCP 2, 4.5.1.

public sealed partial class RationalFunction
{
    /// <summary>The sum.</summary>
    public static RationalFunction operator +(RationalFunction left, RationalFunction right) => Combine(left, right, negateRight: false);

    /// <summary>The difference.</summary>
    public static RationalFunction operator -(RationalFunction left, RationalFunction right) => Combine(left, right, negateRight: true);

    /// <summary>The negative.</summary>
    public static RationalFunction operator -(RationalFunction value)
    {
        ArgumentNullException.ThrowIfNull(value);
        return new RationalFunction(Ring.Negate(value.Numerator), value.Denominator);
    }

    /// <summary>The product.</summary>
    public static RationalFunction operator *(RationalFunction left, RationalFunction right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.IsZero || right.IsZero)
        {
            return Zero;
        }

        if (left.IsPolynomial && right.IsPolynomial)
        {
            return new RationalFunction(Ring.Multiply(left.Numerator, right.Numerator), left.Denominator);
        }

        (Polynomial<Integer> a, Polynomial<Integer> d) = Reduce(left.Numerator, right.Denominator);
        (Polynomial<Integer> c, Polynomial<Integer> b) = Reduce(right.Numerator, left.Denominator);
        return FromCoprime(Ring.Multiply(a, c), Ring.Multiply(b, d));
    }

    /// <summary>The quotient.</summary>
    /// <exception cref="DivideByZeroException">The divisor is 0.</exception>
    public static RationalFunction operator /(RationalFunction left, RationalFunction right)
    {
        ArgumentNullException.ThrowIfNull(right);
        return left * right.Invert();
    }

    /// <summary>The function 1/f.</summary>
    /// <exception cref="DivideByZeroException">The function is 0.</exception>
    public RationalFunction Invert() => IsZero ? throw new DivideByZeroException("Zero has no inverse.") : FromCoprime(Denominator, Numerator);

    private static RationalFunction Combine(RationalFunction left, RationalFunction right, bool negateRight)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        if (left.Denominator.Equals(right.Denominator))
        {
            Polynomial<Integer> sum = negateRight ? Ring.Subtract(left.Numerator, right.Numerator) : Ring.Add(left.Numerator, right.Numerator);
            return left.IsPolynomial ? FromPolynomial(sum) : Create(sum, left.Denominator);
        }

        Polynomial<Integer> common = IntegerPolynomial.GreatestCommonDivisor(left.Denominator, right.Denominator);
        Polynomial<Integer> leftCofactor = IntegerPolynomial.DivideExact(left.Denominator, common);
        Polynomial<Integer> rightCofactor = IntegerPolynomial.DivideExact(right.Denominator, common);
        Polynomial<Integer> total = Ring.SumOfSignedProducts([(left.Numerator, rightCofactor), (right.Numerator, leftCofactor)], [false, negateRight]);
        if (total.IsZero)
        {
            return Zero;
        }

        (Polynomial<Integer> numerator, Polynomial<Integer> rest) = Reduce(total, common);
        return FromCoprime(numerator, Ring.Multiply(Ring.Multiply(leftCofactor, rightCofactor), rest));
    }

    // Divides both by their greatest common divisor.
    private static (Polynomial<Integer> First, Polynomial<Integer> Second) Reduce(Polynomial<Integer> first, Polynomial<Integer> second)
    {
        if (second.IsConstant && second.LeadingCoefficient.IsOne)
        {
            return (first, second);
        }

        Polynomial<Integer> divisor = IntegerPolynomial.GreatestCommonDivisor(first, second);
        return (IntegerPolynomial.DivideExact(first, divisor), IntegerPolynomial.DivideExact(second, divisor));
    }
}
