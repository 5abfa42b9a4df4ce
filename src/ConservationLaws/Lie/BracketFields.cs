using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Lie;

/// <summary>The growing list of bracket words over the generators, with the fields modulo a prime that belong to them.</summary>
/// <remarks>
/// The first words are the generators. A bracket is expanded into polynomials only while that is cheap; beyond, it is evaluated by
/// truncated jets of its parts (<see cref="BracketEvaluator"/>).
/// </remarks>
internal sealed class BracketFields
{
    // Products of terms that an expansion may take: a few times what one evaluation by jets costs.
    private const long MaximumExpansion = 20_000;

    private readonly PrimeField _field;
    private readonly List<BracketWord> _words = [];
    private readonly List<VectorField<Polynomial<uint>>?> _symbolic = [];
    private readonly List<ModularVectorField?> _compiled = [];
    private readonly VectorFieldModule<Polynomial<uint>, PolynomialRing<uint, PrimeField>> _module;

    internal BracketFields(PrimeField field, int dimension, ImmutableArray<VectorField<Polynomial<Integer>>> generators)
    {
        _field = field;
        _module = new(new PolynomialRing<uint, PrimeField>(field));
        for (int generator = 0; generator < generators.Length; generator++)
        {
            VectorField<Polynomial<Integer>> exact = generators[generator];
            Add(
                BracketWord.OfGenerator(generator),
                _module.Create(exact.Coordinates.Zip(exact.Coefficients, (coordinate, coefficient) =>
                    (coordinate, IntegerPolynomial.ReduceModulo(coefficient, field)))));
        }

        Evaluator = new BracketEvaluator(field, dimension, _words, word => _compiled[word]);
    }

    /// <summary>Values of words at points.</summary>
    internal BracketEvaluator Evaluator { get; }

    /// <summary>The words so far.</summary>
    internal ImmutableArray<BracketWord> Words => [.. _words];

    /// <summary>Appends the bracket of two words and gives its place.</summary>
    internal int AddBracket(int left, int right)
    {
        VectorField<Polynomial<uint>>? expansion =
            _symbolic[left] is { } leftField && _symbolic[right] is { } rightField
            && (long)_compiled[left]!.TermCount * _compiled[right]!.TermCount <= MaximumExpansion
                ? _module.Bracket(leftField, rightField)
                : null;
        return Add(BracketWord.OfBracket(left, right), expansion);
    }

    private int Add(BracketWord word, VectorField<Polynomial<uint>>? symbolic)
    {
        _words.Add(word);
        _symbolic.Add(symbolic);
        _compiled.Add(symbolic is null ? null : new ModularVectorField(_field, symbolic));
        return _words.Count - 1;
    }
}
