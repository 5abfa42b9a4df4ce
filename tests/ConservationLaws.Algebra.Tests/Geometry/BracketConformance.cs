using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using FsCheck.Xunit;

namespace ConservationLaws.Algebra.Tests.Geometry;

// The bracket has the sign of arXiv:2307.00144, [X, Y] = dX·Y − dY·X: minus the commutator X∘Y − Y∘X of derivations. So the Leibniz rule
// reads [X, f·Y] = f·[X, Y] − X(f)·Y.

/// <summary>The Lie algebra of vector fields over a ring of functions, as a module of derivations.</summary>
public abstract class BracketConformance<T, TRing>(TRing ring)
    where TRing : struct, IDifferentialRing<T>
{
    private VectorFieldModule<T, TRing> Module => new(ring);

    [Property]
    public void Antisymmetry(VectorField<T> x, VectorField<T> y)
    {
        Same(Module.Negate(Module.Bracket(y, x)), Module.Bracket(x, y));
        Assert.True(Module.Bracket(x, x).IsZero);
    }

    [Property]
    public void Bilinearity(VectorField<T> x, VectorField<T> y, VectorField<T> z, int factor)
    {
        T constant = ring.FromInteger(factor);
        Same(
            Module.Add(Module.Scale(constant, Module.Bracket(x, z)), Module.Bracket(y, z)),
            Module.Bracket(Module.Add(Module.Scale(constant, x), y), z));
    }

    [Property]
    public void Jacobi_identity(VectorField<T> x, VectorField<T> y, VectorField<T> z) => Same(
        Module.Zero,
        Module.Add(
            Module.Bracket(x, Module.Bracket(y, z)),
            Module.Add(Module.Bracket(y, Module.Bracket(z, x)), Module.Bracket(z, Module.Bracket(x, y)))));

    [Property]
    public void Leibniz_rule(VectorField<T> x, T f, VectorField<T> y) => Same(
        Module.Add(Module.Scale(f, Module.Bracket(x, y)), Module.Negate(Module.Scale(Module.Apply(x, f), y))),
        Module.Bracket(x, Module.Scale(f, y)));

    [Property]
    public void The_bracket_is_minus_the_commutator_of_derivations(VectorField<T> x, VectorField<T> y, T f) => Same(
        ring.Subtract(Module.Apply(y, Module.Apply(x, f)), Module.Apply(x, Module.Apply(y, f))),
        Module.Apply(Module.Bracket(x, y), f));

    [Property]
    public void A_field_is_a_derivation(VectorField<T> x, T f, T g)
    {
        Same(ring.Add(Module.Apply(x, f), Module.Apply(x, g)), Module.Apply(x, ring.Add(f, g)));
        Same(
            ring.Add(ring.Multiply(Module.Apply(x, f), g), ring.Multiply(f, Module.Apply(x, g))),
            Module.Apply(x, ring.Multiply(f, g)));
    }

    [Property]
    public void Fields_are_linear_over_functions(VectorField<T> x, VectorField<T> y, T f, T g)
    {
        Same(
            ring.Add(ring.Multiply(f, Module.Apply(x, g)), Module.Apply(y, g)),
            Module.Apply(Module.Add(Module.Scale(f, x), y), g));
        Assert.True(Module.Add(x, Module.Negate(x)).IsZero);
    }

    [Property]
    public void Gradients_of_two_functions_differentiate_each_other_alike(T f, T g)
    {
        IEnumerable<int> variables = Enumerable.Range(0, FieldArbitraries.Dimension);
        Same(Module.Apply(Module.Gradient(f, variables), g), Module.Apply(Module.Gradient(g, variables), f));
        Same(Module.Gradient(ring.Add(f, g), variables), Module.Add(Module.Gradient(f, variables), Module.Gradient(g, variables)));
    }

    [Property]
    public void Stored_components_ascend_and_are_not_zero(VectorField<T> x, VectorField<T> y)
    {
        foreach (VectorField<T> field in new[] { x, Module.Bracket(x, y), Module.Add(x, y) })
        {
            Assert.Equal(field.Coordinates.Distinct().Order(), field.Coordinates);
            Assert.DoesNotContain(field.Coefficients, ring.IsZero);
            for (int coordinate = 0; coordinate < FieldArbitraries.Dimension; coordinate++)
            {
                Assert.Equal(field.Coordinates.Contains(coordinate), field.TryGetCoefficient(coordinate, out _));
            }
        }
    }

    private void Same(VectorField<T> expected, VectorField<T> actual) => Assert.True(Module.AreEqual(expected, actual));

    private void Same(T expected, T actual) => Assert.True(ring.AreEqual(expected, actual), $"{expected} is not {actual}");
}

[Properties(Arbitrary = [typeof(FieldArbitraries)], MaxTest = 2000, QuietOnSuccess = true)]
public sealed class IntegerBracketTests() : BracketConformance<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>>(default);

// Characteristic 3: derivatives of cubes vanish.
[Properties(Arbitrary = [typeof(FieldArbitraries)], MaxTest = 2000, QuietOnSuccess = true)]
public sealed class ModularBracketTests() : BracketConformance<Polynomial<uint>, PolynomialRing<uint, PrimeField>>(new PolynomialRing<uint, PrimeField>(Field))
{
    internal static PrimeField Field => new(3);
}

[Properties(Arbitrary = [typeof(FieldArbitraries)], MaxTest = 1000, QuietOnSuccess = true)]
public sealed class RationalBracketTests() : BracketConformance<RationalFunction, RationalFunctionField>(default);
