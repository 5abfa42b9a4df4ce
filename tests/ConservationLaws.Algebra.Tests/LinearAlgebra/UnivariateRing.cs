using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

// Z[x] as coefficient lists without trailing zeros: the simplest domain that is neither a field nor Z.
public readonly struct UnivariateRing : IIntegralDomain<Integer[]>
{
    public Integer[] Zero => [];

    public Integer[] One => [Integer.One];

    public bool IsZero(Integer[] value) => value.Length == 0;

    public bool AreEqual(Integer[] left, Integer[] right) => left.AsSpan().SequenceEqual(right);

    public Integer[] Add(Integer[] left, Integer[] right) =>
        Trim([.. Enumerable.Range(0, Math.Max(left.Length, right.Length)).Select(i => At(left, i) + At(right, i))]);

    public Integer[] Subtract(Integer[] left, Integer[] right) => Add(left, Negate(right));

    public Integer[] Negate(Integer[] value) => [.. value.Select(coefficient => -coefficient)];

    public Integer[] Multiply(Integer[] left, Integer[] right)
    {
        var product = new Integer[left.Length + right.Length];
        for (int i = 0; i < left.Length; i++)
        {
            for (int j = 0; j < right.Length; j++)
            {
                product[i + j] += left[i] * right[j];
            }
        }

        return Trim(product);
    }

    public Integer[] FromInteger(Integer value) => Trim([value]);

    public bool TryDivideExact(Integer[] dividend, Integer[] divisor, out Integer[] quotient)
    {
        Integer[] rest = dividend;
        var result = new Integer[Math.Max(0, dividend.Length - divisor.Length + 1)];
        quotient = [];
        while (rest.Length >= divisor.Length && rest.Length > 0)
        {
            (Integer factor, Integer remainder) = Integer.DivRem(rest[^1], divisor[^1]);
            if (!remainder.IsZero)
            {
                return false;
            }

            int shift = rest.Length - divisor.Length;
            result[shift] = factor;
            rest = Subtract(rest, Multiply([.. Enumerable.Repeat(Integer.Zero, shift), factor], divisor));
        }

        quotient = rest.Length == 0 ? Trim(result) : [];
        return rest.Length == 0;
    }

    internal static Integer[] Trim(Integer[] coefficients)
    {
        int length = coefficients.Length;
        while (length > 0 && coefficients[length - 1].IsZero)
        {
            length--;
        }

        return coefficients[..length];
    }

    private static Integer At(Integer[] coefficients, int i) => i < coefficients.Length ? coefficients[i] : Integer.Zero;
}
