using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Models;

/// <summary>Turns functions φ, a diagonal metric and a flow into the vector fields that generate the dynamics (math.md section 5).</summary>
internal static class GeneratorBuilder
{
    private static VectorFieldModule<RationalFunction, RationalFunctionField> Fields => default;

    /// <summary>The generators M∇φ_i, in the velocity directions for inertial flows, after the drift where there is one.</summary>
    /// <param name="space">The phase space.</param>
    /// <param name="flow">The flow.</param>
    /// <param name="functions">The functions φ_i of θ.</param>
    /// <param name="metric">The diagonal entries M_k(θ) that differ from 1, by coordinate.</param>
    /// <param name="cancellation">Stops the work.</param>
    internal static ImmutableArray<VectorField<RationalFunction>> Build(
        PhaseSpace space,
        Flow flow,
        IEnumerable<RationalFunction> functions,
        IReadOnlyDictionary<int, RationalFunction> metric,
        CancellationToken cancellation)
    {
        ImmutableArray<VectorField<RationalFunction>>.Builder generators = ImmutableArray.CreateBuilder<VectorField<RationalFunction>>();
        if (flow.Dynamics != FlowDynamics.Gradient)
        {
            generators.Add(Drift(space, flow));
        }

        int shift = space.HasVelocities ? space.ParameterCount : 0;
        foreach (RationalFunction function in functions)
        {
            cancellation.ThrowIfCancellationRequested();
            var components = new List<(int Coordinate, RationalFunction Coefficient)>();
            foreach ((int variable, RationalFunction derivative) in function.Gradient())
            {
                components.Add((variable + shift, metric.TryGetValue(variable, out RationalFunction? factor) ? factor * derivative : derivative));
            }

            generators.Add(Fields.Create(components));
        }

        return generators.ToImmutable();
    }

    // The part of the dynamics that does not depend on the loss, multiplied by t for Nesterov's flow: −λθ ∂θ + λs ∂s, or
    // θ′ ∂θ − τθ′ ∂θ′ + τs ∂s, or tθ′ ∂θ − aθ′ ∂θ′ + t ∂t.
    private static VectorField<RationalFunction> Drift(PhaseSpace space, Flow flow)
    {
        int clock = space.Dimension - 1;
        RationalFunction rate = RationalFunction.FromRational(flow.Rate);
        RationalFunction clockValue = RationalFunction.Variable(clock);
        var components = new List<(int Coordinate, RationalFunction Coefficient)>();
        for (int coordinate = 0; coordinate < space.ParameterCount; coordinate++)
        {
            if (flow.HasVelocities)
            {
                RationalFunction velocity = RationalFunction.Variable(space.VelocityOf(coordinate));
                components.Add((coordinate, flow.Dynamics == FlowDynamics.Nesterov ? clockValue * velocity : velocity));
                components.Add((space.VelocityOf(coordinate), -(rate * velocity)));
            }
            else
            {
                components.Add((coordinate, -(rate * RationalFunction.Variable(coordinate))));
            }
        }

        bool runsLikeTime = flow.Dynamics == FlowDynamics.Momentum && flow.Rate.IsZero;
        components.Add((clock, runsLikeTime ? RationalFunction.One : flow.Dynamics == FlowDynamics.Nesterov ? clockValue : rate * clockValue));
        return Fields.Create(components);
    }
}
