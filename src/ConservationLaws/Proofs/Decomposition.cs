using System.Collections.Immutable;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

// Two coordinates belong together when one generator has to do with both, as a direction or as a variable of a component. Brackets of fields of
// different components vanish, so V₀, V₁, … are direct sums over the components and their ranks at a point add. A law of a component is a law
// of the model, and gradients of laws of different components are independent. So both bounds add (math.md 7.3).

/// <summary>A part of a model that shares no coordinate with the rest.</summary>
/// <param name="Coordinates">Its coordinates in the model, ascending; they are 0, 1, … in the system.</param>
/// <param name="Generators">The places of its generators in the model, ascending.</param>
/// <param name="System">The generators in coordinates of their own; one object for all components that are equal in these.</param>
internal sealed record Component(ImmutableArray<int> Coordinates, ImmutableArray<int> Generators, GeneratorSystem System);

/// <summary>The connected components of a model.</summary>
/// <param name="Components">The components with generators, by their first coordinates.</param>
/// <param name="Untouched">The coordinates that no generator has to do with: each is a law.</param>
internal sealed record Decomposition(ImmutableArray<Component> Components, ImmutableArray<int> Untouched)
{
    /// <summary>Whether the model is one system.</summary>
    internal bool IsWhole => Components.Length == 1 && Untouched.IsEmpty;

    /// <summary>Splits a model where that is of use.</summary>
    /// <remarks>A drift joins all coordinates, and points of <c>at</c> statements are analysed on the whole space.</remarks>
    internal static Decomposition Of(Model model, ProofOptions options)
    {
        var whole = GeneratorSystem.Of(model);
        if (!options.SplitsIntoComponents || model.Flow.Dynamics != FlowDynamics.Gradient || !model.SpecialPoints.IsEmpty || whole.Generators.IsEmpty)
        {
            return Whole(whole);
        }

        ConnectedComponents connected = ConnectedComponents.Compute(whole.Dimension, whole.Generators.Length, whole.Touched);
        if (connected.Count == 1)
        {
            return Whole(whole);
        }

        var components = ImmutableArray.CreateBuilder<Component>();
        var untouched = ImmutableArray.CreateBuilder<int>();
        var kinds = new Dictionary<GeneratorSystem, GeneratorSystem>();
        for (int index = 0; index < connected.Count; index++)
        {
            ReadOnlySpan<int> coordinates = connected.ColumnsOf(index);
            ReadOnlySpan<int> generators = connected.RowsOf(index);
            if (generators.IsEmpty)
            {
                untouched.AddRange(coordinates);
                continue;
            }

            int own = index;
            GeneratorSystem system = whole.Restrict(
                coordinates, generators, coordinate => connected.ComponentOf(coordinate) == own ? connected.PlaceOf(coordinate) : -1);
            if (!kinds.TryGetValue(system, out GeneratorSystem? first))
            {
                kinds.Add(system, first = system);
            }

            components.Add(new Component([.. coordinates], [.. generators], first));
        }

        return new Decomposition(components.ToImmutable(), untouched.ToImmutable());
    }

    private static Decomposition Whole(GeneratorSystem system) => new(
        [new Component([.. Enumerable.Range(0, system.Dimension)], [.. Enumerable.Range(0, system.Generators.Length)], system)], []);
}
