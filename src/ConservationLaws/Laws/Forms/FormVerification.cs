using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Laws.Forms;

// For ω = P/Q: Q²·dω(T, T') = Σ_{i<j} c_ij (T_i T'_j − T_j T'_i) with c_ij = Q(∂_i P_j − ∂_j P_i) − (P_j ∂_i Q − P_i ∂_j Q).

/// <summary>Checks one-forms as identities over Z: that they annihilate the generators, and of which class they are (math.md 7.1).</summary>
/// <param name="system">The generators.</param>
/// <param name="domain">Where products are counted.</param>
internal sealed class FormVerification(GeneratorSystem system, MeteredDomain domain)
{
    private OneFormModule<Polynomial<Integer>, MeteredDomain> Forms => new(domain);

    /// <summary>Whether ω(X) = 0 for every generator X.</summary>
    internal bool Annihilates(OneForm<Polynomial<Integer>> form) => system.Generators.All(generator => Forms.Pair(form, generator).IsZero);

    /// <summary>Whether dω = 0.</summary>
    internal bool IsClosed(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator) => Curl(numerator, denominator).Count == 0;

    /// <summary>Whether dω vanishes on every pair of some fields.</summary>
    internal bool IsClosedAlong(
        OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator, ImmutableArray<VectorField<Polynomial<Integer>>> fields)
    {
        List<(int First, int Second, Polynomial<Integer> Value)> curl = Curl(numerator, denominator);
        for (int first = 0; first < fields.Length; first++)
        {
            for (int second = first + 1; second < fields.Length; second++)
            {
                if (!Evaluate(curl, fields[first], fields[second]).IsZero)
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

    // The non-zero c_ij, i < j.
    private List<(int First, int Second, Polynomial<Integer> Value)> Curl(OneForm<Polynomial<Integer>> numerator, Polynomial<Integer> denominator)
    {
        int[] variables = [.. numerator.Coordinates.Union(numerator.Coefficients.SelectMany(coefficient => coefficient.Variables.ToArray())).Union(denominator.Variables.ToArray()).Order()];
        var curl = new List<(int First, int Second, Polynomial<Integer> Value)>();
        for (int first = 0; first < variables.Length; first++)
        {
            for (int second = first + 1; second < variables.Length; second++)
            {
                (int i, int j) = (variables[first], variables[second]);
                (Polynomial<Integer> left, Polynomial<Integer> right) = (Component(numerator, i), Component(numerator, j));
                Polynomial<Integer> value = domain.SumOfProducts(
                [
                    (denominator, domain.Subtract(domain.Differentiate(right, i), domain.Differentiate(left, j))),
                    (domain.Negate(right), domain.Differentiate(denominator, i)),
                    (left, domain.Differentiate(denominator, j)),
                ]);
                if (!value.IsZero)
                {
                    curl.Add((i, j, value));
                }
            }
        }

        return curl;
    }

    private Polynomial<Integer> Evaluate(
        List<(int First, int Second, Polynomial<Integer> Value)> curl, VectorField<Polynomial<Integer>> left, VectorField<Polynomial<Integer>> right)
    {
        var products = new List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>();
        foreach ((int first, int second, Polynomial<Integer> value) in curl)
        {
            Polynomial<Integer> minor = domain.SumOfProducts(
                [(Component(left, first), Component(right, second)), (domain.Negate(Component(left, second)), Component(right, first))]);
            products.Add((value, minor));
        }

        return domain.SumOfProducts(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(products));
    }

    private Polynomial<Integer> Component(OneForm<Polynomial<Integer>> form, int coordinate)
    {
        int place = form.Coordinates.BinarySearch(coordinate);
        return place < 0 ? domain.Zero : form.Coefficients[place];
    }

    private Polynomial<Integer> Component(VectorField<Polynomial<Integer>> field, int coordinate) =>
        field.TryGetCoefficient(coordinate, out Polynomial<Integer> coefficient) ? coefficient : domain.Zero;
}
