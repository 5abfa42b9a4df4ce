using System.Collections.Immutable;
using System.Text;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Symmetries;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;

namespace ConservationLaws.Tests.Proofs;

/// <summary>Models that fall into components are proved component by component, with the answers of the whole (math.md 7.3).</summary>
public sealed class DecompositionTests
{
    // Functions of the variables a, b, …; "/" separates functions.
    private static readonly string[] s_functions =
    [
        "a*b", "a*b + b", "a + b + b^3/3", "a^2/2 + b^2/2", "a*c + b*d / a*d - b*c", "a*b / b*c", "a*b*c + a", "a^2 / a*b", "a",
        "a*c / b*c + a", "a^2 - b*c", "a*b + c*d", "a*c + b^2 / b*c",
    ];

    private static readonly string[] s_fields =
    [
        "a*D[a] - 2*b*D[b]", "a*D[b] - b*D[a]", "b*c*D[a] - 2*a*c*D[b] + a*b*D[c]", "a*D[b] - b*D[a] / b*D[c] - c*D[b]", "D[a]",
        "a*(1 - b)*D[a] - b*(1 - a)*D[b]", "D[a] / b*D[b] + a*D[c]", "D[a] + D[b]", "(b^2 + 1)*D[a] / a*D[b]",
    ];

    [Fact]
    public void The_sum_of_the_components_is_the_answer_about_the_whole()
    {
        var random = new Random(1);
        int split = 0;
        int alike = 0;
        int laws = 0;
        int untouched = 0;
        int oneForms = 0;
        for (int round = 0; round < 400; round++)
        {
            string text = Draw(random);
            var model = Model.Parse(text);
            if (model.Monomials is not null)
            {
                continue;
            }

            var parts = Decomposition.Of(model, new ProofOptions());
            Theorem theorem = Prover.Prove(model);
            Theorem whole = Prover.Prove(model, new ProofOptions { SplitsIntoComponents = false });
            split += parts.Components.Length > 1 ? 1 : 0;
            alike += parts.Components.Select(component => component.System).Distinct(ReferenceEqualityComparer.Instance).Count() < parts.Components.Length ? 1 : 0;
            untouched += parts.Untouched.Length > 0 ? 1 : 0;
            oneForms += theorem.Evidence == Evidence.OneForms ? 1 : 0;
            laws += theorem.Evidence == Evidence.Laws && theorem.Laws.Length > 0 ? 1 : 0;
            AssertHolds(theorem);
            // Splitting never knows less.
            Assert.InRange(theorem.Lower, whole.Lower, whole.Upper);
            Assert.InRange(theorem.Upper, theorem.Lower, whole.Upper);
            Assert.True(whole.Verdict != Verdict.Proved || theorem.Verdict == Verdict.Proved, text);
            Assert.True(whole.Evidence != Evidence.Laws || theorem.Evidence == Evidence.Laws, text);
            if (whole.Verdict == theorem.Verdict)
            {
                Assert.Equal(whole.Point.Values.AsEnumerable(), theorem.Point.Values);
                Assert.Equal(whole.Point.Prime, theorem.Point.Prime);
            }

            Assert.Equal(whole.GeneratorCount, theorem.GeneratorCount);
            Assert.Equal(whole.MatrixLaws.AsEnumerable(), theorem.MatrixLaws);
            if (whole.Evidence == Evidence.Laws)
            {
                Assert.Equal(whole.Laws.Select(law => law.Format(model.Space.Name)), theorem.Laws.Select(law => law.Format(model.Space.Name)));
                AssertBegins(whole.Ladder.Ranks, theorem.Ladder.Ranks);
            }

            Theorem climbed = Prover.Prove(model, new ProofOptions { FullLadder = true });
            Theorem wholeClimbed = Prover.Prove(model, new ProofOptions { FullLadder = true, SplitsIntoComponents = false });
            Assert.Equal(wholeClimbed.Ladder.Ranks.Distinct(), climbed.Ladder.Ranks.Distinct());
            Assert.Equal(wholeClimbed.Ladder.Generations, climbed.Ladder.Generations);
        }

        // The draw is of use only if it meets all cases often.
        Assert.All([split, alike, laws, untouched, oneForms], count => Assert.InRange(count, 60, 400));
    }

