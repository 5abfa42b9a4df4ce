using System.Collections.Immutable;

namespace ConservationLaws.Models.Networks;

// Renumbering the units of a layer permutes the rows of its weights, its biases, and the columns of the next layer's weights; renumbering
// the inputs or outputs permutes what φ lists, not what it is. A transposition and a cycle generate all renumberings of one layer.

/// <summary>Permutations of parameters that come from renumbering a network's units and channels.</summary>
/// <remarks>Candidates only: whether they map the functions φ to each other is checked where they are used.</remarks>
internal static class UnitPermutations
{
    /// <summary>The permutations, each with the image of every coordinate; only layers between affine layers are renumbered.</summary>
    internal static ImmutableArray<int[]> Of(NetworkArchitecture network, int dimension)
    {
        ImmutableArray<int[]>.Builder permutations = ImmutableArray.CreateBuilder<int[]>();
        for (int boundary = 0; boundary <= network.Layers.Length; boundary++)
        {
            AffineLayer? before = boundary == 0 ? null : network.Layers[boundary - 1] as AffineLayer;
            AffineLayer? after = boundary == network.Layers.Length ? null : network.Layers[boundary] as AffineLayer;
            if ((boundary > 0 && before is null) || (boundary < network.Layers.Length && after is null))
            {
                continue;
            }

            int channels = before is null ? network.Input.Channels : before.Output.Channels;
            if (channels > 1)
            {
                permutations.Add(Permute(before, after, dimension, channel => channel < 2 ? 1 - channel : channel));
            }

            if (channels > 2)
            {
                permutations.Add(Permute(before, after, dimension, channel => (channel + 1) % channels));
            }

            int[] Permute(AffineLayer? rows, AffineLayer? columns, int size, Func<int, int> image)
            {
                int[] permutation = [.. Enumerable.Range(0, size)];
                if (rows is not null)
                {
                    MoveRows(permutation, rows.Weights, image);
                    if (rows.Bias is not null)
                    {
                        MoveRows(permutation, rows.Bias, image);
                    }
                }

                if (columns is not null)
                {
                    MoveColumns(permutation, columns.Weights, columns.Weights.Columns / channels, image);
                }

                return permutation;
            }
        }

        return permutations.ToImmutable();
    }

    private static void MoveRows(int[] permutation, Parameter parameter, Func<int, int> image)
    {
        int columns = parameter.Columns;
        for (int row = 0; row < parameter.Rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                permutation[parameter.Offset + (row * columns) + column] = parameter.Offset + (image(row) * columns) + column;
            }
        }
    }

    // A channel owns a block of neighbouring columns: the taps of a kernel, or the positions of a flattened signal.
    private static void MoveColumns(int[] permutation, Parameter parameter, int block, Func<int, int> image)
    {
        int columns = parameter.Columns;
        for (int row = 0; row < parameter.Rows; row++)
        {
            for (int column = 0; column < columns; column++)
            {
                permutation[parameter.Offset + (row * columns) + column] =
                    parameter.Offset + (row * columns) + (image(column / block) * block) + (column % block);
            }
        }
    }
}
