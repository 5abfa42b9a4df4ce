using System.Collections.Immutable;
using System.Diagnostics;
using System.Numerics;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Symmetries;
using ConservationLaws.Models;

namespace ConservationLaws.Laws;

/// <summary>The polynomial laws found at one degree.</summary>
/// <param name="Laws">A basis of all laws with monomials of that degree, by degree and length; lower degrees may be among them.</param>
/// <param name="LeftOut">What was too large to be tried, in words; null when the basis is complete.</param>
internal sealed record LawSearchResult(ImmutableArray<Law> Laws, string? LeftOut);

/// <summary>Finds all polynomial laws up to a degree as the exact kernel over Q of a linear system (math.md section 2).</summary>
internal sealed class LawSearch
{
    /// <summary>The largest block of unknowns that is tried when the user did not ask for the degree.</summary>
    internal const int MaximumBlock = 10_000;

    /// <summary>The largest number of monomials that is enumerated when the user did not ask for the degree.</summary>
    internal const int MaximumUnknowns = 3_000_000;

    // Fewer unknowns go into the expanded system at once.
    private const int MinimumSampled = 500;

    // Fewer generators are looked at one by one.
    private const int MinimumForSymmetries = 64;

    private readonly ImmutableArray<VectorField<Polynomial<Integer>>> _generators;
    private readonly int _dimension;
    private readonly int _threads;
    private readonly bool _isHomogeneous;
    private readonly IReadOnlySet<int> _probes;
    private readonly LawVerification _verification;
    private readonly ImmutableArray<Polynomial<Integer>> _functions = [];
    private readonly ImmutableArray<int[]> _candidateSymmetries = [];
    private (GeneratorSymmetries Symmetries, LawVerification AlongRepresentatives)? _symmetric;
    private bool _hasSoughtSymmetries;
    private SignGradings? _gradings;
    private bool _hasSoughtGradings;

    /// <summary>Prepares searches for the laws of a system.</summary>
    internal LawSearch(GeneratorSystem system, int threads)
        : this(system.Generators, system.Dimension, threads, system.Functions.IsEmpty ? null : LawSystem.AreHomogeneous(system.Functions))
    {
        (_functions, _candidateSymmetries) = (system.Functions, system.CandidateSymmetries);
    }

    /// <summary>Prepares searches for common first integrals of fields.</summary>
    internal LawSearch(ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension, int threads, bool? areHomogeneous = null)
    {
        _generators = generators;
        _dimension = dimension;
        _threads = threads;
        _isHomogeneous = areHomogeneous ?? LawSystem.AreHomogeneous(generators);
        _probes = ProbeGenerators.Choose(generators);
        _verification = new LawVerification(generators, dimension);
    }

    /// <summary>Whether all fields are homogeneous, so that the homogeneous parts of laws are laws.</summary>
    internal bool SplitsByDegree => _isHomogeneous;

    /// <summary>How many monomials a search of a degree has to enumerate.</summary>
    internal BigInteger CountUnknowns(int degree) => LawSystem.CountUnknowns(_dimension, degree, _isHomogeneous);

    /// <summary>The laws whose monomials have a degree, together with lower degrees unless the fields are homogeneous.</summary>
    /// <param name="degree">At least 1.</param>
    /// <param name="unlimited">Whether the user asked for the degree, so that no size is too large.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Laws of all generators, each verified as an identity over Z.</returns>
    internal LawSearchResult Search(int degree, bool unlimited, CancellationToken cancellation)
    {
        int maximum = unlimited ? int.MaxValue / 2 : MaximumUnknowns;
        HashSet<int> probes = [.. _probes];
        SignGradings? gradings = CountUnknowns(degree) is var count && count >= MinimumSampled && count <= maximum ? Gradings(cancellation) : null;
        ImmutableArray<Monomial> candidates = Candidates(degree, maximum, isSampled: gradings is not null, cancellation);
        if (candidates.Length > maximum)
        {
            return new LawSearchResult([], $"degree {degree} has more than {maximum:N0} monomials");
        }

        if (gradings is not null)
        {
            var sampled = SampledLaws.Find(candidates, Select(probes), gradings, _dimension, cancellation);
            candidates = sampled.Survivors;
            if (sampled.Candidates is { } vectors)
            {
                ImmutableArray<Law> laws = Laws(candidates, SparseBasisReduction.Reduce(vectors, cancellationToken: cancellation));
                if (Violations(laws, cancellation).Length == 0)
                {
                    return new LawSearchResult(laws, LeftOut: null);
                }
            }
        }

        while (true)
        {
            var system = LawSystem.Create(Select(probes), _dimension, candidates, cancellation);
            NullspaceBasis kernel = RationalNullspace.Compute(system.Matrix, _threads, unlimited ? int.MaxValue : MaximumBlock, cancellation);
            kernel = SparseBasisReduction.Reduce(kernel, cancellationToken: cancellation);
            ImmutableArray<Law> laws = Laws(system.Unknowns, kernel.Vectors);
            int[] violated = Violations(laws, cancellation);
            if (violated.Length == 0)
            {
                return new LawSearchResult(laws, kernel.IsComplete ? null : DescribeSkipped(degree, kernel));
            }

            // Each round takes new generators, so there are finitely many; after the first, doubling keeps the rounds few.
            int known = probes.Count;
            probes.UnionWith(violated);
            probes.UnionWith(Enumerable.Range(0, _generators.Length).Where(generator => !probes.Contains(generator)).Take(known).ToArray());
            if (probes.Count == known)
            {
                throw new UnreachableException("A vector of a proved kernel is not a law.");
            }
        }
    }

