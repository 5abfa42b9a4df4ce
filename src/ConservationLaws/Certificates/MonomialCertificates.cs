using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Monomials;
using ConservationLaws.Models;
using ConservationLaws.Models.Networks;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>Certificates for maps of monomials: the kernel of the exponents, and as many independent rows as there is room for.</summary>
internal static class MonomialCertificates
{
    /// <summary>The certificate of a proved theorem about a model of this kind.</summary>
    internal static MonomialCertificate Build(Theorem theorem, IMonomialFamily family, CancellationToken cancellation)
    {
        CertificateModel model = ModelOf(theorem.Model, family);
        CertificateNetwork? network = CertificateNetwork.Of(theorem);
        return new MonomialCertificate
        {
            Scope = network is null ? "phi" : "network",
            Network = network,
            Origin = CertificateBuilder.OriginOf(theorem),
            Model = model,
            Count = theorem.Lower,
            Evidence = model switch
            {
                MonomialModel monomials => EvidenceOf(
                    model.Dimension,
                    Kernel(theorem),
                    [.. Enumerable.Range(0, monomials.Exponents.Length).Select(row => (int[])[row])],
                    row => monomials.Exponents[row],
                    cancellation),
                PathModel paths => EvidenceOfPaths(paths, Kernel(theorem), cancellation),
                _ => null,
            },
        };
    }

    /// <summary>The evidence for a graph with a given kernel: paths are chosen for the rank.</summary>
    internal static ExponentEvidence EvidenceOfPaths(
        PathModel model, ImmutableArray<ImmutableArray<(int Coordinate, Integer Coefficient)>> kernel, CancellationToken cancellation = default) =>
        EvidenceOf(model.Dimension, kernel, [.. SpanningPaths.Find(model.Vertices, model.Edges)], edge => [(model.Edges[edge].Coordinate, 1)], cancellation);

    // Dense networks are given by a rule, whatever their size; others by the edges of their graph, whatever the number of paths.
    private static CertificateModel ModelOf(Model model, IMonomialFamily family) => family switch
    {
        NetworkPaths { Network.Layers: var layers } when layers.All(layer => layer is AffineLayer { IsDense: true }) => new LayeredPaths(
            model.Space.Dimension,
            [(layers[0].Input.Size, false), .. layers.Cast<AffineLayer>().Select(layer => (layer.Output.Size, layer.Bias is not null))]),
        NetworkPaths network => new PathModel(
            model.Space.Dimension, CertificateBuilder.Names(model), network.Graph.HiddenCount, [.. network.Graph.Edges.OrderBy(edge => edge.From)]),
        ExplicitMonomials monomials => new MonomialModel(model.Space.Dimension, CertificateBuilder.Names(model), monomials.Exponents),
        _ => throw new ArgumentException("Unknown family of monomials.", nameof(family)),
    };

    // A candidate row is the sum of the exponents of its parts: of one monomial, or of the edges of a path. A prime that divides a pivot makes
    // a rank smaller; the next one serves.
    private static ExponentEvidence EvidenceOf(
        int dimension,
        ImmutableArray<ImmutableArray<(int Coordinate, Integer Coefficient)>> kernel,
        int[][] candidates,
        Func<int, ImmutableArray<(int Coordinate, int Exponent)>> exponents,
        CancellationToken cancellation)
    {
        for (int index = 0; index < Primes.Count; index++)
        {
            var field = new PrimeField(Primes.At(index));
            (int Row, int Column)[] kernelPivots = Pivots(
                field, dimension, kernel.Select(vector => vector.Select(entry => (entry.Coordinate, field.FromInteger(entry.Coefficient)))), cancellation);
            (int Row, int Column)[] rowPivots = Pivots(
                field,
                dimension,
                candidates.Select(parts => parts.SelectMany(part => exponents(part)).Select(entry => (entry.Coordinate, field.FromInteger(entry.Exponent)))),
                cancellation);
            if (kernelPivots.Length == kernel.Length && rowPivots.Length == dimension - kernel.Length)
            {
                return new ExponentEvidence(
                    [.. kernelPivots.Select(pivot => kernel[pivot.Row])],
                    field.Modulus,
                    [.. kernelPivots.Select(pivot => pivot.Column)],
                    [.. rowPivots.Select(pivot => candidates[pivot.Row].ToImmutableArray())],
                    field.Modulus,
                    [.. rowPivots.Select(pivot => pivot.Column)]);
            }
        }

        throw new InvalidOperationException("Every prime of the table divides a minor of the exponents.");
    }

    // A coordinate in no monomial is a law, and so is its square.
    private static ImmutableArray<ImmutableArray<(int Coordinate, Integer Coefficient)>> Kernel(Theorem theorem) =>
        [.. theorem.Laws.Select(law => law.Terms.Select(term => (term.Monomial[0].Variable, term.Coefficient)).OrderBy(entry => entry.Variable).ToImmutableArray())];

    private static (int Row, int Column)[] Pivots(
        PrimeField field, int dimension, IEnumerable<IEnumerable<(int Coordinate, uint Value)>> rows, CancellationToken cancellation)
    {
        var matrix = new SparseMatrixBuilder<uint, PrimeField>(field, dimension);
        foreach (IEnumerable<(int Coordinate, uint Value)> row in rows)
        {
            foreach ((int coordinate, uint value) in row)
            {
                matrix.Add(coordinate, value);
            }

            matrix.EndRow();
        }

        return SparseElimination.Pivots(field, matrix.Build(), cancellation);
    }
}
