using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.Conformance;

// Every elimination of the kernel, brought to one signature.
public static class MatrixImplementations
{
    public static IEnumerable<(string Name, Func<Matrix<Integer>, Echelon<uint>> Run)> Modulo(PrimeField field)
    {
        Matrix<uint> Image(Matrix<Integer> matrix) => matrix.Map(field.FromInteger);
        yield return ("row echelon form", matrix => Generic(field, Image(matrix)));
        yield return ("fraction-free", matrix => FractionFree(field, Image(matrix)));
        yield return ("accumulator, dense rows", matrix => Accumulate(field, Image(matrix), sparse: false));
        yield return ("accumulator, sparse rows", matrix => Accumulate(field, Image(matrix), sparse: true));
        yield return ("sparse elimination", matrix => Sparse(SparseElimination.Compute(field, ToSparse(field, Image(matrix)))));
        yield return ("sparse to the end", matrix =>
        {
            SparseMatrix<uint> image = ToSparse(field, Image(matrix));
            var elimination = new MarkowitzElimination(field, image, smallestWidth: 0, denseShare: 0);
            return Sparse(SparseElimination.Eliminate(field, elimination, image.ColumnCount, new bool[image.ColumnCount], NullspaceNormalForm.NaturalOrder(image.ColumnCount), default));
        }
        );
        yield return ("sparse half-way", matrix =>
        {
            SparseMatrix<uint> image = ToSparse(field, Image(matrix));
            var elimination = new MarkowitzElimination(field, image, smallestWidth: image.ColumnCount / 2, denseShare: 2);
            return Sparse(SparseElimination.Eliminate(field, elimination, image.ColumnCount, new bool[image.ColumnCount], NullspaceNormalForm.NaturalOrder(image.ColumnCount), default));
        }
        );
    }

    public static IEnumerable<(string Name, Func<Matrix<Integer>, Echelon<Rational>> Run)> OverTheRationals()
    {
        yield return ("row echelon form", matrix => Generic(default(RationalField), matrix.Map(entry => new Rational(entry))));
        yield return ("fraction-free over Q", matrix => FractionFree(default(RationalField), matrix.Map(entry => new Rational(entry))));
        yield return ("fraction-free over Z", FractionFreeOverTheIntegers);
        yield return ("rational nullspace", RationalKernel);
    }

    public static SparseMatrix<T> ToSparse<T, TRing>(TRing ring, Matrix<T> matrix)
        where TRing : struct, IRing<T>
    {
        var builder = new SparseMatrixBuilder<T, TRing>(ring, matrix.ColumnCount);
        for (int i = 0; i < matrix.RowCount; i++)
        {
            for (int j = 0; j < matrix.ColumnCount; j++)
            {
                builder.Add(j, matrix[i, j]);
            }

            builder.EndRow();
        }

        return builder.Build();
    }

    public static T[][] Rows<T>(Matrix<T> matrix) => [.. Enumerable.Range(0, matrix.RowCount).Select(i => matrix.Row(i).ToArray())];

    private static Echelon<T> Generic<T, TField>(TField field, Matrix<T> matrix)
        where TField : struct, IField<T>
    {
        RowEchelonForm<T, TField> form = RowEchelonForm.Compute(field, matrix);
        return new Echelon<T>(form.Rank, form.PivotColumns.ToArray(), Rows(form.Nullspace()));
    }

    private static Echelon<T> FractionFree<T, TField>(TField field, Matrix<T> matrix)
        where TField : struct, IField<T>
    {
        FractionFreeEchelonForm<T, TField> form = FractionFreeElimination.Compute(field, matrix);
        Assert.Equal(form.Rank, FractionFreeElimination.Rank(field, matrix));
        T inverse = field.Invert(form.Denominator);
        return new Echelon<T>(form.Rank, form.PivotColumns.ToArray(), Rows(form.Nullspace().Map(entry => field.Multiply(entry, inverse))));
    }

    private static Echelon<Rational> FractionFreeOverTheIntegers(Matrix<Integer> matrix)
    {
        FractionFreeEchelonForm<Integer, IntegerRing> form = FractionFreeElimination.Compute(default(IntegerRing), matrix, entry => entry.BitLength);
        return new Echelon<Rational>(
            form.Rank, form.PivotColumns.ToArray(), Rows(form.Nullspace().Map(entry => new Rational(entry, form.Denominator))));
    }

    private static Echelon<uint> Accumulate(PrimeField field, Matrix<uint> matrix, bool sparse)
    {
        var form = new ModularEchelonForm(field, matrix.ColumnCount);
        SparseMatrix<uint> rows = ToSparse(field, matrix);
        for (int i = 0; i < matrix.RowCount; i++)
        {
            int before = form.Rank;
            bool contained = sparse ? form.Contains(rows.RowColumns(i), rows.RowValues(i)) : form.Contains(matrix.Row(i));
            bool added = sparse ? form.TryAdd(rows.RowColumns(i), rows.RowValues(i)) : form.TryAdd(matrix.Row(i));
            Assert.NotEqual(contained, added);
            Assert.Equal(before + (added ? 1 : 0), form.Rank);
            Assert.True(form.Contains(matrix.Row(i)));
        }

        // The rows kept must be the reduced row echelon form itself.
        RowEchelonForm<uint, PrimeField> expected = RowEchelonForm.Compute(field, matrix);
        Assert.Equal(Rows(expected.Matrix)[..expected.Rank], Rows(form.ToMatrix()));
        return new Echelon<uint>(form.Rank, form.PivotColumns(), Rows(form.Nullspace()));
    }

    private static Echelon<uint> Sparse(SparseEchelonForm form)
    {
        Assert.Equal(form.Rank, form.IndependentRows.Distinct().Count());
        uint[][] kernel = [.. Enumerable.Range(0, form.FreeColumns.Length).Select(_ => new uint[form.Nullspace.ColumnCount])];
        for (int t = 0; t < kernel.Length; t++)
        {
            for (int k = 0; k < form.Nullspace.RowColumns(t).Length; k++)
            {
                kernel[t][form.Nullspace.RowColumns(t)[k]] = form.Nullspace.RowValues(t)[k];
            }
        }

        return new Echelon<uint>(form.Rank, form.PivotColumns, kernel);
    }

    // The basis is not in normal form: its reduced row echelon form with the columns reversed is.
    private static Echelon<Rational> RationalKernel(Matrix<Integer> matrix)
    {
        NullspaceBasis basis = RationalNullspace.Compute(ToSparse(default(IntegerRing), matrix));
        Assert.True(basis.IsComplete);
        int width = matrix.ColumnCount;
        var rows = new List<Rational[]>();
        foreach (NullspaceVector vector in basis.Vectors)
        {
            Assert.True(vector.Values[0].Sign > 0);
            Assert.True(vector.Values.ToArray().Aggregate(Integer.Zero, Integer.Gcd).IsOne);
            var entries = new Rational[width];
            for (int k = 0; k < vector.Count; k++)
            {
                entries[width - 1 - vector.Columns[k]] = vector.Values[k];
            }

            rows.Add(entries);
        }

        RowEchelonForm<Rational, RationalField> form = RowEchelonForm.Compute(default(RationalField), Matrix.FromRows(width, rows));
        Assert.Equal(rows.Count, form.Rank);
        int[] free = [.. form.PivotColumns.ToArray().Select(column => width - 1 - column).Reverse()];
        int[] pivots = [.. Enumerable.Range(0, width).Except(free)];
        return new Echelon<Rational>(
            pivots.Length, pivots, [.. Rows(form.Matrix).Select(row => row.Reverse().ToArray()).Reverse()]);
    }
}
