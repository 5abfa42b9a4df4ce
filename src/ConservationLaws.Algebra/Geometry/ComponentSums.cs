using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Geometry;

// Invariant: keys ascend strictly inside and among each other. dθ_i ∧ dθ_j = −dθ_j ∧ dθ_i, so that a list with a repeated index counts for
// nothing and any other one for its sorted list with the sign of the permutation. Every component is one fused sum of products.

/// <summary>Collects the components of a differential form.</summary>
internal sealed class ComponentSums<T, TRing>(TRing ring, int degree)
    where TRing : struct, IDifferentialRing<T>
{
    private readonly SortedDictionary<int[], List<(T Left, T Right)>> _sums =
        new(Comparer<int[]>.Create(static (left, right) => left.AsSpan().SequenceCompareTo(right)));

    /// <summary>Adds left·right·dθ_{i₁} ∧ … ∧ dθ_{i_p}, for indices in any order.</summary>
    internal void Add(ReadOnlySpan<int> indices, T left, T right)
    {
        int[] sorted = indices.ToArray();
        bool isOdd = false;
        for (int place = 1; place < sorted.Length; place++)
        {
            for (int other = place; other > 0 && sorted[other - 1] >= sorted[other]; other--)
            {
                if (sorted[other - 1] == sorted[other])
                {
                    return;
                }

                (sorted[other - 1], sorted[other]) = (sorted[other], sorted[other - 1]);
                isOdd = !isOdd;
            }
        }

        if (!_sums.TryGetValue(sorted, out List<(T Left, T Right)>? products))
        {
            products = [];
            _sums.Add(sorted, products);
        }

        products.Add((isOdd ? ring.Negate(left) : left, right));
    }

    /// <summary>The form with the components collected; zeros are dropped.</summary>
    internal DifferentialForm<T> ToForm()
    {
        ImmutableArray<int>.Builder indices = ImmutableArray.CreateBuilder<int>(_sums.Count * degree);
        ImmutableArray<T>.Builder coefficients = ImmutableArray.CreateBuilder<T>(_sums.Count);
        foreach ((int[] list, List<(T Left, T Right)> products) in _sums)
        {
            T sum = ring.SumOfProducts(CollectionsMarshal.AsSpan(products));
            if (!ring.IsZero(sum))
            {
                indices.AddRange(list);
                coefficients.Add(sum);
            }
        }

        return degree == 1
            ? new OneForm<T>(indices.DrainToImmutable(), coefficients.DrainToImmutable())
            : new DifferentialForm<T>(degree, indices.DrainToImmutable(), coefficients.DrainToImmutable());
    }
}
