namespace ConservationLaws.Algebra.LinearAlgebra;

// (each target) −= (sum of A's terms) · (sum of B's terms) by seven products of halves instead of eight:
// V. Strassen, "Gaussian elimination is not optimal", Numer. Math. 13 (1969).
//
// Sums of quadrants are not formed here: they are lists of terms, added while blocks are packed and tiles are stored, so the method needs
// no memory (J. Huang, T. M. Smith, G. M. Henry, R. A. van de Geijn, "Strassen's algorithm reloaded", SC 2016). After l levels a sum has
// at most 2ˡ terms, so each level reads and writes twice the memory of the one before for the same saving: it asks for halves twice as
// large. The last row or column of an odd dimension is multiplied in the ordinary way.
internal static class ModularStrassen
{
    // Quadrants are numbered 0 1 above 2 3; ~q stands for the negative of q.
    private static readonly (int[] Left, int[] Right, int[] Targets)[] Products =
    [
        ([0, 3], [0, 3], [0, 3]),
        ([2, 3], [0], [2, ~3]),
        ([0], [1, ~3], [1, 3]),
        ([3], [2, ~0], [0, 2]),
        ([0, 1], [3], [~0, 1]),
        ([2, ~0], [0, 1], [3]),
        ([1, ~3], [2, 3], [0]),
    ];

    internal delegate void Product(ReadOnlySpan<ModularTerm> targets, ReadOnlySpan<ModularTerm> left, ReadOnlySpan<ModularTerm> right);

    internal static void Subtract(
        ReadOnlySpan<ModularTerm> targets, ReadOnlySpan<ModularTerm> left, ReadOnlySpan<ModularTerm> right, int smallestHalf, Product ordinary)
    {
        int rows = left[0].Block.RowCount;
        int inner = left[0].Block.ColumnCount;
        int columns = right[0].Block.ColumnCount;
        int halfRows = rows / 2;
        int halfInner = inner / 2;
        int halfColumns = columns / 2;
        if (Math.Min(halfRows, Math.Min(halfInner, halfColumns)) < smallestHalf)
        {
            ordinary(targets, left, right);
            return;
        }

        foreach ((int[] leftParts, int[] rightParts, int[] targetParts) in Products)
        {
            Subtract(
                Quadrants(targets, targetParts, halfRows, halfColumns),
                Quadrants(left, leftParts, halfRows, halfInner),
                Quadrants(right, rightParts, halfInner, halfColumns),
                2 * smallestHalf,
                ordinary);
        }

        (int evenRows, int evenInner, int evenColumns) = (2 * halfRows, 2 * halfInner, 2 * halfColumns);
        if (evenInner < inner)
        {
            ordinary(
                Parts(targets, 0, 0, evenRows, evenColumns),
                Parts(left, 0, evenInner, evenRows, inner - evenInner),
                Parts(right, evenInner, 0, inner - evenInner, evenColumns));
        }

        if (evenColumns < columns)
        {
            ordinary(
                Parts(targets, 0, evenColumns, evenRows, columns - evenColumns),
                Parts(left, 0, 0, evenRows, inner),
                Parts(right, 0, evenColumns, inner, columns - evenColumns));
        }

        if (evenRows < rows)
        {
            ordinary(Parts(targets, evenRows, 0, rows - evenRows, columns), Parts(left, evenRows, 0, rows - evenRows, inner), right);
        }
    }

    private static ModularTerm[] Parts(ReadOnlySpan<ModularTerm> terms, int row, int column, int rowCount, int columnCount)
    {
        var parts = new ModularTerm[terms.Length];
        for (int t = 0; t < parts.Length; t++)
        {
            parts[t] = new ModularTerm(terms[t].Block.Part(row, column, rowCount, columnCount), terms[t].Negative);
        }

        return parts;
    }

    private static ModularTerm[] Quadrants(ReadOnlySpan<ModularTerm> terms, int[] quadrants, int rowCount, int columnCount)
    {
        var parts = new ModularTerm[terms.Length * quadrants.Length];
        int next = 0;
        foreach (int signed in quadrants)
        {
            int quadrant = signed < 0 ? ~signed : signed;
            foreach (ModularTerm term in terms)
            {
                ModularBlock block = term.Block.Part(quadrant / 2 * rowCount, quadrant % 2 * columnCount, rowCount, columnCount);
                parts[next++] = new ModularTerm(block, term.Negative != signed < 0);
            }
        }

        return parts;
    }
}
