using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// A polynomial in the main variable x and others y is evaluated at y = (s₁r₁ⁱ, s₂r₂ⁱ, …) for i = 0, 1, …: the value of each term
// is multiplied by a fixed ratio from one point to the next, so a point costs one product for each term.
// Invariant: _values[t] is the value of term t at the next point, _ratios[t] its ratio, _mainExponents[t] its power of x.
// R. Zippel, "Probabilistic algorithms for sparse polynomials", EUROSAM 1979; points in geometric progression: M. Ben-Or, P. Tiwari, STOC 1988.

/// <summary>Evaluates one polynomial modulo a prime along a geometric progression of points, leaving one variable.</summary>
internal sealed class GeometricEvaluation
{
    private readonly PrimeField _field;
    private readonly uint[] _coefficients;
    private readonly int[] _mainExponents;
    private readonly int[] _exponents;
    private readonly int _others;
    private readonly uint[] _values;
    private readonly uint[] _ratios;

    /// <summary>Reduces a polynomial whose variables are the main one and the others.</summary>
    internal GeometricEvaluation(PrimeField field, Polynomial<Integer> value, int main, int[] others)
    {
        (_field, _others) = (field, others.Length);
        _coefficients = Array.ConvertAll(value.Coefficients, field.FromInteger);
        _values = new uint[value.TermCount];
        _ratios = new uint[value.TermCount];
        _mainExponents = new int[value.TermCount];
        _exponents = new int[value.TermCount * others.Length];
        MainDegree = Math.Max(0, value.Degree(main));
        for (int term = 0; term < value.TermCount; term++)
        {
            _mainExponents[term] = value.Exponent(term, main);
            for (int j = 0; j < others.Length; j++)
            {
                _exponents[(term * others.Length) + j] = value.Exponent(term, others[j]);
            }
        }
    }

    /// <summary>The degree in the main variable over Z; an image may have a smaller one.</summary>
    internal int MainDegree { get; }

    /// <summary>Starts a progression of points.</summary>
    /// <param name="start">The first point, one coordinate for each of the other variables.</param>
    /// <param name="ratio">What each coordinate is multiplied by.</param>
    internal void Start(ReadOnlySpan<uint> start, ReadOnlySpan<uint> ratio)
    {
        for (int term = 0; term < _values.Length; term++)
        {
            uint value = _coefficients[term];
            uint step = 1;
            for (int j = 0; j < _others; j++)
            {
                int exponent = _exponents[(term * _others) + j];
                if (exponent != 0)
                {
                    value = _field.Multiply(value, _field.Power(start[j], (uint)exponent));
                    step = ratio[j] == 1 ? step : _field.Multiply(step, _field.Power(ratio[j], (uint)exponent));
                }
            }

            (_values[term], _ratios[term]) = (value, step);
        }
    }

    /// <summary>Writes the image at the next point, dense in the main variable, and moves on.</summary>
    /// <param name="image">At least <see cref="MainDegree"/> + 1 residues; overwritten.</param>
    internal void Next(Span<uint> image)
    {
        PrimeField field = _field;
        image.Clear();
        for (int term = 0; term < _values.Length; term++)
        {
            ref uint sum = ref image[_mainExponents[term]];
            sum = field.Add(sum, _values[term]);
            _values[term] = field.Multiply(_values[term], _ratios[term]);
        }
    }
}
