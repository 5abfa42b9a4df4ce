using System.Collections.Immutable;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

/// <summary>Puts into words why a count holds, or why it stays open and what would help.</summary>
internal static class ProofReasons
{
    // So many open components, and coordinates of each, are named.
    private const int MaximumNames = 4;

    /// <summary>What a proof knows at its end.</summary>
    internal sealed record Facts(
        PhaseSpace Space, Decomposition Parts, ImmutableArray<SystemProof> Proofs, int LawRank, Verdict Verdict, Evidence Evidence)
    {
        internal int Dimension => Space.Dimension;

        internal int BracketRank => Proofs.Sum(proof => proof.Rank);

        /// <summary>The components that are settled by involutivity and not by laws.</summary>
        internal ImmutableArray<SystemProof> Involutive => [.. Proofs.Where(proof => proof.IsInvolutive && !proof.IsClosed)];

        internal ImmutableArray<SystemProof> Open => [.. Proofs.Where(proof => !proof.IsSettled)];
    }

    internal static ImmutableArray<string> Explain(Facts facts) =>
    [
        .. facts.Parts.IsWhole ? ImmutableArray<string>.Empty : [ExplainSplitting(facts.Parts)],
        .. facts.Evidence switch
        {
            Evidence.Laws => [ExplainSandwich(facts)],
            Evidence.OneForms => ExplainForms(facts),
            Evidence.Involutive => ExplainInvolutive(facts),
            _ => ExplainOpen(facts),
        },
    ];

    private static string ExplainSplitting(Decomposition parts)
    {
        int components = parts.Components.Length;
        int kinds = parts.Components.Select(component => component.System).Distinct(ReferenceEqualityComparer.Instance).Count();
        string alike = kinds == components ? "" : kinds == 1 ? ", all equal up to the names of coordinates" : $", of {kinds:N0} kinds up to the names of coordinates";
        string split = components == 1 ? "" : $"The model falls into {components:N0} components that share no coordinate{alike}; their brackets and laws add up.";
        string untouched = parts.Untouched.Length switch
        {
            0 => "",
            1 => $"{(components == 1 ? "One" : "One further")} coordinate occurs in no generator and is a law by itself.",
            int count => $"{count:N0} {(components == 1 ? "" : "further ")}coordinates occur in no generator and are laws by themselves.",
        };
        return $"{split} {untouched}".Trim();
    }

    private static string ExplainSandwich(Facts facts) => (facts.LawRank, facts.BracketRank) switch
    {
        (0, _) => $"Generators and their brackets span all {facts.Dimension} directions at one point; a law is constant along each of them, so there is none but constants, near that point and generically.",
        (_, 0) => "Every generator vanishes, so every function is conserved.",
        _ => $"{Count(facts.LawRank, "law")}, checked as {(facts.LawRank == 1 ? "an identity" : "identities")} over Z, and {(facts.BracketRank == 1 ? "1 generator" : $"{facts.BracketRank:N0} generators and brackets of them")} have full rank at one point; {facts.LawRank} + {facts.BracketRank} = {facts.Dimension}, and a law is constant along each of these, so there are no others, near that point and generically.",
    };

    private static ImmutableArray<string> ExplainForms(Facts facts)
    {
        int laws = facts.Dimension - facts.BracketRank;
        FormClass[] classes = [.. facts.Proofs.SelectMany(proof => proof.Forms).Select(form => form.Class)];
        return
        [
            $"{(laws == 1 ? "The differential of the law annihilates" : $"The differentials of these {laws:N0} laws annihilate")} all generators, checked as identities over Z, and {(laws == 1 ? "does not vanish" : "have full rank")} at one point, where {(facts.BracketRank == 1 ? "1 generator does not vanish" : $"{facts.BracketRank:N0} generators and brackets of them are independent")}; {laws} + {facts.BracketRank} = {facts.Dimension}, and a law is constant along each of these, so there are no others, near that point and generically.",
            .. classes.Contains(FormClass.Closed)
                ? ["The exterior derivative of a closed form vanishes, an identity over Z too: by Poincaré's lemma it is the differential of a function near every point where its denominator does not vanish."]
                : ImmutableArray<string>.Empty,
            .. classes.Contains(FormClass.Solvable)
                ? ["A solvable form is closed on the level sets of the laws before it, an identity over Z too: by Frobenius' theorem a law, a quadrature whose constants are these laws."]
                : ImmutableArray<string>.Empty,
        ];
    }

