namespace ConservationLaws.Algebra.LinearAlgebra;

// Where one way of the dense algebra modulo a prime overtakes another.
internal static class ModularProductThresholds
{
    // Multiply-adds below which packing costs more than it saves.
    internal const long PackedSize = 1 << 12;

    // Multiply-adds that occupy one core for about 0.1 ms: worth a second thread.
    internal const long ParallelSize = 1 << 20;

    // Columns that are eliminated one by one, and rows of a triangle that are solved one by one.
    internal const int PanelColumns = 32;
    internal const int TriangleSize = 32;

    // The smallest dimension of the halves for which seven products and their sums take less time than eight, at the first level.
    internal const int StrassenHalf = 480;

    // A dense rest of this width or more that is not much taller than wide is eliminated at once; a tall one row by row, since there a row
    // that depends on those before costs next to nothing. On squares at once takes 0.7 of the time at width 256, 0.5 at width 800.
    internal const int WidthAtOnce = 256;

    internal static bool EliminatesAtOnce(int rowCount, int columnCount) =>
        columnCount >= WidthAtOnce && 4L * rowCount <= 5L * columnCount && (long)rowCount * columnCount <= Array.MaxLength;
}
