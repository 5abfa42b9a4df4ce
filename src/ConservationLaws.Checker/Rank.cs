using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>Rational numbers with a common denominator, which is positive.</summary>
internal sealed record Fractions(BigInteger Denominator, BigInteger[] Numerators);

/// <summary>Where a rank is shown: a matrix modulo p whose columns are the pivots. p need not be a prime, 2 ≤ p &lt; 2³¹.</summary>
/// <param name="Name">The member of the certificate.</param>
/// <param name="Modulus">The modulus p.</param>
/// <param name="Pivots">The variables of the columns.</param>
internal sealed record Rank(string Name, uint Modulus, int[] Pivots)
{
    /// <summary>Reads the members that all ranks have.</summary>
    internal static Rank Read(string name, JsonElement modulus, JsonElement pivots, int size, int dimension)
    {
        BigInteger p = modulus.Integer(name);
        Refusal.Unless(p >= 2 && p <= int.MaxValue, name, "the modulus is not in the range from 2 to 2^31 - 1");
        var rank = new Rank(name, (uint)p, pivots.Indices(name, 1, dimension));
        Refusal.Unless(rank.Pivots.Length == size, name, $"there are {rank.Pivots.Length} pivots instead of {size}");
        return rank;
    }

    /// <summary>Reads a rational point.</summary>
    internal Fractions ReadPoint(JsonElement point, int dimension)
    {
        JsonElement[] members = point.Members(Name, "denominator", "numerators");
        Refusal.Unless(members[1].Length(Name) == dimension, Name, $"the point has {members[1].GetArrayLength()} coordinates instead of {dimension}");
        return new Fractions(members[0].Integer(Name), members[1].List(Name, Name + ", coordinate", (numerator, where) => numerator.Integer(where)));
    }

    /// <summary>The residues of fractions.</summary>
    internal uint[] Residues(Fractions fractions)
    {
        ulong inverse = Inverse(Residue(fractions.Denominator));
        Refusal.Unless(fractions.Denominator.Sign > 0 && inverse != 0, Name, $"the denominator of the point is not positive or no unit modulo {Modulus}");
        return Array.ConvertAll(fractions.Numerators, numerator => (uint)(Residue(numerator) * inverse % Modulus));
    }

    /// <summary>The residue of an integer, from 0 to p − 1.</summary>
    internal uint Residue(BigInteger value)
    {
        int remainder = (int)(value % Modulus);
        return (uint)(remainder < 0 ? remainder + (int)Modulus : remainder);
    }

    /// <summary>Eliminates the square matrix in the given order (docs/certificates.md, "Laws and their independence"), row by row.</summary>
    /// <param name="write">Writes a row, the residues at the pivots, into an array of zeros.</param>
    /// <param name="budget">Pays for the work.</param>
    internal void Check(Action<int, ulong[]> write, Budget budget)
    {
        // Finished rows are kept right of the diagonal, divided by their pivots: sparse ones without zeros, others whole and without columns.
        ulong p = Modulus, square = p * p;
        var finished = new (int[]? Columns, ulong[] Entries)[Pivots.Length];
        var row = new ulong[Pivots.Length];
        for (int current = 0; current < row.Length; current++)
        {
            budget.Spend(2 * row.Length);
            Array.Clear(row);
            write(current, row);
            for (int above = 0; above < current; above++)
            {
                ulong factor = p - (row[above] % p);
                if (factor == p)
                {
                    continue;
                }

                (int[]? columns, ulong[] entries) = finished[above];
                budget.Spend(entries.Length);
                if (columns is null)
                {
                    AddMultiple(row.AsSpan(above + 1), entries, (uint)factor, square);
                }

                for (int k = 0; k < columns?.Length; k++)
                {
                    // Both summands are below p².
                    ulong sum = row[columns[k]] + (factor * entries[k]);
                    row[columns[k]] = sum >= square ? sum - square : sum;
                }
            }

            ulong inverse = Inverse((uint)(row[current] % p));
            if (inverse == 0)
            {
                throw new Refusal($"{Name}: row {current}: the pivot is no unit modulo {p}");
            }

            int[] right = [.. Enumerable.Range(current + 1, row.Length - current - 1)];
            int[] occupied = Array.FindAll(right, column => row[column] % p != 0);
            bool isSparse = 8 * occupied.Length < right.Length;
            finished[current] = (isSparse ? occupied : null, Array.ConvertAll(isSparse ? occupied : right, column => row[column] % p * inverse % p));
        }
    }

    // row += factor · entries, everything kept below p² < 2^62: sums do not wrap, and four of them fit a vector.
    private static void AddMultiple(Span<ulong> row, ulong[] entries, uint factor, ulong square)
    {
        unchecked
        {
            int k = 0;
            if (Avx2.IsSupported)
            {
                ref ulong target = ref MemoryMarshal.GetReference(row), source = ref MemoryMarshal.GetArrayDataReference(entries);
                Vector256<ulong> squares = Vector256.Create(square);
                Vector256<uint> factors = Vector256.Create((ulong)factor).AsUInt32();
                for (; k <= row.Length - Vector256<ulong>.Count; k += Vector256<ulong>.Count)
                {
                    Vector256<ulong> sums = Vector256.LoadUnsafe(ref target, (nuint)k) + Avx2.Multiply(Vector256.LoadUnsafe(ref source, (nuint)k).AsUInt32(), factors);
                    (sums - (squares & Vector256.GreaterThanOrEqual(sums.AsInt64(), squares.AsInt64()).AsUInt64())).StoreUnsafe(ref target, (nuint)k);
                }
            }

            for (; k < row.Length; k++)
            {
                ulong sum = row[k] + (factor * entries[k]);
                row[k] = sum >= square ? sum - square : sum;
            }
        }
    }

    /// <summary>Eliminates the matrix whose rows have components at all variables.</summary>
    internal void Check(Func<int, uint[]> components, Budget budget) => Check(
        (index, row) =>
        {
            uint[] all = components(index);
            for (int column = 0; column < row.Length; column++)
            {
                row[column] = all[Pivots[column] - 1];
            }
        },
        budget);

    // 0 when the value is no unit.
    private uint Inverse(uint value)
    {
        (long r, long next, long s, long nextS) = (Modulus, value, 0, 1);
        while (next != 0)
        {
            long quotient = r / next;
            (r, next) = (next, r - (quotient * next));
            (s, nextS) = (nextS, s - (quotient * nextS));
        }

        return r != 1 ? 0 : (uint)(s < 0 ? s + Modulus : s);
    }
}
