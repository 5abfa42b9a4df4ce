namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Monomials of bounded degrees.</summary>
internal static class DegreeBox
{
    /// <summary>The monomials in some variables with bounded partial degrees and a total degree in a range; none where a bound is negative.</summary>
    internal static IEnumerable<Monomial> Monomials(int[] variables, Func<int, int> bound, int lowest, int highest)
    {
        int[] bounds = Array.ConvertAll(variables, variable => bound(variable));
        return Array.Exists(bounds, limit => limit < 0) || highest < 0 ? [] : LatticePoints.Enumerate(bounds, highest)
            .Where(exponents => exponents.Sum() >= lowest)
            .Select(exponents => Monomial.Create([.. variables.Zip(exponents).Where(factor => factor.Second > 0)]));
    }
}
