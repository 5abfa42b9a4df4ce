using System.Collections.Immutable;

namespace ConservationLaws.Algebra.Geometry;

/// <summary>A differential form Σ c_I dθ_{i₁} ∧ … ∧ dθ_{i_p} on the space of the coordinates θ₀, θ₁, …, stored by its non-zero components.</summary>
/// <typeparam name="T">The coefficients: elements of a ring of functions of the coordinates.</typeparam>
/// <param name="Degree">The degree p, not negative; a function is a form of degree 0.</param>
/// <param name="Indices">The index lists I, each ascending, in lexicographic order and one after the other: p numbers for each component.</param>
/// <param name="Coefficients">The components c_I, none of them zero.</param>
/// <remarks>
/// Plain data; the operations belong to <see cref="ExteriorAlgebra{T, TRing}"/>, which knows the ring. Forms of degree 1 that it makes are
/// <see cref="OneForm{T}"/>s.
/// </remarks>
public record DifferentialForm<T>(int Degree, ImmutableArray<int> Indices, ImmutableArray<T> Coefficients)
{
    /// <summary>Whether the form vanishes everywhere.</summary>
    public bool IsZero => Coefficients.IsEmpty;

    /// <summary>The index list of a component.</summary>
    /// <param name="component">The place of the component.</param>
    public ReadOnlySpan<int> IndexList(int component) => Indices.AsSpan().Slice(component * Degree, Degree);
}
