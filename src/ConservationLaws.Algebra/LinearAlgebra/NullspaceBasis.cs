namespace ConservationLaws.Algebra.LinearAlgebra;

/// <summary>A proved basis of the kernel over Q of a sparse integer matrix, but for the components that were skipped.</summary>
/// <remarks>
/// Components are those left after the columns that must vanish (a row with a single entry, again and again) are taken out; each has its
/// own columns. Every vector was multiplied by the matrix exactly, and there are as many as the rank modulo a prime leaves room for.
/// </remarks>
public sealed class NullspaceBasis
{
    internal NullspaceBasis(int columnCount, NullspaceVector[] vectors, int[] componentSizes, int[] skippedComponents)
    {
        ColumnCount = columnCount;
        Vectors = vectors;
        ComponentSizes = componentSizes;
        SkippedComponents = skippedComponents;
    }

    /// <summary>The number of columns of the matrix.</summary>
    public int ColumnCount { get; }

    /// <summary>The basis, by component. The order is the same in every run, but nothing should be read from it.</summary>
    public IReadOnlyList<NullspaceVector> Vectors { get; }

    /// <summary>The number of columns of each component.</summary>
    public IReadOnlyList<int> ComponentSizes { get; }

    /// <summary>The components that were too large and have no vectors here; their sizes are in <see cref="ComponentSizes"/>.</summary>
    public IReadOnlyList<int> SkippedComponents { get; }

    /// <summary>The sizes of the components that were skipped.</summary>
    public IEnumerable<int> SkippedComponentSizes => SkippedComponents.Select(component => ComponentSizes[component]);

    /// <summary>Whether no component was skipped, so that the vectors are a basis of the whole kernel.</summary>
    public bool IsComplete => SkippedComponents.Count == 0;
}
