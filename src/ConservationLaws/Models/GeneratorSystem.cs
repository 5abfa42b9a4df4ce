using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models;

/// <summary>Vector fields on R^n: all that a count of laws needs to know of a model, or of a part of one.</summary>
/// <param name="dimension">The number n of coordinates.</param>
/// <param name="generators">The fields, none of them zero.</param>
/// <param name="functions">Polynomials whose gradients these are up to integer factors; empty where they are no gradients.</param>
/// <param name="candidateSymmetries">Permutations of the coordinates that may map the functions to themselves.</param>
internal sealed class GeneratorSystem(
    int dimension,
    ImmutableArray<VectorField<Polynomial<Integer>>> generators,
    ImmutableArray<Polynomial<Integer>> functions,
    ImmutableArray<int[]> candidateSymmetries) : IEquatable<GeneratorSystem>
{
    private static VectorFieldModule<Polynomial<Integer>, PolynomialRing<Integer, IntegerRing>> Module => default;

    internal int Dimension => dimension;

    internal ImmutableArray<VectorField<Polynomial<Integer>>> Generators => generators;

    internal ImmutableArray<Polynomial<Integer>> Functions => functions;

    internal ImmutableArray<int[]> CandidateSymmetries => candidateSymmetries;

    /// <summary>The system of a whole model.</summary>
    internal static GeneratorSystem Of(Model model) => new(model.Space.Dimension, model.Generators, model.Functions, model.CandidateSymmetries);

    /// <summary>The coordinates that a generator has to do with: directions and variables of components, with or without repetition.</summary>
    internal ReadOnlySpan<int> Touched(int generator)
    {
        if (!functions.IsEmpty)
        {
            return functions[generator].Variables;
        }

        VectorField<Polynomial<Integer>> field = generators[generator];
        return (int[])[.. field.Coordinates, .. field.Coefficients.SelectMany(coefficient => coefficient.Variables.ToArray())];
    }

    /// <summary>Some generators as fields in the coordinates that they have to do with.</summary>
    /// <param name="coordinates">Those coordinates, ascending.</param>
    /// <param name="members">The places of the generators.</param>
    /// <param name="newPlace">The new place of an old coordinate, or −1.</param>
    internal GeneratorSystem Restrict(ReadOnlySpan<int> coordinates, ReadOnlySpan<int> members, Func<int, int> newPlace)
    {
        var symmetries = ImmutableArray.CreateBuilder<int[]>();
        foreach (int[] permutation in candidateSymmetries)
        {
            int[] restricted = new int[coordinates.Length];
            bool isIdentity = true;
            for (int place = 0; place < restricted.Length; place++)
            {
                restricted[place] = newPlace(permutation[coordinates[place]]);
                isIdentity &= restricted[place] == place;
            }

            if (!isIdentity && !restricted.Contains(-1))
            {
                symmetries.Add(restricted);
            }
        }

        int[] kept = members.ToArray();
        ImmutableArray<Polynomial<Integer>> renamed = functions.IsEmpty ? [] : [.. kept.Select(member => functions[member].RenameVariables(newPlace))];
        return new GeneratorSystem(
            coordinates.Length,
            functions.IsEmpty ? [.. kept.Select(member => Rename(generators[member], newPlace))] : [.. renamed.Select(GradientField.Primitive)],
            renamed,
            symmetries.ToImmutable());
    }

    /// <summary>Whether the fields are the same, one by one. Symmetries are only proposals, so they play no part.</summary>
    public bool Equals(GeneratorSystem? other) =>
        other is not null && dimension == other.Dimension && generators.Length == other.Generators.Length &&
        (functions.IsEmpty
            ? other.Functions.IsEmpty && generators.Zip(other.Generators).All(pair =>
                pair.First.Coordinates.SequenceEqual(pair.Second.Coordinates) && pair.First.Coefficients.SequenceEqual(pair.Second.Coefficients))
            : functions.SequenceEqual(other.Functions));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as GeneratorSystem);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(dimension);
        foreach (Polynomial<Integer> polynomial in functions.IsEmpty ? generators.SelectMany(generator => generator.Coefficients) : functions)
        {
            hash.Add(polynomial);
        }

        return hash.ToHashCode();
    }

    /// <summary>A field in other coordinates.</summary>
    internal static VectorField<Polynomial<Integer>> Rename(VectorField<Polynomial<Integer>> field, Func<int, int> newPlace) =>
        Module.Create(field.Coordinates.Zip(field.Coefficients, (coordinate, coefficient) => (newPlace(coordinate), coefficient.RenameVariables(newPlace))));
}
