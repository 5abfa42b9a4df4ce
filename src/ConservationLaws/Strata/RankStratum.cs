using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Strata;

/// <summary>Where covectors or fields have less than their generic rank r, as zeros of polynomials.</summary>
/// <remarks>
/// The set listed consists of the zeros of each of the <see cref="Factors"/>, and for each list of <see cref="Minors"/> of the common zeros of
/// its polynomials. Outside it the rank is r. Inside it the rank is smaller if the list is <see cref="IsExact"/>; otherwise it may be.
/// Points at which a field of the model has a pole are no points of the model, and nothing is said about them.
/// </remarks>
public sealed class RankStratum
{
    internal RankStratum(int? generation, int rank) => (Generation, Rank) = (generation, rank);

    /// <summary>The generation k of the fields V_k; null for the differentials of the laws found.</summary>
    public int? Generation { get; }

    /// <summary>The rank r over Q(θ); where nothing is listed, as seen at a seeded point.</summary>
    public int Rank { get; }

    /// <summary>Square-free primitive polynomials, coprime to each other: the hypersurfaces on which all minors of order r vanish.</summary>
    public ImmutableArray<Polynomial<Integer>> Factors { get; internal init; } = [];

    /// <summary>For each block of the matrix the minors of order of the block's rank, without common factor: square-free, none a multiple of another one.</summary>
    /// <remarks>A block whose cofactors are known to have no common zero has no list.</remarks>
    public ImmutableArray<ImmutableArray<Polynomial<Integer>>> Minors { get; internal init; } = [];

    /// <summary>Whether the rank is smaller than r on all of the set listed.</summary>
    public bool IsExact { get; internal init; }

    /// <summary>Whether a set is listed at all; otherwise <see cref="Gap"/> says why not.</summary>
    public bool IsListed { get; internal init; } = true;

    /// <summary>What was left out, in a sentence; null when nothing was.</summary>
    public string? Gap { get; internal init; }

    /// <summary>Whether the rank is r at every point.</summary>
    public bool IsEmpty => IsListed && Factors.IsEmpty && Minors.IsEmpty;

    /// <summary>The factors that vanish at a point.</summary>
    /// <param name="point">All coordinates.</param>
    public ImmutableArray<Polynomial<Integer>> VanishingFactors(ImmutableArray<Rational> point) => [.. Factors.Where(factor => Vanishes(factor, point))];

    /// <summary>The lists of minors all of which vanish at a point, by their places in <see cref="Minors"/>.</summary>
    /// <param name="point">All coordinates.</param>
    public ImmutableArray<int> VanishingLists(ImmutableArray<Rational> point) =>
        [.. Enumerable.Range(0, Minors.Length).Where(list => Minors[list].All(minor => Vanishes(minor, point)))];

    /// <summary>Whether a point belongs to the set listed.</summary>
    /// <param name="point">All coordinates.</param>
    public bool Contains(ImmutableArray<Rational> point) => Factors.Any(factor => Vanishes(factor, point)) || !VanishingLists(point).IsEmpty;

    private static bool Vanishes(Polynomial<Integer> polynomial, ImmutableArray<Rational> point)
    {
        Polynomial<Rational> rational = default(PolynomialRing<Integer, IntegerRing>).MapTo(polynomial, default(RationalField), static value => (Rational)value);
        return default(PolynomialRing<Rational, RationalField>).Evaluate(rational, point.AsSpan()).IsZero;
    }
}
