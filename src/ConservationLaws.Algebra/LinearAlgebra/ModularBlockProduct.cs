using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace ConservationLaws.Algebra.LinearAlgebra;

// (each target) ∓= (sum of A's terms) · (sum of B's terms) modulo an odd prime, by packed blocks.
//
// Blocks of B, Depth rows by PackedColumns columns, stay in the last cache, blocks of A in the second, a panel of B in the first, a tile of
// the product in registers (K. Goto, R. van de Geijn, ACM TOMS 34 (2008)).
internal static class ModularBlockProduct<TLanes, TVector>
    where TLanes : struct, IProductLanes<TVector>
    where TVector : struct
{
    private const int TileRows = ModularProductConstants.TileRows;

    private static int TileColumns => 2 * TLanes.Count;

    internal static void Subtract(
        ReadOnlySpan<ModularTerm> targets,
        ReadOnlySpan<ModularTerm> left,
        ReadOnlySpan<ModularTerm> right,
        ModularProductWorkspace workspace,
        in ModularProductConstants constants,
        CancellationToken cancellationToken)
    {
        int rowCount = left[0].Block.RowCount;
        int inner = left[0].Block.ColumnCount;
        int columnCount = right[0].Block.ColumnCount;
        for (int j = 0; j < columnCount; j += ModularProductConstants.PackedColumns)
        {
            int width = Math.Min(ModularProductConstants.PackedColumns, columnCount - j);
            for (int k = 0; k < inner; k += ModularProductConstants.Depth)
            {
                cancellationToken.ThrowIfCancellationRequested();
                int depth = Math.Min(ModularProductConstants.Depth, inner - k);
                int padded = ModularProductConstants.Padded(depth);
                int height = ModularProductConstants.PackedRowNumbers / padded / TileRows * TileRows;
                ModularProductPacking<TLanes, TVector>.PackColumns(right, k, depth, j, width, workspace, constants);
                for (int i = 0; i < rowCount; i += height)
                {
                    int count = Math.Min(height, rowCount - i);
                    ModularProductPacking<TLanes, TVector>.PackRows(left, i, count, k, depth, workspace, constants);
                    Tiles(targets, i, count, j, width, padded, workspace, constants);
                }
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Tiles(
        ReadOnlySpan<ModularTerm> targets,
        int firstRow,
        int count,
        int firstColumn,
        int width,
        int depth,
        ModularProductWorkspace workspace,
        in ModularProductConstants constants)
    {
        int panelLength = ModularProductPacking<TLanes, TVector>.PanelLength(depth);
        Span<int> rows = workspace.RowPanels.Span;
        Span<int> columns = workspace.Columns.Span;
        Span<uint> tile = workspace.Tile.Span[..(TileRows * TileColumns)];
        Span<ulong> sums = workspace.Sums.Span[..ModularProductKernel<TLanes, TVector>.SumsLength];
        uint touched = 0;
        for (int j = 0, panel = 0; j < width; j += TileColumns, panel += panelLength)
        {
            ref int b = ref MemoryMarshal.GetReference(columns.Slice(panel, panelLength));
            for (int i = 0; i < count; i += TileRows)
            {
                ref int a = ref MemoryMarshal.GetReference(rows.Slice(i * depth, TileRows * depth));
                int tileRows = Math.Min(TileRows, count - i);
                int tileColumns = Math.Min(TileColumns, width - j);
                foreach (ref readonly ModularTerm target in targets)
                {
                    touched ^= Touch(target.Block, firstRow + i, firstColumn + j + tileColumns - 1, tileRows);
                }

                ModularProductKernel<TLanes, TVector>.Tile(
                    ref a, ref b, depth, ref MemoryMarshal.GetReference(tile), ref MemoryMarshal.GetReference(sums), constants);
                foreach (ref readonly ModularTerm target in targets)
                {
                    if (tileRows == TileRows && tileColumns == TileColumns)
                    {
                        AddWholeTile(target, firstRow + i, firstColumn + j, tile, constants.Prime);
                    }
                    else
                    {
                        AddPartOfTile(
                            target.Block.Part(firstRow + i, firstColumn + j, tileRows, tileColumns), tile, target.Negative, constants.Prime);
                    }
                }
            }
        }

        workspace.Touched = touched;
    }

    // Reads the last number of each row, so that the tile of the target is in the cache when its product is ready; if a row of the tile lies
    // in two cache lines, the first was read for the tile to the left.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static uint Touch(in ModularBlock block, int row, int column, int rowCount)
    {
        ReadOnlySpan<uint> entries = block.Entries.AsSpan(block.Offset + (row * block.Stride) + column);
        uint touched = entries[0];
        for (int i = 1, place = block.Stride; i < rowCount; i++, place += block.Stride)
        {
            touched ^= entries[place];
        }

        return touched;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void AddWholeTile(in ModularTerm target, int row, int column, Span<uint> tile, uint p)
    {
        TVector prime = TLanes.BroadcastNumber(p);
        ModularBlock block = target.Block;
        Span<uint> entries = block.Entries.AsSpan(
            block.Offset + (row * block.Stride) + column, ((TileRows - 1) * block.Stride) + TileColumns);
        ref uint place = ref MemoryMarshal.GetReference(entries);
        ref uint change = ref MemoryMarshal.GetReference(tile[..(TileRows * TileColumns)]);
        for (int i = 0; i < TileRows; i++)
        {
            TVector left = TLanes.LoadNumbers(ref Unsafe.As<uint, int>(ref place), 0);
            TVector right = TLanes.LoadNumbers(ref Unsafe.As<uint, int>(ref change), 0);
            TVector sum = target.Negative ? TLanes.SubtractResidues(left, right, prime) : TLanes.AddResidues(left, right, prime);
            TLanes.StoreNumbers(sum, ref place, 0);
            place = ref Unsafe.Add(ref place, block.Stride);
            change = ref Unsafe.Add(ref change, TileColumns);
        }
    }

    private static void AddPartOfTile(in ModularBlock block, Span<uint> tile, bool negative, uint p)
    {
        for (int i = 0; i < block.RowCount; i++)
        {
            ModularRowSums<TLanes, TVector>.Add(block.Row(i), tile.Slice(i * TileColumns, TileColumns), negative, p);
        }
    }
}
