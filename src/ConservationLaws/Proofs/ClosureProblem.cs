using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Lie;
using ConservationLaws.Models;

namespace ConservationLaws.Proofs;

/// <summary>
/// Generators X_i and bracket words Z_a, independent at a point, that shall be shown to span an involutive distribution: the module of the Z_a
/// near the point contains the X_i and is closed under brackets with them.
/// </summary>
/// <param name="system">The generators.</param>
/// <param name="words">A straight-line list of bracket words.</param>
/// <param name="keptWords">The words Z_a.</param>
/// <param name="point">The point.</param>
/// <param name="meter">Counts products of terms and ends the work when there are too many.</param>
internal sealed class ClosureProblem(
    GeneratorSystem system, ImmutableArray<BracketWord> words, ImmutableArray<int> keptWords, EvaluationPoint point, WorkMeter meter)
{
    private readonly Dictionary<(int Word, int Coordinate), Polynomial<Integer>> _components = [];
    private VectorField<Polynomial<Integer>>[]? _basis;
    private uint[][]? _basisValues;

    internal int Dimension => system.Dimension;

    internal int Rank => keptWords.Length;

    internal ImmutableArray<VectorField<Polynomial<Integer>>> Generators => system.Generators;

    internal EvaluationPoint Point => point;

    internal WorkMeter Meter => meter;

    internal MeteredDomain Domain { get; } = new(meter);

    internal VectorFieldModule<Polynomial<Integer>, MeteredDomain> Module => new(Domain);

    /// <summary>The fields Z_a, expanded when they are first asked for.</summary>
    /// <exception cref="WorkExceededException">They are too large.</exception>
    internal IReadOnlyList<VectorField<Polynomial<Integer>>> Basis => _basis ??=
    [
        .. Enumerable.Range(0, Rank).Select(place =>
            Module.Create(Enumerable.Range(0, Dimension).Select(coordinate => (coordinate, Component(place, coordinate))))),
    ];

    /// <summary>The values of the Z_a at the point, one a row.</summary>
    internal uint[][] BasisValues
    {
        get
        {
            if (_basisValues is null)
            {
                (BracketFields fields, int[] places) = Fields();
                _basisValues = Array.ConvertAll(places, place => fields.Evaluator.Evaluate(place, point.Residues));
            }

            return _basisValues;
        }
    }

    /// <summary>The generators, with the places of the Z_a in their list of words.</summary>
    internal (BracketFields Fields, int[] Places) Fields()
    {
        var fields = new BracketFields(point.Field, Dimension, Generators);
        var copy = new WordCopy(words, generator => generator, fields.AddBracket);
        return (fields, [.. keptWords.Select(copy.Place)]);
    }

    /// <summary>The same problem with another limit.</summary>
    internal ClosureProblem With(WorkMeter other) => new(system, words, keptWords, point, other);

    /// <summary>A component of a field Z_a, expanded when it is first asked for: of deep brackets often only a few are.</summary>
    /// <param name="place">The place a.</param>
    /// <param name="coordinate">The coordinate.</param>
    /// <exception cref="WorkExceededException">It is too large.</exception>
    internal Polynomial<Integer> Component(int place, int coordinate) => ComponentOfWord(keptWords[place], coordinate);

    private Polynomial<Integer> ComponentOfWord(int word, int coordinate)
    {
        if (words[word].IsGenerator)
        {
            return Generators[words[word].Generator].TryGetCoefficient(coordinate, out Polynomial<Integer> coefficient) ? coefficient : Domain.Zero;
        }

        if (!_components.TryGetValue((word, coordinate), out Polynomial<Integer>? component))
        {
            var products = new List<(Polynomial<Integer> Left, Polynomial<Integer> Right)>();
            AddDerivative(ComponentOfWord(words[word].Left, coordinate), words[word].Right, negated: false);
            AddDerivative(ComponentOfWord(words[word].Right, coordinate), words[word].Left, negated: true);
            component = Domain.SumOfProducts(CollectionsMarshal.AsSpan(products));
            _components.Add((word, coordinate), component);

            void AddDerivative(Polynomial<Integer> function, int direction, bool negated)
            {
                foreach (int variable in function.Variables.ToArray())
                {
                    Polynomial<Integer> factor = ComponentOfWord(direction, variable);
                    if (!factor.IsZero)
                    {
                        Polynomial<Integer> derivative = Domain.Differentiate(function, variable);
                        products.Add((negated ? Domain.Negate(derivative) : derivative, factor));
                    }
                }
            }
        }

        return component;
    }
}
