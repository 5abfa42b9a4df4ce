using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// A polynomial in the main variable x and others y is evaluated at y = (s₁r₁ⁱ, s₂r₂ⁱ, …) for i = 0, 1, …: the value of each term
// is multiplied by a fixed ratio from one point to the next, so a point costs one product for each term.
// Invariant: lane l of the plan has the value _values[l] at the next point and the ratio _ratios[l]; lanes without a term have the value 0.
// R. Zippel, "Probabilistic algorithms for sparse polynomials", EUROSAM 1979; points in geometric progression: M. Ben-Or, P. Tiwari, STOC 1988.

/// <summary>Evaluates one polynomial modulo a prime along a geometric progression of points, leaving one variable.</summary>
internal sealed class GeometricEvaluation
{
    private readonly PrimeField _field;
    private readonly EvaluationPlan _plan;
    private readonly uint[] _coefficients;
    private readonly uint[] _values;
    private readonly uint[] _ratios;
    private readonly uint[] _quotients;
    private uint[] _sums = [];

    /// <summary>Reduces the coefficients of a polynomial.</summary>
    internal GeometricEvaluation(PrimeField field, EvaluationPlan plan)
    {
        (_field, _plan) = (field, plan);
        _coefficients = Array.ConvertAll(plan.Value.Coefficients, field.FromInteger);
        (_values, _ratios, _quotients) = (new uint[plan.LaneCount], new uint[plan.LaneCount], new uint[plan.LaneCount]);
    }

    /// <summary>The number of residues of an image.</summary>
    internal int ImageLength => _plan.MainDegree + 1;

    /// <summary>Starts a progression of points.</summary>
    /// <param name="others">The variables that take values: all of the polynomial except the main one, and perhaps more.</param>
    /// <param name="start">The first point, one coordinate for each of them.</param>
    /// <param name="ratio">What each coordinate is multiplied by.</param>
    internal void Start(ReadOnlySpan<int> others, ReadOnlySpan<uint> start, ReadOnlySpan<uint> ratio)
    {
        uint[] steps = new uint[_coefficients.Length];
        Array.Fill(steps, 1u);
        bool same = start.SequenceEqual(ratio);
        uint[] values = same ? steps : [.. _coefficients];
        for (int j = 0; j < others.Length; j++)
        {
            PowerTables.MultiplyBy(_field, _plan.Value, others[j], ratio[j], steps);
            if (!same)
            {
                PowerTables.MultiplyBy(_field, _plan.Value, others[j], start[j], values);
            }
        }

        for (int term = 0; term < steps.Length; term++)
        {
            int place = _plan.Places[term];
            _values[place] = same ? _field.Multiply(_coefficients[term], steps[term]) : values[term];
            _ratios[place] = steps[term];
            _quotients[place] = GeometricKernels.Quotient(steps[term], _field.Modulus);
        }
    }

    /// <summary>Writes the images at the next points, each dense in the main variable, and moves on.</summary>
    /// <param name="points">How many.</param>
    /// <param name="images"><see cref="ImageLength"/> residues for each point; overwritten.</param>
    internal void Next(int points, Span<uint> images)
    {
        if (_sums.Length < points * GeometricKernels.Lanes)
        {
            _sums = new uint[points * GeometricKernels.Lanes];
        }

        Span<uint> sums = _sums.AsSpan(0, points * GeometricKernels.Lanes);
        for (int power = 0; power < ImageLength; power++)
        {
            int start = _plan.FirstRows[power] * GeometricKernels.Lanes;
            int length = (_plan.FirstRows[power + 1] * GeometricKernels.Lanes) - start;
            sums.Clear();
            if (length > 0)
            {
                GeometricKernels.Advance(
                    _values.AsSpan(start, length), _ratios.AsSpan(start, length), _quotients.AsSpan(start, length), sums, _field.Modulus);
            }

            for (int i = 0; i < points; i++)
            {
                ulong sum = 0;
                foreach (uint lane in sums.Slice(i * GeometricKernels.Lanes, GeometricKernels.Lanes))
                {
                    sum += lane;
                }

                images[(i * ImageLength) + power] = _field.Reduce(sum);
            }
        }
    }
}
