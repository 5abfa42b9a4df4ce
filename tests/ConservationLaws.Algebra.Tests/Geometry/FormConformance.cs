using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using FsCheck.Xunit;

namespace ConservationLaws.Algebra.Tests.Geometry;

// The bracket is minus the usual one, so that dω(X, Y) = X(ω(Y)) − Y(ω(X)) + ω([X, Y]) and ι_[X,Y] = ι_Y L_X − L_X ι_Y.

/// <summary>Exterior calculus over a ring of functions.</summary>
public abstract class FormConformance<T, TRing>(TRing ring)
    where TRing : struct, IFunctionRing<T>
{
    private ExteriorAlgebra<T, TRing> Algebra => new(ring, FieldArbitraries.Dimension);

    private VectorFieldModule<T, TRing> Fields => new(ring);

    [Property]
    public void The_derivative_of_a_derivative_vanishes(DifferentialForm<T> form) =>
        Assert.True(Algebra.ExteriorDerivative(Algebra.ExteriorDerivative(form)).IsZero);

    [Property]
    public void The_derivative_is_an_antiderivation(DifferentialForm<T> a, DifferentialForm<T> b)
    {
        DifferentialForm<T> second = Algebra.Wedge(a, Algebra.ExteriorDerivative(b));
        Same(
            Algebra.Add(Algebra.Wedge(Algebra.ExteriorDerivative(a), b), a.Degree % 2 == 0 ? second : Algebra.Negate(second)),
            Algebra.ExteriorDerivative(Algebra.Wedge(a, b)));
    }

    [Property]
    public void The_wedge_product_is_associative_and_graded_commutative(DifferentialForm<T> a, DifferentialForm<T> b, DifferentialForm<T> c)
    {
        DifferentialForm<T> product = Algebra.Wedge(a, b);
        Same(Algebra.Wedge(product, c), Algebra.Wedge(a, Algebra.Wedge(b, c)));
        Same(a.Degree * b.Degree % 2 == 0 ? product : Algebra.Negate(product), Algebra.Wedge(b, a));
    }

    [Property]
    public void Values_of_a_product_of_one_forms_are_determinants(T f, T g, OneForm<T> a, VectorField<T> x, VectorField<T> y)
    {
        var module = new OneFormModule<T, TRing>(ring);
        OneForm<T> b = Algebra.Differential(f);
        T expected = ring.Subtract(
            ring.Multiply(module.Pair(a, x), module.Pair(b, y)), ring.Multiply(module.Pair(a, y), module.Pair(b, x)));
        Same(ring.Multiply(g, expected), Algebra.Evaluate(Algebra.Scale(g, Algebra.Wedge(a, b)), x, y));
        Same(Fields.Apply(x, f), module.Pair(b, x));
        Same(module.Pair(a, x), Algebra.Evaluate(a, x));
    }

    [Property]
    public void The_derivative_of_a_one_form_is_told_by_fields_and_their_bracket(OneForm<T> form, VectorField<T> x, VectorField<T> y) => Same(
        ring.Add(
            ring.Subtract(Fields.Apply(x, Algebra.Evaluate(form, y)), Fields.Apply(y, Algebra.Evaluate(form, x))),
            Algebra.Evaluate(form, Fields.Bracket(x, y))),
        Algebra.Evaluate(Algebra.ExteriorDerivative(form), x, y));

    [Property]
    public void Fields_are_put_in_with_alternating_sign(DifferentialForm<T> form, VectorField<T> x, VectorField<T> y)
    {
        if (form.Degree >= 2)
        {
            DifferentialForm<T> inner = Algebra.InteriorProduct(y, Algebra.InteriorProduct(x, form));
            Same(Algebra.Negate(inner), Algebra.InteriorProduct(x, Algebra.InteriorProduct(y, form)));
        }
    }

    // Independent of Cartan's formula: L_X f = X(f), L_X dθ_k = dX_k, and L_X is a derivation of the wedge product.
    [Property]
    public void Cartans_formula(DifferentialForm<T> form, VectorField<T> x)
    {
        DifferentialForm<T> expected = Algebra.Zero(form.Degree);
        for (int component = 0; component < form.Coefficients.Length; component++)
        {
            int[] indices = form.IndexList(component).ToArray();
            T coefficient = form.Coefficients[component];
            expected = Algebra.Add(expected, Algebra.Create(form.Degree, [(indices, Fields.Apply(x, coefficient))]));
            for (int place = 0; place < indices.Length; place++)
            {
                DifferentialForm<T> product = Algebra.Function(coefficient);
                for (int factor = 0; factor < indices.Length; factor++)
                {
                    product = Algebra.Wedge(product, factor != place
                        ? Algebra.Differential(ring.Variable(indices[factor]))
                        : Algebra.Differential(x.TryGetCoefficient(indices[factor], out T direction) ? direction : ring.Zero));
                }

                expected = Algebra.Add(expected, product);
            }
        }

        Same(expected, Algebra.LieDerivative(x, form));
    }

    [Property]
    public void Lie_derivatives_and_interior_products_close_on_the_bracket(DifferentialForm<T> form, VectorField<T> x, VectorField<T> y)
    {
        if (form.Degree > 0)
        {
            Same(
                Algebra.InteriorProduct(Fields.Bracket(x, y), form),
                Algebra.Add(
                    Algebra.InteriorProduct(y, Algebra.LieDerivative(x, form)),
                    Algebra.Negate(Algebra.LieDerivative(x, Algebra.InteriorProduct(y, form)))));
        }
    }

    [Property]
    public void Pulling_back_commutes_with_derivatives_and_products(
        DifferentialForm<T> a, DifferentialForm<T> b, VectorField<T> first, VectorField<T> second)
    {
        // A map R⁴ → R⁴ that mixes coordinates: θ_k = y_(k+1) + components of two fields.
        T Map(int k) => ring.Add(
            first.TryGetCoefficient(k, out T small) ? small : ring.Zero,
            second.TryGetCoefficient((k + 1) % FieldArbitraries.Dimension, out T other) ? other : ring.Variable((k + 1) % FieldArbitraries.Dimension));
        try
        {
            Same(Algebra.ExteriorDerivative(Algebra.PullBack(a, Map)), Algebra.PullBack(Algebra.ExteriorDerivative(a), Map));
            Same(
                Algebra.Wedge(Algebra.PullBack(a, Map), Algebra.PullBack(b, Map)),
                Algebra.PullBack(Algebra.Wedge(a, b), Map));
        }
        catch (DivideByZeroException)
        {
            // A denominator vanishes on the image of the map: there is no pull-back.
        }
    }

    [Property]
    public void A_fixed_coordinate_has_no_differential(DifferentialForm<T> form, byte coordinate, sbyte value)
    {
        int fixedCoordinate = coordinate % FieldArbitraries.Dimension;
        var values = new Dictionary<int, T> { [fixedCoordinate] = ring.FromInteger(value) };
        DifferentialForm<T> restricted;
        try
        {
            restricted = Algebra.Restrict(form, values);
        }
        catch (DivideByZeroException)
        {
            return;
        }

        Assert.DoesNotContain(fixedCoordinate, restricted.Indices);
        Assert.All(restricted.Coefficients, coefficient => Assert.True(ring.IsZero(ring.Differentiate(coefficient, fixedCoordinate))));
        Same(Algebra.ExteriorDerivative(restricted), Algebra.Restrict(Algebra.ExteriorDerivative(form), values));
    }

    [Property]
    public void Stored_components_ascend_and_are_not_zero(DifferentialForm<T> a, DifferentialForm<T> b)
    {
        foreach (DifferentialForm<T> form in new[] { a, Algebra.Wedge(a, b), Algebra.ExteriorDerivative(b), Algebra.Add(a, a) })
        {
            string[] lists = [.. Enumerable.Range(0, form.Coefficients.Length).Select(component => string.Join(',', form.IndexList(component).ToArray()))];
            Assert.Equal(lists.Distinct().Order(StringComparer.Ordinal), lists);
            Assert.All(lists, list => Assert.Equal(form.Degree, list.Split(',', StringSplitOptions.RemoveEmptyEntries).Distinct().Count()));
            Assert.DoesNotContain(form.Coefficients, ring.IsZero);
            Assert.Equal(form.Degree == 1, form is OneForm<T>);
        }

        Assert.True(Algebra.Add(a, Algebra.Negate(a)).IsZero);
    }

    private void Same(DifferentialForm<T> expected, DifferentialForm<T> actual) => Assert.True(Algebra.AreEqual(expected, actual));

    private void Same(T expected, T actual) => Assert.True(ring.AreEqual(expected, actual), $"{expected} is not {actual}");
}

[Properties(Arbitrary = [typeof(FieldArbitraries)], MaxTest = 400, QuietOnSuccess = true)]
public sealed class IntegerFormTests() : FormConformance<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>>(default);

// Characteristic 3: derivatives of cubes vanish.
[Properties(Arbitrary = [typeof(FieldArbitraries)], MaxTest = 400, QuietOnSuccess = true)]
public sealed class ModularFormTests() : FormConformance<Polynomial<uint>, PolynomialRing<uint, PrimeField>>(
    new PolynomialRing<uint, PrimeField>(ModularBracketTests.Field));

[Properties(Arbitrary = [typeof(FieldArbitraries)], MaxTest = 150, QuietOnSuccess = true)]
public sealed class RationalFormTests() : FormConformance<RationalFunction, RationalFunctionField>(default);
