using System.Collections.Immutable;

namespace ConservationLaws.Algebra.Geometry;

/// <summary>A vector field Σ c_k ∂/∂θ_k on the space of the coordinates θ₀, θ₁, …, stored by its non-zero components.</summary>
/// <typeparam name="T">The coefficients: elements of a ring of functions of the coordinates.</typeparam>
/// <remarks>Immutable. The operations belong to <see cref="VectorFieldModule{T, TRing}"/>, which knows the ring.</remarks>
public sealed class VectorField<T>
{
    // Invariant: Coordinates ascends strictly, Coefficients runs parallel to it and holds no zero.
    private readonly Lazy<ImmutableArray<T>>? _deferred;
    private readonly ImmutableArray<T> _coefficients;

    internal VectorField(ImmutableArray<int> coordinates, ImmutableArray<T> coefficients) => (Coordinates, _coefficients) = (coordinates, coefficients);

    internal VectorField(ImmutableArray<int> coordinates, Func<ImmutableArray<T>> coefficients) => (Coordinates, _deferred) = (coordinates, new(coefficients));

    /// <summary>The coordinates k with a non-zero component, counted from 0, ascending.</summary>
    public ImmutableArray<int> Coordinates { get; }

    /// <summary>The components c_k that belong to <see cref="Coordinates"/>, none of them zero.</summary>
    public ImmutableArray<T> Coefficients => _deferred is null ? _coefficients : _deferred.Value;

    /// <summary>Whether the field vanishes everywhere.</summary>
    public bool IsZero => Coordinates.IsEmpty;

    /// <summary>Finds the component in one direction.</summary>
    /// <param name="coordinate">The coordinate, counted from 0.</param>
    /// <param name="coefficient">The component; the type's default value when it is zero.</param>
    /// <returns>Whether the component is non-zero.</returns>
    public bool TryGetCoefficient(int coordinate, out T coefficient)
    {
        int place = Coordinates.BinarySearch(coordinate);
        coefficient = place >= 0 ? Coefficients[place] : default!;
        return place >= 0;
    }
}