    private static ImmutableArray<string> ExplainInvolutive(Facts facts)
    {
        int laws = facts.Dimension - facts.BracketRank;
        return
        [
            facts.Parts.IsWhole
                ? facts.Proofs[0].IsSingleField
                    ? $"One field alone generates over Q(θ), checked by the vanishing of all 2×2 minors: by the straightening theorem for a field that does not vanish there are exactly D − 1 = {facts.Dimension - 1} independent laws near every generic point."
                    : $"{facts.BracketRank} generators and brackets of them are independent, and {ExplainClosure(facts.Proofs[0])}: the fields are involutive, and by Frobenius' theorem there {(laws == 1 ? "is" : "are")} exactly {facts.Dimension} − {facts.BracketRank} = {Count(laws, "independent law")} near every generic point."
                : ExplainInvolutiveComponents(facts),
            .. facts.LawRank + facts.Proofs.Sum(proof => proof.Forms.Length) < laws
                ? [$"{(facts.LawRank == 0 ? "No polynomial law" : Count(facts.LawRank, "independent polynomial law"))} of degree at most {SearchedDegree(facts.Involutive)} {(facts.LawRank <= 1 ? "was" : "were")} found{FormsFound(facts)}; of the others only existence is proved (--degree K searches higher degrees)."]
                : ImmutableArray<string>.Empty,
        ];
    }

    private static string ExplainClosure(SystemProof proof)
    {
        if (proof.Closure!.Structure is { } structure)
        {
            bool isConstant = structure.Generators.Concat(structure.Brackets.SelectMany(row => row))
                .All(combination => combination.Denominator.IsConstant && combination.Terms.All(term => term.Coefficient.IsConstant));
            int identities = structure.Generators.Length * (1 + proof.Rank);
            return $"all generators and all brackets of generators with these are combinations of them with {(isConstant ? "constant" : "rational")} coefficients, checked as {identities:N0} identities over Z";
        }

        int forms = proof.Closure.Forms!.Value.Length;
        int differentials = proof.Dimension - proof.Rank - forms;
        string beside = differentials == 0 ? "" : $", independent of the differentials of {Count(differentials, "law")},";
        return $"{Count(forms, "one-form")}{beside} that {(forms == 1 ? "annihilates" : "annihilate")} these also {(forms == 1 ? "annihilates" : "annihilate")} all generators and all brackets of generators with these, checked as identities over Z";
    }

    private static string FormsFound(Facts facts) => facts.Proofs.Sum(proof => proof.Forms.Length) switch
    {
        0 => "",
        1 => ", and one law that is no polynomial",
        int forms => $", and {forms:N0} laws that are no polynomials",
    };

    private static string ExplainInvolutiveComponents(Facts facts)
    {
        ImmutableArray<SystemProof> single = facts.Involutive;
        if (single.Any(proof => !proof.IsSingleField))
        {
            return ExplainClosedComponents(facts);
        }

        int rest = facts.Proofs.Length - single.Length;
        string which = rest > 0 ? Count(single.Length, "component") + (single.Length == 1 ? " is" : " are") : facts.Proofs.Length == 1 ? "The rest is" : "Each component is";
        string laws = string.Join(" + ", single.Take(MaximumNames).Select(proof => $"{proof.Lower:N0}")) + (single.Length > MaximumNames ? " + …" : "");
        string sum = single.Length == 1 ? $"{laws} independent {(single[0].Lower == 1 ? "law" : "laws")}" : $"{laws} = {single.Sum(proof => proof.Lower):N0} independent laws";
        string others = rest == 0 ? "" : $" In the other {(rest == 1 ? "component" : $"{rest:N0} components")} laws, checked as identities over Z, and brackets have ranks at one point that leave no room.";
        return $"{which} generated over Q(θ) by one field alone, checked by the vanishing of all 2×2 minors: by the straightening theorem for a field that does not vanish there {(single.Length == 1 && single[0].Lower == 1 ? "is" : "are")} exactly {sum} near every generic point, one less than coordinates{(single.Length == 1 ? "" : " in each component")}.{others}";
    }