    [Theory]
    [InlineData("parameters x, y, z, w; phi x^2/2 + y^2/2, z*w + z", 2, 1)]
    [InlineData("parameters x, y, z, w; phi x^2/2 + y^2/2, z^2/2 + w^2/2", 2, 0)]
    [InlineData("parameters x, y, z; phi x^2/2 + y^2/2", 2, 1)]
    [InlineData("parameters x, y, z, w, u, v; phi x^2/2 + y^2/2, z*w + u, z*u + v", 1, 0)]
    public void Single_fields_beside_others_settle_the_count(string text, int laws, int found)
    {
        Theorem theorem = Answers.Prove(text);
        Assert.Equal((Verdict.Proved, Evidence.OneForms, laws, laws), (theorem.Verdict, theorem.Evidence, theorem.Lower, theorem.Upper));
        Assert.Equal((found, laws - found), (theorem.Laws.Length, theorem.Forms.Length));
        Assert.Equal(theorem.Model.Space.Dimension - laws, theorem.Ladder.Dimension);
        AssertHolds(theorem);
    }

    [Fact]
    public void An_open_component_leaves_the_sum_of_the_intervals()
    {
        var options = new ProofOptions { SeeksClosures = false, SeeksForms = false };
        Theorem theorem = Prover.Prove(Model.Parse("parameters V[2,3], x, y, s, t, u; phi V*V^T, x^2/2 + y^2/2, s*t"), options);
        // 0..2, and 1, 1, 1.
        Theorem open = Prover.Prove(Model.Parse("parameters V[2,3]; phi V*V^T"), options);
        Assert.Equal(Verdict.Open, open.Verdict);
        Assert.Equal((Verdict.Open, Evidence.None, open.Lower + 3, open.Upper + 3), (theorem.Verdict, theorem.Evidence, theorem.Lower, theorem.Upper));
        Assert.Contains(theorem.Reasons, reason => reason.Contains("2 of 3 components", StringComparison.Ordinal) && reason.Contains("V[1,1]", StringComparison.Ordinal));
        AssertHolds(theorem);
    }

    [Fact]
    public void A_closed_component_adds_its_laws()
    {
        Theorem theorem = Answers.Prove("parameters V[2,3], x, y, s, t, u; phi V*V^T, x^2/2 + y^2/2, s*t");
        Assert.Equal((5, Evidence.OneForms), (theorem.Count, theorem.Evidence));
    }

    [Fact]
    public void A_law_of_a_high_degree_is_found_in_a_component_of_one_field()
    {
        Theorem theorem = Answers.HasExactly(2, "parameters x, y, z, w; field x*D[x] - 2*y*D[y]; field z*D[z] - 3*w*D[w]");
        Assert.Equal([3, 4], theorem.Laws.Select(law => law.Degree));
    }

    [Fact]
    public void Heads_of_attention_are_proved_once()
    {
        Model model = Model.Parse("network 8 -> attention heads 4 key 2");
        var parts = Decomposition.Of(model, new ProofOptions());
        // Queries with keys, and values with outputs, of each head.
        Assert.Equal(8, parts.Components.Length);
        Assert.Equal(2, parts.Components.Select(component => component.System).Distinct(ReferenceEqualityComparer.Instance).Count());
        Theorem theorem = Prover.Prove(model);
        Assert.Equal((Verdict.Proved, Evidence.Laws), (theorem.Verdict, theorem.Evidence));
        AssertHolds(theorem);
    }

    [Theory]
    [InlineData("parameters U[16,20], V[15,20], A[16,20], B[15,20]; phi U*V^T, A*B^T", 1)]
    [InlineData("parameters U[16,20], V[15,20], A[16,20], B[15,20], x, y, z; phi U*V^T, A*B^T, x*y + y", 2)]
    public void Large_components_are_proved_at_their_own_points_with_zeros(string text, int kinds)
    {
        Model model = Model.Parse(text);
        var parts = Decomposition.Of(model, new ProofOptions());
        Assert.Equal(kinds, parts.Components.Select(component => component.System).Distinct(ReferenceEqualityComparer.Instance).Count());
        Theorem theorem = Prover.Prove(model);
        int single = Answers.OfTwoLinearLayers(16, 15, 20);
        Assert.Equal((Verdict.Proved, Evidence.Laws), (theorem.Verdict, theorem.Evidence));
        Assert.Equal((2 * single) + (kinds == 2 ? 2 : 0), theorem.Count);
        Assert.Contains(Rational.Zero, theorem.Point.Values[..parts.Components[0].Coordinates.Length]);
        Assert.Contains(Rational.Zero, theorem.Point.Values[parts.Components[1].Coordinates[0]..]);
        AssertHolds(theorem);
    }

