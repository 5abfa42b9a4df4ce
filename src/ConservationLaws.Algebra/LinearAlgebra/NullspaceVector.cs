using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>A sparse integer vector of a kernel: coprime entries, the first that is not zero positive.</summary>
public sealed class NullspaceVector
{
    private readonly int[] _columns;
    private readonly Integer[] _values;

    // Takes the arrays over: columns ascending, no zeros, at least one entry.
    private NullspaceVector(int component, int[] columns, Integer[] values)
    {
        Component = component;
        _columns = columns;
        _values = values;
    }

    /// <summary>The component of the matrix that the vector belongs to.</summary>
    public int Component { get; }

    /// <summary>The number of entries that are not zero.</summary>
    public int Count => _columns.Length;

    /// <summary>The places of the entries, ascending.</summary>
    public ReadOnlySpan<int> Columns => _columns;

    /// <summary>The entries, beside <see cref="Columns"/>.</summary>
    public ReadOnlySpan<Integer> Values => _values;

    /// <summary>Makes the primitive vector on the line of a vector that is not zero.</summary>
    /// <param name="component">The component of the matrix that the vector belongs to.</param>
    /// <param name="columns">The places of the entries, strictly ascending.</param>
    /// <param name="values">The entries; zeros are dropped.</param>
    /// <exception cref="ArgumentException">The lengths differ, the columns do not ascend, or all entries are zero.</exception>
    public static NullspaceVector Create(int component, ReadOnlySpan<int> columns, ReadOnlySpan<Integer> values)
    {
        if (columns.Length != values.Length)
        {
            throw new ArgumentException("There must be one value for each column.", nameof(values));
        }

        var keptColumns = new int[columns.Length];
        var keptValues = new Integer[values.Length];
        int count = 0;
        Integer divisor = Integer.Zero;
        for (int k = 0; k < columns.Length; k++)
        {
            if (k > 0 && columns[k] <= columns[k - 1])
            {
                throw new ArgumentException("The columns must ascend.", nameof(columns));
            }

            if (!values[k].IsZero)
            {
                keptColumns[count] = columns[k];
                keptValues[count++] = values[k];
                divisor = divisor.IsOne ? divisor : Integer.Gcd(divisor, values[k]);
            }
        }

        if (count == 0)
        {
            throw new ArgumentException("The zero vector spans no line.", nameof(values));
        }

        divisor = keptValues[0].Sign < 0 ? -divisor : divisor;
        for (int k = 0; k < count && !divisor.IsOne; k++)
        {
            keptValues[k] = Integer.DivideExact(keptValues[k], divisor);
        }

        return new NullspaceVector(component, keptColumns[..count], keptValues[..count]);
    }
}
