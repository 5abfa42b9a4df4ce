using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Monomials;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Certificates;

// At the point (1, …, 1) the gradient of a monomial is its row of exponents, and that of Σ c_k θ_k² is 2c. So kernel and rank of the exponents
// are laws and words of full ranks there, with the same pivots modulo an odd prime.

/// <summary>Turns certificates of maps of monomials into certificates by laws and words, with every monomial written out.</summary>
internal static class SpelledOut
{
    /// <summary>The number of monomials, and of factors in all of them, up to which a model is written out.</summary>
    internal const int MaximumFactors = 1_000_000;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;
    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Module => default;

    /// <summary>The certificate by laws and words at the point (1, …, 1), about φ whatever the scope; null when the model is too large to be written out.</summary>
    internal static SandwichCertificate? Of(MonomialCertificate certificate)
    {
        (CertificateModel model, ExponentEvidence evidence)? spelled = certificate.Model switch
        {
            MonomialModel monomials => (OfMonomials(monomials), certificate.Evidence!),
            PathModel paths => OfPaths(paths, certificate.Evidence!),
            LayeredPaths layered => OfLayers(layered),
            _ => throw new ArgumentException("The model of the certificate is no map of monomials.", nameof(certificate)),
        };
        if (spelled is not ({ } model, { } evidence))
        {
            return null;
        }

        var ones = new CertificatePoint(Integer.One, [.. Enumerable.Repeat(Integer.One, model.Dimension)]);
        ImmutableArray<int> rows = [.. evidence.Rows.Select(row => row[0])];
        return new SandwichCertificate
        {
            Scope = "phi",
            Origin = certificate.Origin,
            Model = model,
            Count = certificate.Count,
            Laws = new LawEvidence([.. evidence.Kernel.Select(Squares)], ones, evidence.KernelModulus, evidence.KernelPivots),
            Brackets = new BracketEvidence(
                [.. rows.Select(BracketWord.OfGenerator)], ones, evidence.RowModulus, [.. Enumerable.Range(0, rows.Length)], evidence.RowPivots),
        };
    }

    private static CertificateLaw Squares(ImmutableArray<(int Coordinate, Integer Coefficient)> vector) =>
        new PolynomialLaw(Ring.FromTerms(vector.Select(entry => (entry.Coefficient, Monomial.Create([(entry.Coordinate, 2)])))));

    // The gradient of a monomial with negative exponents becomes a polynomial field when it is multiplied by a monomial.
    private static CertificateModel OfMonomials(MonomialModel model) =>
        model.Exponents.All(monomial => monomial.All(factor => factor.Exponent > 0))
            ? new GradientModel(model.Dimension, model.Names, [.. model.Exponents.Select(monomial => Ring.FromTerms([(Integer.One, Monomial.Create(monomial.AsSpan()))]))])
            : new FieldModel(model.Dimension, model.Names, [.. model.Exponents.Select(monomial => Module.Create(monomial.Select(direction => (
                direction.Coordinate,
                Ring.FromTerms([((Integer)direction.Exponent, Monomial.Create(
                [
                    .. monomial
                        .Select(factor => (factor.Coordinate, Math.Max(factor.Exponent, 0) + (factor.Exponent < 0 ? 1 : 0) - (factor.Coordinate == direction.Coordinate ? 1 : 0)))
                        .Where(factor => factor.Item2 > 0),
                ]))])))))]);

    private static (CertificateModel Model, ExponentEvidence Evidence)? OfPaths(PathModel model, ExponentEvidence evidence)
    {
        var functions = ImmutableArray.CreateBuilder<Polynomial<Integer>>();
        var places = new Dictionary<PathKey, int>();
        int factors = 0;
        foreach (int[] path in Paths(model))
        {
            factors += path.Length;
            if (factors > MaximumFactors)
            {
                return null;
            }

            places.Add(new PathKey(path), functions.Count);
            functions.Add(Ring.FromTerms(
            [
                (Integer.One, Monomial.Create([.. path.Select(edge => model.Edges[edge].Coordinate).Order().GroupBy(coordinate => coordinate, (coordinate, same) => (coordinate, same.Count()))])),
            ]));
        }

        return (
            new GradientModel(model.Dimension, model.Names, functions.ToImmutable()),
            evidence with { Rows = [.. evidence.Rows.Select(row => ImmutableArray.Create(places[new PathKey([.. row])]))] });
    }

    private static (CertificateModel Model, ExponentEvidence Evidence)? OfLayers(LayeredPaths model)
    {
        if (model.Dimension > MaximumFactors)
        {
            return null;
        }

        PathModel paths = LayeredGraph.Of(model);
        return OfPaths(paths, MonomialCertificates.EvidenceOfPaths(paths, LayeredGraph.Kernel(paths)));
    }

    // Depth first, in the order of the edges.
    private static IEnumerable<int[]> Paths(PathModel model)
    {
        ILookup<int, int> leaving = Enumerable.Range(0, model.Edges.Length).ToLookup(place => model.Edges[place].From);
        var pending = new Stack<(int Depth, int Edge)>(leaving[0].Reverse().Select(edge => (0, edge)));
        var path = new List<int>();
        while (pending.TryPop(out (int Depth, int Edge) next))
        {
            path.RemoveRange(next.Depth, path.Count - next.Depth);
            path.Add(next.Edge);
            int end = model.Edges[next.Edge].To;
            if (end == 0)
            {
                yield return [.. path];
                continue;
            }

            foreach (int edge in leaving[end].Reverse())
            {
                pending.Push((path.Count, edge));
            }
        }
    }

    private readonly struct PathKey(int[] edges) : IEquatable<PathKey>
    {
        private readonly int[] _edges = edges;

        public bool Equals(PathKey other) => _edges.AsSpan().SequenceEqual(other._edges);

        public override bool Equals(object? obj) => obj is PathKey other && Equals(other);

        public override int GetHashCode() => _edges.Aggregate(0, HashCode.Combine);
    }
}
