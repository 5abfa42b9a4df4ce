using System.Collections.Immutable;

namespace ConservationLaws.Models;

/// <summary>A declared array of trainable parameters: a scalar, a column, a matrix or a convolution kernel.</summary>
/// <param name="Name">The name, as the user wrote it or as the network gives it.</param>
/// <param name="Dimensions">Empty for a scalar; then the length of a column, rows and columns, or a kernel's three or four sizes.</param>
/// <param name="Offset">The place of the first entry among the coordinates θ of R^D, counted from 0.</param>
public sealed record Parameter(string Name, ImmutableArray<int> Dimensions, int Offset)
{
    /// <summary>The number of entries.</summary>
    public int Count => Dimensions.Aggregate(1, (product, dimension) => product * dimension);

    /// <summary>The number of rows when the parameter is read as a matrix: the first dimension, 1 for a scalar.</summary>
    public int Rows => Dimensions.IsEmpty ? 1 : Dimensions[0];

    /// <summary>The number of columns when the parameter is read as a matrix: the product of the other dimensions.</summary>
    public int Columns => Count / Rows;

    /// <summary>The printed name of an entry, such as <c>U[1,2]</c>; indices start at 1.</summary>
    /// <param name="entry">The entry, counted row by row from 0.</param>
    /// <param name="mark">Text between the name and the index: a prime for velocities.</param>
    public string EntryName(int entry, string mark = "")
    {
        if (Dimensions.IsEmpty)
        {
            return Name + mark;
        }

        string[] indices = new string[Dimensions.Length];
        for (int axis = Dimensions.Length - 1; axis >= 0; axis--)
        {
            indices[axis] = ((entry % Dimensions[axis]) + 1).ToString();
            entry /= Dimensions[axis];
        }

        return $"{Name}{mark}[{string.Join(',', indices)}]";
    }

    /// <summary>The shape in words, such as <c>3×2</c>.</summary>
    public string Shape => Dimensions.IsEmpty ? "scalar" : Dimensions.Length == 1 ? $"{Rows}×1" : string.Join('×', Dimensions);
}
