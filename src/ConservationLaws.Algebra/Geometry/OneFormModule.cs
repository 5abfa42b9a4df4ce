using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Geometry;

/// <summary>The module of one-forms over a ring of functions, paired with vector fields.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
/// <typeparam name="TRing">The ring of functions that they belong to.</typeparam>
/// <remarks>math.md 7.1.</remarks>
public readonly struct OneFormModule<T, TRing>
    where TRing : struct, IDifferentialRing<T>
{
    private readonly TRing _ring;

    /// <summary>Makes the module of one-forms over a ring.</summary>
    public OneFormModule(TRing ring) => _ring = ring;

    /// <summary>Makes a form from components; zeros are dropped.</summary>
    /// <param name="components">Pairs of a coordinate, counted from 0, and a component, by ascending coordinate.</param>
    public OneForm<T> Create(IEnumerable<(int Coordinate, T Coefficient)> components)
    {
        ImmutableArray<int>.Builder coordinates = ImmutableArray.CreateBuilder<int>();
        ImmutableArray<T>.Builder coefficients = ImmutableArray.CreateBuilder<T>();
        foreach ((int coordinate, T coefficient) in components)
        {
            if (!_ring.IsZero(coefficient))
            {
                coordinates.Add(coordinate);
                coefficients.Add(coefficient);
            }
        }

        return new OneForm<T>(coordinates.DrainToImmutable(), coefficients.DrainToImmutable());
    }

    /// <summary>The function ω(X) = Σ ω_k X_k.</summary>
    public T Pair(OneForm<T> form, VectorField<T> field)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(field);
        var products = new List<(T Left, T Right)>();
        for (int place = 0; place < form.Coordinates.Length; place++)
        {
            if (field.TryGetCoefficient(form.Coordinates[place], out T component))
            {
                products.Add((form.Coefficients[place], component));
            }
        }

        return _ring.SumOfProducts(CollectionsMarshal.AsSpan(products));
    }
}
