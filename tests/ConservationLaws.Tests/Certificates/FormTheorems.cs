using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Certificates;

/// <summary>Theorems with laws that are no polynomials, and with structure functions, put together by hand.</summary>
internal static class FormTheorems
{
    private const string Gram = "parameters V[2,3]; phi V*V^T";

    private static PolynomialRing<Integer, IntegerRing> Ring => default;
    private static OneFormModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Forms => default;
    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Fields => default;

    internal static IReadOnlyDictionary<string, Func<Theorem>> All { get; } = new Dictionary<string, Func<Theorem>>
    {
        ["rational"] = Quotients,
        ["closed"] = Logarithm,
        ["solvable"] = Products,
        ["structure"] = Structure,
    };

    /// <summary>The laws p12/p13 and p23/p13, p the minors of V.</summary>
    internal static Theorem Quotients()
    {
        Polynomial<Integer> p12 = Minor(0, 1), p13 = Minor(0, 2), p23 = Minor(1, 2);
        return With(Prover.Prove(Model.Parse(Gram)), Quotient(p12, p13), Quotient(p23, p13));
    }

    /// <summary>dy/y − dx.</summary>
    internal static Theorem Logarithm() => With(Prover.Prove(Model.Parse("parameters x, y; phi x + y^2/2")), new FormLaw
    {
        Class = FormClass.Closed,
        Numerator = Forms.Create([(0, -Variable(1)), (1, Ring.One)]),
        Denominator = Variable(1),
    });

    /// <summary>b (du/u − dv/v) − a (dw/w − dz/z) with a = u − v, b = w − z, behind the laws a and b.</summary>
    internal static Theorem Products()
    {
        (Polynomial<Integer> u, Polynomial<Integer> v, Polynomial<Integer> w, Polynomial<Integer> z) = (Variable(0), Variable(1), Variable(2), Variable(3));
        (Polynomial<Integer> a, Polynomial<Integer> b) = (u - v, w - z);
        Theorem theorem = Prover.Prove(Model.Parse("parameters u, v, w, z; field u*v*D[u] + u*v*D[v] + w*z*D[w] + w*z*D[z]"));
        Assert.Equal(2, theorem.Laws.Length);
        return With(theorem, new FormLaw
        {
            Class = FormClass.Solvable,
            Numerator = Forms.Create([(0, b * v * w * z), (1, -(b * u * w * z)), (2, -(a * u * v * z)), (3, a * u * v * w)]),
            Denominator = u * v * w * z,
            Kernel = [Fields.Create([(0, Ring.One), (1, Ring.One)]), Fields.Create([(2, Ring.One), (3, Ring.One)])],
        });
    }

    /// <summary>The fields A·V for matrices A, which are a Lie algebra: E11, S = E12 + E21 and E22 are the gradients, and [E11, S] = K = E12 − E21.</summary>
    internal static Theorem Structure()
    {
        Theorem theorem = Prover.Prove(Model.Parse(Gram));
        int[] places = new int[4];
        foreach ((int place, int word) in theorem.Ladder.KeptWords.Index())
        {
            BracketWord kept = theorem.Ladder.Words[word];
            Assert.True(kept.IsGenerator || (theorem.Ladder.Words[kept.Left].Generator, theorem.Ladder.Words[kept.Right].Generator) == (0, 1));
            places[kept.IsGenerator ? kept.Generator : 3] = place;
        }

        Combination[][] brackets =
        [
            [Zero, Of(3, 1), Zero, Of(1, 1)],
            [Of(3, -1), Zero, Of(3, 1), new Combination(Ring.One, [.. new[] { (places[0], Number(-2)), (places[2], Number(2)) }.OrderBy(term => term.Item1)])],
            [Zero, Of(3, -1), Zero, Of(1, -1)],
        ];
        return theorem with
        {
            Evidence = Evidence.Involutive,
            Forms = [],
            ClosureForms = null,
            Structure = new StructureFunctions(
                [Of(0, 1), Of(1, 1), Of(2, 1)],
                [.. brackets.Select(row => Enumerable.Range(0, 4).Select(place => row[Array.IndexOf(places, place)]).ToImmutableArray())]),
        };

        Combination Of(int field, int factor) => new(Ring.One, [(places[field], Number(factor))]);
    }

    /// <summary>A theorem with these laws besides the polynomials.</summary>
    internal static Theorem With(Theorem theorem, params FormLaw[] laws) => theorem with { Evidence = Evidence.OneForms, Forms = [.. laws] };

    private static Combination Zero => new(Ring.One, []);

    private static FormLaw Quotient(Polynomial<Integer> numerator, Polynomial<Integer> denominator) => new()
    {
        Class = FormClass.Rational,
        Numerator = Forms.Create(Enumerable.Range(0, 6).Select(variable =>
            (variable, (denominator * Ring.Differentiate(numerator, variable)) - (numerator * Ring.Differentiate(denominator, variable))))),
        Denominator = denominator * denominator,
        Function = RationalFunction.FromPolynomial(numerator) / RationalFunction.FromPolynomial(denominator),
    };

    private static Polynomial<Integer> Minor(int first, int second) => (Variable(first) * Variable(3 + second)) - (Variable(second) * Variable(3 + first));

    private static Polynomial<Integer> Variable(int variable) => Ring.Variable(variable);

    private static Polynomial<Integer> Number(int value) => Ring.FromInteger(value);
}
