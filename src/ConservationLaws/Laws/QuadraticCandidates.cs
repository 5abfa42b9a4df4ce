using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// Let X be a generator whose component at θ_a has a term θ^e that no other component of X has. The unknown c_ab enters the equation of X
// at the monomial θ^e θ_b. Any other unknown there comes from a term θ^e′ of another component with θ^e′ θ_l = θ^e θ_b or θ^e′ = θ^e θ_b;
// since e′ ≠ e, θ_b divides θ^e′. So if θ_b occurs in no coefficient of X, c_ab stands alone and is zero. What is left are the pairs in
// which each partner occurs in all such X of the other: for U·Vᵀ about r pairs for each entry instead of all D. Unknowns of degree 3 or
// more would meet the same equation in other ways: all this is about laws of degree at most 2.

/// <summary>The monomials of degree 2 that may occur in a law of degree at most 2, found without enumerating all pairs of coordinates.</summary>
internal sealed class QuadraticCandidates
{
    private readonly int _dimension;

    // The coordinates that may be multiplied by a coordinate, ascending; null where nothing is known, so that all may.
    private readonly int[]?[] _partners;

    /// <summary>Intersects the variables of the generators around each coordinate.</summary>
    internal QuadraticCandidates(ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension, CancellationToken cancellation)
    {
        _dimension = dimension;
        _partners = new int[]?[dimension];
        int[] stamps = new int[dimension];
        for (int generator = 0; generator < generators.Length; generator++)
        {
            cancellation.ThrowIfCancellationRequested();
            VectorField<Polynomial<Integer>> field = generators[generator];
            int[] variables = Variables(field, stamps, generator + 1);
            foreach (int coordinate in CoordinatesWithPrivateTerms(field))
            {
                int[]? partners = _partners[coordinate];
                _partners[coordinate] = partners is null ? variables : Array.FindAll(partners, partner => stamps[partner] == generator + 1);
            }
        }
    }

    /// <summary>The monomials θ_a θ_b, a ≤ b, in descending lexicographic order.</summary>
    internal IEnumerable<Monomial> Enumerate()
    {
        for (int first = 0; first < _dimension; first++)
        {
            IEnumerable<int> partners = _partners[first] is { } known
                ? known.SkipWhile(partner => partner < first)
                : Enumerable.Range(first, _dimension - first);
            foreach (int second in partners)
            {
                if (_partners[second] is not { } back || Array.BinarySearch(back, first) >= 0)
                {
                    yield return first == second ? Monomial.Create([(first, 2)]) : Monomial.Create([(first, 1), (second, 1)]);
                }
            }
        }
    }

    // The variables of all coefficients, ascending; each is stamped.
    private static int[] Variables(VectorField<Polynomial<Integer>> field, int[] stamps, int stamp)
    {
        var variables = new List<int>();
        foreach (Polynomial<Integer> coefficient in field.Coefficients)
        {
            foreach (int variable in coefficient.Variables)
            {
                if (stamps[variable] != stamp)
                {
                    stamps[variable] = stamp;
                    variables.Add(variable);
                }
            }
        }

        variables.Sort();
        return [.. variables];
    }

    private static IEnumerable<int> CoordinatesWithPrivateTerms(VectorField<Polynomial<Integer>> field)
    {
        var counts = new Dictionary<Monomial, int>();
        foreach (Monomial monomial in field.Coefficients.SelectMany(Monomials))
        {
            counts[monomial] = counts.GetValueOrDefault(monomial) + 1;
        }

        return field.Coordinates.Where((_, place) => Monomials(field.Coefficients[place]).Any(monomial => counts[monomial] == 1));
    }

    private static IEnumerable<Monomial> Monomials(Polynomial<Integer> polynomial) => polynomial.Terms.Select(term => term.Monomial);
}
