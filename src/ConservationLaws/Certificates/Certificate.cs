using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;

namespace ConservationLaws.Certificates;

/// <summary>A proof in a form that others can check; docs/certificates.md says what it proves and how. Plain data.</summary>
internal abstract record Certificate
{
    /// <summary>What the count is about: <c>phi</c>, <c>fields</c> or <c>network</c>.</summary>
    public required string Scope { get; init; }

    /// <summary>Where it comes from.</summary>
    public required CertificateOrigin Origin { get; init; }

    /// <summary>The generators.</summary>
    public required CertificateModel Model { get; init; }

    /// <summary>The number N of laws that is claimed.</summary>
    public required int Count { get; init; }

    /// <summary>Why the count is that of the network itself; null unless that is the scope.</summary>
    public CertificateNetwork? Network { get; init; }

    /// <summary>The value of the member <c>kind</c>.</summary>
    public abstract string Kind { get; }
}

/// <summary>Where a certificate comes from; for the reader, no part of the proof.</summary>
/// <param name="Program">The program that wrote it, with its version.</param>
/// <param name="Seed">The seed of the run.</param>
/// <param name="Source">The text of the model.</param>
internal sealed record CertificateOrigin(string Program, ulong Seed, string Source);

/// <summary>Laws as a lower bound, brackets as an upper bound, or both (math.md 1.4).</summary>
internal sealed record SandwichCertificate : Certificate
{
    /// <summary>The lower bound; null where only an upper bound is claimed.</summary>
    public required LawEvidence? Laws { get; init; }

    /// <summary>The upper bound; null where only a lower bound is claimed.</summary>
    public required BracketEvidence? Brackets { get; init; }

    /// <summary>Why the brackets span an involutive distribution near the point, so that there are laws besides those listed; null where these are all.</summary>
    public StructureFunctions? Structure { get; init; }

    /// <inheritdoc/>
    public override string Kind => Brackets is null ? "at-least" : Laws is null ? "at-most" : "exactly";
}

/// <summary>The exact count for a map of monomials, near every point without zero coordinates (math.md 7.2).</summary>
internal sealed record MonomialCertificate : Certificate
{
    /// <summary>Kernel and rank of the exponents; null where the rule of <see cref="LayeredPaths"/> gives them.</summary>
    public required ExponentEvidence? Evidence { get; init; }

    /// <inheritdoc/>
    public override string Kind => "monomial";
}

/// <summary>A point n/d with one denominator.</summary>
/// <param name="Denominator">d ≥ 1.</param>
/// <param name="Numerators">n, one for each coordinate.</param>
internal sealed record CertificatePoint(Integer Denominator, ImmutableArray<Integer> Numerators);

/// <summary>Laws, and where they are independent.</summary>
/// <param name="Laws">The laws.</param>
/// <param name="Point">The point.</param>
/// <param name="Modulus">The prime of the rank.</param>
/// <param name="Pivots">A coordinate for each law: the matrix of these derivatives passes elimination in the given order.</param>
internal sealed record LawEvidence(ImmutableArray<CertificateLaw> Laws, CertificatePoint Point, uint Modulus, ImmutableArray<int> Pivots);

/// <summary>Iterated brackets, and where they are independent.</summary>
/// <param name="Words">A straight-line list of words.</param>
/// <param name="Point">The point.</param>
/// <param name="Modulus">The prime of the rank.</param>
/// <param name="Rows">The places of the independent words.</param>
/// <param name="Pivots">A coordinate for each of them: the matrix of these components passes elimination in the given order.</param>
internal sealed record BracketEvidence(
    ImmutableArray<BracketWord> Words, CertificatePoint Point, uint Modulus, ImmutableArray<int> Rows, ImmutableArray<int> Pivots);

/// <summary>Kernel and rank of a matrix of exponents.</summary>
/// <param name="Kernel">Vectors c of the laws Σ c_k θ_k², by ascending coordinate.</param>
/// <param name="KernelModulus">The prime of their rank.</param>
/// <param name="KernelPivots">A coordinate for each of them.</param>
/// <param name="Rows">Independent rows: one place of a monomial each, or the places of a path's edges.</param>
/// <param name="RowModulus">The prime of their rank.</param>
/// <param name="RowPivots">A coordinate for each of them.</param>
internal sealed record ExponentEvidence(
    ImmutableArray<ImmutableArray<(int Coordinate, Integer Coefficient)>> Kernel,
    uint KernelModulus,
    ImmutableArray<int> KernelPivots,
    ImmutableArray<ImmutableArray<int>> Rows,
    uint RowModulus,
    ImmutableArray<int> RowPivots);
