using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.LinearAlgebra;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws.Symmetries;
using ConservationLaws.Lie;
using ConservationLaws.Proofs;

namespace ConservationLaws.Strata;

// V₀ = span of the generators, V_{k+1} = V_k + [V₀, V_k] (math.md 1.2). At a special point no bracket may be thrown away because it depends
// over Q(θ) on others (math.md 1.3). What may be thrown away changes the values nowhere: combinations with constant coefficients, and
// polynomial multiples f·Z of a field Z that stays, since [X, f·Z] = f·[X, Z] ± X(f)·Z. Both are decided exactly.

/// <summary>The spaces V₀ ⊂ V₁ ⊂ … as formulas: fields whose values at every point span those of V_k.</summary>
/// <param name="dimension">The number of coordinates.</param>
/// <param name="domain">Polynomials whose products are counted.</param>
/// <param name="maximum">How many fields are followed; null to keep of every generation a basis over Q(θ) alone, as at a seeded point.</param>
internal sealed class GeneratedSpaces(int dimension, MeteredDomain domain, int? maximum)
{
    private readonly VectorFieldModule<Polynomial<Integer>, MeteredDomain> _module = new(domain);
    private readonly List<VectorField<Polynomial<Integer>>> _fields = [];
    private readonly PolynomialSpan _span = new();
    private readonly EvaluationPoint _point = EvaluationPoint.Generic(dimension, 1, 0);
    private readonly ModularEchelonForm _values = new(EvaluationPoint.Generic(dimension, 1, 0).Field, dimension);
    private VectorField<Polynomial<Integer>>[] _generators = [];
    private int _latest;

    /// <summary>The fields so far.</summary>
    internal IReadOnlyList<VectorField<Polynomial<Integer>>> Fields => _fields;

    /// <summary>Whether there were too many fields, so that some of V_k are missing.</summary>
    internal bool IsCut { get; private set; }

    /// <summary>Takes in the generators: V₀.</summary>
    internal void Start(ImmutableArray<VectorField<Polynomial<Integer>>> generators)
    {
        Add(generators);
        _generators = [.. _fields];
    }

    /// <summary>Goes on to the next generation; whether a field was added.</summary>
    internal bool Climb()
    {
        VectorField<Polynomial<Integer>>[] left = [.. _fields.Skip(_latest)];
        _latest = _fields.Count;
        Add(left.SelectMany(field => _generators.Select(generator => _module.Bracket(field, generator))));
        return _fields.Count > _latest;
    }

    private void Add(IEnumerable<VectorField<Polynomial<Integer>>> fields)
    {
        foreach (VectorField<Polynomial<Integer>> field in fields)
        {
            if (maximum is null ? RaisesRank(field) : !field.IsZero && !_fields.Exists(other => IsMultiple(field, other)) && IsNew(field))
            {
                IsCut |= _fields.Count == maximum;
                _fields.Add(field);
                if (IsCut)
                {
                    return;
                }
            }
        }
    }

    private bool IsMultiple(VectorField<Polynomial<Integer>> field, VectorField<Polynomial<Integer>> other)
    {
        if (!field.Coordinates.SequenceEqual(other.Coordinates)
            || !domain.TryDivideExact(field.Coefficients[0], other.Coefficients[0], out Polynomial<Integer> factor))
        {
            return false;
        }

        return field.Coefficients.Zip(other.Coefficients).All(pair => pair.First.Equals(domain.Multiply(factor, pair.Second)));
    }

    // A field as one polynomial: a further variable for each direction.
    private bool IsNew(VectorField<Polynomial<Integer>> field) => _span.TryAdd(field.Coordinates
        .Zip(field.Coefficients)
        .SelectMany(component => component.Second.Terms.Select(term =>
            (term.Coefficient, Monomial.Create([.. term.Monomial, (dimension + component.First, 1)])))));

    private bool RaisesRank(VectorField<Polynomial<Integer>> field)
    {
        var ring = new PolynomialRing<uint, PrimeField>(_point.Field);
        return _values.TryAdd(
            [.. field.Coordinates],
            [.. field.Coefficients.Select(coefficient => ring.Evaluate(IntegerPolynomial.ReduceModulo(coefficient, _point.Field), _point.Residues))]);
    }
}
