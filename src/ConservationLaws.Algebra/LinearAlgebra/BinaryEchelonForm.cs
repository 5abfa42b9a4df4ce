using System.Numerics;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.LinearAlgebra;

// Row space over F_2. Invariant: each kept row is stored under its lowest column, so the lowest columns are distinct; a new row loses its
// lowest entry against the row kept there until it vanishes or its lowest column is free.

/// <summary>A growing basis of a row space over the field with two elements, and random solutions of the homogeneous system.</summary>
public sealed class BinaryEchelonForm
{
    private readonly ulong[]?[] _rowByLowest;
    private readonly ulong[] _work;

    /// <summary>Starts with the zero space.</summary>
    /// <param name="width">The number of columns, not negative.</param>
    public BinaryEchelonForm(int width)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(width);
        _rowByLowest = new ulong[width][];
        _work = new ulong[(width + 63) / 64];
    }

    /// <summary>The number of independent rows so far.</summary>
    public int Rank { get; private set; }

    /// <summary>Adds a row when it does not depend on those before.</summary>
    /// <param name="columns">The columns of the ones, in any order; a column that comes twice cancels.</param>
    /// <returns>Whether the row was independent.</returns>
    public bool TryAdd(ReadOnlySpan<int> columns)
    {
        Array.Clear(_work);
        foreach (int column in columns)
        {
            _work[column >> 6] ^= 1UL << (column & 63);
        }

        for (int word = 0; word < _work.Length; word++)
        {
            while (_work[word] != 0)
            {
                int lowest = (word << 6) + BitOperations.TrailingZeroCount(_work[word]);
                if (_rowByLowest[lowest] is not { } row)
                {
                    _rowByLowest[lowest] = (ulong[])_work.Clone();
                    Rank++;
                    return true;
                }

                for (int place = word; place < row.Length; place++)
                {
                    _work[place] ^= row[place];
                }
            }
        }

        return false;
    }

    /// <summary>64 random solutions x of A·x = 0 at once: bit j of the entry for a column is the column's value in solution j.</summary>
    public ulong[] RandomSolutions(SplitMix64 random)
    {
        ArgumentNullException.ThrowIfNull(random);
        ulong[] solutions = new ulong[_rowByLowest.Length];
        for (int column = solutions.Length - 1; column >= 0; column--)
        {
            // A free column may have any value; a lowest one is the sum of those behind it.
            solutions[column] = _rowByLowest[column] is { } row ? SumBehind(row, column, solutions) : random.Next();
        }

        return solutions;
    }

    private static ulong SumBehind(ulong[] row, int column, ulong[] solutions)
    {
        ulong sum = 0;
        for (int word = column >> 6; word < row.Length; word++)
        {
            // The entry at the column itself is left out.
            ulong bits = word == column >> 6 ? row[word] & (row[word] - 1) : row[word];
            for (; bits != 0; bits &= bits - 1)
            {
                sum ^= solutions[(word << 6) + BitOperations.TrailingZeroCount(bits)];
            }
        }

        return sum;
    }
}
