using System.Collections.Immutable;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Proofs;

namespace ConservationLaws.Reports;

/// <summary>The sentences that all reports share.</summary>
internal static class Wording
{
    /// <summary>The claim of a theorem in one sentence.</summary>
    internal static string Claim(Theorem theorem) => theorem.Count switch
    {
        1 when theorem.Forms.Length == 1 => $"Exactly 1 independent conservation law: a {Describe([], theorem.Forms)["1 ".Length..]}.",
        { } count when theorem.Evidence == Evidence.OneForms => $"Exactly {Count(count, "independent conservation law")}: {Describe(theorem.Laws, theorem.Forms)}.",
        { } count => $"Exactly {Count(count, "independent conservation law")}.",
        null => $"Between {theorem.Lower:N0} and {theorem.Upper:N0} independent conservation laws.",
    };

    /// <summary>What the claim is about in one sentence; null where there is no network.</summary>
    internal static string? Scope(Theorem theorem)
    {
        string subject = theorem.Count is null ? "Both bounds are also those" : "This is also the number";
        return (theorem.Model.Network, theorem.Scope) switch
        {
            (null, _) => null,
            ({ HasGates: false }, CountScope.Network) =>
                $"{subject} for the network function itself: its outputs are polynomials in the inputs with coefficients φ.",
            (_, CountScope.Network) =>
                $"{subject} for the network function itself near a point at which its gradients were found to span those of φ; elsewhere units may be dead, and there are more laws.",
            _ => $"{(theorem.Count is null ? "The upper bound is one" : "Proved")} for φ: laws of φ are laws of the network itself, others are not excluded.",
        };
    }

    /// <summary>How many laws there are of each kind: <c>6 quadratics and 1 solvable one-form</c>.</summary>
    internal static string Describe(ImmutableArray<Law> laws, ImmutableArray<FormLaw> forms)
    {
        List<string> kinds = [];
        if (!laws.IsEmpty)
        {
            kinds.Add(Count(laws.Length, laws.All(law => law.Degree == 2) ? "quadratic" : "polynomial"));
        }

        kinds.AddRange(forms.GroupBy(form => form.Class).OrderBy(group => group.Key).Select(group =>
            Count(group.Count(), group.Key == FormClass.Rational ? "rational function" : $"{Name(group.Key)} one-form")));
        return kinds.Count < 2 ? string.Concat(kinds) : $"{string.Join(", ", kinds.SkipLast(1))} and {kinds[^1]}";
    }

    /// <summary>The class of a form in a word.</summary>
    internal static string Name(FormClass formClass) => formClass switch
    {
        FormClass.Rational => "rational",
        FormClass.Closed => "closed",
        _ => "solvable",
    };

    /// <summary>The verdict in a word.</summary>
    internal static string Name(Verdict verdict) => verdict switch
    {
        Verdict.Proved => "proved",
        Verdict.Open => "open",
        _ => "stopped",
    };

    /// <summary>The model in one sentence.</summary>
    internal static string Describe(Model model, int generators)
    {
        string coordinates = model.Flow.Dynamics == FlowDynamics.Gradient
            ? Count(model.Space.Dimension, model.Scope == ModelScope.Fields ? "coordinate" : "parameter")
            : $"{Count(model.Space.ParameterCount, "parameter")} ({model.Space.Dimension:N0} coordinates of phase space)";
        string generated = model.Scope == ModelScope.Fields
            ? Count(model.Fields.Length, "vector field")
            : $"{model.FunctionCount:N0} {(model.FunctionCount.IsOne ? "function" : "functions")} φ";
        string working = model.Scope == ModelScope.Reparametrization && generators != model.FunctionCount
            ? $", {Count(generators, "generator")}"
            : "";
        return $"{coordinates}, {generated}{working}{Describe(model.Flow)}";
    }

    /// <summary>A number with its noun, in the plural where needed.</summary>
    internal static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";

    /// <summary>The ladder in one sentence.</summary>
    internal static string Describe(LadderSummary ladder)
    {
        string ranks = string.Join(", ", ladder.Ranks.Select((rank, generation) => $"V{generation}: {rank:N0}"));
        string brackets = ladder.Ranks.IsEmpty ? "not computed"
            : ladder.IsInvolutive ? "no bracket is needed"
            : Count(ladder.Generations, "generation") + " of brackets";
        return $"ranks {ranks} ({brackets})";
    }

    private static string Describe(Flow flow) => flow.Dynamics switch
    {
        FlowDynamics.GradientWithDecay => $"; gradient flow with weight decay {flow.Rate}",
        FlowDynamics.Momentum => $"; flow with momentum, friction {flow.Rate}",
        FlowDynamics.Nesterov => $"; Nesterov's flow, friction {flow.Rate}/t",
        _ => "",
    };
}
