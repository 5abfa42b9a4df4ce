using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Lie;

/// <summary>Values of chosen words of a straight-line list at a point.</summary>
internal static class BracketValues
{
    /// <summary>The matrix with the value of one chosen word a row.</summary>
    /// <param name="generators">The generators.</param>
    /// <param name="words">A straight-line list of words; generators may stand anywhere in it.</param>
    /// <param name="chosen">The places of the words wanted.</param>
    /// <param name="point">The point.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static SparseMatrix<uint> AtPoint(
        ImmutableArray<VectorField<Polynomial<Integer>>> generators,
        ImmutableArray<BracketWord> words,
        ImmutableArray<int> chosen,
        EvaluationPoint point,
        CancellationToken cancellation = default)
    {
        int dimension = point.Residues.Length;
        var fields = new BracketFields(point.Field, dimension, generators);
        var places = new WordCopy(words, generator => generator, fields.AddBracket);
        var values = new SparseMatrixBuilder<uint, PrimeField>(point.Field, dimension);
        foreach (int word in chosen)
        {
            cancellation.ThrowIfCancellationRequested();
            uint[] value = fields.Evaluator.Evaluate(places.Place(word), point.Residues);
            for (int coordinate = 0; coordinate < dimension; coordinate++)
            {
                if (value[coordinate] != 0)
                {
                    values.Add(coordinate, value[coordinate]);
                }
            }

            values.EndRow();
        }

        return values.Build();
    }
}
