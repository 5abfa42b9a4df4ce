using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Tests.Conformance;

// Integer matrices of awkward shapes, by name; every implementation of elimination sees each of them over its own field.
public static class MatrixCases
{
    public static readonly IReadOnlyDictionary<string, Matrix<Integer>> All = Make().ToDictionary(pair => pair.Name, pair => pair.Matrix);

    public static TheoryData<string> Names => [.. All.Keys];

    // rowCount × rank times rank × columnCount, with small entries.
    public static Matrix<Integer> Planted(int rowCount, int columnCount, int rank, ulong seed)
    {
        Matrix<Integer> left = Random(rowCount, rank, 3, seed);
        Matrix<Integer> right = Random(rank, columnCount, 3, seed + 1);
        return Fill(rowCount, columnCount, (i, j) => Enumerable.Range(0, rank).Aggregate(Integer.Zero, (sum, k) => sum + (left[i, k] * right[k, j])));
    }

    public static Matrix<Integer> Random(int rowCount, int columnCount, uint bound, ulong seed)
    {
        var generator = new SplitMix64(seed);
        return Fill(rowCount, columnCount, (_, _) => generator.NextBelow((2 * bound) + 1) - (long)bound);
    }

    // About `perRow` entries in each row, from −2 to 2.
    public static Matrix<Integer> Sparse(int rowCount, int columnCount, int perRow, ulong seed)
    {
        var generator = new SplitMix64(seed);
        var entries = new Integer[rowCount * columnCount];
        for (int i = 0; i < rowCount; i++)
        {
            for (int k = 0; k < perRow; k++)
            {
                entries[(i * columnCount) + (int)generator.NextBelow((uint)columnCount)] += generator.NextBelow(5) - 2L;
            }
        }

        return new Matrix<Integer>(rowCount, columnCount, entries.AsSpan());
    }

    public static Matrix<Integer> Fill(int rowCount, int columnCount, Func<int, int, Integer> entry)
    {
        var entries = new Integer[rowCount * columnCount];
        for (int k = 0; k < entries.Length; k++)
        {
            entries[k] = entry(k / columnCount, k % columnCount);
        }

        return new Matrix<Integer>(rowCount, columnCount, entries.AsSpan());
    }

    private static IEnumerable<(string Name, Matrix<Integer> Matrix)> Make()
    {
        yield return ("0x0", Fill(0, 0, (_, _) => 0));
        yield return ("0x5", Fill(0, 5, (_, _) => 0));
        yield return ("5x0", Fill(5, 0, (_, _) => 0));
        yield return ("1x1 zero", Fill(1, 1, (_, _) => 0));
        yield return ("1x1 one", Fill(1, 1, (_, _) => 1));
        yield return ("1x1 six", Fill(1, 1, (_, _) => 6));
        yield return ("4x6 zero", Fill(4, 6, (_, _) => 0));
        yield return ("identity", Fill(7, 7, (i, j) => i == j ? 1 : 0));
        yield return ("exchange", Fill(7, 7, (i, j) => i + j == 6 ? -1 : 0));
        yield return ("ones", Fill(5, 8, (_, _) => 1));
        yield return ("repeated rows", Fill(9, 6, (i, j) => (((i % 3) + 1) * ((j * j) - 4)) + (i % 3)));
        yield return ("proportional rows", Fill(6, 4, (i, j) => (i + 1) * (j + 2)));
        yield return ("chain of singletons", Fill(8, 9, (i, j) => j <= i && j >= i - 1 ? 2 : 0));
        yield return ("bidiagonal", Fill(8, 9, (i, j) => j == i || j == i + 1 ? 1 : 0));
        yield return ("zero columns", Fill(5, 9, (i, j) => j % 3 == 1 ? 0 : i + (2 * j) + (i * j * j)));
        yield return ("blocks", Fill(9, 9, (i, j) => i / 3 == j / 3 ? (i * j) + 1 : 0));
        yield return ("Hilbert-like", Fill(7, 7, (i, j) => 360360 / (i + j + 1)));
        yield return ("Vandermonde", Fill(6, 6, (i, j) => Integer.Pow(i - 2, j)));
        yield return ("tall", Random(40, 7, 5, 1));
        yield return ("wide", Random(7, 40, 5, 2));
        yield return ("square", Random(20, 20, 5, 3));
        yield return ("tall, planted rank", Planted(40, 12, 7, 4));
        yield return ("wide, planted rank", Planted(12, 40, 7, 5));
        yield return ("square, planted rank", Planted(25, 25, 16, 6));
        yield return ("rank one", Planted(15, 17, 1, 7));
        yield return ("entries above a word", Fill(5, 6, (i, j) => Integer.Pow(3, 41 + (i * j)) - (i * j)));
        yield return ("multiples of six", Fill(6, 7, (i, j) => i % 2 == 0 ? 6 * (i + j) : (i * j) - 1));
        yield return ("multiples of a large prime", Fill(5, 7, (i, j) => i % 2 == 0 ? (Integer)Primes.At(0) * (1 + i + (j * j)) : 1 + (j * i)));
        for (ulong seed = 0; seed < 8; seed++)
        {
            yield return ($"sparse {seed}", Sparse(30 + (5 * (int)seed), 40, 2 + ((int)seed % 3), 100 + seed));
        }

        yield return ("sparse and large", Sparse(110, 120, 3, 200));
        yield return ("sparse, larger and wide", Sparse(70, 130, 4, 201));
    }
}
