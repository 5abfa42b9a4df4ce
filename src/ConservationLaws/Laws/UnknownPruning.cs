using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// An equation with a single unknown says that this unknown is zero. In law systems most equations are of that kind, so it pays to find
// them before anything is stored: field by field, among the unknowns that are still alive, until nothing dies. What is left of a million
// monomials of degree 2 is usually a few thousand. A field is looked at again only when an unknown with one of its coordinates has died.

/// <summary>Finds unknowns of a law system that an equation with one unknown forces to be zero.</summary>
internal static class UnknownPruning
{
    /// <summary>The unknowns that survive, in order.</summary>
    internal static ImmutableArray<Monomial> Survivors<TKey, TPacking>(
        ImmutableArray<Monomial> unknowns, PackedFields<TKey, TPacking> fields, int dimension, CancellationToken cancellation)
        where TKey : struct, IEquatable<TKey>, IComparable<TKey>
        where TPacking : struct, IMonomialPacking<TKey>
    {
        var index = new UnknownIndex<TKey, TPacking>(fields.Packing, unknowns, dimension);
        bool[] isAlive = new bool[unknowns.Length];
        Array.Fill(isAlive, true);
        bool[] isWaiting = new bool[fields.GeneratorCount];
        Array.Fill(isWaiting, true);
        var table = new EquationTable<TKey>();
        while (Array.IndexOf(isWaiting, true) is >= 0 and int first)
        {
            for (int generator = first; generator < isWaiting.Length; generator++)
            {
                if (isWaiting[generator])
                {
                    cancellation.ThrowIfCancellationRequested();
                    isWaiting[generator] = false;
                    Prune(generator);
                }
            }
        }

        return [.. unknowns.Where((_, unknown) => isAlive[unknown])];

        // Kills the unknowns that stand alone in an equation of one field.
        void Prune(int generator)
        {
            table.Clear();
            foreach ((int coordinate, PackedFields<TKey, TPacking>.Entry entry) in fields.Of(generator))
            {
                ReadOnlySpan<TKey> monomials = fields.Monomials(entry);
                ReadOnlySpan<Integer> coefficients = fields.Coefficients(entry);
                foreach (UnknownIndex<TKey, TPacking>.Factor factor in index.With(coordinate))
                {
                    for (int term = 0; isAlive[factor.Unknown] && term < monomials.Length; term++)
                    {
                        table.Add(fields.Packing.Multiply(factor.Lowered, monomials[term]), factor.Unknown, factor.Exponent * coefficients[term]);
                    }
                }
            }

            foreach (int unknown in table.Lonely())
            {
                if (isAlive[unknown])
                {
                    isAlive[unknown] = false;
                    foreach ((int variable, _) in unknowns[unknown])
                    {
                        foreach (PackedFields<TKey, TPacking>.Entry entry in fields.At(variable))
                        {
                            isWaiting[entry.Generator] = true;
                        }
                    }
                }
            }
        }
    }
}
