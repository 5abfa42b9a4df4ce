using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;
using ConservationLaws.Proofs;
using ConservationLaws.Reports;

namespace ConservationLaws.Certificates;

/// <summary>Turns a theorem into a certificate: works out the pivots that show its ranks.</summary>
internal static class CertificateBuilder
{
    private const int MaximumFunctions = 20_000;

    /// <summary>The certificate of a theorem.</summary>
    /// <param name="theorem">The theorem.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <returns>
    /// The count where laws, closure forms or structure functions prove it together with brackets, else that there are at least as many laws as
    /// were found, else that there are at most as many as the brackets allow; null when neither says anything.
    /// </returns>
    /// <exception cref="OperationCanceledException">The work was stopped.</exception>
    public static Certificate? Build(Theorem theorem, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(theorem);
        Model model = theorem.Model;
        if (model.Monomials is NetworkPaths paths)
        {
            return theorem.Verdict == Verdict.Proved ? MonomialCertificates.Build(theorem, paths, cancellation) : null;
        }

        Model complete = Complete(model, cancellation);
        if (model.Monomials is { } reduced)
        {
            return theorem.Verdict == Verdict.Proved ? MonomialCertificates.Build(theorem, complete.Monomials ?? reduced, cancellation) : null;
        }

        EvaluationPoint point = EvaluationPoint.At(theorem.Point.Values, theorem.Point.Prime);
        ImmutableArray<OneForm<Polynomial<Integer>>>? forms = theorem.Evidence switch
        {
            Evidence.Laws or Evidence.OneForms => [],
            Evidence.Involutive => theorem.ClosureForms,
            _ => null,
        };
        return theorem.Verdict == Verdict.Proved && forms is { } closure ? ByLaws(theorem, complete, closure, point, cancellation) ?? Otherwise() : Otherwise();

        SandwichCertificate? Otherwise() =>
            (theorem.Verdict == Verdict.Proved && theorem.Structure is not null ? ByStructure(theorem, point, cancellation) : null)
            ?? OneBound(theorem, complete, point, cancellation);
    }

    // The count by as many laws and forms as the brackets leave room for; null where they are not independent or not regular at the point.
    private static SandwichCertificate? ByLaws(
        Theorem theorem, Model complete, ImmutableArray<OneForm<Polynomial<Integer>>> closure, EvaluationPoint point, CancellationToken cancellation)
    {
        CertificateNetwork? network = HasCertificate(theorem.Network, theorem, complete, !closure.IsEmpty) ? CertificateNetwork.Of(theorem) : null;
        LawEvidence laws = LawEvidenceBuilder.Of(theorem, network is null ? theorem.Point : theorem.Network!.Point, closure, cancellation);
        if (network is not null && laws.Laws.Length < theorem.Lower)
        {
            network = null;
            laws = LawEvidenceBuilder.Of(theorem, theorem.Point, closure, cancellation);
        }

        return laws.Laws.Length < theorem.Lower
            ? null
            : Sandwich(theorem, complete, theorem.Lower, laws, Brackets(theorem, complete, point, cancellation).Evidence) with
            {
                Scope = network is null ? ScopeOf(theorem) : "network",
                Network = network,
            };
    }

    // The structure functions are those of the generators that the engine works with.
    private static SandwichCertificate? ByStructure(Theorem theorem, EvaluationPoint point, CancellationToken cancellation)
    {
        (BracketEvidence brackets, ImmutableArray<int> rows) = Brackets(theorem, theorem.Model, point, cancellation);
        if (rows.Length < theorem.Ladder.KeptWords.Length || StructureEvidence.Of(theorem, rows, point) is not { } structure)
        {
            return null;
        }

        CertificateNetwork? network = HasCertificate(theorem.Network, theorem, theorem.Model, isAtOnePoint: true) ? CertificateNetwork.Of(theorem) : null;
        return Sandwich(theorem, theorem.Model, theorem.Lower, LawEvidenceBuilder.Of(theorem, theorem.Point, [], cancellation), brackets) with
        {
            Scope = network is null ? ScopeOf(theorem) : "network",
            Network = network,
            Structure = structure,
        };
    }

    // The laws that were found as a lower bound, else the brackets as an upper bound.
    private static SandwichCertificate? OneBound(Theorem theorem, Model complete, EvaluationPoint point, CancellationToken cancellation)
    {
        LawEvidence laws = LawEvidenceBuilder.Of(theorem, theorem.Point, [], cancellation);
        if (!laws.Laws.IsEmpty)
        {
            return Sandwich(theorem, complete, laws.Laws.Length, laws, null);
        }

        BracketEvidence brackets = Brackets(theorem, complete, point, cancellation).Evidence;
        return brackets.Rows.IsEmpty ? null : Sandwich(theorem, complete, theorem.Model.Space.Dimension - brackets.Rows.Length, null, brackets);
    }

