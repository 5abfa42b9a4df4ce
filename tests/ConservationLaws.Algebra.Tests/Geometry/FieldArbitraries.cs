using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Algebra.Tests.Conformance;
using FsCheck;
using FsCheck.Fluent;

namespace ConservationLaws.Algebra.Tests.Geometry;

/// <summary>Vector fields and functions that FsCheck draws and shrinks, over every ring of functions.</summary>
internal static class FieldArbitraries
{
    internal const int Dimension = 4;

    public static Arbitrary<Polynomial<Integer>> IntegerFunctions() => Polynomials(
        default(IntegerRing), Gen.Frequency((9, Gen.Choose(-3, 3).Select(static n => (Integer)n)), (1, Gen.Elements(EdgeIntegers.All))));

    public static Arbitrary<Polynomial<uint>> ModularFunctions() =>
        Polynomials(ModularBracketTests.Field, Gen.Choose(0, 2).Select(static n => (uint)n));

    // Denominators are small, or three brackets would spend all their time on gcds.
    public static Arbitrary<RationalFunction> RationalFunctions()
    {
        Gen<Polynomial<Integer>> small = Gen.Elements(
            Parse((1, 0, 0)), Parse((2, 1, 0)), Parse((-1, 0, 1)), Parse((3, 0, 0), (1, 1, 0)), Parse((1, 1, 0), (-1, 0, 1)), Parse((1, 1, 1)));
        Gen<Polynomial<Integer>> denominator = Gen.Frequency((2, Gen.Constant(default(PolynomialRing<Integer, IntegerRing>).One)), (1, small));
        return Arb.From(
            from numerator in Polynomials(default(IntegerRing), Gen.Choose(-3, 3).Select(static n => (Integer)n), 2, 1).Generator
            from divisor in denominator
            select RationalFunction.Create(numerator, divisor));
    }

    public static Arbitrary<VectorField<Polynomial<Integer>>> IntegerFields() =>
        Fields(default(PolynomialRing<Integer, IntegerRing>), IntegerFunctions());

    public static Arbitrary<VectorField<Polynomial<uint>>> ModularFields() =>
        Fields(new PolynomialRing<uint, PrimeField>(ModularBracketTests.Field), ModularFunctions());

    public static Arbitrary<VectorField<RationalFunction>> RationalFields() => Fields(default(RationalFunctionField), RationalFunctions(), 2);

    public static Arbitrary<DifferentialForm<Polynomial<Integer>>> IntegerForms() =>
        Forms(default(PolynomialRing<Integer, IntegerRing>), IntegerFunctions(), 0, 3);

    public static Arbitrary<OneForm<Polynomial<Integer>>> IntegerOneForms() =>
        OneForms(default(PolynomialRing<Integer, IntegerRing>), IntegerFunctions());

    public static Arbitrary<DifferentialForm<Polynomial<uint>>> ModularForms() =>
        Forms(new PolynomialRing<uint, PrimeField>(ModularBracketTests.Field), ModularFunctions(), 0, 3);

    public static Arbitrary<OneForm<Polynomial<uint>>> ModularOneForms() =>
        OneForms(new PolynomialRing<uint, PrimeField>(ModularBracketTests.Field), ModularFunctions());

    public static Arbitrary<DifferentialForm<RationalFunction>> RationalForms() => Forms(default(RationalFunctionField), RationalFunctions(), 0, 3, 2);

    public static Arbitrary<OneForm<RationalFunction>> RationalOneForms() => OneForms(default(RationalFunctionField), RationalFunctions());

    private static Arbitrary<OneForm<T>> OneForms<T, TRing>(TRing ring, Arbitrary<T> function)
        where TRing : struct, IFunctionRing<T> => Arb.From(Forms(ring, function, 1, 1).Generator.Select(static form => (OneForm<T>)form));

    private static Arbitrary<DifferentialForm<T>> Forms<T, TRing>(TRing ring, Arbitrary<T> function, int lowest, int highest, int components = 3)
        where TRing : struct, IFunctionRing<T>
    {
        var algebra = new ExteriorAlgebra<T, TRing>(ring, Dimension);
        Gen<DifferentialForm<T>> form =
            from degree in Gen.Choose(lowest, highest)
            from count in Gen.Choose(0, components)
            from list in Gen.ArrayOf(
                Gen.ArrayOf(Gen.Choose(0, Dimension - 1), degree).SelectMany(indices => function.Generator.Select(c => (indices, c))), count)
            select algebra.Create(degree, list);
        return Arb.From(form);
    }

    private static Arbitrary<Polynomial<T>> Polynomials<T, TRing>(TRing coefficients, Gen<T> coefficient, int terms = 3, int exponents = 3)
        where TRing : struct, IRing<T>
    {
        var ring = new PolynomialRing<T, TRing>(coefficients);
        Gen<Monomial> monomial = Gen.ArrayOf(
                Gen.Choose(0, Dimension - 1).SelectMany(variable => Gen.Choose(0, exponents).Select(exponent => (variable, exponent))), 2)
            .Select(static factors => Monomial.Create(factors));
        Gen<Polynomial<T>> polynomial = Gen.Choose(0, terms)
            .SelectMany(count => Gen.ArrayOf(coefficient.SelectMany(c => monomial.Select(m => (c, m))), count))
            .Select(list => ring.FromTerms(list));
        return Arb.From(polynomial, value => Enumerable.Range(0, value.TermCount).Select(skip => ring.FromTerms(value.Terms.Where((_, i) => i != skip))));
    }

    private static Arbitrary<VectorField<T>> Fields<T, TRing>(TRing ring, Arbitrary<T> function, int components = Dimension)
        where TRing : struct, IDifferentialRing<T>
    {
        var module = new VectorFieldModule<T, TRing>(ring);
        Gen<VectorField<T>> field = Gen.Choose(0, components)
            .SelectMany(count => Gen.ArrayOf(Gen.Choose(0, Dimension - 1).SelectMany(k => function.Generator.Select(c => (k, c))), count))
            .Select(module.Create);
        return Arb.From(field, value => Shrink(module, function, value));
    }

    private static IEnumerable<VectorField<T>> Shrink<T, TRing>(VectorFieldModule<T, TRing> module, Arbitrary<T> function, VectorField<T> field)
        where TRing : struct, IDifferentialRing<T>
    {
        (int Coordinate, T Coefficient)[] components = [.. field.Coordinates.Zip(field.Coefficients)];
        for (int place = 0; place < components.Length; place++)
        {
            yield return module.Create(components.Where((_, other) => other != place));
            foreach (T smaller in function.Shrinker(components[place].Coefficient))
            {
                yield return module.Create(components.Select((component, other) => other == place ? (component.Coordinate, smaller) : component));
            }
        }
    }

    private static Polynomial<Integer> Parse(params (int Coefficient, int OfFirst, int OfSecond)[] terms) =>
        default(PolynomialRing<Integer, IntegerRing>).FromTerms(
            terms.Select(term => ((Integer)term.Coefficient, Monomial.Create([(0, term.OfFirst), (1, term.OfSecond)]))));
}
