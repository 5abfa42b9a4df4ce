using System.Collections.Immutable;

namespace ConservationLaws.Algebra.Geometry;

/// <summary>A one-form Σ c_k dθ_k on the space of the coordinates θ₀, θ₁, …, stored by its non-zero components.</summary>
/// <typeparam name="T">The coefficients: elements of a ring of functions of the coordinates.</typeparam>
/// <param name="Coordinates">The coordinates k with a non-zero component, counted from 0, ascending.</param>
/// <param name="Coefficients">The components c_k, none of them zero.</param>
/// <remarks>Paired with fields by <see cref="OneFormModule{T, TRing}"/>; a form as others are in <see cref="ExteriorAlgebra{T, TRing}"/>. math.md 7.1.</remarks>
public sealed record OneForm<T>(ImmutableArray<int> Coordinates, ImmutableArray<T> Coefficients)
    : DifferentialForm<T>(1, Coordinates, Coefficients)
{
    /// <summary>The coordinates k with a non-zero component, counted from 0, ascending.</summary>
    public ImmutableArray<int> Coordinates => Indices;
}
