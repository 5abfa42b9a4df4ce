using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// H(x, y₁..yₙ) modulo p = 15·2²⁷ + 1 from images at yⱼ = g^(Kⱼ·i), i = 1, 2, …, where g generates the units and K₁ = 1, Kⱼ₊₁ = Kⱼ(bⱼ + 1) for
// degree bounds bⱼ. The coefficient of a power of x is then Σ c_m·(g^E(m))ⁱ with E(m) = Σ Kⱼ·mⱼ, different for all monomials in the box.
// 2T images of T terms give the linear recurrence, its roots are the g^E(m), logarithms give the monomials, and a transposed Vandermonde
// system the coefficients. When box and total degree leave fewer than 2T candidates, as many images as candidates do instead: for dense
// polynomials this takes the place of Brown's interpolation variable by variable, which needs an image for each point of the whole box.
// M. Ben-Or, P. Tiwari, STOC 1988; the substitution for gcds: J. Hu, M. Monagan, "A fast parallel sparse polynomial GCD algorithm",
// J. Symb. Comp. 105 (2021).

/// <summary>Sparse interpolation along one geometric progression. Nothing is proved here: the caller checks the result.</summary>
internal sealed class KroneckerInterpolation
{
    private const int FirstBatch = 8;
    private const int MaximalImages = 1 << 16;

    // Samples that must confirm a recurrence.
    private const int Confirmations = 2;

    // With at most so many candidates for each term all of them are solved for; set by judgement.
    private const int DenseFactor = 8;

    private readonly GcdImages _images;
    private readonly PrimeField _field;
    private readonly int[] _bounds;
    private readonly int _totalBound;
    private readonly uint[] _strides;
    private readonly bool _dense;
    private readonly SplitMix64 _random;
    private readonly uint _generator;
    private readonly uint _inverseLogarithm;
    private readonly long[] _candidateCounts;

    private KroneckerInterpolation(GcdImages images, GcdProblem problem, bool dense, SplitMix64 random)
    {
        (_images, _field, _dense, _random) = (images, images.Field, dense, random);
        (_bounds, _totalBound) = (problem.DegreeBounds, problem.TotalDegreeBound);
        _strides = new uint[_bounds.Length];
        uint stride = 1;
        for (int j = 0; j < _strides.Length; j++)
        {
            _strides[j] = stride;
            stride *= (uint)_bounds[j] + 1;
        }

        uint exponent = 0;
        while (exponent % 2 == 0 || exponent % 3 == 0 || exponent % 5 == 0)
        {
            exponent = 1 + random.NextBelow(SmoothPrime.Modulus - 2);
        }

        _generator = _field.Power(SmoothPrime.Generator, exponent);
        _inverseLogarithm = SmoothPrime.InvertExponent(exponent);
        _candidateCounts = LatticePoints.Counts(_bounds, _totalBound);
    }

