using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Laws.Forms;

// h = G/F + Σ c_i log f_i + Σ b_j α_j with Darboux polynomials f_i, the angles α_j of those that split, F a product of Darboux polynomials with
// cofactors K_F, and c_i, b_j numbers or combinations of laws. F·X(h) = X(G) − K_F·G + F·(Σ c_i K_i + Σ b_j t_j) is linear in all unknowns.

/// <summary>Laws made of logarithms and angles of Darboux polynomials and a rational function (math.md 1.4 (v), 7.1).</summary>
/// <param name="system">The generators.</param>
/// <param name="pool">Darboux polynomials.</param>
internal sealed class LiouvilleAnsatz(GeneratorSystem system, DarbouxPool pool)
{
    // Larger systems are not set up.
    private const int MaximumUnknowns = 1200;
    private const long MaximumTerms = 1_000_000;

    private readonly long _termCount = system.Generators.Sum(generator => generator.Coefficients.Sum(coefficient => (long)coefficient.TermCount));

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Fields => default;

    /// <summary>All laws of this shape.</summary>
    /// <param name="coefficients">What c_i and b_j are combinations of: 1, or 1 and laws.</param>
    /// <param name="degree">The degree of G, at least 0.</param>
    /// <param name="denominator">The Darboux polynomials whose product is F.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>Laws, those with few unknowns first; none where there would be too many unknowns.</returns>
    internal IEnumerable<Antiderivative> Solve(
        ImmutableArray<Polynomial<Integer>> coefficients, int degree, ImmutableArray<DarbouxPolynomial> denominator, CancellationToken cancellation)
    {
        BigInteger count = LawSystem.CountUnknowns(system.Dimension, degree, homogeneous: false) + (2 * pool.Members.Count * coefficients.Length);
        if (count > MaximumUnknowns || count * _termCount > MaximumTerms)
        {
            return [];
        }

        Polynomial<Integer> product = denominator.Aggregate(Ring.One, (value, factor) => value * factor.Polynomial);
        var unknowns = new List<Unknown>();
        var ansatz = new LinearAnsatz();
        foreach (Polynomial<Integer> coefficient in coefficients)
        {
            Polynomial<Integer> factor = coefficient * product;
            foreach (DarbouxPolynomial member in pool.Members)
            {
                if (!member.IsLaw)
                {
                    Add(new Unknown(coefficient, member, IsAngle: false), member.Cofactors.Select(cofactor => factor * cofactor));
                }

                if (member.Angle is { } angle)
                {
                    Add(new Unknown(coefficient, member, IsAngle: true), angle.Turns.Select(turn => factor * turn));
                }
            }
        }

        Polynomial<Integer>[] cofactors =
            [.. Enumerable.Range(0, system.Generators.Length).Select(place => denominator.Aggregate(Ring.Zero, (sum, factor) => sum + factor.Cofactors[place]))];
        for (int own = 1; own <= degree; own++)
        {
            foreach (Monomial monomial in LawSystem.Monomials(system.Dimension, own))
            {
                AddNumerator(Ring.Term(Integer.One, monomial));
            }
        }

        if (!denominator.IsEmpty)
        {
            AddNumerator(Ring.One);
        }

        return ansatz.Solve(cancellation).OrderBy(solution => solution.Count).Select(solution => ToLaw(unknowns, solution, product)).OfType<Antiderivative>();

        void AddNumerator(Polynomial<Integer> monomial) => Add(
            new Unknown(monomial, null, IsAngle: false),
            system.Generators.Select((generator, place) => Fields.Apply(generator, monomial) - (cofactors[place] * monomial)));

        void Add(Unknown unknown, IEnumerable<Polynomial<Integer>> images)
        {
            unknowns.Add(unknown);
            ansatz.AddUnknown(images.Index());
        }
    }

    private static Antiderivative? ToLaw(List<Unknown> unknowns, NullspaceVector solution, Polynomial<Integer> product)
    {
        Polynomial<Integer> numerator = Ring.Zero;
        var logarithms = new Dictionary<DarbouxPolynomial, Polynomial<Integer>>();
        var angles = new Dictionary<DarbouxPolynomial, Polynomial<Integer>>();
        for (int place = 0; place < solution.Count; place++)
        {
            Unknown unknown = unknowns[solution.Columns[place]];
            Polynomial<Integer> part = solution.Values[place] * unknown.Coefficient;
            if (unknown.Member is null)
            {
                numerator += part;
                continue;
            }

            Dictionary<DarbouxPolynomial, Polynomial<Integer>> sums = unknown.IsAngle ? angles : logarithms;
            sums[unknown.Member] = sums.TryGetValue(unknown.Member, out Polynomial<Integer>? sum) ? sum + part : part;
        }

        Antiderivative law = new Antiderivative(
            RationalFunction.Create(numerator, product),
            [.. logarithms.Where(term => !term.Value.IsZero).Select(term => new LogarithmicTerm(term.Value, term.Key.Polynomial))],
            [
                .. angles.Where(term => !term.Value.IsZero).Select(term =>
                {
                    DarbouxAngle angle = term.Key.Angle!;
                    return new AngularTerm(angle.Norm * term.Value, angle.Splitting.Base, angle.Splitting.Root, angle.Splitting.Radicand);
                }),
            ]).Primitive();
        return law.Rational.IsConstant && law.Logarithms.IsEmpty && law.Angles.IsEmpty ? null : law;
    }

    // A coefficient of a logarithm or an angle, or, without a Darboux polynomial, a monomial of G.
    private sealed record Unknown(Polynomial<Integer> Coefficient, DarbouxPolynomial? Member, bool IsAngle);
}
