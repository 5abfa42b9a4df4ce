using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models;

/// <summary>The value of an expression of the language: a matrix of rational functions, or a vector field.</summary>
internal abstract record Value;

/// <summary>A matrix of rational functions of θ; a scalar is a 1×1 matrix.</summary>
internal sealed record MatrixValue(int Rows, int Columns, RationalFunction[] Entries) : Value
{
    internal static MatrixValue Scalar(RationalFunction value) => new(1, 1, [value]);

    internal bool IsScalar => Rows == 1 && Columns == 1;

    internal string Shape => $"{Rows}×{Columns}";

    internal RationalFunction this[int row, int column] => Entries[(row * Columns) + column];

    /// <summary>Fills a matrix entry by entry.</summary>
    internal static MatrixValue Create(int rows, int columns, Func<int, int, RationalFunction> entry)
    {
        var entries = new RationalFunction[rows * columns];
        for (int row = 0; row < rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                entries[(row * columns) + column] = entry(row, column);
            }
        }

        return new MatrixValue(rows, columns, entries);
    }

    internal MatrixValue Map(Func<RationalFunction, RationalFunction> image) => new(Rows, Columns, Array.ConvertAll(Entries, image.Invoke));
}

/// <summary>A vector field with rational coefficients, written in derivations.</summary>
internal sealed record FieldValue(Algebra.Geometry.VectorField<RationalFunction> Field) : Value;
