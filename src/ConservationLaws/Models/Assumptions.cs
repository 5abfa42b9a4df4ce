using System.Collections.Immutable;
using ConservationLaws.Language;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Models;

/// <summary>What is assumed where a model says nothing, and what its words stand for, in sentences.</summary>
internal static class Assumptions
{
    /// <summary>The assumptions behind a model that is not given by vector fields.</summary>
    internal static ImmutableArray<string> Describe(ModelSyntax syntax, NetworkArchitecture? network, Flow flow)
    {
        ImmutableArray<string>.Builder sentences = ImmutableArray.CreateBuilder<string>();
        if (syntax.Statements.Any(statement => statement is FieldStatement))
        {
            return ["The fields are used as written; a law is a common first integral of all of them."];
        }

        sentences.Add("Laws are those of φ: functions h(θ) with ⟨∇h, M∇φ_i⟩ = 0 for every coordinate φ_i; they hold for every data set and loss.");
        sentences.Add(syntax.Statements.Any(statement => statement is PreconditionStatement)
            ? "The metric M is diagonal, as given by `precondition`, and the identity elsewhere."
            : "The metric is Euclidean: M is the identity.");
        sentences.Add(Describe(flow));
        if (network is not null)
        {
            DescribeNetwork(syntax, network, sentences);
        }

        return sentences.ToImmutable();
    }

    private static string Describe(Flow flow) => flow.Dynamics switch
    {
        FlowDynamics.Gradient => "Plain gradient flow: θ′ = −M∇E.",
        FlowDynamics.GradientWithDecay => $"Decoupled weight decay: θ′ = −M∇E − λθ with λ = {flow.Rate}; the added coordinate s grows as s′ = λs.",
        FlowDynamics.Nesterov => $"Nesterov's flow: θ″ + ({flow.Rate}/t)θ′ = −M∇E; laws may depend on the velocities θ′ and on t.",
        _ when flow.Rate.IsZero => "Momentum without friction: θ″ = −M∇E; laws may depend on the velocities θ′ and on t.",
        _ => $"Momentum: θ″ + τθ′ = −M∇E with τ = {flow.Rate}; laws may depend on the velocities θ′ and on s with s′ = τs.",
    };

    private static void DescribeNetwork(ModelSyntax syntax, NetworkArchitecture network, ImmutableArray<string>.Builder sentences)
    {
        List<ActivationKind> activations = [.. network.AffineLayers.Select(layer => layer.Activation.Kind)];
        if (activations.Contains(ActivationKind.Relu))
        {
            sentences.Add("Every ReLU unit has a formal gate a with a² = a, of its own at each position; all gates and inputs are independent.");
        }

        if (activations.Contains(ActivationKind.Smooth))
        {
            sentences.Add("Nothing algebraic is known of a smooth unit: its pre-activation is visible, its value is a new symbol.");
        }

        if (network.HasAttention)
        {
            sentences.Add("Attention sees sequences of independent tokens; softmax weights are formal symbols that sum to one.");
        }

        if (syntax.Statements.OfType<LossStatement>().Any(loss => loss.Kind == LossKind.CrossEntropy))
        {
            sentences.Add("Softmax cross-entropy sees differences of outputs only: φ consists of the coefficients of g_i − g_n.");
        }

        if (syntax.Statements.Any(statement => statement is DataStatement))
        {
            sentences.Add("Only the listed inputs occur, with arbitrary labels; gates stay formal, separately for each input.");
        }
    }
}
