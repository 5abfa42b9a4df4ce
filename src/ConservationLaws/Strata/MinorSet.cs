using System.Numerics;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Proofs;

namespace ConservationLaws.Strata;

// The rank of a matrix is below r exactly at the common zeros of its minors of order r. Row after row, the minors of the rows taken so far
// are kept by their sets of columns, and the next ones follow by expansion along the new row; each choice of rows shares the work of those
// that begin alike. Any of the minors alone have more common zeros, so a part of them gives a set that contains the one sought.

/// <summary>Minors of a matrix of polynomials of the order of its rank.</summary>
internal sealed class MinorSet
{
    private readonly Matrix<Polynomial<Integer>> _matrix;
    private readonly MeteredDomain _domain;
    private readonly HashSet<Polynomial<Integer>> _minors = [];

    private MinorSet(Matrix<Polynomial<Integer>> matrix, MeteredDomain domain) => (_matrix, _domain) = (matrix, domain);

    /// <summary>The number of minors of one order.</summary>
    internal static BigInteger Count(int rows, int columns, int order) => Choose(rows, order) * Choose(columns, order);

    /// <summary>All minors of an order, without zeros and repetitions, primitive.</summary>
    /// <param name="matrix">At most 64 columns.</param>
    /// <param name="order">The order, at least 1.</param>
    /// <param name="domain">Polynomials whose products are counted.</param>
    internal static HashSet<Polynomial<Integer>> All(Matrix<Polynomial<Integer>> matrix, int order, MeteredDomain domain)
    {
        var set = new MinorSet(matrix, domain);
        set.Extend(0, order, new Dictionary<ulong, Polynomial<Integer>> { [0] = domain.One });
        return set._minors;
    }

    /// <summary>A few minors of the order of the rank that are not zero, as far as they can be worked out.</summary>
    /// <param name="matrix">Any matrix.</param>
    /// <param name="values">The matrix at a point modulo a prime.</param>
    /// <param name="field">The prime field.</param>
    /// <param name="number">How many choices of rows and columns are tried.</param>
    /// <param name="domain">Gives each try polynomials whose products are counted.</param>
    internal static HashSet<Polynomial<Integer>> OfPivots(
        Matrix<Polynomial<Integer>> matrix, Matrix<uint> values, PrimeField field, int number, Func<MeteredDomain> domain)
    {
        var minors = new HashSet<Polynomial<Integer>>();
        for (int turn = 0; turn < number; turn++)
        {
            int[] rows = Independent(field, values, Turned(matrix.RowCount, turn, number));
            Matrix<uint> transposed = Matrix.FromRows(matrix.ColumnCount, [.. rows.Select(row => values.Row(row).ToArray())]).Transpose();
            int[] columns = Independent(field, transposed, Turned(matrix.ColumnCount, turn, number));
            try
            {
                Polynomial<Integer> minor = FractionFreeElimination.Determinant(
                    domain(),
                    Matrix.FromRows(columns.Length, [.. rows.Select(row => Array.ConvertAll(columns, column => matrix[row, column]))]),
                    static entry => entry.TermCount);
                minors.Add(IntegerPolynomial.PrimitivePart(minor));
            }
            catch (WorkExceededException)
            {
                // Another choice may be sparser.
            }
        }

        return minors;
    }

    private static IEnumerable<int> Turned(int count, int turn, int turns) =>
        Enumerable.Range(0, count).Select(place => (place + (turn * count / turns)) % count);

    private static int[] Independent(PrimeField field, Matrix<uint> values, IEnumerable<int> order)
    {
        var echelon = new ModularEchelonForm(field, values.ColumnCount);
        return [.. order.Where(row => echelon.TryAdd(values.Row(row)))];
    }

    private void Extend(int firstRow, int missing, Dictionary<ulong, Polynomial<Integer>> minors)
    {
        if (missing == 0)
        {
            foreach (Polynomial<Integer> minor in minors.Values)
            {
                _minors.Add(IntegerPolynomial.PrimitivePart(minor));
            }

            return;
        }

        for (int row = firstRow; row + missing <= _matrix.RowCount; row++)
        {
            Dictionary<ulong, Polynomial<Integer>> next = Expand(minors, row);
            if (next.Count > 0)
            {
                Extend(row + 1, missing - 1, next);
            }
        }
    }

    // The sign of the entry in the last row is that of its column's place among the columns, counted from the last.
    private Dictionary<ulong, Polynomial<Integer>> Expand(Dictionary<ulong, Polynomial<Integer>> minors, int row)
    {
        var products = new Dictionary<ulong, List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>>();
        foreach ((ulong columns, Polynomial<Integer> minor) in minors)
        {
            for (int column = 0; column < _matrix.ColumnCount; column++)
            {
                Polynomial<Integer> entry = _matrix[row, column];
                if ((columns >> column & 1) != 0 || entry.IsZero)
                {
                    continue;
                }

                ulong joined = columns | (1UL << column);
                if (!products.TryGetValue(joined, out List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>? sum))
                {
                    products.Add(joined, sum = []);
                }

                bool isOdd = BitOperations.PopCount(columns >> column) % 2 != 0;
                sum.Add((minor, isOdd ? _domain.Negate(entry) : entry));
            }
        }

        var next = new Dictionary<ulong, Polynomial<Integer>>();
        foreach ((ulong columns, List<(Polynomial<Integer> Left, Polynomial<Integer> Right)> sum) in products)
        {
            Polynomial<Integer> minor = _domain.SumOfProducts(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sum));
            if (!minor.IsZero)
            {
                next.Add(columns, minor);
            }
        }

        return next;
    }

    private static BigInteger Choose(int all, int some)
    {
        BigInteger result = some > all ? 0 : 1;
        for (int i = 1; i <= some && !result.IsZero; i++)
        {
            result = result * (all - some + i) / i;
        }

        return result;
    }
}
