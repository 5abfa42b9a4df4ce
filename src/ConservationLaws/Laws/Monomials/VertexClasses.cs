namespace ConservationLaws.Laws.Monomials;

/// <summary>Classes of vertices that are known to have equal potentials: disjoint sets, merged step by step.</summary>
/// <remarks>R. E. Tarjan, "Efficiency of a good but not linear set union algorithm", J. ACM 22 (1975): path halving, smaller root wins.</remarks>
internal sealed class VertexClasses(int count)
{
    private readonly int[] _parent = [.. Enumerable.Range(0, count)];

    /// <summary>The representative of a vertex: the smallest vertex of its class.</summary>
    internal int Find(int vertex)
    {
        while (_parent[vertex] != vertex)
        {
            _parent[vertex] = _parent[_parent[vertex]];
            vertex = _parent[vertex];
        }

        return vertex;
    }

    /// <summary>Merges the classes of two vertices; whether they were different.</summary>
    internal bool Merge(int left, int right)
    {
        int leftRoot = Find(left);
        int rightRoot = Find(right);
        (_parent[Math.Max(leftRoot, rightRoot)], bool differ) = (Math.Min(leftRoot, rightRoot), leftRoot != rightRoot);
        return differ;
    }
}
