using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

public sealed class NullspaceNormalFormTests
{
    private static readonly PrimeField Field = new(Primes.At(0));

    [Fact]
    public void A_vector_that_is_free_at_its_first_column_is_turned_round()
    {
        // 1 at the free column 0 and 2 at column 2 becomes 1/2 at column 0 and 1 at column 2.
        int[] free = [0];
        SparseMatrix<uint> form = Compute([[1, 0, 2]], free, [0, 1, 2]);
        Assert.Equal([2], free);
        Assert.Equal([Field.Invert(2), 0u, 1u], form.ToDense(Field).ToArray());
    }

    [Fact]
    public void A_basis_in_normal_form_is_left_alone()
    {
        SparseMatrix<uint> vectors = Vectors([[5, 1, 0], [6, 0, 1]]);
        int[] free = [1, 2];
        Assert.Same(vectors, NullspaceNormalForm.Compute(Field, vectors, free, [0, 1, 2], default));

        // The order in which column 0 comes last asks for another basis of the same plane.
        SparseMatrix<uint> other = NullspaceNormalForm.Compute(Field, vectors, free, [2, 0, 1], default);
        Assert.Equal([2, 0], free);
        Assert.Equal(0u, other.ToDense(Field)[0, 0]);
        Assert.Equal(1u, other.ToDense(Field)[0, 2]);
        Assert.Equal(1u, other.ToDense(Field)[1, 0]);
        Assert.Equal(0u, other.ToDense(Field)[1, 2]);
    }

    [Fact]
    public void Every_basis_of_a_space_has_the_same_normal_form()
    {
        for (ulong seed = 0; seed < 30; seed++)
        {
            // A random basis is the identity at the pivots of its own reduced row echelon form: these are its free columns.
            Matrix<uint> random = MatrixCases.Sparse(5, 12, 4, seed).Map(Field.FromInteger);
            RowEchelonForm<uint, PrimeField> echelon = RowEchelonForm.Compute(Field, random);
            uint[][] rows = MatrixImplementations.Rows(echelon.Matrix)[..echelon.Rank];
            var generator = new SplitMix64(seed);
            int[] position = [.. Enumerable.Range(0, 12)];
            Array.Sort(Array.ConvertAll(position, _ => generator.Next()), position);

            int[] free = echelon.PivotColumns.ToArray();
            SparseMatrix<uint> form = Compute(rows, free, position);
            Assert.Equal(free.OrderBy(column => position[column]), free);
            Matrix<uint> dense = form.ToDense(Field);
            for (int t = 0; t < free.Length; t++)
            {
                Assert.Equal(free[t], form.RowColumns(t).ToArray().MaxBy(column => position[column]));
                Assert.All(Enumerable.Range(0, free.Length), s => Assert.Equal(s == t ? 1u : 0u, dense[t, free[s]]));
            }

            Assert.Equal(rows, MatrixImplementations.Rows(RowEchelonForm.Compute(Field, dense).Matrix));
        }
    }

    private static SparseMatrix<uint> Compute(uint[][] rows, int[] free, int[] position) =>
        NullspaceNormalForm.Compute(Field, Vectors(rows), free, position, default);

    private static SparseMatrix<uint> Vectors(uint[][] rows) =>
        MatrixImplementations.ToSparse(Field, Matrix.FromRows(rows.Length == 0 ? 0 : rows[0].Length, rows));
}
