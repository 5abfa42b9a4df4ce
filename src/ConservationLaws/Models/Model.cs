using System.Collections.Immutable;
using System.Numerics;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Language;
using ConservationLaws.Models.Networks;

namespace ConservationLaws.Models;

/// <summary>What a count of laws is about.</summary>
public enum ModelScope
{
    /// <summary>The reparametrization φ: every function conserved along all ∇φ_i.</summary>
    Reparametrization,

    /// <summary>Vector fields given by the user: their common first integrals.</summary>
    Fields,
}

/// <summary>A model read from text: the space of its coordinates and the vector fields that generate its training dynamics.</summary>
/// <remarks>Immutable. math.md sections 1 and 5; the language is described in docs/language.md.</remarks>
public sealed class Model
{
    private readonly Lazy<ImmutableArray<(string? Name, VectorField<RationalFunction> Field)>> _fields;
    private readonly Lazy<ImmutableArray<Polynomial<Integer>>> _functions;
    private readonly Lazy<ImmutableArray<VectorField<Polynomial<Integer>>>> _generators;

    /// <summary>Makes a model; its fields are derived when they are first asked for.</summary>
    /// <param name="fields">The generating fields as they were given or derived.</param>
    /// <param name="functions">Polynomials whose gradients are these fields up to factors; null where they are no such gradients.</param>
    internal Model(Func<ImmutableArray<(string? Name, VectorField<RationalFunction> Field)>> fields, Func<IEnumerable<Polynomial<Integer>>?> functions)
    {
        _fields = new(fields);
        _functions = new(() => functions() is { } given ? GeneratorNormalization.NormalizeFunctions(given) : []);
        _generators = new(() => Functions.IsEmpty
            ? GeneratorNormalization.Normalize(Fields.Select(field => field.Field))
            : [.. Functions.Select(GradientField.Primitive)]);
    }

    /// <summary>The text that the model was read from.</summary>
    public required SourceText Source { get; init; }

    /// <summary>The title given by a <c>model</c> statement, or null.</summary>
    public required string? Title { get; init; }

    /// <summary>What a count for this model is about.</summary>
    public required ModelScope Scope { get; init; }

    /// <summary>The training flow.</summary>
    public required Flow Flow { get; init; }

    /// <summary>The coordinates of the space on which the fields live.</summary>
    public required PhaseSpace Space { get; init; }

    /// <summary>The number of coordinates of φ, before those that add nothing to the span of the gradients were left out.</summary>
    public required BigInteger FunctionCount { get; init; }

    /// <summary>The generating fields as they were given or derived, with their names where they have one.</summary>
    public ImmutableArray<(string? Name, VectorField<RationalFunction> Field)> Fields => _fields.Value;

    /// <summary>The fields that the engine works with: cleared of denominators and integer factors, without zeros and repetitions.</summary>
    /// <remarks>Multiplying a field by a non-zero function changes neither laws nor generic ranks (math.md 1.3).</remarks>
    public ImmutableArray<VectorField<Polynomial<Integer>>> Generators => _generators.Value;

    /// <summary>Polynomials of which <see cref="Generators"/> are the gradients up to integer factors, one for each; empty where they are no gradients.</summary>
    internal ImmutableArray<Polynomial<Integer>> Functions => _functions.Value;

    /// <summary>Permutations of the coordinates that may map the family of the functions to itself: those of a network's units.</summary>
    internal ImmutableArray<int[]> CandidateSymmetries { get; init; } = [];

    /// <summary>The points of <c>at</c> statements.</summary>
    public required ImmutableArray<SpecialPoint> SpecialPoints { get; init; }

    /// <summary>What was assumed in reading the model, in sentences.</summary>
    public required ImmutableArray<string> Assumptions { get; init; }

    /// <summary>The functions φ as monomials, where that is what they are and the flow is plain; null otherwise (math.md 7.2).</summary>
    internal IMonomialFamily? Monomials { get; init; }

    /// <summary>The architecture of a <c>network</c> statement; null without one.</summary>
    internal NetworkArchitecture? Network { get; init; }

    /// <summary>Whether φ collects the coefficients of all outputs of a network for all inputs and of nothing else, under plain gradient flow.</summary>
    internal bool IsNetworkAlone { get; init; }

    /// <summary>The same model with all coordinates of φ, also those that add nothing to the span of the gradients.</summary>
    /// <param name="cancellation">Stops the work.</param>
    internal Model WithEveryFunction(CancellationToken cancellation) =>
        AmpleStack.Run(() => new Elaborator(ModelParser.Parse(Source), keepsEverything: true, cancellation).Elaborate());

    /// <summary>Reads a model.</summary>
    /// <param name="text">The text, in the language of docs/language.md; statements end with a newline or <c>;</c>.</param>
    /// <param name="name">The name that errors call the text by.</param>
    /// <param name="cancellation">Stops a reading that takes too long.</param>
    /// <exception cref="ModelException">The text is wrong; the exception lists every mistake that was found.</exception>
    /// <exception cref="OperationCanceledException">The reading was stopped.</exception>
    /// <example><c>Model model = Model.Parse("network 3 -> 3 -> 3");</c></example>
    public static Model Parse(string text, string name = "model", CancellationToken cancellation = default)
    {
        var source = new SourceText(name, text);
        return AmpleStack.Run(() => new Elaborator(ModelParser.Parse(source), keepsEverything: false, cancellation).Elaborate());
    }
}
