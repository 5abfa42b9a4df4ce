using System.Numerics;

namespace ConservationLaws.Checker;

/// <summary>Integers modulo p, 2 ≤ p &lt; 2³¹; p need not be a prime.</summary>
internal static class ModularArithmetic
{
    /// <summary>The residue of an integer, from 0 to p − 1.</summary>
    internal static uint Residue(BigInteger value, uint p)
    {
        int remainder = (int)(value % p);
        return remainder < 0 ? (uint)(remainder + (int)p) : (uint)remainder;
    }

    /// <summary>The inverse of a unit; 0 when the value is no unit.</summary>
    internal static uint Inverse(uint value, uint p)
    {
        (long r, long next, long s, long nextS) = (p, value, 0, 1);
        while (next != 0)
        {
            long quotient = r / next;
            (r, next) = (next, r - (quotient * next));
            (s, nextS) = (nextS, s - (quotient * nextS));
        }

        return r != 1 ? 0 : (uint)(s < 0 ? s + p : s);
    }

    /// <summary>Eliminates a square matrix in the given order, row by row (docs/certificates.md, "Laws and their independence").</summary>
    /// <param name="size">The number of rows and columns.</param>
    /// <param name="p">The modulus.</param>
    /// <param name="write">Writes the residues of a row into an array of zeros.</param>
    /// <param name="what">What a row is, for the refusal.</param>
    /// <param name="budget">Pays for the work.</param>
    /// <exception cref="Refusal">The entry on the diagonal of some row is no unit.</exception>
    internal static void Eliminate(int size, uint p, Action<int, ulong[]> write, string what, Budget budget)
    {
        // Finished rows are kept right of the diagonal, divided by their pivots, without zeros.
        ulong square = (ulong)p * p;
        var columns = new int[size][];
        var entries = new ulong[size][];
        var row = new ulong[size];
        for (int current = 0; current < size; current++)
        {
            budget.Spend(2L * size);
            Array.Clear(row);
            write(current, row);
            for (int above = 0; above < current; above++)
            {
                ulong head = row[above] % p;
                if (head == 0)
                {
                    continue;
                }

                budget.Spend(columns[above].Length);
                (int[] places, ulong[] values) = (columns[above], entries[above]);
                for (int k = 0; k < places.Length; k++)
                {
                    // Both summands are below p².
                    ulong sum = row[places[k]] + ((p - head) * values[k]);
                    row[places[k]] = sum >= square ? sum - square : sum;
                }
            }

            uint inverse = Inverse((uint)(row[current] % p), p);
            if (inverse == 0)
            {
                throw new Refusal($"{what} {current}: its pivot is no unit modulo {p}");
            }

            columns[current] = [.. Enumerable.Range(current + 1, size - current - 1).Where(column => row[column] % p != 0)];
            entries[current] = Array.ConvertAll(columns[current], column => row[column] % p * inverse % p);
        }
    }
}