    [Fact]
    public void A_component_for_which_the_point_is_unlucky_is_proved_at_another()
    {
        // The field of the second component vanishes at the first seeded point; that of the first one does not.
        ImmutableArray<Rational> point = EvaluationPoint.Generic(4, 1, attempt: 0).Values;
        Theorem theorem = Answers.Prove($"parameters x, y, z, w; field (x - {point[2]})*D[x]; field (z - {point[2]})*D[z]; field D[y]; field D[w]");
        Assert.Equal((Verdict.Proved, 0), (theorem.Verdict, theorem.Count));
        Assert.Equal(EvaluationPoint.Generic(4, 1, attempt: 1).Values.AsEnumerable(), theorem.Point.Values);
        AssertHolds(theorem);
    }

    [Theory]
    [InlineData("parameters x, y, z; phi x, y")]
    [InlineData("parameters x, y, z; phi x*y, y*z; at x = 0")]
    [InlineData("parameters x, y; phi x^2/2 + x, y^2/2 + y; at x = 0")]
    [InlineData("parameters x, y; phi x^2/2 + x, y^2/2 + y; flow gradient decay 1")]
    [InlineData("parameters x, y; phi x^2/2 + x, y^2/2 + y; flow momentum 1")]
    [InlineData("network 2 -> 3 -> 2")]
    [InlineData("parameters x, y; phi 1")]
    public void What_cannot_be_split_is_answered_as_before(string text)
    {
        Model model = Model.Parse(text);
        bool isOne = model.Monomials is not null || Decomposition.Of(model, new ProofOptions()).IsWhole;
        Assert.True(isOne);
        Assert.Equal(Render(Prover.Prove(model, new ProofOptions { SplitsIntoComponents = false })), Render(Prover.Prove(model)));
    }

    [Theory]
    [InlineData("network 6 -> attention heads 3 key 2")]
    [InlineData("parameters x, y, z, w, a, b; phi x^2/2 + y^2/2, z*w + z, a*b + b")]
    public void Threads_do_not_change_a_byte(string text)
    {
        Model model = Model.Parse(text);
        Assert.Equal(Render(Prover.Prove(model, new ProofOptions { Threads = 1 })), Render(Prover.Prove(model, new ProofOptions { Threads = 2 })));
    }

    [Theory]
    [InlineData("network 8 -> attention heads 4 key 2")]
    [InlineData("parameters x, y, z, w, a, b, c; phi x^2/2 + y^2/2, z*w + z, a*b + b")]
    [InlineData("parameters V[2,3], x, y, s, t; phi V*V^T, x^2/2 + y^2/2, s*t")]
    public void A_proof_stopped_anywhere_keeps_bounds_that_hold(string text)
    {
        Model model = Model.Parse(text);
        Theorem whole = Prover.Prove(model);
        for (int step = 1; step < 500; step += (step / 4) + 1)
        {
            using var stopping = new CancellationTokenSource();
            int left = step;
            Theorem theorem = Prover.Prove(model, progress: new Counter(() => { if (--left == 0) { stopping.Cancel(); } }), cancellation: stopping.Token);
            Assert.InRange(theorem.Lower, 0, whole.Lower);
            Assert.InRange(theorem.Upper, whole.Upper, model.Space.Dimension);
            Assert.Equal(stopping.IsCancellationRequested && theorem.Verdict != Verdict.Proved ? Verdict.Limit : whole.Verdict, theorem.Verdict);
            AssertHolds(theorem);
        }
    }

