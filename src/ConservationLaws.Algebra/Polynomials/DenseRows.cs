namespace ConservationLaws.Algebra.Polynomials;

// A factor with small coefficients, prepared for products on slabs. Of the left factor every term and digit is a pair (cell, digit). Of the
// right factor neighbouring cells are gathered in blocks of a fixed width, as many digits as a vector has lanes, 0 where there is no term:
// a left digit times a block is one vector operation.
// Invariant: plane i of digits is counted as i·CellCount further cells; the blocks of one slice ascend and do not overlap; the entries of
// slice k are those from Starts[k] up to Starts[k+1].

/// <summary>Digits of a factor by slices: single ones (width 1), or in blocks of neighbouring cells.</summary>
internal sealed class DenseRows
{
    private DenseRows(int[] starts, int[] cells, long[] digits) => (Starts, Cells, Digits) = (starts, cells, digits);

    /// <summary>The first entry of each slice, and the number of entries.</summary>
    internal int[] Starts { get; }

    /// <summary>The cell of the first digit of each entry.</summary>
    internal int[] Cells { get; }

    /// <summary>The digits, as many for each entry as the width; all fit in 32 bits.</summary>
    internal long[] Digits { get; }

    /// <summary>Gathers digits.</summary>
    /// <param name="factor">The cells of the terms.</param>
    /// <param name="digits">The digits, plane by plane, in the order of terms.</param>
    /// <param name="planeStride">The cells of a slab.</param>
    /// <param name="width">How many neighbouring cells make an entry.</param>
    internal static DenseRows Gather(SlicedFactor factor, ReadOnlySpan<int> digits, int planeStride, int width)
    {
        int terms = factor.Cells.Length;
        int planes = digits.Length / terms;
        int[] starts = new int[factor.Starts.Length];
        int[] cells = new int[digits.Length];
        long[] gathered = new long[(long)digits.Length * width];
        int count = 0;
        for (int slice = 0; slice < factor.Keys.Length; slice++)
        {
            starts[slice] = count;
            for (int plane = 0; plane < planes; plane++)
            {
                int end = -1; // the first cell behind the last entry
                for (int term = factor.Starts[slice + 1] - 1; term >= factor.Starts[slice]; term--)
                {
                    int digit = digits[(plane * terms) + term];
                    int cell = factor.Cells[term] + (plane * planeStride);
                    if (digit == 0)
                    {
                        continue;
                    }

                    if (cell >= end)
                    {
                        cells[count++] = cell;
                        end = cell + width;
                    }

                    gathered[((count - 1) * width) + cell - (end - width)] = digit;
                }
            }
        }

        starts[^1] = count;
        return new DenseRows(starts, cells[..count], gathered[..(count * width)]);
    }
}
