using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

public sealed class EliminationTests
{
    [Fact]
    public void Determinants_agree_with_the_expansion_by_cofactors()
    {
        for (int size = 0; size <= 6; size++)
        {
            for (ulong seed = 0; seed < 20; seed++)
            {
                Matrix<Integer> matrix = seed % 4 == 3 && size > 1
                    ? MatrixCases.Planted(size, size, size - 1, seed)
                    : MatrixCases.Random(size, size, (uint)(1 + (seed % 3)), seed);
                Integer expected = Cofactors(default(IntegerRing), matrix);
                Assert.Equal(expected, FractionFreeElimination.Determinant(default(IntegerRing), matrix));
                Assert.Equal(expected, FractionFreeElimination.Determinant(default(IntegerRing), matrix, entry => -entry.BitLength));
                Assert.Equal(expected, RowEchelonForm.Determinant(default(RationalField), matrix.Map(entry => new Rational(entry))));
                var field = new PrimeField(7);
                Assert.Equal(field.FromInteger(expected), RowEchelonForm.Determinant(field, matrix.Map(field.FromInteger)));
            }
        }

        Assert.Throws<ArgumentException>(() => FractionFreeElimination.Determinant(default(IntegerRing), MatrixCases.All["ones"]));
        Assert.Throws<ArgumentException>(() => RowEchelonForm.Determinant(new PrimeField(2), MatrixCases.All["ones"].Map(_ => 1u)));
    }

    [Fact]
    public void Polynomial_matrices_are_eliminated_without_fractions()
    {
        var ring = default(UnivariateRing);
        for (ulong seed = 0; seed < 30; seed++)
        {
            // The last row is x times the first plus the second, so the rank over Q(x) is at most 3.
            var generator = new SplitMix64(seed);
            Integer[] Entry() => UnivariateRing.Trim([.. Enumerable.Range(0, 3).Select(_ => (Integer)(generator.NextBelow(5) - 2L))]);
            List<Integer[][]> rows = [.. Enumerable.Range(0, 3).Select(_ => Enumerable.Range(0, 4).Select(_ => Entry()).ToArray())];
            rows.Add([.. rows[0].Zip(rows[1], (a, b) => ring.Add(ring.Multiply([0, 1], a), b))]);
            Matrix<Integer[]> matrix = Matrix.FromRows(4, rows);
            Assert.Empty(FractionFreeElimination.Determinant(ring, matrix));
            Assert.Empty(Cofactors(ring, matrix));

            FractionFreeEchelonForm<Integer[], UnivariateRing> form = FractionFreeElimination.Compute(ring, matrix, entry => entry.Length);
            Assert.Equal(FractionFreeElimination.Rank(ring, matrix), form.Rank);
            Matrix<Integer[]> kernel = form.Nullspace();
            Assert.Equal(4 - form.Rank, kernel.RowCount);
            for (int t = 0; t < kernel.RowCount; t++)
            {
                Assert.All(matrix.Multiply(ring, kernel.Row(t)), Assert.Empty);
            }

            // The rank at a point is at most the rank over Q(x), and equal at almost every point.
            Matrix<Rational> atTen = matrix.Map(entry => entry.Reverse().Aggregate(Rational.Zero, (value, c) => (value * 1000003) + c));
            Assert.Equal(form.Rank, RowEchelonForm.Compute(default(RationalField), atTen).Rank);
            Matrix<Integer[]> pivots = Matrix.FromRows(
                form.Rank, [.. form.PivotRows.ToArray().Select(i => form.PivotColumns.ToArray().Select(j => matrix[i, j]).ToArray())]);
            Integer[] minor = Cofactors(ring, pivots);
            Assert.True(ring.AreEqual(minor, form.Denominator) || ring.AreEqual(ring.Negate(minor), form.Denominator));
        }
    }

    [Fact]
    public void Linear_systems_are_solved_or_refused()
    {
        var field = default(RationalField);
        foreach ((string name, Matrix<Integer> integers) in MatrixCases.All.Where(pair => pair.Value.RowCount <= 25 && pair.Value.ColumnCount <= 25))
        {
            Matrix<Rational> matrix = integers.Map(entry => new Rational(entry));
            Rational[] point = [.. Enumerable.Range(0, matrix.ColumnCount).Select(j => new Rational(j - 2, j + 1))];
            Rational[] image = matrix.Multiply(field, point);
            Assert.True(RowEchelonForm.TrySolve(field, matrix, image, out Rational[] solution), name);
            Assert.Equal(image, matrix.Multiply(field, solution));
            RowEchelonForm<Rational, RationalField> form = RowEchelonForm.Compute(field, matrix);
            Assert.All(form.FreeColumns(), free => Assert.True(solution[free].IsZero));

            // With full row rank everything is reached; otherwise some unit vector is not.
            bool all = true;
            for (int i = 0; i < matrix.RowCount; i++)
            {
                Rational[] unit = [.. Enumerable.Range(0, matrix.RowCount).Select(k => k == i ? Rational.One : Rational.Zero)];
                all &= RowEchelonForm.TrySolve(field, matrix, unit, out _);
            }

            Assert.Equal(form.Rank == matrix.RowCount, all);
        }

        Assert.Throws<ArgumentException>(() => RowEchelonForm.TrySolve(field, MatrixCases.All["ones"].Map(e => new Rational(e)), [1], out _));
    }

    // Expansion along the first row.
    private static T Cofactors<T, TRing>(TRing ring, Matrix<T> matrix)
        where TRing : struct, IRing<T>
    {
        int n = matrix.RowCount;
        T sum = n == 0 ? ring.One : ring.Zero;
        for (int j = 0; j < n; j++)
        {
            T[][] rows = [.. Enumerable.Range(1, n - 1).Select(i => matrix.Row(i).ToArray().Where((_, column) => column != j).ToArray())];
            T term = ring.Multiply(matrix[0, j], Cofactors(ring, Matrix.FromRows(n - 1, rows)));
            sum = j % 2 == 0 ? ring.Add(sum, term) : ring.Subtract(sum, term);
        }

        return sum;
    }
}
