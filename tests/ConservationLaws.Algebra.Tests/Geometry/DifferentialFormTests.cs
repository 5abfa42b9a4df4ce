using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Tests.Geometry;

/// <summary>Forms worked out by hand, among them laws that are no polynomials (math.md 7.1).</summary>
public sealed class DifferentialFormTests
{
    private static RationalFunction X => RationalFunction.Variable(0);

    private static RationalFunction Y => RationalFunction.Variable(1);

    private static ExteriorAlgebra<RationalFunction, RationalFunctionField> Plane => new(default, 2);

    [Fact]
    public void The_angle_is_closed_and_its_numerator_is_not()
    {
        DifferentialForm<RationalFunction> turn = Plane.Create(1, [([1], X), ([0], -Y)]);
        Assert.True(Plane.AreEqual(Plane.Create(2, [([0, 1], RationalFunction.FromInteger(2))]), Plane.ExteriorDerivative(turn)));
        Assert.True(Plane.ExteriorDerivative(Plane.Scale(((X * X) + (Y * Y)).Invert(), turn)).IsZero);
    }

    [Fact]
    public void Polar_coordinates_by_a_rational_map()
    {
        // x = r (1 − t²)/(1 + t²), y = 2 r t/(1 + t²) with r = θ₀, t = θ₁: dx ∧ dy = 2 r/(1 + t²) dr ∧ dt.
        RationalFunction one = RationalFunction.One;
        RationalFunction under = one + (Y * Y);
        DifferentialForm<RationalFunction> area = Plane.PullBack(
            Plane.Create(2, [([0, 1], one)]), k => k == 0 ? X * (one - (Y * Y)) / under : RationalFunction.FromInteger(2) * X * Y / under);
        Assert.True(Plane.AreEqual(Plane.Create(2, [([0, 1], RationalFunction.FromInteger(2) * X / under)]), area));
    }

    [Fact]
    public void A_quadrature_is_closed_where_the_earlier_laws_are_fixed()
    {
        // Non-negative factorization 1×1 of rank 2 in (u1, v1, u2, v2), a_j = u_j − v_j: solvable over da1, da2, not closed.
        var space = new ExteriorAlgebra<RationalFunction, RationalFunctionField>(default, 4);
        RationalFunction[] theta = [.. Enumerable.Range(0, 4).Select(RationalFunction.Variable)];
        RationalFunction first = theta[0] - theta[1];
        RationalFunction second = theta[2] - theta[3];
        DifferentialForm<RationalFunction> form = space.Create(1,
            [([0], second / theta[0]), ([1], -second / theta[1]), ([2], -first / theta[2]), ([3], first / theta[3])]);
        DifferentialForm<RationalFunction> derivative = space.ExteriorDerivative(form);
        Assert.False(derivative.IsZero);
        Assert.True(space.Wedge(derivative, space.Wedge(space.Differential(first), space.Differential(second))).IsZero);

        // On a level set: v1 = u1 − 2, v2 = u2 − 5.
        DifferentialForm<RationalFunction> restricted = space.Restrict(form, new Dictionary<int, RationalFunction>
        {
            [1] = theta[0] - RationalFunction.FromInteger(2),
            [3] = theta[2] - RationalFunction.FromInteger(5),
        });
        Assert.False(restricted.IsZero);
        Assert.True(space.ExteriorDerivative(restricted).IsZero);
    }

    [Fact]
    public void Indices_are_sorted_with_their_sign_and_repeated_ones_dropped()
    {
        var space = new ExteriorAlgebra<RationalFunction, RationalFunctionField>(default, 3);
        DifferentialForm<RationalFunction> form = space.Create(3, [([2, 0, 1], X), ([1, 0, 2], Y), ([1, 1, 2], X)]);
        Assert.True(space.AreEqual(space.Create(3, [([0, 1, 2], X - Y)]), form));
    }

    [Fact]
    public void Odd_requests_are_refused()
    {
        Assert.Throws<ArgumentException>(() => Plane.Create(2, [([0], X)]));
        Assert.Throws<ArgumentOutOfRangeException>(() => Plane.Create(1, [([2], X)]));
        Assert.Throws<ArgumentException>(() => Plane.Add(Plane.Zero(1), Plane.Zero(2)));
        Assert.Throws<ArgumentException>(() => Plane.Evaluate(Plane.Zero(1)));
        Assert.Throws<ArgumentException>(() => Plane.InteriorProduct(new VectorFieldModule<RationalFunction, RationalFunctionField>(default).Zero, Plane.Function(X)));
        Assert.Throws<DivideByZeroException>(() => Plane.Restrict(Plane.Function(X.Invert()), new Dictionary<int, RationalFunction> { [0] = RationalFunction.Zero }));
        Assert.True(Plane.ExteriorDerivative(Plane.Create(2, [([0, 1], X * Y)])).IsZero);
    }
}
