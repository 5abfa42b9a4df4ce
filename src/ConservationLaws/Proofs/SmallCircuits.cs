using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Proofs;

// A circuit is a set of columns that is dependent while each of its proper subsets is independent; it carries one vector of the kernel, up to a
// factor, and that vector is zero nowhere on it. The reduced row echelon form shows one circuit for each column that is no pivot. Which
// circuits these are depends on the order of the columns: those that fit into a block of columns of small rank are seen when the block comes
// first. Coordinates of one layer stand together, so the rotations of the given order, forwards and backwards, bring each block first.

/// <summary>Vectors of a kernel with few entries that are not zero.</summary>
internal static class SmallCircuits
{
    // Products in the eliminations of all orders together: a tenth of a second or so.
    private const long MaximumWork = 30_000_000;

    /// <summary>Vectors that span the kernel of a matrix modulo a prime, those with fewer entries first.</summary>
    /// <param name="field">The prime field.</param>
    /// <param name="rows">The rows of the matrix.</param>
    /// <param name="width">Their length.</param>
    /// <returns>Pairs of the columns, ascending, and the entries there.</returns>
    internal static IEnumerable<(int[] Columns, uint[] Values)> Find(PrimeField field, uint[][] rows, int width)
    {
        var circuits = new Dictionary<string, (int[] Columns, uint[] Values)>();
        long workPerOrder = Math.Max(1, (long)rows.Length * rows.Length * width);
        int stride = (int)Math.Clamp(2 * width * workPerOrder / MaximumWork, 1, width);
        for (int start = 0; start < width; start += stride)
        {
            Collect(Array.ConvertAll([.. Enumerable.Range(0, width)], place => (start + place) % width));
            Collect(Array.ConvertAll([.. Enumerable.Range(0, width)], place => (start + width - place) % width));
        }

        return circuits.Values.OrderBy(circuit => circuit.Columns.Length);

        void Collect(int[] order)
        {
            uint[] entriesInOrder = [.. rows.SelectMany(row => order.Select(column => row[column]))];
            Matrix<uint> kernel = RowEchelonForm.Compute(field, new Matrix<uint>(rows.Length, width, entriesInOrder)).Nullspace();
            for (int vector = 0; vector < kernel.RowCount; vector++)
            {
                (int Column, uint Value)[] entries =
                    [.. order.Select((column, place) => (Column: column, Value: kernel[vector, place])).Where(entry => entry.Value != 0).OrderBy(entry => entry.Column)];
                int[] columns = Array.ConvertAll(entries, entry => entry.Column);
                circuits.TryAdd(string.Join(',', columns), (columns, Array.ConvertAll(entries, entry => entry.Value)));
            }
        }
    }
}
