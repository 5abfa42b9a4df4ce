using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

// Generators flattened for the question which terms a coordinate or a generator meets: the terms of the component at ∂/∂θ_k of the generator g
// are those of one entry (g, first, end). The entries of the coordinate k lie at _entries[_starts[k].._starts[k+1]], by ascending generator,
// and once more, generator by generator, in _components.

/// <summary>The terms of vector fields, by coordinate, with monomials as keys.</summary>
internal sealed class PackedFields<TKey, TPacking>
    where TKey : struct, IEquatable<TKey>, IComparable<TKey>
    where TPacking : struct, IMonomialPacking<TKey>
{
    private readonly int[] _starts;
    private readonly Entry[] _entries;
    private readonly int[] _generatorStarts;
    private readonly (int Coordinate, Entry Entry)[] _components;
    private readonly TKey[] _monomials;
    private readonly Integer[] _coefficients;

    internal PackedFields(TPacking packing, ImmutableArray<VectorField<Polynomial<Integer>>> generators, int dimension)
    {
        Packing = packing;
        GeneratorCount = generators.Length;
        _starts = new int[dimension + 1];
        long terms = 0;
        foreach (VectorField<Polynomial<Integer>> generator in generators)
        {
            for (int place = 0; place < generator.Coordinates.Length; place++)
            {
                _starts[generator.Coordinates[place] + 1]++;
                terms += generator.Coefficients[place].TermCount;
            }
        }

        for (int coordinate = 0; coordinate < dimension; coordinate++)
        {
            _starts[coordinate + 1] += _starts[coordinate];
        }

        _entries = new Entry[_starts[dimension]];
        _components = new (int Coordinate, Entry Entry)[_entries.Length];
        _generatorStarts = new int[generators.Length + 1];
        _monomials = new TKey[terms];
        _coefficients = new Integer[terms];
        int[] next = (int[])_starts.Clone();
        int count = 0;
        int components = 0;
        var factors = new List<(int Variable, int Exponent)>();
        for (int index = 0; index < generators.Length; index++)
        {
            VectorField<Polynomial<Integer>> generator = generators[index];
            for (int place = 0; place < generator.Coordinates.Length; place++)
            {
                int first = count;
                Polynomial<Integer> component = generator.Coefficients[place];
                for (int term = 0; term < component.TermCount; term++)
                {
                    component.CopyFactors(term, factors);
                    _monomials[count] = packing.Pack(CollectionsMarshal.AsSpan(factors));
                    _coefficients[count++] = component.Coefficient(term);
                }

                var entry = new Entry(index, first, count);
                _entries[next[generator.Coordinates[place]]++] = entry;
                _components[components++] = (generator.Coordinates[place], entry);
            }

            _generatorStarts[index + 1] = components;
        }
    }

    internal TPacking Packing { get; }

    internal int GeneratorCount { get; }

    /// <summary>The components at a coordinate that are not zero, by ascending generator.</summary>
    internal ReadOnlySpan<Entry> At(int coordinate) => _entries.AsSpan(_starts[coordinate].._starts[coordinate + 1]);

    /// <summary>The components of a generator that are not zero, by ascending coordinate.</summary>
    internal ReadOnlySpan<(int Coordinate, Entry Entry)> Of(int generator) =>
        _components.AsSpan(_generatorStarts[generator].._generatorStarts[generator + 1]);

    /// <summary>The monomials of a component.</summary>
    internal ReadOnlySpan<TKey> Monomials(Entry entry) => _monomials.AsSpan(entry.First..entry.End);

    /// <summary>The coefficients of a component.</summary>
    internal ReadOnlySpan<Integer> Coefficients(Entry entry) => _coefficients.AsSpan(entry.First..entry.End);

    /// <summary>A component of a generator.</summary>
    internal readonly record struct Entry(int Generator, int First, int End)
    {
        internal int Count => End - First;
    }
}
