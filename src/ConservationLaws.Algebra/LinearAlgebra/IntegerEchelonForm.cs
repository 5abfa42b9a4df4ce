using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.LinearAlgebra;

// Row space over Q of sparse integer rows. Invariant: the kept rows have distinct leading (first non-zero) columns, coprime entries and
// ascending columns, so they are independent; a new row loses its leading entry against the kept row with the same leading column by
// cross-multiplication until it vanishes (dependent) or leads in a new column (independent). Exact: no modulus, no fractions.

/// <summary>A growing basis of independent sparse integer rows: decides exactly over Q which rows depend on the rows before.</summary>
/// <remarks>Meant for rows with few small entries, such as exponent vectors. Not safe for use by two threads at once.</remarks>
public sealed class IntegerEchelonForm
{
    private readonly Dictionary<int, (int Column, Integer Value)[]> _rowsByLeadingColumn = [];

    /// <summary>The number of independent rows so far.</summary>
    public int Rank => _rowsByLeadingColumn.Count;

    /// <summary>Adds a row when it does not depend on those before.</summary>
    /// <param name="row">The non-zero entries in ascending order of their columns.</param>
    /// <returns>Whether the row was independent.</returns>
    public bool TryAdd(ReadOnlySpan<(int Column, Integer Value)> row)
    {
        (int Column, Integer Value)[] rest = Reduce(row);
        if (rest.Length > 0)
        {
            _rowsByLeadingColumn.Add(rest[0].Column, DivideByContent(rest));
        }

        return rest.Length > 0;
    }

    /// <summary>Whether a row is a rational combination of the rows before.</summary>
    /// <param name="row">The non-zero entries in ascending order of their columns.</param>
    public bool Contains(ReadOnlySpan<(int Column, Integer Value)> row) => Reduce(row).Length == 0;

    // What is left of a row; its leading column is new.
    private (int Column, Integer Value)[] Reduce(ReadOnlySpan<(int Column, Integer Value)> row)
    {
        (int Column, Integer Value)[] rest = row.ToArray();
        while (rest.Length > 0 && _rowsByLeadingColumn.TryGetValue(rest[0].Column, out (int Column, Integer Value)[]? pivot))
        {
            rest = EliminateLeading(rest, pivot);
        }

        return rest;
    }

    // pivot[0]·row − row[0]·pivot, both divided by the gcd of the two leading entries first.
    private static (int Column, Integer Value)[] EliminateLeading((int Column, Integer Value)[] row, (int Column, Integer Value)[] pivot)
    {
        Integer divisor = Integer.Gcd(row[0].Value, pivot[0].Value);
        Integer rowFactor = Integer.DivideExact(pivot[0].Value, divisor);
        Integer pivotFactor = Integer.DivideExact(row[0].Value, divisor);
        var difference = new List<(int Column, Integer Value)>(row.Length + pivot.Length);
        int left = 1;
        int right = 1;
        while (left < row.Length || right < pivot.Length)
        {
            int leftColumn = left < row.Length ? row[left].Column : int.MaxValue;
            int rightColumn = right < pivot.Length ? pivot[right].Column : int.MaxValue;
            int column = Math.Min(leftColumn, rightColumn);
            Integer value = Integer.Zero;
            if (leftColumn == column)
            {
                value = rowFactor * row[left++].Value;
            }

            if (rightColumn == column)
            {
                value -= pivotFactor * pivot[right++].Value;
            }

            if (!value.IsZero)
            {
                difference.Add((column, value));
            }
        }

        return [.. difference];
    }

    private static (int Column, Integer Value)[] DivideByContent((int Column, Integer Value)[] row)
    {
        Integer content = Integer.Zero;
        foreach ((_, Integer value) in row)
        {
            content = Integer.Gcd(content, value);
            if (content.IsOne)
            {
                return row;
            }
        }

        return Array.ConvertAll(row, entry => (entry.Column, Integer.DivideExact(entry.Value, content)));
    }
}
