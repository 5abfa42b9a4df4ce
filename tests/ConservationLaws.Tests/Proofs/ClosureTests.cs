using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Certificates;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Involutive closures, by structure constants above all (math.md 1.4 (ii) and (iii)).</summary>
public sealed class ClosureTests
{
    // Enough for every closure below, so that what is not found is not there.
    private const long Work = 100_000_000;

    [Theory]
    [InlineData(5, 6)]
    [InlineData(5, 7)]
    [InlineData(6, 8)]
    public void Gram_matrices_of_wide_matrices_have_the_laws_of_the_Grassmannian(int m, int r)
    {
        Theorem theorem = Prover.Prove(Model.Parse($"parameters V[{m},{r}]; phi V*V^T"));
        Assert.Equal((m * (r - m), Evidence.Involutive), (theorem.Count, theorem.Evidence));
        AssertStructure(theorem);
    }

    [Theory]
    [InlineData("parameters V[5,6], W[5,6]; phi V*V^T, W*W^T", 10)]
    [InlineData("parameters V[5,6], W[6,7], z; phi V*V^T, W*W^T", 12)]
    public void Structure_functions_of_components_are_those_of_the_model(string text, int count)
    {
        Theorem theorem = Prover.Prove(Model.Parse(text));
        Assert.Equal((count, Evidence.Involutive), (theorem.Count, theorem.Evidence));
        Assert.Contains(theorem.Reasons, reason => reason.Contains("Frobenius", StringComparison.Ordinal));
        AssertStructure(theorem);
    }

    // The first component is closed by constants, the second one by its law or by forms.
    [Theory]
    [InlineData("parameters V[5,6], a, b; phi V*V^T, a*b", 6, 5)]
    [InlineData("parameters V[5,6], W[2,3]; phi V*V^T, W*W^T", 7, 7)]
    public void A_mixture_has_forms_for_all(string text, int count, int forms)
    {
        Theorem theorem = Prover.Prove(Model.Parse(text), new ProofOptions { SeeksForms = false });
        Assert.Equal((count, Evidence.Involutive), (theorem.Count, theorem.Evidence));
        Assert.Null(theorem.Structure);
        Assert.Equal(forms, theorem.ClosureForms!.Value.Length);
        Assert.True(CertificateBuilder.Build(theorem) is SandwichCertificate { Laws: not null, Brackets: not null });
    }

    [Fact]
    public void Too_few_words_are_not_closed()
    {
        Theorem theorem = Prover.Prove(Model.Parse("parameters V[3,4]; phi V*V^T"));
        ImmutableArray<int> kept = theorem.Ladder.KeptWords;
        Assert.NotNull(Find(theorem.Model, theorem.Ladder.Words, kept));
        Assert.All(kept, left => Assert.Null(Find(theorem.Model, theorem.Ladder.Words, kept.Remove(left))));
    }

    [Fact]
    public void What_is_declared_closed_grows_no_further()
    {
        var random = new Random(3);
        int closed = 0;
        int refused = 0;
        for (int round = 0; round < 400; round++)
        {
            int dimension = random.Next(2, 6);
            ImmutableArray<VectorField<Polynomial<Integer>>> fields = random.Next(2) == 0
                ? RandomFields.Draw(random, dimension, random.Next(1, 4), 1, homogeneous: random.Next(2) == 0)
                : RandomFields.DrawGradients(random, dimension, random.Next(1, 3), 3);
            var point = EvaluationPoint.Generic(dimension, (ulong)round, 0);
            var ladder = new LieLadder(fields, point, dimension, default);
            ladder.ClimbTo(dimension, null, default);
            // Where the words of a ladder are cut off they are closed only if nothing was lost.
            int cut = random.Next(1, ladder.Rank + 1);
            var problem = new ClosureProblem(
                new GeneratorSystem(dimension, fields, [], []), ladder.Words, ladder.KeptWords[..cut], point, new WorkMeter(Work, default));
            bool isClosed = Closure.TryFind(problem, [], default) is not null;
            Assert.True(!isClosed || cut == ladder.Rank);
            // Small minors close everything of this size that is closed.
            Assert.Equal(cut == ladder.Rank, isClosed);
            closed += isClosed ? 1 : 0;
            refused += isClosed ? 0 : 1;
            if (StructureConstants.TryFind(problem) is { } structure)
            {
                AssertHolds(structure, fields, problem.Basis, dimension);
            }
        }

        Assert.All([closed, refused], count => Assert.InRange(count, 50, 400));
    }

    [Fact]
    public void Points_at_which_the_words_depend_show_nothing()
    {
        var field = RandomFields.Module.Create([(0, RandomFields.Ring.Variable(0))]);
        var problem = new ClosureProblem(
            new GeneratorSystem(1, [field], [], []), [BracketWord.OfGenerator(0)], [], EvaluationPoint.Generic(1, 1, 0), new WorkMeter(Work, default));
        Assert.Null(Closure.TryFind(problem, [], default));
    }

    private static Closure? Find(Model model, ImmutableArray<BracketWord> words, ImmutableArray<int> kept)
    {
        var point = EvaluationPoint.Generic(model.Space.Dimension, 1, 0);
        return Closure.TryFind(new ClosureProblem(GeneratorSystem.Of(model), words, kept, point, new WorkMeter(Work, default)), [], default);
    }

    private static void AssertStructure(Theorem theorem) =>
        AssertHolds(theorem.Structure!, theorem.Model.Generators, SlowBrackets.Expand(theorem), theorem.Model.Space.Dimension);

    // q·Y − Σ f_b Z_b is the zero field, worked out by the module of fields.
    private static void AssertHolds(
        StructureFunctions structure,
        ImmutableArray<VectorField<Polynomial<Integer>>> generators,
        IReadOnlyList<VectorField<Polynomial<Integer>>> basis,
        int dimension)
    {
        Assert.Equal(generators.Length, structure.Generators.Length);
        Assert.Equal(generators.Length, structure.Brackets.Length);
        Assert.All(structure.Brackets, row => Assert.Equal(basis.Count, row.Length));
        for (int i = 0; i < generators.Length; i++)
        {
            AssertEqual(generators[i], structure.Generators[i]);
            for (int a = 0; a < basis.Count; a++)
            {
                AssertEqual(RandomFields.Module.Bracket(generators[i], basis[a]), structure.Brackets[i][a]);
            }
        }

        void AssertEqual(VectorField<Polynomial<Integer>> field, Combination combination)
        {
            Assert.False(combination.Denominator.IsZero);
            Assert.All(combination.Terms, term => Assert.False(term.Coefficient.IsZero));
            IEnumerable<VectorField<Polynomial<Integer>>> sum = combination.Terms.Select(term => RandomFields.Module.Scale(term.Coefficient, basis[term.Field]));
            Assert.True(RandomFields.Module.AreEqual(
                RandomFields.Module.Scale(combination.Denominator, field), sum.Aggregate(RandomFields.Module.Zero, RandomFields.Module.Add)));
            Assert.All(field.Coordinates, coordinate => Assert.InRange(coordinate, 0, dimension - 1));
        }
    }
}
