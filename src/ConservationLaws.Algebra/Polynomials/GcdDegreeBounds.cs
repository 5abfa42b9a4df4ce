using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Put random residues for all variables but v. If the degree in v of one of a, b survives, then so does that of every divisor of it, hence
// deg_v gcd(a, b) ≤ the degree of the gcd of the images. The bound is rigorous; that it is sharp is only very likely.

/// <summary>Upper bounds for the degrees of a gcd in each variable.</summary>
internal static class GcdDegreeBounds
{
    /// <summary>A bound for the degree of the gcd in a variable.</summary>
    internal static int Compute(Polynomial<Integer> left, Polynomial<Integer> right, int variable, SplitMix64 random)
    {
        int trivial = Math.Min(left.Degree(variable), right.Degree(variable));
        var field = new PrimeField(Primes.At(0));
        int[] others = Others(left, right, variable);
        uint[] point = new uint[others.Length];
        foreach (ref uint coordinate in point.AsSpan())
        {
            coordinate = 1 + random.NextBelow(field.Modulus - 1);
        }

        (uint[] f, int m) = Image(field, left, variable, others, point);
        (uint[] g, int n) = Image(field, right, variable, others, point);
        return m < left.Degree(variable) && n < right.Degree(variable) ? trivial
            : Math.Min(trivial, UnivariateResidues.Gcd(field, f, m, g, n).Degree);
    }

    /// <summary>All variables of both polynomials except one, ascending.</summary>
    internal static int[] Others(Polynomial<Integer> left, Polynomial<Integer> right, int variable) =>
        [.. left.Variables.ToArray().Union(right.Variables.ToArray()).Where(v => v != variable).Order()];

    private static (uint[] Image, int Degree) Image(PrimeField field, Polynomial<Integer> value, int variable, int[] others, uint[] point)
    {
        var evaluation = new GeometricEvaluation(field, value, variable, others);
        uint[] image = new uint[evaluation.MainDegree + 1];
        evaluation.Start(point, point);
        evaluation.Next(image);
        return (image, UnivariateResidues.Degree(image, evaluation.MainDegree));
    }
}
