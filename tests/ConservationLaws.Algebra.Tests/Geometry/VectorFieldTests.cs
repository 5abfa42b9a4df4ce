using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Geometry;

/// <summary>Brackets worked out by hand, and what the module makes of odd input.</summary>
public sealed class VectorFieldTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Module => new(Ring);

    private static Polynomial<Integer> X => Ring.Variable(0);

    private static Polynomial<Integer> Y => Ring.Variable(1);

    [Fact]
    public void The_sign_is_that_of_the_paper()
    {
        // dX·Y − dY·X for X = x ∂y, Y = y ∂x: (−x) ∂x + y ∂y.
        VectorField<Polynomial<Integer>> bracket = Module.Bracket(Module.Create([(1, X)]), Module.Create([(0, Y)]));
        Assert.True(Module.AreEqual(Module.Create([(0, -X), (1, Y)]), bracket));
    }

    [Fact]
    public void Fields_with_constant_coefficients_commute() =>
        Assert.True(Module.Bracket(Module.Create([(0, Ring.One)]), Module.Create([(1, Ring.FromInteger(7))])).IsZero);

    [Fact]
    public void The_rotations_of_space_are_a_Lie_algebra()
    {
        VectorField<Polynomial<Integer>> Rotation(int from, int to) =>
            Module.Create([(to, Ring.Variable(from)), (from, -Ring.Variable(to))]);
        Assert.True(Module.AreEqual(Rotation(0, 2), Module.Bracket(Rotation(1, 2), Rotation(0, 1))));
    }

    [Fact]
    public void Components_of_one_coordinate_are_added_and_zeros_dropped()
    {
        VectorField<Polynomial<Integer>> field = Module.Create([(5, X), (2, Ring.Zero), (5, -X), (3, Y), (1, X)]);
        Assert.Equal<int>([1, 3], field.Coordinates);
        Assert.False(field.TryGetCoefficient(5, out _));
        Assert.True(Module.Create([]).IsZero);
    }

    [Fact]
    public void A_gradient_has_the_partial_derivatives()
    {
        VectorField<Polynomial<Integer>> gradient = Module.Gradient(X * X * Y, [0, 1, 2]);
        Assert.True(Module.AreEqual(Module.Create([(0, 2 * (X * Y)), (1, X * X)]), gradient));
    }

    [Fact]
    public void Words_are_written_with_generators_counted_from_1() => Assert.Equal(
        "[[1, 2], 1]",
        BracketWord.Format(
            [BracketWord.OfGenerator(0), BracketWord.OfGenerator(1), BracketWord.OfBracket(0, 1), BracketWord.OfBracket(2, 0)], 3));
}
