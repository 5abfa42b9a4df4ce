namespace ConservationLaws.Tests.Models.Networks;

/// <summary>A residue modulo a prime together with its gradient in the parameters: forward differentiation, as plain as it gets.</summary>
internal sealed record DualNumber(long Value, long[] Gradient)
{
    internal const long Prime = (1L << 31) - 1;

    internal static DualNumber Constant(long value, int parameters) => new(Residue(value), new long[parameters]);

    internal static DualNumber Parameter(long value, int place, int parameters)
    {
        DualNumber number = Constant(value, parameters);
        number.Gradient[place] = 1;
        return number;
    }

    public static DualNumber operator +(DualNumber left, DualNumber right) =>
        new(Residue(left.Value + right.Value), Combine(1, left.Gradient, 1, right.Gradient));

    public static DualNumber operator -(DualNumber left, DualNumber right) => left + (-1 * right);

    public static DualNumber operator *(DualNumber left, DualNumber right) =>
        new(Residue(left.Value * right.Value), Combine(right.Value, left.Gradient, left.Value, right.Gradient));

    public static DualNumber operator *(long factor, DualNumber number) =>
        new(Residue(Residue(factor) * number.Value), Array.ConvertAll(number.Gradient, entry => Residue(Residue(factor) * entry)));

    internal static DualNumber Sum(IEnumerable<DualNumber> terms, int parameters) =>
        terms.Aggregate(Constant(0, parameters), (sum, term) => sum + term);

    internal static long Residue(long value) => ((value % Prime) + Prime) % Prime;

    private static long[] Combine(long a, long[] left, long b, long[] right)
    {
        long[] sum = new long[left.Length];
        for (int place = 0; place < sum.Length; place++)
        {
            sum[place] = ((a * left[place] % Prime) + (b * right[place] % Prime)) % Prime;
        }

        return sum;
    }
}
