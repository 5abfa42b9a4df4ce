using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Models;

namespace ConservationLaws.Tests.Laws;

/// <summary>The search for polynomial laws, and every step of it, against a dense textbook system.</summary>
public sealed class LawSearchTests
{
    private const int Rounds = 300;

    [Fact]
    public void The_laws_found_are_all_laws()
    {
        int withLaws = 0;
        foreach ((var generators, int dimension, int degree) in Systems())
        {
            var expected = new TextbookLaws(generators, dimension, degree);
            var search = new LawSearch(generators, dimension, threads: 1);
            Law[] found =
            [
                .. Enumerable.Range(search.SplitsByDegree ? 1 : degree, search.SplitsByDegree ? degree : 1)
                    .SelectMany(current => Complete(search.Search(current, unlimited: true, CancellationToken.None))),
            ];
            Assert.Equal(expected.Count, found.Length);
            Assert.Equal(expected.Count, expected.Rank(found.Select(law => law.Polynomial)));
            Assert.All(found, law => Assert.All(generators, generator => Assert.True(RandomFields.Module.Apply(generator, law.Polynomial).IsZero)));
            Assert.All(found, law => AssertNormal(law));
            withLaws += found.Length > 0 ? 1 : 0;
        }

        Assert.InRange(withLaws, Rounds / 4, Rounds);
    }

    [Fact]
    public void No_pruned_unknown_occurs_in_a_law()
    {
        int pruned = 0;
        foreach ((var generators, int dimension, int degree) in Systems())
        {
            ImmutableArray<Monomial> all = [.. Enumerable.Range(1, degree).SelectMany(current => LawSystem.Monomials(dimension, current))];
            ImmutableArray<Monomial> survivors = UnknownPruning.Survivors(
                all, new PackedFields<Monomial, WholeMonomials>(default, generators, dimension), dimension, CancellationToken.None);
            Assert.Subset(survivors.ToHashSet(), new TextbookLaws(generators, dimension, degree).Support.ToHashSet());
            pruned += all.Length - survivors.Length;
        }

        Assert.True(pruned > Rounds);
    }

    [Fact]
    public void No_quadratic_monomial_of_a_law_is_left_out()
    {
        int leftOut = 0;
        foreach ((var generators, int dimension, _) in Systems())
        {
            Monomial[] candidates = [.. new QuadraticCandidates(generators, dimension, CancellationToken.None).Enumerate()];
            var laws = new TextbookLaws(generators, dimension, 2);
            Assert.Subset(candidates.ToHashSet(), laws.Support.Where(monomial => monomial.TotalDegree == 2).ToHashSet());
            Assert.Equal(candidates.Distinct().OrderDescending(), candidates);
            leftOut += (dimension * (dimension + 1) / 2) - candidates.Length;
        }

        Assert.True(leftOut > Rounds);
    }

    [Fact]
    public void The_first_field_that_a_function_violates_is_found()
    {
        var random = new Random(5);
        foreach ((var generators, int dimension, int degree) in Systems())
        {
            var verification = new LawVerification(generators, dimension);
            Polynomial<Integer> function = RandomFields.Function(random, dimension, degree, homogeneous: false);
            int expected = Array.FindIndex([.. generators], generator => !RandomFields.Module.Apply(generator, function).IsZero);
            Assert.Equal(expected, verification.FindViolation(function, CancellationToken.None));
        }
    }

    [Theory]
    [InlineData(3, 1, 3)]
    [InlineData(3, 4, 15)]
    [InlineData(1, 5, 1)]
    [InlineData(10, 2, 55)]
    public void Monomials_of_a_degree_descend_and_are_counted(int dimension, int degree, int count)
    {
        Monomial[] monomials = [.. LawSystem.Monomials(dimension, degree)];
        Assert.Equal(count, monomials.Length);
        Assert.Equal(count, LawSystem.CountUnknowns(dimension, degree, homogeneous: true));
        Assert.Equal(TextbookLaws.Monomials(dimension, degree).OrderDescending(), monomials);
        Assert.Equal(
            Enumerable.Range(1, degree).Sum(current => TextbookLaws.Monomials(dimension, current).Count()),
            LawSystem.CountUnknowns(dimension, degree, homogeneous: false));
    }

