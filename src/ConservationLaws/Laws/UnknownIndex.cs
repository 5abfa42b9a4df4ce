using System.Collections.Immutable;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// The factor θ_k^e of the unknown c_a contributes e·c_a·θ^(a−ε_k)·X_k to X(h). Factors are numbered through all unknowns, unknown by unknown;
// for each variable the factors with that variable are listed.

/// <summary>The monomials θ^a of a law with unknown coefficients, by the variables that they contain.</summary>
internal sealed class UnknownIndex<TKey, TPacking>
    where TKey : struct, IEquatable<TKey>, IComparable<TKey>
    where TPacking : struct, IMonomialPacking<TKey>
{
    private readonly int[] _starts;
    private readonly Factor[] _factors;

    internal UnknownIndex(TPacking packing, ImmutableArray<Monomial> unknowns, int dimension)
    {
        _starts = new int[dimension + 1];
        foreach (Monomial unknown in unknowns)
        {
            foreach ((int variable, _) in unknown)
            {
                _starts[variable + 1]++;
            }
        }

        for (int variable = 0; variable < dimension; variable++)
        {
            _starts[variable + 1] += _starts[variable];
        }

        _factors = new Factor[_starts[dimension]];
        int[] next = (int[])_starts.Clone();
        for (int unknown = 0; unknown < unknowns.Length; unknown++)
        {
            foreach ((int variable, int exponent) in unknowns[unknown])
            {
                unknowns[unknown].TryDivide(Monomial.Variable(variable), out Monomial lowered);
                _factors[next[variable]++] = new Factor(unknown, exponent, packing.Pack(lowered.Factors));
            }
        }
    }

    /// <summary>The factors with a variable, by ascending unknown.</summary>
    internal ReadOnlySpan<Factor> With(int variable) => _factors.AsSpan(_starts[variable].._starts[variable + 1]);

    /// <summary>A factor of an unknown's monomial.</summary>
    /// <param name="Unknown">The unknown.</param>
    /// <param name="Exponent">The exponent of the variable.</param>
    /// <param name="Lowered">The monomial with that exponent lowered by 1.</param>
    internal readonly record struct Factor(int Unknown, int Exponent, TKey Lowered);
}
