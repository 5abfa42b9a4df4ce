using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

/// <summary>Random points modulo a prime, each with a random combination of a few of some fields there.</summary>
internal sealed class LawSamples
{
    private readonly ImmutableArray<VectorField<Polynomial<Integer>>> _fields;
    private readonly ModularVectorField?[] _compiled;
    private readonly int _fieldsOfSample;
    private readonly SplitMix64 _random = new(0);
    private readonly uint[] _point;
    private readonly uint[] _value;
    private readonly uint[] _direction;
    private readonly uint[] _logarithmic;
    private uint[] _row = [];
    private int _next;

    /// <summary>Prepares samples; <see cref="MoveOn"/> takes the first.</summary>
    /// <param name="field">The prime field.</param>
    /// <param name="fields">The vector fields, of which the samples take turns.</param>
    /// <param name="dimension">The number of coordinates.</param>
    /// <param name="fieldsOfSample">How many fields are combined at a point, at least 1.</param>
    internal LawSamples(PrimeField field, ImmutableArray<VectorField<Polynomial<Integer>>> fields, int dimension, int fieldsOfSample)
    {
        (Field, _fields, _fieldsOfSample) = (field, fields, Math.Min(fieldsOfSample, fields.Length));
        _compiled = new ModularVectorField?[fields.Length];
        (_point, _value, _direction, _logarithmic) = (new uint[dimension], new uint[dimension], new uint[dimension], new uint[dimension]);
    }

    /// <summary>The prime field.</summary>
    internal PrimeField Field { get; }

    /// <summary>Room for the values of some monomials, the same at every call.</summary>
    internal Span<uint> Row(int length)
    {
        if (_row.Length < length)
        {
            _row = new uint[length];
        }

        return _row.AsSpan(0, length);
    }

    /// <summary>Goes to the next point and direction.</summary>
    internal void MoveOn()
    {
        for (int coordinate = 0; coordinate < _point.Length; coordinate++)
        {
            _point[coordinate] = 1 + _random.NextBelow(Field.Modulus - 1);
        }

        Array.Clear(_direction);
        for (int count = 0; count < _fieldsOfSample; count++)
        {
            uint factor = 1 + _random.NextBelow(Field.Modulus - 1);
            Compiled(_next).Evaluate(_point, size: 1, _value);
            _next = (_next + 1) % _fields.Length;
            for (int coordinate = 0; coordinate < _point.Length; coordinate++)
            {
                _direction[coordinate] = Field.Add(_direction[coordinate], Field.Multiply(factor, _value[coordinate]));
            }
        }

        for (int coordinate = 0; coordinate < _point.Length; coordinate++)
        {
            _logarithmic[coordinate] = _direction[coordinate] == 0 ? 0 : Field.Multiply(_direction[coordinate], Field.Invert(_point[coordinate]));
        }
    }

    /// <summary>The derivative of a monomial along the direction at the point: θ^a · Σ a_k v_k/θ_k.</summary>
    internal uint DerivativeOf(Monomial monomial)
    {
        uint value = 1;
        uint logarithmic = 0;
        foreach ((int variable, int exponent) in monomial)
        {
            value = Field.Multiply(value, exponent == 1 ? _point[variable] : Field.Power(_point[variable], (uint)exponent));
            logarithmic = Field.Add(
                logarithmic, exponent == 1 ? _logarithmic[variable] : Field.Multiply(Field.FromInteger(exponent), _logarithmic[variable]));
        }

        return Field.Multiply(value, logarithmic);
    }

    private ModularVectorField Compiled(int field) => _compiled[field] ??= ModularVectorField.Reduce(Field, _fields[field]);
}
