using System.Collections.Immutable;
using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Algebra.Geometry;

// A polynomial field modulo p, flattened for evaluation: term t of the whole field has coefficient c_t and the factors
// factorVariables[termStarts[t] .. termStarts[t+1]) with exponents factorExponents at the same places; component j owns the terms
// [componentStarts[j], componentStarts[j+1]).

/// <summary>A polynomial vector field modulo a prime, laid out for fast evaluation at points and at truncated jets.</summary>
public sealed class ModularVectorField
{
    private readonly PrimeField _field;
    private readonly ImmutableArray<int> _coordinates;
    private readonly int[] _componentStarts;
    private readonly uint[] _coefficients;
    private readonly int[] _termStarts;
    private readonly int[] _factorVariables;
    private readonly int[] _factorExponents;

    /// <summary>Flattens a field.</summary>
    /// <param name="field">The prime field of the coefficients.</param>
    /// <param name="vectorField">The field modulo the prime.</param>
    public ModularVectorField(PrimeField field, VectorField<Polynomial<uint>> vectorField)
    {
        _field = field;
        _coordinates = vectorField.Coordinates;
        _componentStarts = new int[_coordinates.Length + 1];
        var coefficients = new List<uint>();
        var termStarts = new List<int> { 0 };
        var variables = new List<int>();
        var exponents = new List<int>();
        var factors = new List<(int Variable, int Exponent)>();
        for (int component = 0; component < _coordinates.Length; component++)
        {
            Polynomial<uint> polynomial = vectorField.Coefficients[component];
            for (int term = 0; term < polynomial.TermCount; term++)
            {
                coefficients.Add(polynomial.Coefficient(term));
                polynomial.CopyFactors(term, factors);
                foreach ((int variable, int exponent) in factors)
                {
                    variables.Add(variable);
                    exponents.Add(exponent);
                }

                termStarts.Add(variables.Count);
            }

            _componentStarts[component + 1] = coefficients.Count;
        }

        _coefficients = [.. coefficients];
        _termStarts = [.. termStarts];
        _factorVariables = [.. variables];
        _factorExponents = [.. exponents];
    }

    /// <summary>Flattens an integer field modulo a prime.</summary>
    /// <param name="field">The prime field.</param>
    /// <param name="vectorField">The field over Z.</param>
    public static ModularVectorField Reduce(PrimeField field, VectorField<Polynomial<Integer>> vectorField)
    {
        VectorFieldModule<Polynomial<uint>, PolynomialRing<uint, PrimeField>> module = new(new PolynomialRing<uint, PrimeField>(field));
        return new ModularVectorField(field, module.Create(vectorField.Coordinates.Zip(
            vectorField.Coefficients, (coordinate, coefficient) => (coordinate, IntegerPolynomial.ReduceModulo(coefficient, field)))));
    }

    /// <summary>The number of terms of all components together.</summary>
    public int TermCount => _coefficients.Length;

    /// <summary>The coordinates with a component that is not the zero polynomial, ascending.</summary>
    public ImmutableArray<int> Coordinates => _coordinates;

    /// <summary>Evaluates the field at a point of the n-fold nilpotent algebra.</summary>
    /// <param name="point">For each coordinate of the space 2ⁿ residues, one coordinate after the other.</param>
    /// <param name="size">2ⁿ; 1 for an ordinary point.</param>
    /// <param name="value">As long as <paramref name="point"/>; overwritten by the components of the field.</param>
    public void Evaluate(ReadOnlySpan<uint> point, int size, Span<uint> value)
    {
        value.Clear();
        if (size == 1)
        {
            EvaluateAtPoint(point, value);
        }
        else if (size == 2)
        {
            EvaluateAtTangent(point, value);
        }
        else
        {
            EvaluateAtJet(point, size, value);
        }
    }

    private void EvaluateAtPoint(ReadOnlySpan<uint> point, Span<uint> value)
    {
        PrimeField field = _field;
        for (int component = 0; component < _coordinates.Length; component++)
        {
            uint sum = 0;
            for (int term = _componentStarts[component]; term < _componentStarts[component + 1]; term++)
            {
                uint product = _coefficients[term];
                for (int factor = _termStarts[term]; factor < _termStarts[term + 1]; factor++)
                {
                    uint coordinate = point[_factorVariables[factor]];
                    int exponent = _factorExponents[factor];
                    product = field.Multiply(product, exponent == 1 ? coordinate : field.Power(coordinate, (uint)exponent));
                }

                sum = field.Add(sum, product);
            }

            value[_coordinates[component]] = sum;
        }
    }

    // Dual numbers: a product (v + tε)(x + dε) is vx + (tx + vd)ε.
    private void EvaluateAtTangent(ReadOnlySpan<uint> point, Span<uint> value)
    {
        PrimeField field = _field;
        for (int component = 0; component < _coordinates.Length; component++)
        {
            uint sum = 0;
            uint sumOfTangents = 0;
            for (int term = _componentStarts[component]; term < _componentStarts[component + 1]; term++)
            {
                uint product = _coefficients[term];
                uint tangent = 0;
                for (int factor = _termStarts[term]; factor < _termStarts[term + 1]; factor++)
                {
                    uint coordinate = point[2 * _factorVariables[factor]];
                    uint direction = point[(2 * _factorVariables[factor]) + 1];
                    int exponent = _factorExponents[factor];
                    if (exponent > 1)
                    {
                        uint power = field.Power(coordinate, (uint)exponent - 1);
                        direction = field.Multiply(direction, field.Multiply(field.FromInteger(exponent), power));
                        coordinate = field.Multiply(coordinate, power);
                    }

                    tangent = field.Add(field.Multiply(tangent, coordinate), field.Multiply(product, direction));
                    product = field.Multiply(product, coordinate);
                }

                sum = field.Add(sum, product);
                sumOfTangents = field.Add(sumOfTangents, tangent);
            }

            value[2 * _coordinates[component]] = sum;
            value[(2 * _coordinates[component]) + 1] = sumOfTangents;
        }
    }

    private void EvaluateAtJet(ReadOnlySpan<uint> point, int size, Span<uint> value)
    {
        PrimeField field = _field;
        uint[] product = new uint[size];
        uint[] power = new uint[size];
        for (int component = 0; component < _coordinates.Length; component++)
        {
            Span<uint> sum = value.Slice(_coordinates[component] * size, size);
            for (int term = _componentStarts[component]; term < _componentStarts[component + 1]; term++)
            {
                Array.Clear(product);
                product[0] = _coefficients[term];
                for (int factor = _termStarts[term]; factor < _termStarts[term + 1]; factor++)
                {
                    ReadOnlySpan<uint> coordinate = point.Slice(_factorVariables[factor] * size, size);
                    if (_factorExponents[factor] == 1)
                    {
                        NilpotentAlgebra.MultiplyInPlace(field, product, coordinate);
                    }
                    else
                    {
                        NilpotentAlgebra.Power(field, coordinate, _factorExponents[factor], power);
                        NilpotentAlgebra.MultiplyInPlace(field, product, power);
                    }
                }

                for (int subset = 0; subset < size; subset++)
                {
                    sum[subset] = field.Add(sum[subset], product[subset]);
                }
            }
        }
    }
}
