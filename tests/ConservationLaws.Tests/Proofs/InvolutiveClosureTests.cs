using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Counts that no polynomial laws reach, proved by one-forms (math.md 7.1).</summary>
public sealed class InvolutiveClosureTests
{
    /// <summary>Models and counts of math.md 3.1, 4.1 and 4.2.</summary>
    public static TheoryData<string, int> Counts => new()
    {
        { "parameters V[2,3]; phi V*V^T", 2 },
        { "parameters V[2,5]; phi V*V^T", 6 },
        { "parameters V[3,4]; phi V*V^T", 3 },
        { "network 1 -> 2 -> 2 -> 1 -> 2", 8 },
        { "network 2 -> 1 -> 2 -> 2 -> 1", 8 },
        { "network 2 -> 1 -> 2 -> 2 -> 1 -> 2", 9 },
        { "network 3 -> 1 -> 2 -> 2 -> 1", 8 },
        { "network 3 -> 1 -> 3 -> 3 -> 1 -> 2", 16 },
        { "network 2 -> 1 -> 3 -> 3 -> 1", 15 },
        { "network 1 -> 4 -> 2 -> 1 -> 3", 14 },
        { "network 2 -> 2 -> 1 -> 2 -> 2 -> 1", 11 },
        { "network 3 -> 3 -> 1 -> 2 -> 2 -> 1", 14 },
        { "network 2 -> 2 -> 2 -> 1 -> 2 -> 2 -> 1", 14 },
        { "network 2 -> 1 -> 2 -> 2 -> 1 -> 2 -> 2 -> 1 -> 2", 17 },
        { "parameters x, y, z, w; field D[x] + y*D[y]; field D[z] + w*D[w]", 2 },
        { "parameters x, y, z; field x*D[x] + y*D[y]; field y*D[z]", 1 },
        { "parameters x, y, z, w; field x*D[x] + y*D[y]; field y*D[z] + z*D[w]", 1 },
    };

    [Theory]
    [MemberData(nameof(Counts))]
    public void The_count_is_proved(string model, int count)
    {
        Theorem theorem = Prover.Prove(Model.Parse(model));
        Assert.Equal((Verdict.Proved, count), (theorem.Verdict, theorem.Count));
        Assert.Equal(theorem.Model.Space.Dimension - count, theorem.Ladder.Dimension);
    }

    [Theory]
    [InlineData("network 2 -> 2 -> 2")]
    [InlineData("parameters x, y, z; phi x, y + x*z")]
    [InlineData("parameters x, y, z, w; field D[x]; field D[y] + x*D[z] + x^2*D[w]")]
    public void Fields_that_are_not_involutive_have_no_such_forms(string text)
    {
        Model model = Model.Parse(text);
        ImmutableArray<BracketWord> words = [.. Enumerable.Range(0, model.Generators.Length).Select(BracketWord.OfGenerator)];
        Assert.Null(InvolutiveClosure.TryAnnihilate(Problem(model, words, [.. Enumerable.Range(0, words.Length)]), []));
    }

    [Fact]
    public void The_forms_annihilate_and_are_independent()
    {
        Model model = Model.Parse("parameters V[2,3]; phi V*V^T");
        Theorem theorem = Prover.Prove(model);
        ImmutableArray<OneForm<Polynomial<Integer>>> forms =
            InvolutiveClosure.TryAnnihilate(Problem(model, theorem.Ladder.Words, theorem.Ladder.KeptWords), [])!.Value;
        var module = default(OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>>);
        Assert.Equal(2, forms.Length);
        Assert.All(forms, form => Assert.All(model.Generators, generator => Assert.True(module.Pair(form, generator).IsZero)));
        // Each has a coordinate that the others lack.
        Assert.All(forms, form => Assert.Contains(form.Coordinates, coordinate => forms.Where(other => other != form).All(other => !other.Coordinates.Contains(coordinate))));
    }

    [Fact]
    public void Too_much_work_leaves_the_answer_open()
    {
        var meter = new WorkMeter(10, default);
        var domain = new MeteredDomain(meter);
        Polynomial<Integer> sum = default(PolynomialRing<Integer, IntegerRing>).Add(domain.One, default(PolynomialRing<Integer, IntegerRing>).Variable(0));
        Assert.Equal(3, domain.Multiply(sum, sum).TermCount);
        Assert.Equal(3, domain.Multiply(sum, sum).TermCount);
        Assert.Throws<WorkExceededException>(() => domain.Multiply(sum, sum));
    }

    // Few forms, on few coordinates: the two of the inner network that its balancedness laws leave.
    [Theory]
    [InlineData("network 3 -> 1 -> 3 -> 3 -> 1 -> 2", 2)]
    [InlineData("network 3 -> 3 -> 1 -> 2 -> 2 -> 1", 1)]
    public void Forms_complete_the_differentials_of_the_laws(string text, int count)
    {
        Theorem theorem = Prover.Prove(Model.Parse(text));
        ImmutableArray<OneForm<Polynomial<Integer>>> forms = theorem.ClosureForms!.Value;
        Assert.Equal(count, forms.Length);
        Assert.Null(theorem.Structure);
        var field = new PrimeField(theorem.Point.Prime);
        uint[] point = [.. theorem.Point.Values.Select(field.FromRational)];
        var ring = new PolynomialRing<Integer, IntegerRing>();
        var residues = new PolynomialRing<uint, PrimeField>(field);
        var covectors = new ModularEchelonForm(field, point.Length);
        Assert.All(theorem.Laws, law => Assert.True(Adds(ring.Gradient(law.Polynomial))));
        Assert.All(forms, form => Assert.True(Adds(form.Coordinates.Zip(form.Coefficients))));
        Assert.Equal(theorem.Count, covectors.Rank);

        ImmutableArray<VectorField<Polynomial<Integer>>> kept = SlowBrackets.Expand(theorem);
        var pairing = new OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>>(ring);
        Assert.All(forms, form => Assert.All(theorem.Model.Generators.Concat(kept), vector => Assert.True(pairing.Pair(form, vector).IsZero)));
        Assert.All(forms, form => Assert.All(theorem.Model.Generators, generator => Assert.All(kept, vector =>
            Assert.True(pairing.Pair(form, RandomFields.Module.Bracket(generator, vector)).IsZero))));

        bool Adds(IEnumerable<(int Coordinate, Polynomial<Integer> Coefficient)> covector)
        {
            uint[] values = new uint[point.Length];
            foreach ((int coordinate, Polynomial<Integer> coefficient) in covector)
            {
                values[coordinate] = residues.Evaluate(IntegerPolynomial.ReduceModulo(coefficient, field), point);
            }

            return covectors.TryAdd(values);
        }
    }

    private static ClosureProblem Problem(Model model, ImmutableArray<BracketWord> words, ImmutableArray<int> keptWords) => new(
        GeneratorSystem.Of(model), words, keptWords, EvaluationPoint.Generic(model.Space.Dimension, 1, 0), new WorkMeter(40_000_000, default));
}
