using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Models;

/// <summary>The kinds of training flows.</summary>
public enum FlowDynamics
{
    /// <summary>θ′ = −M(θ)∇E.</summary>
    Gradient,

    /// <summary>θ′ = −M(θ)∇E − λθ, with s′ = λs.</summary>
    GradientWithDecay,

    /// <summary>θ″ + τθ′ = −M(θ)∇E, with s′ = τs, or t′ = 1 when τ = 0.</summary>
    Momentum,

    /// <summary>θ″ + (a/t)θ′ = −M(θ)∇E, with t′ = 1.</summary>
    Nesterov,
}

/// <summary>A training flow with its rate λ, τ or a.</summary>
/// <param name="Dynamics">The kind of flow.</param>
/// <param name="Rate">The rate; 0 for plain gradient flow.</param>
/// <remarks>math.md section 5.</remarks>
public sealed record Flow(FlowDynamics Dynamics, Rational Rate)
{
    /// <summary>Plain gradient flow.</summary>
    public static Flow Plain { get; } = new(FlowDynamics.Gradient, Rational.Zero);

    /// <summary>Whether velocities are coordinates of the phase space.</summary>
    public bool HasVelocities => Dynamics is FlowDynamics.Momentum or FlowDynamics.Nesterov;

    /// <summary>The usual name of the added coordinate: the clock t, the factor s, or null for plain gradient flow.</summary>
    internal string? ClockName => Dynamics switch
    {
        FlowDynamics.Gradient => null,
        FlowDynamics.Nesterov => "t",
        FlowDynamics.Momentum when Rate.IsZero => "t",
        _ => "s",
    };
}
