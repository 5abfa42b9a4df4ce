using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Tests.Laws.Forms;

/// <summary>The search alone, on random fields: what it returns are laws, and laws of a known shape are found.</summary>
public sealed class FormPropertyTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => RandomFields.Ring;

    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Module => RandomFields.Module;

    private static Polynomial<Integer> X => Ring.Variable(0);

    private static Polynomial<Integer> Y => Ring.Variable(1);

    private static Polynomial<Integer> Z => Ring.Variable(2);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 12)];

    // f·dh for h = n·log f + g: f does not vanish identically, so the field has the laws of dh.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_logarithm_plus_a_polynomial_is_found(int seed)
    {
        var random = new Random(seed);
        (Polynomial<Integer> f, Polynomial<Integer> g) = (Linear(random) + (X * Y), Linear(random));
        Integer power = random.Next(1, 4);
        AssertFound(Plane(variable => (power * Ring.Differentiate(f, variable)) + (f * Ring.Differentiate(g, variable))));
    }

    // h = f^a/g^b: f g dh/h = a g df − b f dg.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_quotient_of_powers_is_found(int seed)
    {
        var random = new Random(seed);
        (Polynomial<Integer> f, Polynomial<Integer> g) = (Linear(random), Linear(random) + (X * X));
        (Integer a, Integer b) = (random.Next(1, 5), random.Next(1, 5));
        AssertFound(Plane(variable => (a * g * Ring.Differentiate(f, variable)) - (b * f * Ring.Differentiate(g, variable))));
    }

    // h = g/f.
    [Theory]
    [MemberData(nameof(Seeds))]
    public void A_polynomial_over_a_polynomial_is_found(int seed)
    {
        var random = new Random(seed);
        (Polynomial<Integer> f, Polynomial<Integer> g) = (Linear(random) + Ring.One, Linear(random) + (X * Y));
        AssertFound(Plane(variable => (f * Ring.Differentiate(g, variable)) - (g * Ring.Differentiate(f, variable))));
    }

    // h = α(A, B, d) + g with dα = (A dB − B dA)/(A² − d B²).
    [Theory]
    [MemberData(nameof(Seeds))]
    public void An_angle_plus_a_polynomial_is_found(int seed)
    {
        var random = new Random(seed);
        (Polynomial<Integer> a, Polynomial<Integer> b, Polynomial<Integer> g) = (X + (random.Next(-2, 3) * Y), Y + random.Next(-2, 3) * Ring.One, Linear(random));
        Integer radicand = new[] { -1, -2, -3, 2, 3, 5 }[random.Next(6)];
        Polynomial<Integer> norm = (a * a) - (radicand * b * b);
        AssertFound(Plane(variable =>
            (a * Ring.Differentiate(b, variable)) - (b * Ring.Differentiate(a, variable)) + (norm * Ring.Differentiate(g, variable))));
    }

    // Space: the cross product of dp, p a polynomial, with f·d(log f + g).
    [Theory]
    [MemberData(nameof(Seeds))]
    public void Two_laws_in_space_are_found(int seed)
    {
        var random = new Random(seed);
        Polynomial<Integer> p = (X * X) + (Ring.Constant(random.Next(1, 4)) * Y) - (Z * Z);
        Polynomial<Integer> f = X + (Ring.Constant(random.Next(1, 4)) * Z);
        Polynomial<Integer> g = Y + (Ring.Constant(random.Next(-3, 4)) * Z);
        Polynomial<Integer>[] second = [.. Enumerable.Range(0, 3).Select(variable => Ring.Differentiate(f, variable) + (f * Ring.Differentiate(g, variable)))];
        Polynomial<Integer>[] first = [.. Enumerable.Range(0, 3).Select(variable => Ring.Differentiate(p, variable))];
        AssertFound(Module.Create(Enumerable.Range(0, 3).Select(place =>
        {
            (int next, int last) = ((place + 1) % 3, (place + 2) % 3);
            return (place, (first[next] * second[last]) - (first[last] * second[next]));
        })), dimension: 3, new Law(p));
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Whatever_is_returned_for_a_random_field_is_a_law(int seed)
    {
        var random = new Random(seed);
        for (int round = 0; round < 8; round++)
        {
            int dimension = random.Next(2, 4);
            bool isHomogeneous = random.Next(2) == 0;
            ImmutableArray<VectorField<Polynomial<Integer>>> fields = round % 2 == 0
                ? RandomFields.Draw(random, dimension, 1, random.Next(1, 3), isHomogeneous)
                : RandomFields.DrawAlong(random, RandomFields.Function(random, dimension, 2, isHomogeneous) + X + Y, dimension, 1);
            (ImmutableArray<Law> laws, ImmutableArray<FormLaw> forms) = Find(fields, dimension, [], dimension - 1);
            Assert.InRange(laws.Length + forms.Length, 0, dimension - 1);
            FormCheck.AssertSound(fields, dimension, laws, forms);
        }
    }

    [Fact]
    public void A_field_without_rational_forms_of_low_degree_has_none_that_are_found()
    {
        // x' = 1, y' = y² − x: Riccati's equation with Airy functions.
        ImmutableArray<VectorField<Polynomial<Integer>>> field = [Module.Create([(0, Ring.One), (1, (Y * Y) - X)])];
        (ImmutableArray<Law> laws, ImmutableArray<FormLaw> forms) = Find(field, 2, [], 1);
        Assert.Empty(laws);
        Assert.Empty(forms);
    }

    [Fact]
    public void A_search_that_is_stopped_throws()
    {
        ImmutableArray<VectorField<Polynomial<Integer>>> field = [Module.Create([(0, X), (1, (Integer)2 * Y)])];
        Assert.Throws<OperationCanceledException>(() => Find(field, 2, [], 1, new CancellationToken(canceled: true)));
    }

    [Fact]
    public void No_more_laws_are_returned_than_are_missing()
    {
        ImmutableArray<VectorField<Polynomial<Integer>>> field = [Module.Create([(0, X), (1, Y), (2, Z)])];
        foreach (int missing in (int[])[0, 1, 2])
        {
            Assert.Equal(missing, Find(field, 3, [], missing).Forms.Length);
        }
    }

    // A denominator that vanishes at the point: y/x and x/y at (0, 1), at least one is regular; at (0, 0) neither is.
    [Fact]
    public void Forms_are_regular_at_the_point()
    {
        ImmutableArray<VectorField<Polynomial<Integer>>> field = [Module.Create([(0, X), (1, Y)])];
        var system = new GeneratorSystem(2, field, [], []);
        var point = EvaluationPoint.At([Rational.Zero, Rational.Zero], 2147483629);
        Assert.Empty(FormSearch.Find(system, [], () => field, field[0].Coefficients, 1, point, CancellationToken.None).Forms);
    }

    private static void AssertFound(VectorField<Polynomial<Integer>> field, int dimension = 2, params ImmutableArray<Law> known)
    {
        if (field.IsZero)
        {
            return;
        }

        (ImmutableArray<Law> laws, ImmutableArray<FormLaw> forms) = Find([field], dimension, known, dimension - 1 - known.Length);
        FormCheck.AssertSound([field], dimension, [.. known, .. laws], forms);
        Assert.Equal(dimension - 1, known.Length + laws.Length + forms.Length);
    }

    private static (ImmutableArray<Law> Laws, ImmutableArray<FormLaw> Forms) Find(
        ImmutableArray<VectorField<Polynomial<Integer>>> fields, int dimension, ImmutableArray<Law> known, int missing, CancellationToken cancellation = default) =>
        FormSearch.Find(
            new GeneratorSystem(dimension, fields, [], []), known, () => fields, fields[0].Coefficients, missing, EvaluationPoint.Generic(dimension, 1, 0), cancellation);

    // (w₁, −w₀) for a one-form w: annihilated by it.
    private static VectorField<Polynomial<Integer>> Plane(Func<int, Polynomial<Integer>> form) => Module.Create([(0, form(1)), (1, -form(0))]);

    private static Polynomial<Integer> Linear(Random random) =>
        X + (Ring.Constant(random.Next(-3, 4)) * Y) + Ring.Constant(random.Next(-3, 4));
}
