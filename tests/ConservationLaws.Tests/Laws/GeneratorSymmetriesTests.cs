using System.Collections.Immutable;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Symmetries;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Laws;

/// <summary>Permutations of units as symmetries of φ, and what they say about laws.</summary>
public sealed class GeneratorSymmetriesTests
{
    [Theory]
    [InlineData("network 3 -> 4 -> 2", 1)]
    [InlineData("network 2 -> 3 -> 3 -> 2", 1)]
    [InlineData("network 2x5 -> conv 3 kernel 2 -> conv 2 kernel 2", 3)]
    public void All_renumberings_of_linear_networks_are_symmetries(string text, int orbits)
    {
        var model = Model.Parse(text);
        Assert.Equal(orbits, Find(model)!.Representatives.Length);
    }

    [Fact]
    public void What_maps_no_function_to_another_is_no_symmetry()
    {
        var model = Model.Parse("parameters x, y, z; phi x^2*y + z, x*z");
        int[] swap = [1, 0, 2];
        Assert.Null(GeneratorSymmetries.TryFind(model.Functions, [swap], 3, threads: 2, CancellationToken.None));
    }

    [Fact]
    public void A_function_may_be_mapped_to_the_negative_of_another()
    {
        var model = Model.Parse("parameters x, y, z; phi x*z - y*z, x + y");
        GeneratorSymmetries symmetries = GeneratorSymmetries.TryFind(model.Functions, [[1, 0, 2], [2, 1, 0]], 3, threads: 2, CancellationToken.None)!;
        Assert.Equal<int>([0, 1], symmetries.Representatives);
    }

    [Fact]
    public void Laws_that_a_symmetry_maps_out_of_their_span_are_told_apart()
    {
        var model = Model.Parse("network 2 -> 3 -> 2");
        GeneratorSymmetries symmetries = Find(model)!;
        ImmutableArray<Law> laws = PolynomialLaws.Find(model, 2, all: true);
        Assert.True(symmetries.Preserve(laws, CancellationToken.None));
        Assert.False(symmetries.Preserve(laws[1..], CancellationToken.None));
    }

    [Fact]
    public void A_span_may_be_kept_though_its_basis_is_not()
    {
        var model = Model.Parse("network 2 -> 3 -> 2");
        PolynomialRing<Integer, ConservationLaws.Algebra.Fields.IntegerRing> ring = default;
        Law[] laws = [.. PolynomialLaws.Find(model, 2, all: true)];
        for (int law = 1; law < laws.Length; law++)
        {
            laws[law] = new Law(ring.Add(laws[law].Polynomial, ring.Scale(new Integer(law + 1), laws[law - 1].Polynomial)));
        }

        Assert.True(Find(model)!.Preserve([.. laws], CancellationToken.None));
    }

    [Theory]
    [InlineData("network 8 -> 9 -> 8")]
    [InlineData("network 9 -> 2 -> 3 -> 8")]
    [InlineData("network 1x20 -> conv 2 kernel 8 -> conv 8 kernel 4")]
    [InlineData("network 8 -> 2 relu -> 3 -> 9")]
    public void Laws_verified_through_symmetries_are_laws_of_every_generator(string text)
    {
        var model = Model.Parse(text);
        Assert.True(model.Generators.Length >= 32);
        var verification = new LawVerification(model.Generators, model.Space.Dimension);
        Theorem theorem = Prover.Prove(model);
        Assert.Equal(Verdict.Proved, theorem.Verdict);
        Assert.All(theorem.Laws, law => Assert.Equal(-1, verification.FindViolation(law.Polynomial, CancellationToken.None)));
    }

    private static GeneratorSymmetries? Find(Model model) =>
        GeneratorSymmetries.TryFind(model.Functions, model.CandidateSymmetries, model.Space.Dimension, threads: 1, CancellationToken.None);
}
