namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>What an elimination over F_p finds.</summary>
public sealed class SparseEchelonForm
{
    internal SparseEchelonForm(int[] independentRows, SparseMatrix<uint> nullspace, int[] freeColumns)
    {
        IndependentRows = independentRows;
        Nullspace = nullspace;
        FreeColumns = freeColumns;
        PivotColumns = ColumnSets.Complement(freeColumns.Order().ToArray(), nullspace.ColumnCount);
    }

    /// <summary>The rank.</summary>
    public int Rank => PivotColumns.Length;

    /// <summary>The pivot columns of the reduced row echelon form, ascending.</summary>
    public int[] PivotColumns { get; }

    /// <summary>The other columns, ascending.</summary>
    public int[] FreeColumns { get; }

    /// <summary>As many independent rows of the matrix as its rank, in the order in which they were used.</summary>
    public int[] IndependentRows { get; }

    /// <summary>
    /// The kernel in the normal form of <see cref="RowEchelonForm{T, TField}.Nullspace"/>: one row for each free column, in their order.
    /// </summary>
    public SparseMatrix<uint> Nullspace { get; }
}
