using System.Runtime.InteropServices;

namespace ConservationLaws.Algebra.LinearAlgebra;

// The packed panels of one running product. Pinned, so that a panel begins at a cache line and stays there.
internal sealed class ModularProductWorkspace
{
    private const int WidestTile = ModularProductConstants.WidestTile;
    private const int LineBytes = 64;

    private readonly uint[] _rows = new uint[ModularProductConstants.TileRows * Math.Max(ModularProductConstants.Depth, ModularProductConstants.PackedColumns)];

    internal ModularProductWorkspace()
    {
        int width = ModularProductConstants.PackedColumns + WidestTile;
        Columns = Aligned<int>((width * ModularProductConstants.Depth) + (width * ModularProductConstants.PanelPadding));
        RowPanels = Aligned<int>(ModularProductConstants.PackedRowNumbers + (ModularProductConstants.TileRows * ModularProductConstants.Depth));
        Sums = Aligned<ulong>(2 * ModularProductConstants.TileRows * WidestTile);
        Tile = Aligned<uint>(ModularProductConstants.TileRows * WidestTile);
    }

    // Panels of B: as many columns as a tile has, for each k; a gap of PanelPadding numbers after each panel.
    internal Memory<int> Columns { get; }

    // Panels of A: six rows, for each k.
    internal Memory<int> RowPanels { get; }

    internal Memory<ulong> Sums { get; }

    internal Memory<uint> Tile { get; }

    // What was read ahead of its use, kept so that the reading is not compiled away.
    internal uint Touched { get; set; }

    // A row of B or six rows of A before they are packed.
    internal Span<uint> Rows => _rows;

    private static Memory<T> Aligned<T>(int length)
        where T : unmanaged
    {
        int size = Marshal.SizeOf<T>();
        T[] array = GC.AllocateUninitializedArray<T>(length + (LineBytes / size), pinned: true);
        long address = Marshal.UnsafeAddrOfPinnedArrayElement(array, 0);
        int start = (int)(-address & (LineBytes - 1)) / size;
        return array.AsMemory(start, length);
    }
}
