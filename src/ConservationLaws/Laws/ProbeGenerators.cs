using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

/// <summary>A few of many generators, enough that the laws of the few are most likely the laws of all.</summary>
/// <remarks>
/// The laws of some generators contain those of all; when each of them proves to be a law of all, the two are the same. So a poor choice costs
/// another round and nothing else.
/// </remarks>
internal static class ProbeGenerators
{
    // Up to so many generators are used at once without choosing.
    private const int Few = 24;

    // Each coordinate is met by so many of the chosen generators, where there are so many.
    private const int Cover = 2;

    /// <summary>The places of the chosen generators, in no particular order.</summary>
    internal static IReadOnlySet<int> Choose(ImmutableArray<VectorField<Polynomial<Integer>>> generators)
    {
        if (generators.Length <= Few)
        {
            return Enumerable.Range(0, generators.Length).ToHashSet();
        }

        int[] order = [.. Enumerable.Range(0, generators.Length)];
        Shuffle(order);
        var counts = new Dictionary<int, int>();
        var chosen = new HashSet<int>();
        foreach (int generator in order)
        {
            if (generators[generator].Coordinates.Any(coordinate => counts.GetValueOrDefault(coordinate) < Cover))
            {
                chosen.Add(generator);
                foreach (int coordinate in generators[generator].Coordinates)
                {
                    counts[coordinate] = counts.GetValueOrDefault(coordinate) + 1;
                }
            }
        }

        return chosen;
    }

    private static void Shuffle(int[] order)
    {
        var random = new SplitMix64(0);
        for (int place = order.Length - 1; place > 0; place--)
        {
            int other = (int)random.NextBelow((uint)place + 1);
            (order[place], order[other]) = (order[other], order[place]);
        }
    }
}