    private static string ExplainClosedComponents(Facts facts)
    {
        int closed = facts.Involutive.Length;
        int laws = facts.Involutive.Sum(proof => proof.Lower);
        string others = closed == facts.Proofs.Length ? "" : " In the others laws, checked as identities over Z, and brackets have ranks at one point that leave no room.";
        int structures = facts.Involutive.Count(proof => proof.Closure?.Structure is not null);
        string evidence = structures == 0 ? "one-forms that annihilate generators and brackets"
            : structures == closed ? "writing generators and brackets as combinations of independent ones,"
            : "one-forms that annihilate generators and brackets, or by writing these as combinations of independent ones,";
        return $"In {Count(closed, "component")} the fields are involutive, checked by {evidence} as identities over Z: by Frobenius' theorem there {(laws == 1 ? "is" : "are")} exactly {Count(laws, "independent law")} near every generic point.{others}";
    }

    private static ImmutableArray<string> ExplainOpen(Facts facts)
    {
        ImmutableArray<string>.Builder reasons = ImmutableArray.CreateBuilder<string>();
        if (facts.Verdict == Verdict.Limit)
        {
            reasons.Add("The work was stopped before its end; both bounds hold.");
        }

        ImmutableArray<SystemProof> open = facts.Open;
        int degree = SearchedDegree(open);
        bool isComplete = open.All(proof => proof.LadderIsComplete);
        if (!facts.Parts.IsWhole)
        {
            reasons.Add(NameOpenComponents(facts));
        }

        string ladder = isComplete ? "no further bracket raises the rank at the seeded points" : "the ladder of brackets was not climbed to its end";
        string found = facts.LawRank == 0 ? "No polynomial law was found" : $"{Count(facts.LawRank, "independent polynomial law")} {(facts.LawRank == 1 ? "was" : "were")} found";
        reasons.Add($"{found} up to degree {degree}, and independent brackets leave room for {facts.Dimension - facts.BracketRank}; {ladder}.");
        if (!facts.Involutive.IsEmpty)
        {
            reasons.Add($"The fields of {Count(facts.Involutive.Length, "component")} are involutive, so that {Count(facts.Involutive.Sum(proof => proof.Lower), "independent law")} near generic points {(facts.Involutive.Sum(proof => proof.Lower) == 1 ? "is" : "are")} certain there by Frobenius' theorem, found or not.");
        }

        reasons.AddRange(open.SelectMany(proof => proof.LeftOut).Distinct().Select(leftOut => $"Left out: {leftOut}."));
        if (facts.Verdict == Verdict.Open)
        {
            reasons.Add(isComplete
                ? $"The missing laws, if there are any, are no polynomials of degree at most {degree}: --degree {degree + 2} searches further; rational and transcendental ones were sought only among those made of the Darboux polynomials that were found."
                : "Another --seed takes another point.");
        }

        return reasons.ToImmutable();
    }

    private static string NameOpenComponents(Facts facts)
    {
        ImmutableArray<Component> open = [.. facts.Parts.Components.Where((_, index) => !facts.Proofs[index].IsSettled)];
        string names = string.Join("; ", open.Take(MaximumNames).Select(component =>
            string.Join(", ", component.Coordinates.Take(MaximumNames).Select(facts.Space.Name)) + (component.Coordinates.Length > MaximumNames ? ", …" : "")));
        return $"Settled {(facts.Proofs.Length - open.Length == 1 ? "is" : "are")} {facts.Proofs.Length - open.Length:N0} of {Count(facts.Proofs.Length, "component")}; {(open.Length == 1 ? "the open one has" : "open are those with")} the coordinates {names}{(open.Length > MaximumNames ? "; …" : "")}.";
    }

    // The degree up to which all of some systems were searched.
    private static int SearchedDegree(ImmutableArray<SystemProof> proofs) => proofs.Select(proof => proof.SearchedDegree).DefaultIfEmpty(0).Min();

    private static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number:N0} {noun}s";
}
