using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>The result of a fraction-free elimination: <see cref="Denominator"/> times the reduced row echelon form.</summary>
/// <typeparam name="T">The raw elements of the domain.</typeparam>
/// <typeparam name="TDomain">The domain of the entries.</typeparam>
public sealed class FractionFreeEchelonForm<T, TDomain>
    where TDomain : struct, IIntegralDomain<T>
{
    private readonly TDomain _domain;
    private readonly int[] _pivotRows;
    private readonly int[] _pivotColumns;

    internal FractionFreeEchelonForm(TDomain domain, Matrix<T> matrix, T denominator, int[] pivotRows, int[] pivotColumns)
    {
        _domain = domain;
        Matrix = matrix;
        Denominator = denominator;
        _pivotRows = pivotRows;
        _pivotColumns = pivotColumns;
    }

    /// <summary>The reduced matrix: the first <see cref="Rank"/> rows have <see cref="Denominator"/> at their pivot, the others are zero.</summary>
    public Matrix<T> Matrix { get; }

    /// <summary>Up to sign the minor of the pivot rows and pivot columns; 1 when the rank is 0.</summary>
    public T Denominator { get; }

    /// <summary>The rank over the field of fractions.</summary>
    public int Rank => _pivotColumns.Length;

    /// <summary>Rows of the original matrix that are independent, in the order in which they became pivots.</summary>
    public ReadOnlySpan<int> PivotRows => _pivotRows;

    /// <summary>The pivot columns of the reduced row echelon form, ascending.</summary>
    public ReadOnlySpan<int> PivotColumns => _pivotColumns;

    /// <summary>The columns that are not pivots, ascending.</summary>
    public int[] FreeColumns() => ColumnSets.Complement(_pivotColumns, Matrix.ColumnCount);

    /// <summary>A basis of the kernel over the field of fractions, with entries in the domain, one vector a row.</summary>
    /// <remarks>
    /// The normal form of <see cref="RowEchelonForm{T, TField}.Nullspace"/> times <see cref="Denominator"/>: the entries are minors and may
    /// have a common divisor.
    /// </remarks>
    public Matrix<T> Nullspace()
    {
        int[] free = FreeColumns();
        int width = Matrix.ColumnCount;
        var entries = new T[free.Length * width];
        Array.Fill(entries, _domain.Zero);
        for (int k = 0; k < free.Length; k++)
        {
            entries[(k * width) + free[k]] = Denominator;
            for (int i = 0; i < _pivotColumns.Length; i++)
            {
                entries[(k * width) + _pivotColumns[i]] = _domain.Negate(Matrix[i, free[k]]);
            }
        }

        return new Matrix<T>(free.Length, width, entries);
    }
}