    /// <summary>Whether all monomials within degree bounds get different values.</summary>
    internal static bool Fits(ReadOnlySpan<int> degreeBounds)
    {
        ulong box = 1;
        foreach (int bound in degreeBounds)
        {
            box *= (ulong)bound + 1;
            if (box > SmoothPrime.Modulus - 1)
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds monomials and coefficients; null after an unlucky choice.</summary>
    /// <param name="images">The images modulo <see cref="SmoothPrime"/>.</param>
    /// <param name="problem">The problem, whose degree bounds fit.</param>
    /// <param name="dense">Whether to solve for all candidates without looking for recurrences.</param>
    /// <param name="random">Chooses the generator.</param>
    internal static SparseInterpolation? Find(GcdImages images, GcdProblem problem, bool dense, SplitMix64 random) =>
        new KroneckerInterpolation(images, problem, dense, random).Run();

    private SparseInterpolation? Run()
    {
        uint[] ratio = Array.ConvertAll(_strides, stride => _field.Power(_generator, stride));
        _images.Start(ratio, ratio);
        LinearRecurrence[] recurrences = [];
        int count = 0;
        while (count == 0 || (count < MaximalImages && !IsComplete(recurrences)))
        {
            int target = Target(count);
            _images.Prepare(target - count);
            for (; count < target; count++)
            {
                ReadOnlySpan<uint> image = _images.Next();
                if (count == 0)
                {
                    recurrences = new LinearRecurrence[image.Length];
                    foreach (ref LinearRecurrence recurrence in recurrences.AsSpan())
                    {
                        recurrence = new LinearRecurrence(_field);
                    }
                }

                if (image.Length != recurrences.Length || image.IsEmpty)
                {
                    return null; // unlucky, or the degree in x shows that an earlier image was
                }

                for (int power = 0; power < image.Length; power++)
                {
                    recurrences[power].Add(image[power]);
                }
            }
        }

        return IsComplete(recurrences) ? Solve(recurrences) : null;
    }

    // Half as many images again, but no more than the candidates of x⁰ and a check need.
    private int Target(int count)
    {
        long enough = CandidateCount(0) + 1;
        long next = _dense ? enough : count == 0 ? FirstBatch : count + (count / 2);
        return (int)Math.Min(enough > count ? Math.Min(enough, next) : next, MaximalImages);
    }

    private long CandidateCount(int power)
    {
        int degree = _totalBound - power;
        return degree < 0 ? 0 : _candidateCounts[Math.Min(degree, _candidateCounts.Length - 1)];
    }

    private bool IsComplete(LinearRecurrence[] recurrences)
    {
        for (int power = 0; power < recurrences.Length; power++)
        {
            if (!_dense)
            {
                recurrences[power].Update();
            }

            if (!IsRecurrent(recurrences[power]) && CandidateCount(power) >= recurrences[power].Samples.Length)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsRecurrent(LinearRecurrence recurrence) => !_dense && recurrence.Confirmations >= Confirmations;

    private SparseInterpolation? Solve(LinearRecurrence[] recurrences)
    {
        int[][][] monomials = new int[recurrences.Length][][];
        uint[][] coefficients = new uint[recurrences.Length][];
        for (int power = 0; power < recurrences.Length; power++)
        {
            LinearRecurrence recurrence = recurrences[power];
            bool isSolved = IsRecurrent(recurrence) && !IsDense(recurrence, power)
                ? TrySolveSparse(recurrence, power, out monomials[power], out coefficients[power])
                : TrySolveDense(recurrence.Samples, power, out monomials[power], out coefficients[power]);
            if (!isSolved)
            {
                return null;
            }
        }

        return new SparseInterpolation(monomials, coefficients);
    }

    // Solving for all candidates is quadratic too and finds no roots.
    private bool IsDense(LinearRecurrence recurrence, int power) =>
        CandidateCount(power) < recurrence.Samples.Length && CandidateCount(power) <= DenseFactor * (recurrence.Length + 1L);

    private bool TrySolveSparse(LinearRecurrence recurrence, int power, out int[][] monomials, out uint[] coefficients)
    {
        (monomials, coefficients) = ([], []);
        if (recurrence.Length == 0)
        {
            return true;
        }

        if (recurrence.CharacteristicPolynomial() is not { } polynomial ||
            LinearFactors.Roots(_field, polynomial, _random) is not { } roots ||
            LagrangeBasis.Create(_field, roots) is not { } basis)
        {
            return false;
        }

        monomials = new int[roots.Length][];
        for (int m = 0; m < roots.Length; m++)
        {
            ulong exponent = (ulong)SmoothPrime.Logarithm(roots[m]) * _inverseLogarithm % (SmoothPrime.Modulus - 1);
            if (Monomial(exponent) is not { } monomial || monomial.Sum() > _totalBound - power)
            {
                return false;
            }

            monomials[m] = monomial;
        }

        coefficients = new uint[roots.Length];
        basis.SolveTransposed(recurrence.Samples[..roots.Length], coefficients);
        return true;
    }

    private int[]? Monomial(ulong exponent)
    {
        int[] monomial = new int[_bounds.Length];
        ulong rest = exponent;
        for (int j = 0; j < monomial.Length; j++)
        {
            (rest, ulong digit) = Math.DivRem(rest, (ulong)_bounds[j] + 1);
            monomial[j] = (int)digit;
        }

        return rest == 0 ? monomial : null;
    }

    private bool TrySolveDense(ReadOnlySpan<uint> samples, int power, out int[][] monomials, out uint[] coefficients)
    {
        (monomials, coefficients) = ([], []);
        List<int[]> candidates = LatticePoints.Enumerate(_bounds, _totalBound - power);
        uint[] points = new uint[candidates.Count];
        for (int m = 0; m < points.Length; m++)
        {
            ulong exponent = 0;
            for (int j = 0; j < _strides.Length; j++)
            {
                exponent += (ulong)_strides[j] * (ulong)candidates[m][j];
            }

            points[m] = _field.Power(_generator, (uint)exponent);
        }

        if (LagrangeBasis.Create(_field, points) is not { } basis)
        {
            return false;
        }

        uint[] solution = new uint[points.Length];
        basis.SolveTransposed(samples[..solution.Length], solution);
        if (basis.PowerSum(solution, samples.Length) != samples[^1])
        {
            return false;
        }

        int[] kept = [.. Enumerable.Range(0, solution.Length).Where(m => solution[m] != 0)];
        monomials = Array.ConvertAll(kept, m => candidates[m]);
        coefficients = Array.ConvertAll(kept, m => solution[m]);
        return true;
    }
}
