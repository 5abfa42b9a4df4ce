using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.Conformance;

// Every elimination gives the rank, the pivots and the kernel of the textbook, on every matrix.
public sealed class MatrixConformanceTests
{
    [Theory]
    [MemberData(nameof(MatrixCases.Names), MemberType = typeof(MatrixCases))]
    public void Modulo_2(string name) => CheckModulo(2, MatrixCases.All[name]);

    [Theory]
    [MemberData(nameof(MatrixCases.Names), MemberType = typeof(MatrixCases))]
    public void Modulo_3(string name) => CheckModulo(3, MatrixCases.All[name]);

    [Theory]
    [MemberData(nameof(MatrixCases.Names), MemberType = typeof(MatrixCases))]
    public void Modulo_a_prime_at_the_top(string name) => CheckModulo(int.MaxValue, MatrixCases.All[name]);

    [Theory]
    [MemberData(nameof(MatrixCases.Names), MemberType = typeof(MatrixCases))]
    public void Over_the_rationals(string name)
    {
        // The oracle takes rational arithmetic to its limits: the largest cases have implementations enough to compare.
        Matrix<Integer> matrix = MatrixCases.All[name];
        var implementations = MatrixImplementations.OverTheRationals().ToList();
        Echelon<Rational> expected = TextbookElimination.Run(default(RationalField), matrix.Map(entry => new Rational(entry)));
        foreach ((string implementation, Func<Matrix<Integer>, Echelon<Rational>> run) in implementations)
        {
            Check(default(RationalField), matrix.Map(entry => new Rational(entry)), expected, run(matrix), implementation);
        }
    }

    internal static void CheckModulo(uint prime, Matrix<Integer> matrix)
    {
        var field = new PrimeField(prime);
        Matrix<uint> image = matrix.Map(field.FromInteger);
        Echelon<uint> expected = TextbookElimination.Run(field, image);
        foreach ((string implementation, Func<Matrix<Integer>, Echelon<uint>> run) in MatrixImplementations.Modulo(field))
        {
            Check(field, image, expected, run(matrix), implementation);
        }
    }

    internal static void Check<T, TField>(TField field, Matrix<T> matrix, Echelon<T> expected, Echelon<T> actual, string implementation)
        where TField : struct, IField<T>
    {
        Assert.True(expected.Rank == actual.Rank, $"{implementation}: rank {actual.Rank} instead of {expected.Rank}");
        Assert.True(expected.Pivots.AsSpan().SequenceEqual(actual.Pivots), $"{implementation}: other pivots");
        Assert.Equal(matrix.ColumnCount, actual.Rank + actual.Kernel.Length);
        for (int t = 0; t < actual.Kernel.Length; t++)
        {
            Assert.All(matrix.Multiply(field, actual.Kernel[t]), entry => Assert.True(field.IsZero(entry), $"{implementation}: A·K is not zero"));
            Assert.True(expected.Kernel[t].AsSpan().SequenceEqual(actual.Kernel[t]), $"{implementation}: kernel vector {t}");
        }
    }
}