    // Laws are identities with independent gradients at the printed point, and the kept words are independent there, with other code than the prover's.
    private static void AssertHolds(Theorem theorem)
    {
        Model model = theorem.Model;
        int dimension = model.Space.Dimension;
        var verification = new LawVerification(model.Generators, dimension);
        Assert.All(theorem.Laws, law => Assert.Equal(-1, verification.FindViolation(law.Polynomial, CancellationToken.None)));
        Assert.All(theorem.Laws, law => Assert.True(law.Polynomial.LeadingCoefficient.Sign > 0));
        var field = new PrimeField(theorem.Point.Prime);
        uint[] point = [.. theorem.Point.Values.Select(field.FromRational)];
        var ring = new PolynomialRing<Integer, IntegerRing>();
        var gradients = new ModularEchelonForm(field, dimension);
        foreach (Law law in theorem.Laws)
        {
            uint[] gradient = new uint[dimension];
            foreach ((int variable, Polynomial<Integer> derivative) in ring.Gradient(law.Polynomial))
            {
                gradient[variable] = new PolynomialRing<uint, PrimeField>(field).Evaluate(IntegerPolynomial.ReduceModulo(derivative, field), point);
            }

            Assert.True(gradients.TryAdd(gradient));
        }

        var brackets = new BracketFields(field, dimension, model.Generators);
        var places = new List<int>();
        foreach (BracketWord word in theorem.Ladder.Words)
        {
            places.Add(word.IsGenerator ? word.Generator : brackets.AddBracket(places[word.Left], places[word.Right]));
        }

        var values = new ModularEchelonForm(field, dimension);
        Assert.All(theorem.Ladder.KeptWords, word => Assert.True(values.TryAdd(brackets.Evaluator.Evaluate(places[word], point))));
        if (theorem.Verdict != Verdict.Limit)
        {
            Assert.Equal(theorem.Ladder.Ranks[^1], values.Rank);
            Assert.Equal(theorem.Upper, dimension - values.Rank);
        }

        Assert.NotEmpty(theorem.Reasons);
    }

    // Both lists may stop where bounds meet; the ranks that both show agree, and so does the last.
    private static void AssertBegins(ImmutableArray<int> left, ImmutableArray<int> right)
    {
        int common = Math.Min(left.Length, right.Length) - 1;
        Assert.Equal(left[..common].AsEnumerable(), right[..common]);
        Assert.Equal(left[^1], right[^1]);
    }

    // A sum of up to five small systems with their coordinates shuffled, or the like in turn, and up to two coordinates that nothing touches.
    private static string Draw(Random random)
    {
        bool isOfFields = random.Next(2) == 0;
        string[] source = isOfFields ? s_fields : s_functions;
        var systems = new List<string>();
        int count = random.Next(1, 5);
        while (systems.Count < count)
        {
            // A system is often repeated.
            systems.Add(systems.Count > 0 && random.Next(3) == 0 ? systems[^1] : source[random.Next(source.Length)]);
        }

        int[] sizes = [.. systems.Select(system => system.Where(c => c is >= 'a' and <= 'd').Max() - 'a' + 1)];
        int untouched = random.Next(3) == 0 ? random.Next(1, 3) : 0;
        int dimension = sizes.Sum() + untouched;
        int[] coordinates = [.. Enumerable.Range(0, dimension)];
        if (random.Next(3) > 0)
        {
            random.Shuffle(coordinates);
        }

        var pieces = new List<string>();
        int first = 0;
        foreach ((string system, int size) in systems.Zip(sizes))
        {
            int[] own = coordinates[first..(first + size)];
            // Ascending coordinates make repeated systems equal up to their names.
            if (random.Next(4) > 0)
            {
                Array.Sort(own);
            }

            var text = new StringBuilder();
            foreach (char c in system)
            {
                text.Append(c is >= 'a' and <= 'd' ? $"x{own[c - 'a']}" : c.ToString());
            }

            pieces.AddRange(text.ToString().Split(" / "));
            first += size;
        }

        string names = string.Join(", ", Enumerable.Range(0, dimension).Select(coordinate => $"x{coordinate}"));
        return isOfFields
            ? $"parameters {names}; {string.Join("; ", pieces.Select(piece => $"field {piece}"))}"
            : $"parameters {names}; phi {string.Join(", ", pieces)}";
    }

    private static string Render(Theorem theorem)
    {
        using var stream = new MemoryStream();
        JsonReport.Write(theorem, new StageTimes(0, 0, 0, 0), full: true, stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Counter(Action count) : IProgress<ProofProgress>
    {
        public void Report(ProofProgress value) => count();
    }
}
