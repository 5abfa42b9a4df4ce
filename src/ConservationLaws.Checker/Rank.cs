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

    /// <summary>The components of a field at the pivots.</summary>
    internal ulong[] AtPivots(uint[] components) => Array.ConvertAll(Pivots, pivot => (ulong)components[pivot - 1]);

    /// <summary>Eliminates the square matrix in the given order (docs/certificates.md, "Laws and their independence"), row by row.</summary>
    /// <param name="budget">Pays for the work.</param>
    /// <param name="read">Makes a row: residues at the pivots.</param>
    internal void Check(Budget budget, Func<int, ulong[]> read)
    {
        // Finished rows are kept right of the diagonal, with the inverses of their pivots: sparse ones without zeros, others whole and without columns.
        // A sum of a residue and so many products of two residues fits 64 bits.
        ulong p = Modulus, room = ulong.MaxValue / (p * p);
        var finished = new (int[]? Columns, ulong[] Entries, ulong Inverse)[Pivots.Length];
        for (int current = 0; current < Pivots.Length; current++)
        {
            budget.Spend(2 * Pivots.Length);
            ulong[] row = read(current);
            ulong left = room;
            for (int above = 0; above < current; above++)
            {
                ulong entry = row[above] == 0 ? 0 : row[above] % p;
                if (entry == 0)
                {
                    continue;
                }

                (int[]? columns, ulong[] entries, ulong inverse) = finished[above];
                ulong factor = (p - entry) * inverse % p;
                budget.Spend(entries.Length);
                if (columns is null)
                {
                    AddMultiple(row.AsSpan(above + 1), entries, factor);
                }

                for (int k = 0; k < columns?.Length; k++)
                {
                    row[columns[k]] += factor * entries[k];
                }

                if (--left == 0)
                {
                    Reduce(row.AsSpan(above + 1));
                    left = room;
                }
            }

            Reduce(row.AsSpan(current));
            uint unit = Inverse((uint)row[current]);
            if (unit == 0)
            {
                throw new Refusal($"{Name}: row {current}: the pivot is no unit modulo {p}");
            }

            ulong[] right = row[(current + 1)..];
            bool isSparse = 8 * (right.Length - right.AsSpan().Count(0UL)) < right.Length;
            int[]? places = isSparse ? [.. Enumerable.Range(current + 1, right.Length).Where(column => row[column] != 0)] : null;
            finished[current] = (places, isSparse ? Array.FindAll(right, entry => entry != 0) : right, unit);
        }
    }

    private void Reduce(Span<ulong> sums)
    {
        foreach (ref ulong sum in sums)
        {
            sum = sum < Modulus ? sum : sum % Modulus;
        }
    }

    // row += factor · entries, four at a time where the machine can.
    private static void AddMultiple(Span<ulong> row, ReadOnlySpan<ulong> entries, ulong factor)
    {
        Span<Vector256<ulong>> targets = MemoryMarshal.Cast<ulong, Vector256<ulong>>(row);
        ReadOnlySpan<Vector256<ulong>> sources = MemoryMarshal.Cast<ulong, Vector256<ulong>>(entries);
        int fours = Avx2.IsSupported ? targets.Length : 0;
        for (int k = 0; k < fours; k++)
        {
            targets[k] += Avx2.Multiply(sources[k].AsUInt32(), Vector256.Create(factor).AsUInt32());
        }

        for (int k = fours * Vector256<ulong>.Count; k < row.Length; k++)
        {
            row[k] += factor * entries[k];
        }
    }

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
