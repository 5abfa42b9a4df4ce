using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Models;

/// <summary>Functions φ that are all monomials c·θ^e with integer exponents (math.md 7.2), written out or as the paths of a network.</summary>
internal interface IMonomialFamily;

/// <summary>The path functions of a network with a gate on every hidden unit.</summary>
/// <param name="Network">The network.</param>
/// <param name="Graph">The graph whose paths they are.</param>
internal sealed record NetworkPaths(NetworkArchitecture Network, PathGraph Graph) : IMonomialFamily;

/// <summary>Monomials that are written out.</summary>
/// <param name="Exponents">For each monomial the coordinates that occur and their exponents, possibly negative, by ascending coordinate.</param>
internal sealed record ExplicitMonomials(ImmutableArray<ImmutableArray<(int Coordinate, int Exponent)>> Exponents) : IMonomialFamily
{
    /// <summary>The exponents of functions that are all monomials; null when some function is not. Constants are left out.</summary>
    internal static ExplicitMonomials? TryCreate(ImmutableArray<RationalFunction> functions)
    {
        ImmutableArray<ImmutableArray<(int Coordinate, int Exponent)>>.Builder exponents =
            ImmutableArray.CreateBuilder<ImmutableArray<(int Coordinate, int Exponent)>>();
        foreach (RationalFunction function in functions.Where(function => !function.IsConstant))
        {
            if (function.Numerator.TermCount != 1 || function.Denominator.TermCount != 1)
            {
                return null;
            }

            // In lowest terms no coordinate occurs in both.
            exponents.Add(
            [
                .. function.Numerator.Monomial(0)
                    .Concat(function.Denominator.Monomial(0).Select(factor => (factor.Variable, -factor.Exponent)))
                    .OrderBy(factor => factor.Variable),
            ]);
        }

        return new ExplicitMonomials(exponents.ToImmutable());
    }
}
