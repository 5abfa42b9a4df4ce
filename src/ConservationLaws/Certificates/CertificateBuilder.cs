using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
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
    /// The count where laws and brackets prove it, else that there are at least as many laws as were found, else that there are at most as
    /// many as the brackets allow; null when neither says anything.
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
            Evidence.Laws => [],
            Evidence.Involutive => theorem.ClosureForms,
            _ => null,
        };
        bool isExact = theorem.Verdict == Verdict.Proved && forms is not null;
        CertificateNetwork? network = isExact && HasCertificate(theorem.Network, theorem, complete, forms!.Value) ? CertificateNetwork.Of(theorem) : null;
        LawEvidence? laws = isExact || !theorem.Laws.IsEmpty
            ? Laws(theorem, network is null ? theorem.Point : theorem.Network!.Point, forms ?? [], cancellation)
            : null;
        BracketEvidence? brackets = isExact || laws is null ? Brackets(theorem, complete, point, cancellation) : null;
        int dimension = theorem.Model.Space.Dimension;
        return laws is null && brackets!.Rows.IsEmpty
            ? null
            : new SandwichCertificate
            {
                Scope = network is not null ? "network" : theorem.Model.Scope == ModelScope.Fields ? "fields" : "phi",
                Origin = OriginOf(theorem),
                Model = ModelOf(complete),
                Count = laws?.Laws.Length ?? (dimension - brackets!.Rows.Length),
                Network = network,
                Laws = laws,
                Brackets = brackets,
            };
    }

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

    // A checker sees all functions, and one point where one-forms stand for laws. The statement about a network is one about the point of its
    // gradients, so that is where the laws are independent.
    private static bool HasCertificate(NetworkEvidence? network, Theorem theorem, Model complete, ImmutableArray<OneForm<Polynomial<Integer>>> forms) =>
        network is not null
        && (network.Rows.Length == theorem.Model.Space.Dimension - theorem.Lower || network.Rows.Length == complete.Functions.Length)
        && (forms.IsEmpty || network.Point.Values.SequenceEqual(theorem.Point.Values));

    // All polynomial laws, and as many forms as they leave room for.
    private static LawEvidence Laws(
        Theorem theorem, WitnessPoint witness, ImmutableArray<OneForm<Polynomial<Integer>>> forms, CancellationToken cancellation)
    {
        EvaluationPoint point = EvaluationPoint.At(witness.Values, witness.Prime);
        CertificateLaw[] laws = [.. theorem.Laws.Select(law => new PolynomialLaw(law.Polynomial)), .. forms.Select(form => new IntegrableLaw(form))];
        if (!forms.IsEmpty)
        {
            var echelon = new ModularEchelonForm(point.Field, point.Residues.Length);
            laws = Array.FindAll(laws, law =>
            {
                (int[] coordinates, uint[] values) = law.At(point);
                return echelon.TryAdd(coordinates, values);
            });
        }

        (int Row, int Column)[] pivots = SparseElimination.Pivots(point.Field, LawGradients.Matrix(laws.Select(law => law.At(point)), point), cancellation);
        return new LawEvidence([.. pivots.Select(pivot => laws[pivot.Row])], PointOf(witness), witness.Prime, [.. pivots.Select(pivot => pivot.Column)]);
    }

    private static BracketEvidence Brackets(Theorem theorem, Model complete, EvaluationPoint point, CancellationToken cancellation)
    {
        LadderSummary ladder = theorem.Ladder;
        SparseMatrix<uint> values = BracketValues.AtPoint(theorem.Model.Generators, ladder.Words, ladder.KeptWords, point, cancellation);
        (int Row, int Column)[] pivots = SparseElimination.Pivots(point.Field, values, cancellation);
        var spelled = ImmutableArray.CreateBuilder<BracketWord>();
        int[] places = GeneratorPlaces(theorem.Model, complete);
        var used = new WordCopy(
            ladder.Words, generator => Append(BracketWord.OfGenerator(places[generator])), (left, right) => Append(BracketWord.OfBracket(left, right)));
        ImmutableArray<int> rows = [.. pivots.Select(pivot => used.Place(ladder.KeptWords[pivot.Row]))];
        return new BracketEvidence(spelled.ToImmutable(), PointOf(theorem.Point), theorem.Point.Prime, rows, [.. pivots.Select(pivot => pivot.Column)]);

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
