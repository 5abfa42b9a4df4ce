using ConservationLaws.Algebra.Fields;
using ConservationLaws.Models;

namespace ConservationLaws.Tests.Models.Networks;

/// <summary>A space of rows modulo a prime, by textbook elimination.</summary>
internal sealed class RowSpace
{
    private readonly Dictionary<int, long[]> _rowOfPivot = [];

    internal int Rank => _rowOfPivot.Count;

    /// <summary>The span of the gradients of all coordinates of φ at a point.</summary>
    internal static RowSpace OfModel(Model model, long[] point)
    {
        var field = new PrimeField((uint)DualNumber.Prime);
        uint[] residues = Array.ConvertAll(point, value => (uint)value);
        var space = new RowSpace();
        foreach ((_, var gradient) in model.Fields)
        {
            long[] row = new long[model.Space.Dimension];
            for (int place = 0; place < gradient.Coordinates.Length; place++)
            {
                row[gradient.Coordinates[place]] = gradient.Coefficients[place].Evaluate(field, residues);
            }

            space.Add(row);
        }

        return space;
    }

    /// <summary>Adds a row; false when it lies in the space already.</summary>
    internal bool Add(long[] row)
    {
        long[] rest = Reduce(row);
        int pivot = Array.FindIndex(rest, entry => entry != 0);
        if (pivot < 0)
        {
            return false;
        }

        long inverse = Power(rest[pivot], DualNumber.Prime - 2);
        _rowOfPivot.Add(pivot, Array.ConvertAll(rest, entry => entry * inverse % DualNumber.Prime));
        return true;
    }

    internal bool Contains(long[] row) => Array.TrueForAll(Reduce(row), entry => entry == 0);

    internal bool Contains(RowSpace other) => other._rowOfPivot.Values.All(Contains);

    private long[] Reduce(long[] row)
    {
        long[] rest = (long[])row.Clone();
        for (int column = 0; column < rest.Length; column++)
        {
            if (rest[column] != 0 && _rowOfPivot.TryGetValue(column, out long[]? pivotRow))
            {
                long factor = DualNumber.Prime - rest[column];
                for (int place = column; place < rest.Length; place++)
                {
                    rest[place] = (rest[place] + (factor * pivotRow[place])) % DualNumber.Prime;
                }
            }
        }

        return rest;
    }

    private static long Power(long value, long exponent)
    {
        long result = 1;
        for (; exponent > 0; exponent >>= 1, value = value * value % DualNumber.Prime)
        {
            result = (exponent & 1) == 0 ? result : result * value % DualNumber.Prime;
        }

        return result;
    }
}
