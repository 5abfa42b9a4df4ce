using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.LinearAlgebra;

public sealed class ModularEchelonFormTests
{
    private static readonly PrimeField Field = new(Primes.At(0));

    [Fact]
    public void Dependent_rows_leave_no_trace()
    {
        var generator = new SplitMix64(3);
        var form = new ModularEchelonForm(Field, 200);
        uint[][] rows = [.. Enumerable.Range(0, 120).Select(_ => Random(generator, 200))];
        Assert.All(rows, row => Assert.True(form.TryAdd(row)));
        uint[] before = form.ToMatrix().ToArray();
        for (int trial = 0; trial < 50; trial++)
        {
            var combination = new uint[200];
            for (int i = 0; i < rows.Length; i++)
            {
                ModularRowKernels.AddMultipleScalar(combination, rows[i], generator.NextBelow(Field.Modulus), Field.Modulus);
            }

            Assert.True(form.Contains(combination));
            Assert.False(form.TryAdd(combination));
            combination[trial] = Field.Add(combination[trial], 1);
            Assert.False(form.Contains(combination));
        }

        Assert.Equal(before, form.ToMatrix().ToArray());
        Assert.Equal(120, form.Rank);
        Assert.Equal(80, form.Nullspace().RowCount);
    }

    [Fact]
    public void Dependent_rows_allocate_nothing()
    {
        var generator = new SplitMix64(4);
        var form = new ModularEchelonForm(Field, 64);
        uint[] row = [];
        for (int i = 0; i < 40; i++)
        {
            row = Random(generator, 64);
            form.TryAdd(row);
        }

        int[] columns = [.. Enumerable.Range(0, 64)];
        form.TryAdd(row);
        form.TryAdd(columns, row);
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 100; i++)
        {
            form.TryAdd(row);
            form.TryAdd(columns, row);
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    [Fact]
    public void The_order_of_the_rows_does_not_matter()
    {
        var generator = new SplitMix64(5);
        uint[][] rows = [.. Enumerable.Range(0, 30).Select(i => Random(generator, 50))];
        var forward = new ModularEchelonForm(Field, 50);
        var backward = new ModularEchelonForm(Field, 50);
        for (int i = 0; i < rows.Length; i++)
        {
            forward.TryAdd(rows[i]);
            backward.TryAdd(rows[^(i + 1)]);
        }

        Assert.Equal(forward.ToMatrix().ToArray(), backward.ToMatrix().ToArray());
        Assert.Equal(forward.PivotColumns(), backward.PivotColumns());
        Assert.Equal(forward.FreeColumns(), backward.FreeColumns());
    }

    [Fact]
    public void A_full_space_takes_no_more_rows()
    {
        var form = new ModularEchelonForm(new PrimeField(2), 2);
        Assert.True(form.TryAdd([1, 1]));
        Assert.True(form.TryAdd([1], [1]));
        Assert.False(form.TryAdd([1, 0]));
        Assert.True(form.Contains([0, 1]));
        Assert.Equal(0u, form.EntryAt(0, 1));
        Assert.Equal(1u, form.EntryAt(1, 1));
    }

    [Fact]
    public void Wrong_lengths_are_refused()
    {
        var form = new ModularEchelonForm(Field, 3);
        Assert.Throws<ArgumentException>(() => form.TryAdd([1, 2]));
        Assert.Throws<ArgumentException>(() => form.Contains([1, 2]));
        Assert.Throws<ArgumentException>(() => form.TryAdd([1, 2], [1u]));
        Assert.Throws<ArgumentException>(() => form.EntryAt(0, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ModularEchelonForm(Field, -1));
        Assert.False(new ModularEchelonForm(Field, 0).TryAdd([]));
    }

    private static uint[] Random(SplitMix64 generator, int width) =>
        [.. Enumerable.Range(0, width).Select(_ => generator.NextBelow(Field.Modulus))];
}
