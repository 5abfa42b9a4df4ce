using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Monomials;
using ConservationLaws.Models;
using ConservationLaws.Models.Networks;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Laws.Monomials;

/// <summary>The direct route for monomial maps against the general one.</summary>
public sealed class ExponentKernelTests
{
    [Fact]
    public void Monomials_have_the_laws_that_the_search_finds()
    {
        var random = new Random(1);
        for (int round = 0; round < 150; round++)
        {
            int dimension = random.Next(1, 6);
            string[] names = [.. Enumerable.Range(0, dimension).Select(k => $"x{k}")];
            string[] functions = [.. Enumerable.Range(0, random.Next(1, 5)).Select(_ =>
                $"{random.Next(1, 4)}*" + string.Join('*', names.Select(name => $"{name}^{Math.Max(0, random.Next(-2, 4))}")))];
            Model model = Model.Parse($"parameters {string.Join(", ", names)}; phi {string.Join(", ", functions)}");
            Theorem direct = Prover.Prove(model);
            Theorem general = General(model);
            Assert.IsType<ExplicitMonomials>(model.Monomials);
            Assert.Equal(Verdict.Proved, direct.Verdict);
            Assert.InRange(direct.Count!.Value, general.Lower, general.Upper);
            var verification = new LawVerification(model.Generators, model.Space.Dimension);
            Assert.All(direct.Laws, law => Assert.Equal(-1, verification.FindViolation(law.Polynomial, CancellationToken.None)));
            AssertIndependent(model, direct.Laws);
            if (general.Verdict == Verdict.Proved)
            {
                Assert.Equal(general.Ladder.Dimension, direct.Ladder.Dimension);
            }
        }
    }

    [Fact]
    public void Negative_exponents_are_monomials_too()
    {
        Model model = Model.Parse("parameters x, y, z; phi x/y^2, 3*z^2/(5*x)");
        Theorem theorem = Prover.Prove(model);
        Assert.Equal(1, theorem.Count);
        Assert.Equal(["2*x^2 + y^2 + z^2"], theorem.Laws.Select(law => law.Format(model.Space.Name)));
    }

    [Fact]
    public void Paths_have_the_laws_of_their_exponents()
    {
        var random = new Random(2);
        int shared = 0;
        for (int round = 0; round < 150; round++)
        {
            Model model = Model.Parse(DrawReluNetwork(random));
            PathGraph graph = Assert.IsType<NetworkPaths>(model.Monomials).Graph;
            int dimension = model.Space.Dimension;
            List<ImmutableArray<(int Coordinate, int Exponent)>> paths = [.. Paths(graph).Distinct(new SequenceComparer())];
            ImmutableArray<Law> expected = ExponentKernel.Laws(paths, dimension, threads: 1, CancellationToken.None);
            ImmutableArray<Law> actual = PathPotentials.Laws(graph, dimension, threads: 1, CancellationToken.None);
            Assert.Equal(expected.Length, actual.Length);
            AssertIndependent(model, actual);
            foreach (Law law in actual.Where(law => law.Degree == 2))
            {
                Dictionary<int, BigInteger> weights = law.Terms.ToDictionary(term => term.Monomial.Single().Variable, term => term.Coefficient.ToBigInteger());
                Assert.All(paths, path => Assert.True(path.Aggregate(BigInteger.Zero, (sum, factor) => sum + (factor.Exponent * weights.GetValueOrDefault(factor.Coordinate))).IsZero));
            }

            shared += model.Source.Text.Contains("conv", StringComparison.Ordinal) ? 1 : 0;
        }

        Assert.InRange(shared, 20, 130);
    }

    [Fact]
    public void The_number_of_paths_is_counted_without_enumerating_them()
    {
        var random = new Random(3);
        for (int round = 0; round < 100; round++)
        {
            PathGraph graph = Assert.IsType<NetworkPaths>(Model.Parse(DrawReluNetwork(random)).Monomials).Graph;
            Assert.Equal(graph.PathCount, Paths(graph).Count());
        }

        Assert.Equal(
            BigInteger.Pow(1000, 5),
            Assert.IsType<NetworkPaths>(Model.Parse("network 1000 -> 1000 relu -> 1000 relu -> 1000 relu -> 1000").Monomials).Graph.PathCount);
    }

    private static Theorem General(Model model) => Prover.Prove(new Model(() => model.Fields, () => null)
    {
        Source = model.Source,
        Title = model.Title,
        Scope = model.Scope,
        Flow = model.Flow,
        Space = model.Space,
        FunctionCount = model.FunctionCount,
        SpecialPoints = model.SpecialPoints,
        Assumptions = model.Assumptions,
    });

    private static void AssertIndependent(Model model, ImmutableArray<Law> laws)
    {
        var independent = new IndependentLaws(ConservationLaws.Lie.EvaluationPoint.Generic(model.Space.Dimension, 1, 0));
        Assert.All(laws, law => Assert.True(independent.TryAdd(law)));
    }

    private static string DrawReluNetwork(Random random)
    {
        bool isConvolutional = random.Next(2) == 0;
        string text = "network " + (isConvolutional ? $"{random.Next(1, 3)}x{random.Next(3, 6)}" : $"{random.Next(1, 4)}");
        int depth = random.Next(1, 4);
        for (int layer = 1; layer <= depth; layer++)
        {
            string size = isConvolutional ? $"conv {random.Next(1, 3)} kernel {random.Next(1, 3)} padding {random.Next(1, 3)}" : $"{random.Next(1, 4)}";
            string bias = random.Next(3) == 0 ? " bias" : "";
            text += $" -> {size}{(layer < depth || random.Next(2) == 0 ? " relu" : "")}{bias}";
            if (isConvolutional && layer < depth && random.Next(3) == 0)
            {
                isConvolutional = false;
            }
        }

        return text;
    }

    // Every path from vertex 0 back to it, as the exponents of the weights along it.
    private static IEnumerable<ImmutableArray<(int Coordinate, int Exponent)>> Paths(PathGraph graph)
    {
        ILookup<int, PathGraph.Edge> from = graph.Edges.ToLookup(edge => edge.From);
        return Extend(0, []);

        IEnumerable<ImmutableArray<(int Coordinate, int Exponent)>> Extend(int vertex, ImmutableList<int> weights)
        {
            foreach (PathGraph.Edge edge in from[vertex])
            {
                ImmutableList<int> longer = weights.Add(edge.Coordinate);
                if (edge.To == 0)
                {
                    yield return [.. longer.GroupBy(weight => weight).OrderBy(group => group.Key).Select(group => (group.Key, group.Count()))];
                }
                else
                {
                    foreach (ImmutableArray<(int Coordinate, int Exponent)> path in Extend(edge.To, longer))
                    {
                        yield return path;
                    }
                }
            }
        }
    }

    private sealed class SequenceComparer : IEqualityComparer<ImmutableArray<(int Coordinate, int Exponent)>>
    {
        public bool Equals(ImmutableArray<(int Coordinate, int Exponent)> x, ImmutableArray<(int Coordinate, int Exponent)> y) => x.SequenceEqual(y);

        public int GetHashCode(ImmutableArray<(int Coordinate, int Exponent)> obj) => obj.Aggregate(17, HashCode.Combine);
    }
}
