using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Laws.Forms;

/// <summary>The Darboux polynomials of a system that are known by now.</summary>
/// <param name="system">The generators.</param>
/// <param name="cancellation">Stops the work.</param>
internal sealed class DarbouxPool(GeneratorSystem system, CancellationToken cancellation)
{
    // Longer polynomials are not factored.
    private const int MaximumTerms = 400;

    // More Darboux polynomials make the systems that are built from them large.
    private const int MaximumCount = 40;

    private readonly List<DarbouxPolynomial> _members = [];
    private readonly List<DarbouxPolynomial> _laws = [];
    private readonly HashSet<Polynomial<Integer>> _seen = [];

    private static PolynomialDomain<Integer, IntegerRing> Domain => default;

    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Fields => default;

    /// <summary>The polynomials, in the order in which they were found.</summary>
    internal IReadOnlyList<DarbouxPolynomial> Members => _members;

    /// <summary>Factors that are laws and have no angle: no logarithms, but denominators of closed forms.</summary>
    internal IReadOnlyList<DarbouxPolynomial> Laws => _laws;

    /// <summary>Keeps those factors of a polynomial that are Darboux polynomials and no laws, or laws with an angle.</summary>
    internal void AddFactors(Polynomial<Integer> candidate)
    {
        cancellation.ThrowIfCancellationRequested();
        if (candidate.IsConstant || candidate.TermCount > MaximumTerms || _members.Count >= MaximumCount || !_seen.Add(candidate))
        {
            return;
        }

        foreach (PolynomialFactor factor in PolynomialFactorization.Compute(candidate, cancellation))
        {
            if (!_members.Concat(_laws).Any(member => member.Polynomial.Equals(factor.Polynomial)) && Cofactors(factor.Polynomial) is { } cofactors)
            {
                var member = new DarbouxPolynomial(factor.Polynomial, cofactors, AngleOf(factor));
                (member.IsLaw && member.Angle is null ? _laws : _members).Add(member);
            }
        }
    }

    /// <summary>The cofactors K_i with X_i(f) = K_i f; null when f is no Darboux polynomial.</summary>
    internal ImmutableArray<Polynomial<Integer>>? Cofactors(Polynomial<Integer> candidate)
    {
        var cofactors = ImmutableArray.CreateBuilder<Polynomial<Integer>>(system.Generators.Length);
        foreach (VectorField<Polynomial<Integer>> generator in system.Generators)
        {
            if (!Domain.TryDivideExact(Fields.Apply(generator, candidate), candidate, out Polynomial<Integer> cofactor))
            {
                return null;
            }

            cofactors.Add(cofactor);
        }

        return cofactors.MoveToImmutable();
    }

    private DarbouxAngle? AngleOf(PolynomialFactor factor)
    {
        if (factor.Splitting is not { } splitting)
        {
            return null;
        }

        (Polynomial<Integer> a, Polynomial<Integer> b) = (splitting.Base, splitting.Root);
        var turns = ImmutableArray.CreateBuilder<Polynomial<Integer>>(system.Generators.Length);
        foreach (VectorField<Polynomial<Integer>> generator in system.Generators)
        {
            Polynomial<Integer> numerator = (a * Fields.Apply(generator, b)) - (b * Fields.Apply(generator, a));
            if (!Domain.TryDivideExact(numerator, factor.Polynomial, out Polynomial<Integer> turn))
            {
                return null;
            }

            turns.Add(turn);
        }

        Polynomial<Integer> norm = (a * a) - (splitting.Radicand * (b * b));
        return new DarbouxAngle(splitting, IntegerPolynomial.DivideExact(norm, factor.Polynomial).LeadingCoefficient, turns.MoveToImmutable());
    }
}
