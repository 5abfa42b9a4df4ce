using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Proofs;

namespace ConservationLaws.Tests.Laws.Forms;

/// <summary>Checks laws that are no polynomials from their definition, in Q(θ), without the code that found them.</summary>
internal static class FormCheck
{
    // A random point modulo a prime where ranks are taken.
    private const uint Prime = 2147483629;

    private static VectorFieldModule<RationalFunction, RationalFunctionField> Fields => default;

    private static OneFormModule<RationalFunction, RationalFunctionField> Forms => default;

    /// <summary>All laws of a theorem hold, are independent, and their forms are of the classes that are claimed.</summary>
    internal static void AssertSound(Theorem theorem) =>
        AssertSound(theorem.Model.Generators, theorem.Model.Space.Dimension, theorem.Laws, theorem.Forms, theorem.Model.Space.Name);

    internal static void AssertSound(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension, ImmutableArray<Law> laws, ImmutableArray<FormLaw> forms, Func<int, string>? name = null)
    {
        ImmutableArray<VectorField<RationalFunction>> fields = [.. generators.Select(ToField)];
        foreach (Law law in laws)
        {
            AssertConserved(fields, RationalFunction.FromPolynomial(law.Polynomial));
        }

        List<OneForm<RationalFunction>> before = [.. laws.Select(law => Differential(RationalFunction.FromPolynomial(law.Polynomial)))];
        foreach (FormLaw form in forms)
        {
            OneForm<RationalFunction> own = ToForm(form);
            Assert.All(fields, field => Assert.True(Forms.Pair(own, field).IsZero));
            AssertClass(form, own, before, dimension);
            AssertFormula(form, own, fields);
            AssertPrinted(form, generators, [.. Enumerable.Range(0, dimension).Select(name ?? (coordinate => $"x{coordinate}"))]);
            before.Add(own);
            Assert.Equal(before.Count, Rank([.. before.Select(covector => Dense(covector.Coordinates, covector.Coefficients, dimension))]));
        }
    }

    // The class, and for solvable forms the kernel of all differentials before.
    private static void AssertClass(FormLaw form, OneForm<RationalFunction> own, List<OneForm<RationalFunction>> before, int dimension)
    {
        var exterior = new ExteriorAlgebra<RationalFunction, RationalFunctionField>(default, dimension);
        DifferentialForm<RationalFunction> derivative = exterior.ExteriorDerivative(own);
        Assert.Equal(form.Class == FormClass.Rational, form.Function is not null);
        if (form.Class != FormClass.Solvable)
        {
            Assert.True(derivative.IsZero);
            Assert.Empty(form.Kernel);
            return;
        }

        Assert.False(derivative.IsZero);
        ImmutableArray<VectorField<RationalFunction>> kernel = [.. form.Kernel.Select(ToField)];
        Assert.Equal(dimension - before.Count, kernel.Length);
        Assert.Equal(kernel.Length, Rank([.. kernel.Select(field => Dense(field.Coordinates, field.Coefficients, dimension))]));
        Assert.All(kernel, field => Assert.All(before, earlier => Assert.True(Forms.Pair(earlier, field).IsZero)));
        for (int first = 0; first < kernel.Length; first++)
        {
            for (int second = first + 1; second < kernel.Length; second++)
            {
                Assert.True(exterior.Evaluate(derivative, kernel[first], kernel[second]).IsZero);
            }
        }
    }

    // The formula's differential, its coefficients held fixed, is the form; and the coefficients are laws.
    private static void AssertFormula(FormLaw form, OneForm<RationalFunction> own, ImmutableArray<VectorField<RationalFunction>> fields)
    {
        if (form.Function is { } function)
        {
            AssertConserved(fields, function);
            Assert.Equal<RationalFunction>([.. Differential(function).Coefficients], [.. own.Coefficients]);
        }

        if (form.Antiderivative is not { } formula)
        {
            return;
        }

        Assert.Null(form.Function);
        IEnumerable<Polynomial<Integer>> coefficients = formula.Logarithms.Select(term => term.Coefficient).Concat(formula.Angles.Select(term => term.Coefficient));
        bool isConstant = true;
        foreach (Polynomial<Integer> coefficient in coefficients)
        {
            AssertConserved(fields, RationalFunction.FromPolynomial(coefficient));
            isConstant &= coefficient.IsConstant;
        }

        Assert.Equal(isConstant, formula.HasConstantCoefficients);
        Assert.All(fields, field => Assert.True(Along(field, formula).IsZero));
        foreach (int coordinate in Enumerable.Range(0, 1 + own.Coordinates.Max()))
        {
            VectorField<RationalFunction> partial = Fields.Create([(coordinate, RationalFunction.One)]);
            Assert.Equal(Forms.Pair(own, partial), Along(partial, formula));
        }
    }

