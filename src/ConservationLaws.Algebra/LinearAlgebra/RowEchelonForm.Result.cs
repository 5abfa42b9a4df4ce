using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>A matrix in reduced row echelon form, with what is read off from it.</summary>
/// <typeparam name="T">The raw elements of the field.</typeparam>
/// <typeparam name="TField">The field of the entries.</typeparam>
/// <remarks>
/// The form is unique: the first <see cref="Rank"/> rows begin with a one in the pivot columns, which ascend and are zero elsewhere; the
/// other rows are zero. A column is a pivot exactly when it is independent of the columns left of it.
/// </remarks>
public sealed class RowEchelonForm<T, TField>
    where TField : struct, IField<T>
{
    private readonly TField _field;
    private readonly int[] _pivotColumns;

    internal RowEchelonForm(TField field, Matrix<T> matrix, int[] pivotColumns)
    {
        _field = field;
        Matrix = matrix;
        _pivotColumns = pivotColumns;
    }

    /// <summary>The reduced matrix, of the same shape as the original.</summary>
    public Matrix<T> Matrix { get; }

    /// <summary>The rank.</summary>
    public int Rank => _pivotColumns.Length;

    /// <summary>The pivot columns, ascending.</summary>
    public ReadOnlySpan<int> PivotColumns => _pivotColumns;

    /// <summary>The columns that are not pivots, ascending.</summary>
    public int[] FreeColumns() => ColumnSets.Complement(_pivotColumns, Matrix.ColumnCount);

    /// <summary>The basis of the vectors x with matrix · x = 0 in its normal form, one vector a row.</summary>
    /// <remarks>
    /// The normal form, shared by every elimination of this folder: one vector for each free column f, in ascending order of f; it is 1 at f,
    /// 0 at every other free column, and minus the entry (i, f) of the reduced matrix at the i-th pivot column. Hence its last entry that is
    /// not zero is the 1 at f, and the basis depends on the matrix alone, not on the order of elimination.
    /// </remarks>
    public Matrix<T> Nullspace()
    {
        int[] free = FreeColumns();
        int width = Matrix.ColumnCount;
        var entries = new T[free.Length * width];
        Array.Fill(entries, _field.Zero);
        for (int k = 0; k < free.Length; k++)
        {
            entries[(k * width) + free[k]] = _field.One;
            for (int i = 0; i < _pivotColumns.Length; i++)
            {
                entries[(k * width) + _pivotColumns[i]] = _field.Negate(Matrix[i, free[k]]);
            }
        }

        return new Matrix<T>(free.Length, width, entries);
    }
}
