using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

/// <summary>Puts the answers about components together into one about the model (math.md 7.3).</summary>
internal static class DirectSum
{
    private const long MaximumKernelWork = 5_000_000;

    private static PolynomialRing<Integer, IntegerRing> Ring => default;

    /// <summary>The laws in the coordinates of the model, in the order in which a search of the whole lists them.</summary>
    internal static ImmutableArray<Law> OfLaws(Decomposition parts, ImmutableArray<SystemProof> proofs) =>
    [
        .. parts.Untouched.Select(coordinate => new Law(Ring.Variable(coordinate)))
            .Concat(parts.Components.Zip(proofs).SelectMany(pair =>
                pair.Second.Laws.Select(law => new Law(law.Polynomial.RenameVariables(place => pair.First.Coordinates[place])))))
            .OrderBy(law => law.Degree).ThenBy(law => law.TermCount).ThenBy(law => law.Polynomial.Monomial(0)[0].Variable),
    ];

    /// <summary>The laws that are no polynomials in the coordinates of the model, component by component.</summary>
    /// <param name="parts">The components.</param>
    /// <param name="proofs">What was proved about each.</param>
    internal static ImmutableArray<FormLaw> OfForms(Decomposition parts, ImmutableArray<SystemProof> proofs)
    {
        var forms = ImmutableArray.CreateBuilder<FormLaw>();
        for (int own = 0; own < proofs.Length; own++)
        {
            Component component = parts.Components[own];
            foreach (FormLaw form in proofs[own].Forms)
            {
                FormLaw moved = form.RenameVariables(place => component.Coordinates[place]);
                forms.Add(form.Class == FormClass.Solvable && proofs.Length > 1
                    ? moved with { Kernel = [.. moved.Kernel, .. KernelOfOthers(parts, proofs, own)] }
                    : moved);
            }
        }

        return forms.ToImmutable();
    }

    // What the kernel of a solvable form's component lacks: the laws before the form are the polynomials of all components and the forms of the
    // components before its own. Where that is too much work the form has no certificate.
    private static List<VectorField<Polynomial<Integer>>> KernelOfOthers(Decomposition parts, ImmutableArray<SystemProof> proofs, int own)
    {
        var domain = new MeteredDomain(new WorkMeter(MaximumKernelWork, CancellationToken.None));
        var fields = new List<VectorField<Polynomial<Integer>>>();
        try
        {
            foreach ((int other, Component component) in parts.Components.Index().Where(pair => pair.Index != own))
            {
                OneForm<Polynomial<Integer>>[] before =
                [
                    .. proofs[other].Laws.Select(law => DifferentialForms.Of(law.Polynomial)),
                    .. other < own ? proofs[other].Forms.Select(form => form.Numerator) : [],
                ];
                fields.AddRange(new FormVerification(component.System, domain).Kernel(before, CancellationToken.None)
                    .Select(field => GeneratorSystem.Rename(field, place => component.Coordinates[place])));
            }
        }
        catch (WorkExceededException)
        {
            return [];
        }

        return fields;
    }

    /// <summary>The forms of all components that are not closed by laws, in the coordinates of the model; null where one has none.</summary>
    internal static ImmutableArray<OneForm<Polynomial<Integer>>>? OfClosureForms(Decomposition parts, ImmutableArray<SystemProof> proofs)
    {
        var forms = ImmutableArray.CreateBuilder<OneForm<Polynomial<Integer>>>();
        foreach ((Component component, SystemProof proof) in parts.Components.Zip(proofs).Where(pair => !pair.Second.IsClosed))
        {
            if (proof.Closure?.Forms is not { } found)
            {
                return null;
            }

            forms.AddRange(found.Select(form => DifferentialForms.Rename(form, place => component.Coordinates[place])));
        }

        return forms.ToImmutable();
    }

    /// <summary>The structure functions of the model: brackets of different components vanish. Null where a component has none.</summary>
    internal static StructureFunctions? OfStructure(Decomposition parts, ImmutableArray<SystemProof> proofs)
    {
        if (proofs.Any(proof => proof.Closure?.Structure is null))
        {
            return null;
        }

        int rank = proofs.Sum(proof => proof.Rank);
        var nothing = new Combination(Ring.One, []);
        int generatorCount = parts.Components.Sum(component => component.Generators.Length);
        var generators = new Combination[generatorCount];
        var brackets = new ImmutableArray<Combination>[generatorCount];
        int first = 0;
        foreach ((Component component, SystemProof proof) in parts.Components.Zip(proofs))
        {
            for (int place = 0; place < component.Generators.Length; place++)
            {
                Combination[] row = [.. Enumerable.Repeat(nothing, rank)];
                for (int field = 0; field < proof.Rank; field++)
                {
                    row[first + field] = Move(proof.Closure!.Structure!.Brackets[place][field]);
                }

                generators[component.Generators[place]] = Move(proof.Closure!.Structure!.Generators[place]);
                brackets[component.Generators[place]] = [.. row];
            }

            first += proof.Rank;

            Combination Move(Combination combination)
            {
                int offset = first;
                return new Combination(
                    combination.Denominator.RenameVariables(place => component.Coordinates[place]),
                    [.. combination.Terms.Select(term => (offset + term.Field, term.Coefficient.RenameVariables(place => component.Coordinates[place])))]);
            }
        }

        return new StructureFunctions([.. generators], [.. brackets]);
    }

    /// <summary>The ladder of all generators: brackets of different components vanish, so the ranks add.</summary>
    internal static LadderSummary OfLadders(Decomposition parts, ImmutableArray<SystemProof> proofs, int? proved)
    {
        var words = ImmutableArray.CreateBuilder<BracketWord>();
        var kept = ImmutableArray.CreateBuilder<int>();
        int[] ranks = new int[proofs.Max(proof => proof.Ranks.Length)];
        foreach ((Component component, SystemProof proof) in parts.Components.Zip(proofs))
        {
            int first = words.Count;
            kept.AddRange(proof.KeptWords.Select(word => first + word));
            words.AddRange(proof.Words.Select(word => word.IsGenerator
                ? BracketWord.OfGenerator(component.Generators[word.Generator])
                : BracketWord.OfBracket(first + word.Left, first + word.Right)));
            // A component whose bounds met, or whose ladder ended, keeps its last rank.
            for (int generation = 0; generation < ranks.Length && !proof.Ranks.IsEmpty; generation++)
            {
                ranks[generation] += proof.Ranks[Math.Min(generation, proof.Ranks.Length - 1)];
            }
        }

        return new LadderSummary([.. ranks], proved, words.ToImmutable(), kept.ToImmutable());
    }
}