    private static SandwichCertificate Sandwich(Theorem theorem, Model model, int count, LawEvidence? laws, BracketEvidence? brackets) => new()
    {
        Scope = ScopeOf(theorem),
        Origin = OriginOf(theorem),
        Model = ModelOf(model),
        Count = count,
        Laws = laws,
        Brackets = brackets,
    };

    private static string ScopeOf(Theorem theorem) => theorem.Model.Scope == ModelScope.Fields ? "fields" : "phi";

    internal static CertificateOrigin OriginOf(Theorem theorem) => new("claws " + JsonReport.Version, theorem.Seed, theorem.Model.Source.Text);

    internal static ImmutableArray<string> Names(Model model) => [.. Enumerable.Range(0, model.Space.Dimension).Select(model.Space.Name)];

    // The engine works without those coordinates of a network's φ that add nothing to the span of the gradients. The reader of a certificate
    // should see all of them, while they are not too many.
    private static Model Complete(Model model, CancellationToken cancellation) =>
        model.Scope == ModelScope.Reparametrization && model.FunctionCount > model.Generators.Length && model.FunctionCount <= MaximumFunctions
            ? model.WithEveryFunction(cancellation)
            : model;

    // Where the generators of a model stand among all of them.
    private static int[] GeneratorPlaces(Model model, Model complete)
    {
        if (model == complete)
        {
            return [.. Enumerable.Range(0, model.Generators.Length)];
        }

        var places = new Dictionary<string, int>();
        for (int place = 0; place < complete.Generators.Length; place++)
        {
            places[Key(complete.Generators[place])] = place;
        }

        return [.. model.Generators.Select(generator => places[Key(generator)])];

        static string Key(VectorField<Polynomial<Integer>> field) =>
            string.Join('|', field.Coordinates.Zip(field.Coefficients, (coordinate, coefficient) => $"{coordinate}:{coefficient}"));
    }

    private static CertificateModel ModelOf(Model model) => model.Functions.IsEmpty
        ? new FieldModel(model.Space.Dimension, Names(model), model.Generators)
        : new GradientModel(model.Space.Dimension, Names(model), model.Functions);

    // A checker sees all functions of the model, and one point where Frobenius' theorem is used. The statement about a network is one about the
    // point of its gradients, so that is where the laws are independent.
    private static bool HasCertificate(NetworkEvidence? network, Theorem theorem, Model model, bool isAtOnePoint) =>
        network is not null
        && (network.Rows.Length == theorem.Model.Space.Dimension - theorem.Lower || network.Rows.Length == model.Functions.Length)
        && (!isAtOnePoint || network.Point.Values.SequenceEqual(theorem.Point.Values));

    // The brackets, and their places among the kept words.
    private static (BracketEvidence Evidence, ImmutableArray<int> Rows) Brackets(
        Theorem theorem, Model complete, EvaluationPoint point, CancellationToken cancellation)
    {
        LadderSummary ladder = theorem.Ladder;
        SparseMatrix<uint> values = BracketValues.AtPoint(theorem.Model.Generators, ladder.Words, ladder.KeptWords, point, cancellation);
        (int Row, int Column)[] pivots = SparseElimination.Pivots(point.Field, values, cancellation);
        var spelled = ImmutableArray.CreateBuilder<BracketWord>();
        int[] places = GeneratorPlaces(theorem.Model, complete);
        var used = new WordCopy(
            ladder.Words, generator => Append(BracketWord.OfGenerator(places[generator])), (left, right) => Append(BracketWord.OfBracket(left, right)));
        ImmutableArray<int> rows = [.. pivots.Select(pivot => used.Place(ladder.KeptWords[pivot.Row]))];
        var evidence = new BracketEvidence(spelled.ToImmutable(), PointOf(theorem.Point), theorem.Point.Prime, rows, [.. pivots.Select(pivot => pivot.Column)]);
        return (evidence, [.. pivots.Select(pivot => pivot.Row)]);

        int Append(BracketWord word)
        {
            spelled.Add(word);
            return spelled.Count - 1;
        }
    }

    internal static CertificatePoint PointOf(WitnessPoint point)
    {
        Integer denominator = Integer.One;
        foreach (Rational value in point.Values)
        {
            denominator *= Integer.DivideExact(value.Denominator, Integer.Gcd(denominator, value.Denominator));
        }

        return new CertificatePoint(denominator, [.. point.Values.Select(value => value.Numerator * Integer.DivideExact(denominator, value.Denominator))]);
    }
}
