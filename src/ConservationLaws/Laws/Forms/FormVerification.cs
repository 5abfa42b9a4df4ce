using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;

namespace ConservationLaws.Laws.Forms;

// For ω = P/Q the two-form Q²·dω is Q·dP − dQ ∧ P.

/// <summary>Checks one-forms as identities over Z: that they annihilate the generators, and of which class they are (math.md 7.1).</summary>
/// <param name="system">The generators.</param>
/// <param name="domain">Where products are counted.</param>
internal sealed class FormVerification(GeneratorSystem system, MeteredDomain domain)
{
    private OneFormModule<Polynomial<Integer>, MeteredDomain> Forms => new(domain);

    private ExteriorAlgebra<Polynomial<Integer>, MeteredDomain> Exterior => new(domain, system.Dimension);

    /// <summary>Whether ω(X) = 0 for every generator X.</summary>
    internal bool Annihilates(OneForm<Polynomial<Integer>> form) => system.Generators.All(generator => Forms.Pair(form, generator).IsZero);

    /// <summary>Whether dω = 0.</summary>
    internal bool IsClosed(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator) => Derivative(numerator, denominator).IsZero;

    /// <summary>Whether dω vanishes on every pair of some fields.</summary>
    internal bool IsClosedAlong(
        OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator, ImmutableArray<VectorField<Polynomial<Integer>>> fields)
    {
        DifferentialForm<Polynomial<Integer>> derivative = Derivative(numerator, denominator);
        for (int first = 0; first < fields.Length; first++)
        {
            DifferentialForm<Polynomial<Integer>> contraction = Exterior.InteriorProduct(fields[first], derivative);
            for (int second = first + 1; second < fields.Length; second++)
            {
                if (!Exterior.Evaluate(contraction, fields[second]).IsZero)
                {
                    return false;
                }
            }
        }

        return true;
    }

    /// <summary>Polynomial fields that span the common kernel of one-forms over Q(θ), in lowest terms.</summary>
    /// <param name="forms">Independent forms, or differentials.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal ImmutableArray<VectorField<Polynomial<Integer>>> Kernel(IReadOnlyList<OneForm<Polynomial<Integer>>> forms, CancellationToken cancellation)
    {
        int dimension = system.Dimension;
        var entries = new Polynomial<Integer>[forms.Count * dimension];
        Array.Fill(entries, domain.Zero);
        for (int row = 0; row < forms.Count; row++)
        {
            for (int place = 0; place < forms[row].Coordinates.Length; place++)
            {
                entries[(row * dimension) + forms[row].Coordinates[place]] = forms[row].Coefficients[place];
            }
        }

        Matrix<Polynomial<Integer>> kernel = FractionFreeElimination
            .Compute(domain, new Matrix<Polynomial<Integer>>(forms.Count, dimension, entries), entry => entry.TermCount)
            .Nullspace();
        var module = new VectorFieldModule<Polynomial<Integer>, MeteredDomain>(domain);
        return [.. Enumerable.Range(0, kernel.RowCount).Select(row => module.Create(Primitive(kernel.Row(row).ToArray(), cancellation)))];
    }

    private static IEnumerable<(int Coordinate, Polynomial<Integer> Coefficient)> Primitive(Polynomial<Integer>[] components, CancellationToken cancellation)
    {
        Polynomial<Integer>? common = null;
        foreach (Polynomial<Integer> component in components.Where(component => !component.IsZero).OrderBy(component => component.TermCount))
        {
            common = common is null ? component : IntegerPolynomial.GreatestCommonDivisor(common, component, cancellation);
        }

        return components.Index().Where(component => !component.Item.IsZero).Select(component => (component.Index, IntegerPolynomial.DivideExact(component.Item, common!)));
    }

    private DifferentialForm<Polynomial<Integer>> Derivative(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator) => Exterior.Add(
        Exterior.Scale(denominator, Exterior.ExteriorDerivative(numerator)),
        Exterior.Negate(Exterior.Wedge(Exterior.Differential(denominator), numerator)));
}
