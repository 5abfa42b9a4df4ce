using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;
using ConservationLaws.Strata;

namespace ConservationLaws.Reports;

/// <summary>Sentences about the sets outside of which ranks are generic.</summary>
internal static class StrataWording
{
    private const int ShownPolynomials = 6;
    private const int ShownTerms = 8;

    internal const string Heading = "The ranks are generic outside these sets, and smaller on them unless a gap is named:";

    /// <summary>One line for each set.</summary>
    /// <param name="theorem">A theorem with strata.</param>
    /// <param name="full">Whether every polynomial is written.</param>
    /// <param name="format">Writes a polynomial.</param>
    internal static IEnumerable<string> Lines(Theorem theorem, bool full, Func<Polynomial<Integer>, string> format)
    {
        foreach (RankStratum stratum in theorem.Strata!.Value)
        {
            string gap = stratum.Gap is null ? "" : $" ({stratum.Gap})";
            yield return $"{Subject(stratum)}, rank {stratum.Rank:N0}: {(stratum.IsListed ? Set(stratum, full, format) : "not listed")}{gap}";
        }
    }

    /// <summary>On which of the sets a point lies; null when nobody asked.</summary>
    internal static string? AtPoint(Theorem theorem, SpecialPointResult result)
    {
        if (theorem.Strata is not { } strata)
        {
            return null;
        }

        ImmutableArray<Rational> point = Coordinates(theorem, result);
        RankStratum[] listed = [.. strata.Where(static stratum => stratum.IsListed)];
        string inside = Names(listed.Where(stratum => stratum.Contains(point)));
        string outside = Names(listed.Where(stratum => !stratum.Contains(point)));
        return (inside.Length, outside.Length) switch
        {
            (0, 0) => null,
            (_, 0) => $"The point lies on the sets below of {inside}.",
            (0, _) => $"The point lies on none of the sets below: the ranks of {outside} are generic there.",
            _ => $"The point lies on the sets below of {inside}, and not on those of {outside}, whose ranks are generic there.",
        };

        static string Names(IEnumerable<RankStratum> some) => string.Join(", ", some.Select(Subject));
    }

    /// <summary>All coordinates of a special point: those not named are the ones of the theorem's point.</summary>
    internal static ImmutableArray<Rational> Coordinates(Theorem theorem, SpecialPointResult result)
    {
        ImmutableArray<Rational>.Builder values = theorem.Point.Values.ToBuilder();
        foreach ((int coordinate, Rational value) in result.Point.Coordinates)
        {
            values[coordinate] = value;
        }

        return values.DrainToImmutable();
    }

    private static string Subject(RankStratum stratum) => stratum.Generation is { } generation ? $"V{generation}" : "laws";

    private static string Set(RankStratum stratum, bool full, Func<Polynomial<Integer>, string> format)
    {
        if (stratum.IsEmpty)
        {
            return "no point";
        }

        string[] hypersurfaces = [.. stratum.Factors.Select(factor => $"{Short(factor)} = 0")];
        string[] others = [.. stratum.Minors.Select(list =>
        {
            int shown = full ? list.Length : Math.Min(ShownPolynomials, list.Length);
            string polynomials = string.Join(", ", list.Take(shown).Select(Short));
            return $"the common zeros of {polynomials}{(shown < list.Length ? $" and {list.Length - shown:N0} more" : "")}";
        })];
        return string.Join("; ", hypersurfaces.Concat(others));

        string Short(Polynomial<Integer> polynomial) => full || polynomial.TermCount <= ShownTerms
            ? format(polynomial)
            : $"[{polynomial.TermCount:N0} terms of degree {polynomial.TotalDegree}]";
    }
}
