using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;

namespace ConservationLaws.Tests.Laws;

/// <summary>Laws from values at points against laws from the expanded system.</summary>
public sealed class SampledLawsTests
{
    private const int Rounds = 120;

    [Fact]
    public void As_many_candidates_as_laws_and_all_of_them_laws()
    {
        var random = new Random(11);
        int withLaws = 0;
        for (int round = 0; round < Rounds; round++)
        {
            int dimension = random.Next(2, 6);
            int degree = random.Next(1, 4);
            var generators = round % 2 == 0
                ? RandomFields.DrawGradients(random, dimension, random.Next(1, 4), 3)
                : RandomFields.DrawAlong(random, Sphere(dimension), dimension, random.Next(1, 4));
            if (generators.IsEmpty)
            {
                continue;
            }

            ImmutableArray<Monomial> unknowns = [.. Enumerable.Range(1, degree).SelectMany(current => LawSystem.Monomials(dimension, current))];
            SignGradings gradings = SignGradings.TryFind(generators, dimension, CancellationToken.None)!;
            var sampled = SampledLaws.Find(unknowns, generators, gradings, dimension, CancellationToken.None);
            var expected = new TextbookLaws(generators, dimension, degree);
            Assert.Subset(sampled.Survivors.ToHashSet(), expected.Support.ToHashSet());
            if (sampled.Candidates is { } candidates)
            {
                Assert.Equal(expected.Count, candidates.Count);
                Assert.All(candidates, vector => Assert.All(generators, generator => Assert.True(
                    RandomFields.Module.Apply(generator, ToPolynomial(sampled.Survivors, vector)).IsZero)));
                withLaws += candidates.Count > 0 ? 1 : 0;
            }
        }

        Assert.InRange(withLaws, Rounds / 4, Rounds);
    }

    [Fact]
    public void Flips_respect_every_term()
    {
        var random = new Random(12);
        for (int round = 0; round < Rounds; round++)
        {
            int dimension = random.Next(2, 7);
            var generators = RandomFields.Draw(random, dimension, random.Next(1, 4), random.Next(1, 4));
            SignGradings gradings = SignGradings.TryFind(generators, dimension, CancellationToken.None)!;
            Assert.All(generators, generator => Assert.Single(generator.Coordinates
                .Zip(generator.Coefficients)
                .SelectMany(component => component.Second.Terms.Select(term => gradings.Character(term.Monomial * Monomial.Variable(component.First))))
                .Distinct()));
        }
    }

    private static Polynomial<Integer> Sphere(int dimension) =>
        RandomFields.Ring.FromTerms(Enumerable.Range(0, dimension).Select(variable => (Integer.One, Monomial.Create([(variable, 2)]))));

    private static Polynomial<Integer> ToPolynomial(ImmutableArray<Monomial> unknowns, ConservationLaws.Algebra.LinearAlgebra.NullspaceVector vector) =>
        RandomFields.Ring.FromTerms(
            vector.Values.ToArray().Zip(vector.Columns.ToArray(), (value, column) => (value, unknowns[column])));
}
