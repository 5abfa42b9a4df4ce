using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Put random residues for all variables but v. If the degree in v of one of a, b survives, then so does that of every divisor of it, hence
// deg_v gcd(a, b) ≤ the degree of the gcd of the images. The same holds for the total degree and the images at (α₁t, α₂t, …).
// The bounds are rigorous; that they are sharp is only very likely. One evaluation at α serves all variables: with Vₜ the value of
// term t, the sums Σ {Vₜ : term t has the exponent e of v} are the coefficients of the image in v/α_v, whose degrees are the same.

/// <summary>Upper bounds for the degrees of a gcd.</summary>
internal sealed class GcdDegreeBounds
{
    /// <summary>Images are dense in one variable: beyond this degree they would take too much memory.</summary>
    internal const int MaximalDenseDegree = 1 << 22;

    private readonly int[] _variables;
    private readonly int[] _degrees;

    private GcdDegreeBounds(int[] variables, int[] degrees, int totalDegree) => (_variables, _degrees, TotalDegree) = (variables, degrees, totalDegree);

    /// <summary>A bound for the total degree.</summary>
    internal int TotalDegree { get; }

    /// <summary>Whether all bounds are 0: the gcd is constant.</summary>
    internal bool AreAllZero => Array.TrueForAll(_degrees, static degree => degree == 0);

    /// <summary>A bound for the degree in a variable.</summary>
    internal int Degree(int variable)
    {
        int place = Array.BinarySearch(_variables, variable);
        return place < 0 ? 0 : _degrees[place];
    }

    /// <summary>The bounds for two polynomials in which the same variables occur.</summary>
    internal static GcdDegreeBounds Compute(Polynomial<Integer> left, Polynomial<Integer> right, SplitMix64 random)
    {
        var field = new PrimeField(Primes.At(0));
        int[] variables = left.Variables.ToArray();
        uint[] point = new uint[variables.Length];
        foreach (ref uint coordinate in point.AsSpan())
        {
            coordinate = 1 + random.NextBelow(field.Modulus - 1);
        }

        uint[] leftValues = Values(field, left, point);
        uint[] rightValues = Values(field, right, point);
        int[] degrees = new int[variables.Length];
        for (int j = 0; j < degrees.Length; j++)
        {
            (int leftWord, int leftShift) = left.Layout.Locate(j);
            (int rightWord, int rightShift) = right.Layout.Locate(j);
            degrees[j] = Bound(
                field,
                Image(field, left, leftValues, leftWord, leftShift, left.Degree(variables[j])),
                Image(field, right, rightValues, rightWord, rightShift, right.Degree(variables[j])));
        }

        // The total degree stands in the top field. With one variable, or without any that counts, it says nothing new.
        int total = degrees.Length == 1 || !Array.Exists(degrees, static degree => degree > 0) ? degrees.Max()
            : Math.Max(left.TotalDegree, right.TotalDegree) > MaximalDenseDegree ? Math.Min(left.TotalDegree, right.TotalDegree)
            : Bound(
                field,
                Image(field, left, leftValues, 0, 64 - left.Layout.FieldBits, left.TotalDegree),
                Image(field, right, rightValues, 0, 64 - right.Layout.FieldBits, right.TotalDegree));
        return new GcdDegreeBounds(variables, degrees, total);
    }

    private static uint[] Values(PrimeField field, Polynomial<Integer> polynomial, uint[] point)
    {
        uint[] values = Array.ConvertAll(polynomial.Coefficients, field.FromInteger);
        for (int j = 0; j < point.Length; j++)
        {
            PowerTables.MultiplyBy(field, polynomial, polynomial.Variables[j], point[j], values);
        }

        return values;
    }

    // Sums of the values by the exponent in one field of the packed monomials.
    private static uint[] Image(PrimeField field, Polynomial<Integer> polynomial, uint[] values, int word, int shift, int degree)
    {
        uint[] image = new uint[degree + 1];
        (int words, ulong mask, ulong[] packed) = (polynomial.Layout.WordCount, polynomial.Layout.FieldMask, polynomial.Exponents);
        for (int term = 0, at = word; term < values.Length; term++, at += words)
        {
            ref uint sum = ref image[(int)((packed[at] >> shift) & mask)];
            sum = field.Add(sum, values[term]);
        }

        return image;
    }

    private static int Bound(PrimeField field, uint[] left, uint[] right)
    {
        int trivial = Math.Min(left.Length, right.Length);
        return (left[^1] == 0 && right[^1] == 0 ? trivial : Math.Min(trivial, UnivariateResidues.Gcd(field, left, right).Length)) - 1;
    }
}
