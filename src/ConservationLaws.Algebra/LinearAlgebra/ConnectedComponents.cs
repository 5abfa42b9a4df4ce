namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>The columns of a sparse matrix, split into blocks that no row joins.</summary>
/// <remarks>
/// Two columns belong together when some row has entries in both. Components are numbered by their smallest column, and a column without
/// entries is a component of its own. After sorting by components the matrix is block diagonal: kernel and rank are those of the blocks.
/// </remarks>
public sealed class ConnectedComponents
{
    // Invariant: the columns of component c are _columns[_columnStarts[c] .. _columnStarts[c + 1]], ascending; rows likewise.
    private readonly int[] _componentOfColumn;
    private readonly int[] _placeOfColumn;
    private readonly int[] _columnStarts;
    private readonly int[] _columns;
    private readonly int[] _rowStarts;
    private readonly int[] _rows;

    private ConnectedComponents(int[] componentOfColumn, int[] columnStarts, int[] columns, int[] rowStarts, int[] rows)
    {
        _componentOfColumn = componentOfColumn;
        _columnStarts = columnStarts;
        _columns = columns;
        _rowStarts = rowStarts;
        _rows = rows;
        _placeOfColumn = new int[componentOfColumn.Length];
        for (int c = 0; c < Count; c++)
        {
            for (int k = columnStarts[c]; k < columnStarts[c + 1]; k++)
            {
                _placeOfColumn[columns[k]] = k - columnStarts[c];
            }
        }
    }

    /// <summary>The number of components.</summary>
    public int Count => _columnStarts.Length - 1;

    /// <summary>The component of a column.</summary>
    public int ComponentOf(int column) => _componentOfColumn[column];

    /// <summary>The place of a column among those of its component.</summary>
    public int PlaceOf(int column) => _placeOfColumn[column];

    /// <summary>The number of columns of a component, at least 1.</summary>
    public int SizeOf(int component) => _columnStarts[component + 1] - _columnStarts[component];

    /// <summary>The columns of a component, ascending.</summary>
    public ReadOnlySpan<int> ColumnsOf(int component) => _columns.AsSpan(_columnStarts[component], SizeOf(component));

    /// <summary>The rows of a component, ascending. Empty rows belong to none.</summary>
    public ReadOnlySpan<int> RowsOf(int component) => _rows.AsSpan(_rowStarts[component], _rowStarts[component + 1] - _rowStarts[component]);

    /// <summary>The block of a component: its rows, with its columns renumbered in their order.</summary>
    /// <param name="matrix">The matrix that was split.</param>
    /// <param name="component">The number of the component.</param>
    public SparseMatrix<T> Block<T>(SparseMatrix<T> matrix, int component)
    {
        ReadOnlySpan<int> columns = ColumnsOf(component);
        ReadOnlySpan<int> rows = RowsOf(component);
        SparseMatrix<T> selected = matrix.SelectRows(rows);
        int[] places = selected.Columns.ToArray();
        foreach (ref int place in places.AsSpan())
        {
            place = _placeOfColumn[place];
        }

        return new SparseMatrix<T>(columns.Length, selected.RowStarts.ToArray(), places, selected.Values.ToArray());
    }

    /// <summary>Splits the columns of a matrix.</summary>
    public static ConnectedComponents Compute<T>(SparseMatrix<T> matrix) => Compute(matrix.ColumnCount, matrix.RowCount, matrix.RowColumns);

    /// <summary>Splits columns that rows join, where there is no matrix.</summary>
    /// <param name="columnCount">The number of columns.</param>
    /// <param name="rowCount">The number of rows.</param>
    /// <param name="columnsOfRow">The columns of a row, in any order, with or without repetition; asked for twice.</param>
    public static ConnectedComponents Compute(int columnCount, int rowCount, Func<int, ReadOnlySpan<int>> columnsOfRow)
    {
        ArgumentNullException.ThrowIfNull(columnsOfRow);
        int[] parent = [.. Enumerable.Range(0, columnCount)];
        for (int i = 0; i < rowCount; i++)
        {
            ReadOnlySpan<int> row = columnsOfRow(i);
            for (int k = 1; k < row.Length; k++)
            {
                Join(parent, row[0], row[k]);
            }
        }

        // The root of a tree is its smallest column, so roots are met in the order of the components.
        var component = new int[columnCount];
        int count = 0;
        for (int j = 0; j < component.Length; j++)
        {
            int root = Find(parent, j);
            component[j] = root == j ? count++ : component[root];
        }

        var rowComponent = new int[rowCount];
        for (int i = 0; i < rowComponent.Length; i++)
        {
            ReadOnlySpan<int> row = columnsOfRow(i);
            rowComponent[i] = row.IsEmpty ? -1 : component[row[0]];
        }

        (int[] columnStarts, int[] columns) = Group(component, count);
        (int[] rowStarts, int[] rows) = Group(rowComponent, count);
        return new ConnectedComponents(component, columnStarts, columns, rowStarts, rows);
    }

    // Union-find with path halving; the smaller root wins.
    private static int Find(int[] parent, int node)
    {
        while (parent[node] != node)
        {
            parent[node] = parent[parent[node]];
            node = parent[node];
        }

        return node;
    }

    private static void Join(int[] parent, int left, int right)
    {
        int leftRoot = Find(parent, left);
        int rightRoot = Find(parent, right);
        parent[Math.Max(leftRoot, rightRoot)] = Math.Min(leftRoot, rightRoot);
    }

    // Counting sort of 0..n−1 by group; group −1 is left out.
    private static (int[] Starts, int[] Members) Group(int[] groupOf, int count)
    {
        var starts = new int[count + 1];
        foreach (int group in groupOf)
        {
            if (group >= 0)
            {
                starts[group + 1]++;
            }
        }

        for (int g = 0; g < count; g++)
        {
            starts[g + 1] += starts[g];
        }

        int[] next = starts[..count];
        var members = new int[starts[count]];
        for (int i = 0; i < groupOf.Length; i++)
        {
            if (groupOf[i] >= 0)
            {
                members[next[groupOf[i]]++] = i;
            }
        }

        return (starts, members);
    }
}
