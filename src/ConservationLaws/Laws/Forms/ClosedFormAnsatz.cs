using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Laws.Forms;

/// <summary>Closed forms with a given denominator that annihilate all generators: linear in their numerators (math.md 7.1).</summary>
/// <remarks>For denominators whose factors split over extensions of Q of degree 3 and more, where no formula is written.</remarks>
/// <param name="system">The generators.</param>
internal sealed class ClosedFormAnsatz(GeneratorSystem system)
{
    private const int MaximumUnknowns = 600;
    private const long MaximumTerms = 500_000;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Forms => default;

    /// <summary>The numerators of a basis of such forms with components of degree below that of the denominator; none where there are too many unknowns.</summary>
    /// <param name="denominator">The denominator, not constant.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal IEnumerable<OneForm<Polynomial<Integer>>> Solve(Polynomial<Integer> denominator, CancellationToken cancellation)
    {
        int[] variables = [.. Enumerable.Range(0, system.Dimension)];
        int degree = denominator.TotalDegree - 1;
        if (degree < 1 || (LawSystem.CountUnknowns(system.Dimension, degree, homogeneous: false) + 1) * system.Dimension is var count
            && (count > MaximumUnknowns || count * denominator.TermCount * system.Dimension > MaximumTerms))
        {
            return [];
        }

        Monomial[] monomials = [Monomial.One, .. Enumerable.Range(1, degree).SelectMany(own => LawSystem.Monomials(system.Dimension, own))];
        Polynomial<Integer>[] multipliers = [.. monomials.Select(monomial => Ring.Term(Integer.One, monomial))];
        var ansatz = new LinearAnsatz();
        foreach (int variable in variables)
        {
            (int Generator, Polynomial<Integer> Component)[] met = [.. system.Generators.Index().SelectMany(generator =>
                generator.Item.Coordinates.Zip(generator.Item.Coefficients).Where(part => part.First == variable).Select(part => (generator.Index, part.Second)))];
            foreach (Polynomial<Integer> multiplier in multipliers)
            {
                ansatz.AddUnknown(ClosedFormEquations.Contributions(denominator, variables, variable, multiplier)
                    .Concat(met.Select(part => ((variables.Length * variables.Length) + part.Generator, multiplier * part.Component))));
            }
        }

        return ansatz.Solve(cancellation).OrderBy(solution => solution.Count).Select(solution => Forms.Create(variables.Select(variable =>
            (variable, LinearAnsatz.Combine(solution, variable * monomials.Length, monomials)))));
    }
}
