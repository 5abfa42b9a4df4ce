using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Tests.Conformance;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

public sealed class RationalNullspaceTests
{
    private static IntegerRing Ring => default;

    [Fact]
    public void Kernels_with_entries_of_many_words_are_found()
    {
        foreach ((int rows, int columns, uint bound) in new[] { (12, 13, 1000u), (25, 28, 1_000_000u), (40, 41, 9u) })
        {
            Matrix<Integer> matrix = MatrixCases.Random(rows, columns, bound, 77);
            NullspaceBasis basis = RationalNullspace.Compute(Sparse(matrix));
            Assert.Equal(columns - rows, basis.Vectors.Count);
            Assert.True(basis.Vectors.Max(vector => vector.Values.ToArray().Max(value => value.BitLength)) > 100);
            CheckKernel(matrix, basis);
        }
    }

    [Fact]
    public void Entries_above_two_words_are_allowed()
    {
        Integer large = Integer.Pow(10, 45);
        Matrix<Integer> matrix = MatrixCases.Fill(4, 6, (i, j) => (large * ((i * j) + 1)) + (j * j) - i);
        NullspaceBasis basis = RationalNullspace.Compute(Sparse(matrix));
        Assert.Equal(6 - FractionFreeElimination.Rank(Ring, matrix), basis.Vectors.Count);
        CheckKernel(matrix, basis);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public void Unlucky_primes_do_not_matter(int unlucky)
    {
        // Modulo the first primes the second row is a multiple of the first, though not over Q; row normalisation cannot divide it out.
        Integer multiple = Integer.One;
        for (int i = 0; i <= unlucky; i++)
        {
            multiple *= (Integer)Primes.At(i);
        }

        Integer[][] rows =
        [
            [1, 2, 3, 4, 1],
            [1, 2 + multiple, 3, 4, 1],
            [2, 1, 1, 7, 5],
        ];
        Matrix<Integer> matrix = Matrix.FromRows(5, rows);
        var field = new PrimeField(Primes.At(unlucky));
        Assert.Equal(2, RowEchelonForm.Compute(field, matrix.Map(field.FromInteger)).Rank);
        NullspaceBasis basis = RationalNullspace.Compute(Sparse(matrix));
        Assert.Equal(2, basis.Vectors.Count);
        CheckKernel(matrix, basis);
    }

    [Fact]
    public void A_prime_that_is_unlucky_after_the_first_does_not_matter()
    {
        // Entries of the kernel need several primes, and modulo the second one the rank drops.
        Integer second = Primes.At(1);
        Integer[][] rows =
        [
            [1, 1, Integer.Pow(7, 40), 0],
            [1, 1 + second, 5, Integer.Pow(11, 30)],
        ];
        Matrix<Integer> matrix = Matrix.FromRows(4, rows);
        CheckKernel(matrix, RationalNullspace.Compute(Sparse(matrix)));
    }

    [Fact]
    public void A_prime_with_later_pivots_does_not_matter()
    {
        // The prime divides the entry of the first column, so that the second column becomes the pivot modulo it.
        Integer prime = Primes.At(0);
        Matrix<Integer> matrix = Matrix.FromRows<Integer>(3, [[prime, 3, Integer.Pow(5, 50)]]);
        NullspaceBasis basis = RationalNullspace.Compute(Sparse(matrix));
        Assert.Equal(2, basis.Vectors.Count);
        CheckKernel(matrix, basis);
    }

    [Fact]
    public void The_result_does_not_depend_on_the_number_of_threads()
    {
        SparseMatrix<Integer> matrix = Blocks(150);
        NullspaceBasis one = RationalNullspace.Compute(matrix, 1);
        NullspaceBasis two = RationalNullspace.Compute(matrix, 2);
        NullspaceBasis again = RationalNullspace.Compute(matrix, 1);
        Assert.NotEmpty(one.Vectors);
        Assert.Equal(Text(one), Text(two));
        Assert.Equal(Text(one), Text(again));
        Assert.Equal(one.ComponentSizes, two.ComponentSizes);
    }

    [Fact]
    public void Components_that_are_too_large_are_skipped_and_named()
    {
        SparseMatrix<Integer> matrix = Blocks(40);
        NullspaceBasis all = RationalNullspace.Compute(matrix);
        NullspaceBasis some = RationalNullspace.Compute(matrix, 2, maximumComponentSize: 5);
        Assert.True(all.IsComplete);
        Assert.False(some.IsComplete);
        Assert.Equal(all.ComponentSizes, some.ComponentSizes);
        Assert.Equal(all.ComponentSizes.Where(size => size > 5), some.SkippedComponentSizes);
        Assert.Equal(
            all.Vectors.Where(vector => all.ComponentSizes[vector.Component] <= 5).Select(Text),
            some.Vectors.Select(Text));
    }

    [Fact]
    public void Columns_without_rows_are_free_and_singletons_vanish()
    {
        Integer[][] rows = [[0, 3, 0, 0, 0], [0, 1, 2, 0, 0], [0, 0, 0, 0, 0]];
        NullspaceBasis basis = RationalNullspace.Compute(Sparse(Matrix.FromRows(5, rows)));
        Assert.Equal(["0:0=1", "1:3=1", "2:4=1"], basis.Vectors.Select(Text));
        Assert.Equal([1, 1, 1], basis.ComponentSizes);
    }

    [Fact]
    public void Cancellation_and_wrong_arguments_are_heard()
    {
        SparseMatrix<Integer> matrix = Blocks(5);
        Assert.ThrowsAny<OperationCanceledException>(() => RationalNullspace.Compute(matrix, 1, new CancellationToken(true)));
        Assert.ThrowsAny<OperationCanceledException>(() => RationalNullspace.Compute(matrix, 2, new CancellationToken(true)));
        Assert.Throws<ArgumentOutOfRangeException>(() => RationalNullspace.Compute(matrix, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => RationalNullspace.Compute(matrix, 1, -1));
    }

    [Theory]
    [InlineData("0", true)]
    [InlineData("1", false)]
    [InlineData("4294967296", false)]
    [InlineData("18446744073709551616", false)]
    [InlineData("-340282366920938463463374607431768211456", false)]
    public void The_exact_check_sees_every_difference(string difference, bool vanishes)
    {
        // Rows x + y − z, 3x − y and large · (x + y − z), at x = 10^k, y = 3·10^k, z = 4·10^k, z changed.
        foreach (Integer large in new Integer[] { 2, long.MaxValue, long.MinValue, Integer.Pow(10, 30) })
        {
            var check = new ExactKernelCheck(Sparse(Matrix.FromRows<Integer>(4, [[0, 1, 1, -1], [0, 3, -1, 0], [0, large, large, -large]])));
            for (int k = 0; k < 60; k++)
            {
                Integer x = Integer.Pow(10, k);
                foreach (Integer unit in new Integer[] { x, -x })
                {
                    Integer[] values = [unit, 3 * unit, (4 * unit) + Integer.Parse(difference)];
                    Assert.Equal(vanishes, check.Vanishes([1, 2, 3], values));
                }
            }
        }
    }

    [Fact]
    public void The_exact_check_sees_a_sum_that_carries_out_of_the_last_limb()
    {
        // 2^k + 2^k: at some k every limb of the sum is zero and only the last carry tells it from zero.
        var check = new ExactKernelCheck(Sparse(Matrix.FromRows<Integer>(2, [[1, 1]])));
        for (int k = 0; k < 200; k++)
        {
            Integer power = Integer.Pow(2, k);
            Assert.False(check.Vanishes([0, 1], [power, power]));
            Assert.False(check.Vanishes([0, 1], [-power, -power]));
            Assert.True(check.Vanishes([0, 1], [power, -power]));
        }
    }

    [Fact]
    public void Different_rows_with_equal_hashes_stay_apart()
    {
        // 1·31² + 962 = 2·31² + 1: the hashes agree, so only the comparison of the values keeps the rows apart.
        NullspaceBasis basis = RationalNullspace.Compute(Sparse(Matrix.FromRows<Integer>(3, [[1, 1, 962], [1, 2, 1]])));
        Assert.Equal(["0:0=1923 1=-961 2=-1"], basis.Vectors.Select(Text));
    }

    internal static SparseMatrix<Integer> Sparse(Matrix<Integer> matrix) => MatrixImplementations.ToSparse(Ring, matrix);

    internal static string Text(NullspaceVector vector) =>
        $"{vector.Component}:{string.Join(' ', vector.Columns.ToArray().Zip(vector.Values.ToArray(), (column, value) => $"{column}={value}"))}";

    internal static IEnumerable<string> Text(NullspaceBasis basis) => basis.Vectors.Select(Text);

    // Small random blocks, their columns scattered by a multiplication.
    internal static SparseMatrix<Integer> Blocks(int count)
    {
        var generator = new SplitMix64(11);
        int width = (12 * count) + 1;
        var builder = new SparseMatrixBuilder<Integer, IntegerRing>(Ring, width);
        for (int block = 0; block < count; block++)
        {
            int size = 3 + (int)generator.NextBelow(10);
            for (int i = 0; i < size - 1 - (block % 2); i++)
            {
                for (int k = 0; k < 3; k++)
                {
                    int column = (block * 12) + (int)generator.NextBelow((uint)size);
                    builder.Add((int)((long)column * 7919 % width), 1 + generator.NextBelow(9));
                }

                builder.EndRow();
            }
        }

        return builder.Build();
    }

    private static void CheckKernel(Matrix<Integer> matrix, NullspaceBasis basis)
    {
        Assert.Equal(matrix.ColumnCount - FractionFreeElimination.Rank(Ring, matrix), basis.Vectors.Count);
        foreach (NullspaceVector vector in basis.Vectors)
        {
            var entries = new Integer[matrix.ColumnCount];
            for (int k = 0; k < vector.Count; k++)
            {
                entries[vector.Columns[k]] = vector.Values[k];
            }

            Assert.All(matrix.Multiply(Ring, entries), entry => Assert.True(entry.IsZero));
        }
    }
}
