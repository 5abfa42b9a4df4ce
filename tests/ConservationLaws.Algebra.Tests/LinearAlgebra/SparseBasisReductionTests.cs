using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

public sealed class SparseBasisReductionTests
{
    [Fact]
    public void Short_vectors_are_found_behind_their_combinations()
    {
        // x0+x1, x1−x2 and 2x3+x4, hidden in sums.
        NullspaceBasis basis = Basis(5, [[1, 1, 0, 2, 1], [1, 2, -1, 0, 0], [0, 1, -1, 4, 2]]);
        NullspaceBasis reduced = SparseBasisReduction.Reduce(basis);
        Assert.All(reduced.Vectors, vector => Assert.Equal(2, vector.Count));
        CheckSameSpan(basis, reduced);
    }

    [Fact]
    public void Equal_lengths_prefer_smaller_coefficients()
    {
        NullspaceBasis reduced = SparseBasisReduction.Reduce(Basis(3, [[1, 1, 1], [1000, 1001, 999]]));
        Assert.All(reduced.Vectors.SelectMany(vector => vector.Values.ToArray()), value => Assert.True(value.BitLength <= 2));
    }

    [Fact]
    public void The_span_is_kept_and_nothing_gets_longer()
    {
        for (ulong seed = 0; seed < 25; seed++)
        {
            Matrix<Integer> matrix = MatrixCases.Sparse(12, 25, 2 + ((int)seed % 4), seed);
            NullspaceBasis basis = RationalNullspace.Compute(RationalNullspaceTests.Sparse(matrix));
            NullspaceBasis reduced = SparseBasisReduction.Reduce(basis);
            CheckSameSpan(basis, reduced);
            Assert.All(basis.Vectors.Zip(reduced.Vectors), pair =>
            {
                Assert.True(pair.Second.Count <= pair.First.Count);
                Assert.Equal(pair.First.Component, pair.Second.Component);
                Assert.True(pair.Second.Values[0].Sign > 0);
                Assert.True(pair.Second.Values.ToArray().Aggregate(Integer.Zero, Integer.Gcd).IsOne);
            });
            Assert.Equal(RationalNullspaceTests.Text(reduced), RationalNullspaceTests.Text(SparseBasisReduction.Reduce(basis)));
        }
    }

    [Fact]
    public void Entries_that_the_prime_divides_do_no_harm()
    {
        Integer p = Primes.At(0);
        NullspaceBasis basis = Basis(4, [[p, 1, p, 2], [p * 3, 1, p * 3, 5], [1, p, 1, p]]);
        CheckSameSpan(basis, SparseBasisReduction.Reduce(basis));
    }

    [Fact]
    public void The_work_can_be_bounded_and_cancelled()
    {
        NullspaceBasis basis = Basis(5, [[1, 1, 0, 2, 1], [1, 2, -1, 0, 0], [0, 1, -1, 4, 2]]);
        CheckSameSpan(basis, SparseBasisReduction.Reduce(basis, workLimit: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => SparseBasisReduction.Reduce(basis, workLimit: -1));
        Assert.Throws<OperationCanceledException>(() => SparseBasisReduction.Reduce(basis, 10, new CancellationToken(true)));
    }

    [Fact]
    public void Vectors_are_made_primitive_or_refused()
    {
        NullspaceVector vector = NullspaceVector.Create(3, [1, 4, 9], [-4, 0, 6]);
        Assert.Equal("3:1=2 9=-3", RationalNullspaceTests.Text(vector));
        Assert.Throws<ArgumentException>(() => NullspaceVector.Create(0, [1], [0]));
        Assert.Throws<ArgumentException>(() => NullspaceVector.Create(0, [2, 1], [1, 1]));
        Assert.Throws<ArgumentException>(() => NullspaceVector.Create(0, [1], []));
    }

    private static NullspaceBasis Basis(int width, Integer[][] rows)
    {
        int[] columns = [.. Enumerable.Range(0, width)];
        return new NullspaceBasis(width, [.. rows.Select(row => NullspaceVector.Create(0, columns, row))], [width], []);
    }

    private static void CheckSameSpan(NullspaceBasis left, NullspaceBasis right)
    {
        RowEchelonForm<Rational, RationalField> expected = Form(left);
        Assert.Equal(left.Vectors.Count, expected.Rank);
        Assert.Equal(expected.Matrix.ToArray(), Form(right).Matrix.ToArray());
    }

    private static RowEchelonForm<Rational, RationalField> Form(NullspaceBasis basis)
    {
        var rows = new List<Rational[]>();
        foreach (NullspaceVector vector in basis.Vectors)
        {
            var row = new Rational[basis.ColumnCount];
            for (int k = 0; k < vector.Count; k++)
            {
                row[vector.Columns[k]] = vector.Values[k];
            }

            rows.Add(row);
        }

        return RowEchelonForm.Compute(default(RationalField), Matrix.FromRows(basis.ColumnCount, rows));
    }
}
