using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

// Lₜ(z) = ∏_{s≠t} (z − vₛ)/(vₜ − vₛ), so Lₜ(vₛ) is 1 for s = t and 0 otherwise. The coefficients of Lₜ invert both Vandermonde systems:
// Σₜ f(vₜ)·Lₜ is the polynomial with given values f(vₜ); and if sᵢ = Σₜ cₜ·vₜⁱ for i = 0.. then Σᵢ (coefficient i of Lₜ)·sᵢ = cₜ.
// Invariant: _master holds ∏ (z − vₜ), lowest coefficient first; _weights[t] = 1/∏_{s≠t} (vₜ − vₛ). A row costs one synthetic division.
// R. Zippel, "Interpolating polynomials from their values", J. Symb. Comput. 9 (1990).

/// <summary>The Lagrange polynomials of distinct points of a prime field: interpolation and its transpose.</summary>
internal sealed class LagrangeBasis
{
    private readonly PrimeField _field;
    private readonly uint[] _points;
    private readonly uint[] _master;
    private readonly uint[] _weights;
    private readonly uint[] _row;

    private LagrangeBasis(PrimeField field, uint[] points)
    {
        (_field, _points) = (field, points);
        (_master, _weights, _row) = (new uint[points.Length + 1], new uint[points.Length], new uint[points.Length]);
        _master[0] = 1;
        for (int count = 0; count < points.Length; count++)
        {
            // Multiply by z − v in place, from the top.
            for (int i = count + 1; i > 0; i--)
            {
                _master[i] = field.Subtract(_master[i - 1], field.Multiply(points[count], _master[i]));
            }

            _master[0] = field.Negate(field.Multiply(points[count], _master[0]));
        }
    }

    /// <summary>The number of points.</summary>
    internal int Count => _points.Length;

    /// <summary>The basis of some points; null when two of them are equal.</summary>
    internal static LagrangeBasis? Create(PrimeField field, uint[] points)
    {
        var basis = new LagrangeBasis(field, points);
        uint[] values = new uint[points.Length];
        VandermondeKernels.Divide(points, basis._master, basis._row, values, new uint[points.Length], field.Modulus);
        for (int t = 0; t < points.Length; t++)
        {
            if (values[t] == 0)
            {
                return null;
            }

            basis._weights[t] = field.Invert(values[t]);
        }

        return basis;
    }

    /// <summary>The coefficients of the polynomial with given values at the points, lowest first.</summary>
    internal void Interpolate(ReadOnlySpan<uint> values, Span<uint> coefficients)
    {
        coefficients.Clear();
        for (int t = 0; t < _points.Length; t++)
        {
            uint factor = _field.Multiply(values[t], _weights[t]);
            if (factor != 0)
            {
                DivideMaster(t);
                for (int i = 0; i < _row.Length; i++)
                {
                    coefficients[i] = _field.Add(coefficients[i], _field.Multiply(factor, _row[i]));
                }
            }
        }
    }

    /// <summary>The cₜ with Σₜ cₜ·vₜ^(i+1) = samples[i] for i = 0 .. Count − 1; the points must not be zero.</summary>
    /// <param name="samples">As many samples as points.</param>
    /// <param name="solution">Takes the cₜ.</param>
    internal void SolveTransposed(ReadOnlySpan<uint> samples, Span<uint> solution)
    {
        VandermondeKernels.Divide(_points, _master, samples, _row, solution, _field.Modulus);
        for (int t = 0; t < _points.Length; t++)
        {
            solution[t] = _field.Multiply(_field.Multiply(solution[t], _weights[t]), _field.Invert(_points[t]));
        }
    }

    /// <summary>Σₜ weights[t]·vₜ^exponent.</summary>
    internal uint PowerSum(ReadOnlySpan<uint> weights, int exponent)
    {
        uint sum = 0;
        for (int t = 0; t < _points.Length; t++)
        {
            sum = _field.Add(sum, _field.Multiply(weights[t], _field.Power(_points[t], (uint)exponent)));
        }

        return sum;
    }

    // _row becomes ∏ (z − vₛ) without the factor of point t.
    private void DivideMaster(int t)
    {
        uint carry = 0;
        for (int i = _row.Length - 1; i >= 0; i--)
        {
            carry = _field.Add(_master[i + 1], _field.Multiply(carry, _points[t]));
            _row[i] = carry;
        }
    }
}