    [Fact]
    public void A_block_of_more_than_ten_thousand_unknowns_is_left_out_unless_asked_for()
    {
        // All monomials of degree 4 in 24 coordinates hang together: C(27, 4) = 17,550.
        VectorField<Polynomial<Integer>> field = RandomFields.Module.Create(
            from row in Enumerable.Range(0, 24)
            from column in Enumerable.Range(0, 24)
            select (row, (Integer)((7 * row) + (row == column ? 1 : column) + 1) * RandomFields.Ring.Variable(column)));
        var search = new LawSearch([field], 24, threads: 1);
        LawSearchResult result = search.Search(4, unlimited: false, CancellationToken.None);
        Assert.NotNull(result.LeftOut);
        Assert.Contains("degree 4", result.LeftOut, StringComparison.Ordinal);
    }

    [Fact]
    public void Few_generators_are_all_probed_and_many_by_a_cover()
    {
        var random = new Random(6);
        foreach (int count in new[] { 1, 24, 25, 300 })
        {
            ImmutableArray<VectorField<Polynomial<Integer>>> generators = RandomFields.Draw(random, 12, count, 1);
            IReadOnlySet<int> chosen = ProbeGenerators.Choose(generators);
            Assert.All(chosen, generator => Assert.InRange(generator, 0, count - 1));
            Assert.True(count == 300 ? chosen.Count < count : count == 25 || chosen.Count == count);
            for (int coordinate = 0; coordinate < 12; coordinate++)
            {
                int met = chosen.Count(generator => generators[generator].Coordinates.Contains(coordinate));
                int total = generators.Count(generator => generator.Coordinates.Contains(coordinate));
                Assert.InRange(met, Math.Min(2, total), total);
            }
        }
    }

    [Fact]
    public void Probing_a_few_of_many_generators_changes_no_answer()
    {
        // The laws of the fields of one invariant, among them some that only a few rare fields violate.
        var random = new Random(7);
        for (int round = 0; round < 20; round++)
        {
            ImmutableArray<VectorField<Polynomial<Integer>>> generators = RandomFields.DrawAlong(random, Sphere(4), 4, 100);
            ImmutableArray<Law> found = Complete(new LawSearch(generators, 4, threads: 2).Search(2, unlimited: true, CancellationToken.None));
            Assert.Equal(new TextbookLaws(generators, 4, 2).Count, found.Length);
        }
    }

    [Fact]
    public void A_search_can_be_stopped()
    {
        using var stopped = new CancellationTokenSource();
        stopped.Cancel();
        Model model = Model.Parse("network 2 -> 2 -> 2");
        var search = new LawSearch(model.Generators, model.Space.Dimension, threads: 1);
        Assert.Throws<OperationCanceledException>(() => search.Search(2, unlimited: true, stopped.Token));
    }

    private static ImmutableArray<Law> Complete(LawSearchResult result)
    {
        Assert.Null(result.LeftOut);
        return result.Laws;
    }

    private static void AssertNormal(Law law)
    {
        Assert.Equal(Integer.One, IntegerPolynomial.Content(law.Polynomial));
        Assert.True(law.Polynomial.LeadingCoefficient.Sign > 0);
        Assert.DoesNotContain(law.Terms, term => term.Monomial.TotalDegree == 0);
        Assert.Equal((law.Polynomial.TotalDegree, law.Polynomial.TermCount), (law.Degree, law.TermCount));
    }

    private static Polynomial<Integer> Sphere(int dimension) =>
        RandomFields.Ring.FromTerms(Enumerable.Range(0, dimension).Select(k => (Integer.One, Monomial.Create([(k, 2)]))));

    // Fields of three kinds: without structure, gradients of polynomials, and fields along a known law.
    private static IEnumerable<(ImmutableArray<VectorField<Polynomial<Integer>>> Generators, int Dimension, int Degree)> Systems()
    {
        var random = new Random(4);
        for (int round = 0; round < Rounds; round++)
        {
            int dimension = random.Next(2, 5);
            int count = random.Next(1, 4);
            ImmutableArray<VectorField<Polynomial<Integer>>> generators = (round % 4) switch
            {
                0 => RandomFields.Draw(random, dimension, count, random.Next(1, 3)),
                1 => RandomFields.Draw(random, dimension, count, 1, homogeneous: true),
                2 => RandomFields.DrawGradients(random, dimension, count, 2),
                _ => RandomFields.DrawAlong(random, RandomFields.Function(random, dimension, 2, false) is { TotalDegree: > 0 } law ? law : Sphere(dimension), dimension, count),
            };
            yield return (generators, dimension, random.Next(1, 4));
        }
    }
}
