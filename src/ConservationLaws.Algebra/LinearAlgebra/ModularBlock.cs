namespace ConservationLaws.Algebra.LinearAlgebra;

// A rectangle of a dense matrix of residues stored by rows: the entry (i, j) is Entries[Offset + i · Stride + j].
internal readonly struct ModularBlock
{
    internal ModularBlock(uint[] entries, int offset, int stride, int rowCount, int columnCount)
    {
        Entries = entries;
        Offset = offset;
        Stride = stride;
        RowCount = rowCount;
        ColumnCount = columnCount;
    }

    internal uint[] Entries { get; }

    internal int Offset { get; }

    internal int Stride { get; }

    internal int RowCount { get; }

    internal int ColumnCount { get; }

    internal static ModularBlock Whole(uint[] entries, int rowCount, int columnCount) => new(entries, 0, columnCount, rowCount, columnCount);

    internal Span<uint> Row(int row) => Entries.AsSpan(Offset + (row * Stride), ColumnCount);

    // From the first entry to the last, with what stands between the rows.
    internal Span<uint> Span => Entries.AsSpan(Offset, RowCount == 0 ? 0 : ((RowCount - 1) * Stride) + ColumnCount);

    internal ModularBlock Part(int row, int column, int rowCount, int columnCount) =>
        new(Entries, Offset + (row * Stride) + column, Stride, rowCount, columnCount);
}