    private ImmutableArray<VectorField<Polynomial<Integer>>> Select(HashSet<int> generators) =>
        [.. generators.Order().Select(generator => _generators[generator])];

    // The sign gradings of the probes where sampling pays; null otherwise.
    private SignGradings? Gradings(CancellationToken cancellation)
    {
        if (!_hasSoughtGradings && HasLongComponents(Select([.. _probes])))
        {
            _gradings = SignGradings.TryFind(Select([.. _probes]), _dimension, cancellation);
        }

        _hasSoughtGradings = true;
        return _gradings;
    }

    // Where a component has many terms, so do the equations, and values at points are cheaper.
    private static bool HasLongComponents(ImmutableArray<VectorField<Polynomial<Integer>>> fields) =>
        fields.Sum(field => field.Coefficients.Sum(coefficient => (long)coefficient.TermCount)) >= 2 * fields.Sum(field => (long)field.Coefficients.Length);

    private static string DescribeSkipped(int degree, NullspaceBasis kernel) =>
        $"degree {degree} has a block of {kernel.SkippedComponentSizes.Max():N0} unknowns (more than {MaximumBlock:N0} are tried only with --degree)";

    private static ImmutableArray<Law> Laws(ImmutableArray<Monomial> unknowns, IEnumerable<NullspaceVector> kernel) =>
    [
        .. kernel
            .Select(vector => (Law: ToLaw(unknowns, vector), First: vector.Columns[0]))
            .OrderBy(found => found.Law.Degree).ThenBy(found => found.Law.TermCount).ThenBy(found => found.First)
            .Select(found => found.Law),
    ];

    // One more than the maximum says that there are too many.
    private ImmutableArray<Monomial> Candidates(int degree, int maximum, bool isSampled, CancellationToken cancellation)
    {
        IEnumerable<Monomial> candidates = [];
        for (int current = degree; current >= (_isHomogeneous ? degree : 1); current--)
        {
            // The reason why a quadratic monomial cannot occur holds only among unknowns of degree at most 2.
            candidates = candidates.Concat(current == 2 && degree == 2 && !isSampled
                ? new QuadraticCandidates(Select([.. _probes]), _dimension, cancellation).Enumerate()
                : LawSystem.Monomials(_dimension, current));
        }

        return [.. candidates.Take(maximum + 1)];
    }

    // The generators, each the first for some polynomial, along which a polynomial found is not constant.
    private int[] Violations(ImmutableArray<Law> laws, CancellationToken cancellation)
    {
        if (laws.Length > 0 && Symmetric(cancellation) is var (symmetries, alongRepresentatives) && symmetries.Preserve(laws, cancellation))
        {
            return [.. Violations(alongRepresentatives, laws, cancellation).Select(orbit => symmetries.Representatives[orbit])];
        }

        return Violations(_verification, laws, cancellation);
    }

    private (GeneratorSymmetries Symmetries, LawVerification AlongRepresentatives)? Symmetric(CancellationToken cancellation)
    {
        if (!_hasSoughtSymmetries && _generators.Length >= MinimumForSymmetries
            && GeneratorSymmetries.TryFind(_functions, _candidateSymmetries, _dimension, _threads, cancellation) is { } symmetries)
        {
            _symmetric = (symmetries, new LawVerification([.. symmetries.Representatives.Select(generator => _generators[generator])], _dimension));
        }

        _hasSoughtSymmetries = true;
        return _symmetric;
    }

    private int[] Violations(LawVerification verification, ImmutableArray<Law> laws, CancellationToken cancellation)
    {
        int[] violations = new int[laws.Length];
        Parallel.For(
            0,
            laws.Length,
            new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellation },
            place => violations[place] = verification.FindViolation(laws[place].Polynomial, cancellation));
        return [.. violations.Where(generator => generator >= 0).Distinct()];
    }

    private static Law ToLaw(ImmutableArray<Monomial> unknowns, NullspaceVector vector) =>
        new(IntegerPolynomial.PrimitivePart(LinearAnsatz.Combine(vector, 0, unknowns)));
}
