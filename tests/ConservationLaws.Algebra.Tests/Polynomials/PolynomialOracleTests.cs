using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.Polynomials;

/// <summary>Every operation against the textbook, over layouts of one and of many words and over large exponents.</summary>
public sealed class PolynomialOracleTests
{
    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    public static TheoryData<int, int> Shapes
    {
        get
        {
            var shapes = new TheoryData<int, int>();
            foreach (int variables in new[] { 1, 2, 6, 7, 8, 9, 15, 16, 17, 20, 65, 300 })
            {
                foreach (int degree in new[] { 1, 3, 7, 8, 15, 16, 127, 128, 255, 32767, 65535, 1 << 20 })
                {
                    shapes.Add(variables, degree);
                }
            }

            return shapes;
        }
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Renaming_variables_in_their_order_is_substitution(int variableCount, int degree)
    {
        var random = new SplitMix64((ulong)(variableCount + (1000 * degree)));
        int[] variables = RandomPolynomials.Variables(variableCount);
        for (int i = 0; i < 12; i++)
        {
            Polynomial<Integer> f = RandomPolynomials.Draw(random, variables, 9, degree);
            int shift = (int)random.NextBelow(5);
            Func<int, int> image = variable => (3 * variable) + shift;
            Polynomial<Integer> renamed = f.RenameVariables(image);
            Polynomial<Integer> expected = Ring.FromTerms(f.Terms.Select(term =>
                (term.Coefficient, Monomial.Create([.. term.Monomial.Select(factor => (image(factor.Variable), factor.Exponent))]))));
            Assert.Equal(expected, renamed);
            Assert.Equal(f, renamed.RenameVariables(variable => (variable - shift) / 3));
        }
    }

    [Fact]
    public void Renaming_that_changes_the_order_of_variables_is_refused()
    {
        Polynomial<Integer> f = Ring.Add(Ring.Variable(1), Ring.Variable(4));
        Assert.Throws<ArgumentException>(() => f.RenameVariables(variable => -variable));
        Assert.Throws<ArgumentException>(() => f.RenameVariables(variable => 5 - variable));
        Assert.Throws<ArgumentException>(() => f.RenameVariables(_ => 2));
        Assert.Throws<ArgumentException>(() => f.RenameVariables(variable => variable - 2));
        Assert.Equal(Ring.One, Ring.One.RenameVariables(_ => -1));
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void Operations_agree_with_the_textbook(int variableCount, int degree)
    {
        var random = new SplitMix64((ulong)(variableCount + (1000 * degree)));
        int[] variables = RandomPolynomials.Variables(variableCount);
        for (int i = 0; i < 12; i++)
        {
            Polynomial<Integer> f = RandomPolynomials.Draw(random, variables, 9, degree);
            Polynomial<Integer> g = RandomPolynomials.Draw(random, variables[..((variableCount + 1) / 2)], 9, degree);
            var a = TextbookPolynomial.From(f);
            var b = TextbookPolynomial.From(g);
            var product = TextbookPolynomial.Multiply(a, b);
            TextbookPolynomial.Add(a, b).AssertSame(f + g);
            TextbookPolynomial.Add(a, b, -1).AssertSame(f - g);
            product.AssertSame(f * g);
            TextbookPolynomial.Add(product, TextbookPolynomial.Multiply(a, a), -1).AssertSame(Ring.SumOfSignedProducts([(f, g), (f, f)], [false, true]));
            foreach (int variable in variables.Take(4).Append(2))
            {
                TextbookPolynomial.Differentiate(a, variable).AssertSame(Ring.Differentiate(f, variable));
            }

            if (!g.IsZero)
            {
                Assert.Equal(f, IntegerPolynomial.DivideExact(f * g, g));
            }
        }
    }

    [Fact]
    public void Cancellation_shrinks_the_layout()
    {
        Polynomial<Integer> x = Ring.Variable(0);
        Polynomial<Integer> high = Ring.Power(Ring.Variable(7), 70000);
        Assert.Equal(x, (x + high) - high);
        Assert.Equal(x.Layout, ((x + high) - high).Layout);
        Assert.Equal(x.GetHashCode(), ((x + high) - high).GetHashCode());
        Assert.Equal([0], ((x + high) - high).Variables.ToArray());
    }

    [Fact]
    public void Edge_coefficients_multiply_exactly()
    {
        foreach (Integer c in EdgeIntegers.All)
        {
            foreach (Integer d in EdgeIntegers.All)
            {
                Polynomial<Integer> f = (c * Ring.Variable(1)) + Ring.Constant(d);
                Polynomial<Integer> g = (d * Ring.Variable(1)) - Ring.Constant(c);
                TextbookPolynomial.Multiply(TextbookPolynomial.From(f), TextbookPolynomial.From(g)).AssertSame(f * g);
            }
        }
    }

    [Fact]
    public void Evaluation_is_a_homomorphism()
    {
        var random = new SplitMix64(5);
        for (int i = 0; i < 2000; i++)
        {
            Polynomial<Integer> f = RandomPolynomials.Draw(random, [0, 1, 4, 9], 7, 6);
            Polynomial<Integer> g = RandomPolynomials.Draw(random, [0, 2, 4], 7, 6);
            Integer[] point = [.. Enumerable.Range(0, 10).Select(_ => (Integer)((long)random.NextBelow(21) - 10))];
            Assert.Equal(Ring.Evaluate(f, point) * Ring.Evaluate(g, point), Ring.Evaluate(f * g, point));
            Assert.Equal(Ring.Evaluate(f, point) + Ring.Evaluate(g, point), Ring.Evaluate(f + g, point));
            var field = new PrimeField(Primes.At((int)random.NextBelow(20)));
            var modular = new PolynomialRing<uint, PrimeField>(field);
            uint[] residues = Array.ConvertAll(point, field.FromInteger);
            Assert.Equal(field.FromInteger(Ring.Evaluate(f, point)), modular.Evaluate(IntegerPolynomial.ReduceModulo(f, field), residues));
        }
    }

    [Fact]
    public void Substitution_commutes_with_evaluation()
    {
        var random = new SplitMix64(6);
        for (int i = 0; i < 500; i++)
        {
            Polynomial<Integer> f = RandomPolynomials.Draw(random, [0, 1, 4], 6, 4);
            Polynomial<Integer> g = RandomPolynomials.Draw(random, [1, 2], 4, 3);
            Integer[] point = [.. Enumerable.Range(0, 5).Select(_ => (Integer)((long)random.NextBelow(9) - 4))];
            Integer[] moved = [.. point];
            moved[1] = Ring.Evaluate(g, point);
            Assert.Equal(Ring.Evaluate(f, moved), Ring.Evaluate(Ring.Substitute(f, v => v == 1 ? g : null), point));
            Assert.Same(f, Ring.Substitute(f, _ => null));
        }
    }

    [Fact]
    public void Powers_are_repeated_products()
    {
        var random = new SplitMix64(7);
        for (int i = 0; i < 50; i++)
        {
            Polynomial<Integer> f = RandomPolynomials.Draw(random, [0, 5, 6], 4, 3);
            Polynomial<Integer> product = Ring.One;
            for (int exponent = 0; exponent < 8; exponent++, product *= f)
            {
                Assert.Equal(product, Ring.Power(f, exponent));
            }
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => Ring.Power(Ring.One, -1));
    }

    [Fact]
    public void Degrees_beyond_the_limit_are_refused_and_those_at_the_limit_are_right()
    {
        Polynomial<Integer> x = Ring.Variable(0);
        Polynomial<Integer> top = Ring.Term(1, Monomial.Create([(0, int.MaxValue - 1)])) + Ring.One;
        Polynomial<Integer> product = top * (x + Ring.One);
        Assert.Equal(int.MaxValue, product.TotalDegree);
        Assert.Equal(int.MaxValue, product.Degree(0));
        Assert.Equal(4, product.TermCount);
        Assert.Equal(top, IntegerPolynomial.DivideExact(product, x + Ring.One));
        Assert.Throws<OverflowException>(() => product * x);
        Assert.Throws<OverflowException>(() => product * product);
        Assert.Throws<OverflowException>(() => product * (Ring.Variable(1) + Ring.One));
        Assert.Throws<OverflowException>(() => Ring.Power(x, 65536) * Ring.Power(Ring.Power(x, 65536), 65536));
        Assert.Throws<OverflowException>(() => Ring.Power(Ring.Power(x, 65536), 32768));
        Assert.Throws<OverflowException>(() => Monomial.Create([(0, int.MaxValue), (1, 1)]));
    }
}