    // What is printed, read again, does not change along the generators.
    private static void AssertPrinted(FormLaw law, ImmutableArray<VectorField<Polynomial<Integer>>> generators, string[] names)
    {
        if (law.Function is null && law.Antiderivative is null)
        {
            return;
        }

        var random = new Random(17);
        Integer[] point = [.. names.Select(_ => (Integer)random.Next(2, 1 << 28))];
        string text = law.Format(coordinate => names[coordinate]);
        foreach (VectorField<Polynomial<Integer>> generator in generators)
        {
            Assert.True(PrintedFormula.Derivative(text, (name, prime) => Coordinate(generator, Array.IndexOf(names, name), prime)).IsZero, text);
        }

        (BigInteger Value, BigInteger Slope) Coordinate(VectorField<Polynomial<Integer>> generator, int coordinate, BigInteger prime) => (
            BigInteger.Parse(point[coordinate].ToString(), CultureInfo.InvariantCulture) % prime,
            !generator.TryGetCoefficient(coordinate, out Polynomial<Integer> coefficient) ? 0
                : BigInteger.Parse(default(PolynomialRing<Integer, IntegerRing>).Evaluate(coefficient, point).ToString(), CultureInfo.InvariantCulture) % prime);
    }

    // X(R) + Σ c·X(f)/f + Σ b·(A·X(B) − B·X(A))/(A² − d·B²).
    private static RationalFunction Along(VectorField<RationalFunction> field, Antiderivative formula)
    {
        RationalFunction sum = Fields.Apply(field, formula.Rational);
        foreach (LogarithmicTerm term in formula.Logarithms)
        {
            var argument = RationalFunction.FromPolynomial(term.Argument);
            sum += RationalFunction.FromPolynomial(term.Coefficient) * Fields.Apply(field, argument) / argument;
        }

        foreach (AngularTerm term in formula.Angles)
        {
            var a = RationalFunction.FromPolynomial(term.Base);
            var b = RationalFunction.FromPolynomial(term.Root);
            RationalFunction turn = (a * Fields.Apply(field, b)) - (b * Fields.Apply(field, a));
            sum += RationalFunction.FromPolynomial(term.Coefficient) * turn / ((a * a) - (RationalFunction.FromInteger(term.Radicand) * b * b));
        }

        return sum;
    }

    private static void AssertConserved(ImmutableArray<VectorField<RationalFunction>> fields, RationalFunction function) =>
        Assert.All(fields, field => Assert.True(Fields.Apply(field, function).IsZero));

    private static OneForm<RationalFunction> Differential(RationalFunction function) =>
        Forms.Create(function.Gradient().OrderBy(part => part.Variable).Select(part => (part.Variable, part.Derivative)));

    private static OneForm<RationalFunction> ToForm(FormLaw form) => Forms.Create(form.Numerator.Coordinates.Zip(
        form.Numerator.Coefficients, (coordinate, coefficient) => (coordinate, RationalFunction.Create(coefficient, form.Denominator))));

    private static VectorField<RationalFunction> ToField(VectorField<Polynomial<Integer>> field) => Fields.Create(
        field.Coordinates.Zip(field.Coefficients, (coordinate, coefficient) => (coordinate, RationalFunction.FromPolynomial(coefficient))));

    private static uint[] Dense(ImmutableArray<int> coordinates, ImmutableArray<RationalFunction> coefficients, int dimension)
    {
        var field = new PrimeField(Prime);
        var random = new Random(3);
        uint[] point = [.. Enumerable.Range(0, dimension).Select(_ => (uint)random.Next(2, (int)Prime))];
        uint[] row = new uint[dimension];
        foreach ((int coordinate, RationalFunction coefficient) in coordinates.Zip(coefficients))
        {
            row[coordinate] = coefficient.Evaluate(field, point);
        }

        return row;
    }

    private static int Rank(uint[][] rows)
    {
        int rank = 0;
        for (int column = 0; rank < rows.Length && column < rows[0].Length; column++)
        {
            int pivot = Array.FindIndex(rows, rank, row => row[column] != 0);
            if (pivot < 0)
            {
                continue;
            }

            (rows[rank], rows[pivot]) = (rows[pivot], rows[rank]);
            for (int other = rank + 1; other < rows.Length; other++)
            {
                ulong factor = rows[other][column];
                for (int place = column; place < rows[other].Length; place++)
                {
                    // The row times the pivot minus a multiple of the pivot's row.
                    rows[other][place] = (uint)((((ulong)rows[other][place] * rows[rank][column] % Prime) + Prime - (factor * rows[rank][place] % Prime)) % Prime);
                }
            }

            rank++;
        }

        return rank;
    }
}
