using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>Elimination over an integral domain in which every division is exact and every entry is a minor of the matrix.</summary>
/// <remarks>
/// One step with pivot row k, pivot entry a and previous pivot b (1 at first) replaces the other rows by a_ij ← (a · a_ij − a_ik · a_kj)/b.
/// By Sylvester's identity the division is exact; after k steps every entry is a minor of order k or k+1 of the original matrix, so entries
/// grow linearly with the step and not exponentially. Applied to the rows above as well (the Jordan variant), all pivots become the same
/// minor d, and matrix/d is the reduced row echelon form over the field of fractions.
/// E. H. Bareiss, "Sylvester's identity and multistep integer-preserving Gaussian elimination", Math. Comp. 22 (1968).
/// </remarks>
public static class FractionFreeElimination
{
    /// <summary>The fraction-free reduced form: rank, pivots and kernel over the field of fractions.</summary>
    /// <param name="domain">The domain of the entries, such as Z or a polynomial ring.</param>
    /// <param name="matrix">Any shape.</param>
    /// <param name="size">How large an entry is: among the candidates of a column the smallest becomes the pivot. Without it, the first.</param>
    public static FractionFreeEchelonForm<T, TDomain> Compute<T, TDomain>(TDomain domain, Matrix<T> matrix, Func<T, long>? size = null)
        where TDomain : struct, IIntegralDomain<T>
    {
        var state = new State<T, TDomain>(domain, matrix, size);
        state.Run(jordan: true);
        return new FractionFreeEchelonForm<T, TDomain>(
            domain, new Matrix<T>(matrix.RowCount, matrix.ColumnCount, state.Entries), state.LastPivot, state.PivotRows(), state.PivotColumns());
    }

    /// <summary>The rank over the field of fractions.</summary>
    /// <param name="domain">The domain of the entries.</param>
    /// <param name="matrix">Any shape.</param>
    /// <param name="size">As in <see cref="Compute"/>.</param>
    public static int Rank<T, TDomain>(TDomain domain, Matrix<T> matrix, Func<T, long>? size = null)
        where TDomain : struct, IIntegralDomain<T>
    {
        var state = new State<T, TDomain>(domain, matrix, size);
        state.Run(jordan: false);
        return state.Rank;
    }

    /// <summary>The determinant of a square matrix; 1 for the empty matrix.</summary>
    /// <param name="domain">The domain of the entries.</param>
    /// <param name="matrix">A square matrix.</param>
    /// <param name="size">As in <see cref="Compute"/>.</param>
    /// <exception cref="ArgumentException">The matrix is not square.</exception>
    public static T Determinant<T, TDomain>(TDomain domain, Matrix<T> matrix, Func<T, long>? size = null)
        where TDomain : struct, IIntegralDomain<T>
    {
        if (matrix.RowCount != matrix.ColumnCount)
        {
            throw new ArgumentException("Only a square matrix has a determinant.", nameof(matrix));
        }

        var state = new State<T, TDomain>(domain, matrix, size);
        state.Run(jordan: false);
        return state.Rank < matrix.RowCount ? domain.Zero : state.OddSwaps ? domain.Negate(state.LastPivot) : state.LastPivot;
    }

    // Invariant after k pivots: place i of the matrix holds the original row _order[i]; the first k places are the pivot rows;
    // the places from k on are zero in every column up to the last pivot column.
    private sealed class State<T, TDomain>(TDomain domain, Matrix<T> matrix, Func<T, long>? size)
        where TDomain : struct, IIntegralDomain<T>
    {
        private readonly int[] _order = [.. Enumerable.Range(0, matrix.RowCount)];
        private readonly List<int> _pivotColumns = [];
        private readonly int _rowCount = matrix.RowCount;
        private readonly int _width = matrix.ColumnCount;

        internal T[] Entries { get; } = matrix.ToArray();

        internal T LastPivot { get; private set; } = domain.One;

        internal bool OddSwaps { get; private set; }

        internal int Rank => _pivotColumns.Count;

        internal int[] PivotRows() => _order[..Rank];

        internal int[] PivotColumns() => [.. _pivotColumns];

        internal void Run(bool jordan)
        {
            for (int column = 0; column < _width && Rank < _rowCount; column++)
            {
                int k = Rank;
                int best = FindPivot(k, column);
                if (best < 0)
                {
                    continue;
                }

                if (best != k)
                {
                    SwapRows(k, best);
                }

                T pivot = Entries[(k * _width) + column];
                for (int i = jordan ? 0 : k + 1; i < _rowCount; i++)
                {
                    if (i != k)
                    {
                        Step(k, i, column, pivot);
                    }
                }

                LastPivot = pivot;
                _pivotColumns.Add(column);
            }
        }

        private int FindPivot(int firstRow, int column)
        {
            int best = -1;
            long bestSize = long.MaxValue;
            for (int i = firstRow; i < _rowCount; i++)
            {
                T entry = Entries[(i * _width) + column];
                if (domain.IsZero(entry))
                {
                    continue;
                }

                if (size is null)
                {
                    return i;
                }

                long entrySize = size(entry);
                if (best < 0 || entrySize < bestSize)
                {
                    (best, bestSize) = (i, entrySize);
                }
            }

            return best;
        }

        private void SwapRows(int left, int right)
        {
            (_order[left], _order[right]) = (_order[right], _order[left]);
            OddSwaps = !OddSwaps;
            for (int j = 0; j < _width; j++)
            {
                (Entries[(left * _width) + j], Entries[(right * _width) + j]) = (Entries[(right * _width) + j], Entries[(left * _width) + j]);
            }
        }

        private void Step(int k, int i, int column, T pivot)
        {
            // Rows below the pivot are zero to its left; rows above have to be scaled everywhere.
            T factor = Entries[(i * _width) + column];
            bool factorIsZero = domain.IsZero(factor);
            for (int j = i < k ? 0 : column; j < _width; j++)
            {
                ref T entry = ref Entries[(i * _width) + j];
                T value = domain.IsZero(entry) ? entry : domain.Multiply(pivot, entry);
                T above = Entries[(k * _width) + j];
                if (!factorIsZero && !domain.IsZero(above))
                {
                    value = domain.Subtract(value, domain.Multiply(factor, above));
                }

                if (domain.IsZero(value))
                {
                    entry = domain.Zero;
                }
                else if (!domain.TryDivideExact(value, LastPivot, out entry))
                {
                    throw new ArithmeticException("A division that is exact in every integral domain left a remainder.");
                }
            }
        }
    }
}
