using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// a, b primitive in x; H = (γ/lc(h))·h is found modulo primes (SparseInterpolation), lifted to Z by Chinese remainders, and h is the primitive
// part of H in x. h is the gcd if it divides a and b: its degree in x is that of an image of the gcd and thus at least the gcd's,
// so h, a common divisor, equals the gcd up to a factor free of x, which primitivity makes ±1. So no bound on coefficients is needed.
// Invariant: _lift holds the coefficients of H in the order of the skeleton.
// R. Zippel, EUROSAM 1979; the normalization by γ: W. S. Brown, "On Euclid's algorithm and the computation of polynomial greatest common
// divisors", J. ACM 18 (1971).

/// <summary>The sparse modular gcd over Z, verified by exact division.</summary>
internal sealed class SparseModularGcd
{
    private const int MaximalFailures = 24;
    private const int MaximalKroneckerFailures = 3;
    private const int MaximalPrimes = 1 << 14;
    private const int SpareBits = 12;

    // With so few points every image is unlucky.
    private const uint SmallestPrime = 17;

    private readonly GcdProblem _problem;
    private readonly GcdAlgorithm _algorithm;
    private readonly CancellationToken _cancellation;
    private readonly SplitMix64 _random = new(0xC0FFEE);
    private SparseInterpolation? _skeleton;
    private ResidueLift _lift = new(0);

    private SparseModularGcd(GcdProblem problem, GcdAlgorithm algorithm, CancellationToken cancellation) =>
        (_problem, _algorithm, _cancellation) = (problem, algorithm, cancellation);

    private static PolynomialDomain<Integer, IntegerRing> Domain => default;

    /// <summary>The gcd of two polynomials that are primitive and of positive degree in the main variable; null after too many unlucky choices.</summary>
    /// <param name="problem">The polynomials and what is known of their gcd.</param>
    /// <param name="algorithm">How the first image modulo a prime is found.</param>
    /// <param name="cancellation">Stops the computation.</param>
    /// <param name="primesBelow">Primes below this bound are used, the greatest first, besides <see cref="SmoothPrime"/>.</param>
    internal static Polynomial<Integer>? Compute(
        GcdProblem problem, GcdAlgorithm algorithm, CancellationToken cancellation, uint primesBelow = 0x80000000u) =>
        new SparseModularGcd(problem, algorithm, cancellation).Run(primesBelow);

    private Polynomial<Integer>? Run(uint primesBelow)
    {
        int failures = 0;
        uint prime = primesBelow;
        for (int round = 0; round < MaximalPrimes && failures < MaximalFailures && prime > SmallestPrime; round++)
        {
            bool fresh = _skeleton is null;
            bool kronecker = fresh && _algorithm != GcdAlgorithm.Zippel && failures < MaximalKroneckerFailures;
            uint modulus = kronecker ? SmoothPrime.Modulus : prime = Primes.Below(prime);
            var images = new GcdImages(new PrimeField(modulus), _problem, _cancellation);
            SparseInterpolation? found = kronecker ? KroneckerInterpolation.Find(images, _problem, _algorithm == GcdAlgorithm.Dense, _random)
                : _skeleton is null ? SparseInterpolation.Find(images, _problem.DegreeBounds, _random)
                : _skeleton.Refit(images, _problem.Others.Length, _random);
            if (found is null)
            {
                _skeleton = null;
                failures++;
                continue;
            }

            if (found.Monomials.Length == 1)
            {
                return Domain.One; // an image of degree 0 in x: the gcd is free of x, hence ±1
            }

            bool stable = Lift(found, modulus, fresh);
            if (stable || HasSpareBits())
            {
                if (Candidate() is { } gcd)
                {
                    return gcd;
                }

                if (stable)
                {
                    _skeleton = null; // a monomial is missing: its coefficient vanished at some choice
                    failures++;
                }
            }
        }

        return null;
    }

    // Adds a prime; whether no coefficient changed.
    private bool Lift(SparseInterpolation found, uint prime, bool fresh)
    {
        uint[] residues = [.. found.Coefficients.SelectMany(static c => c)];
        if (fresh)
        {
            (_skeleton, _lift) = (found, new ResidueLift(residues.Length));
        }

        return _lift.Add(new PrimeField(prime), residues) && !fresh;
    }

    // Coefficients much smaller than the modulus are very likely the true ones already.
    private bool HasSpareBits()
    {
        long limit = _lift.Modulus.BitLength - SpareBits;
        return Array.TrueForAll(_lift.Values, c => c.BitLength <= limit);
    }

    // The primitive part of the lifted H if it divides both polynomials.
    private Polynomial<Integer>? Candidate()
    {
        Polynomial<Integer> lifted = Lifted();
        if (lifted.Degree(_problem.Main) != _skeleton!.Monomials.Length - 1)
        {
            return null;
        }

        Polynomial<Integer> gcd = PolynomialGcd.PrimitivePart(lifted, _problem.Main, _cancellation);
        return PolynomialGcd.Divides(gcd, _problem.Left.Value, _cancellation) && PolynomialGcd.Divides(gcd, _problem.Right.Value, _cancellation) ? gcd : null;
    }

    private Polynomial<Integer> Lifted()
    {
        int[][][] monomials = _skeleton!.Monomials;
        int[] others = _problem.Others;
        long degree = monomials.Length - 1L;
        foreach (int bound in _problem.DegreeBounds)
        {
            degree += bound;
        }

        MonomialLayout layout = MonomialLayout.Create([.. others.Append(_problem.Main).Order()], degree);
        int mainPlace = layout.IndexOf(_problem.Main);
        var sum = new TermAccumulator<Integer, IntegerRing>(default, layout, _lift.Values.Length);
        ulong[] packed = new ulong[layout.WordCount];
        int place = 0;
        for (int power = 0; power < monomials.Length; power++)
        {
            foreach (int[] exponents in monomials[power])
            {
                Array.Clear(packed);
                layout.PackTotalDegree(power + exponents.Sum(), packed);
                layout.PackExponent(mainPlace, power, packed);
                for (int j = 0; j < exponents.Length; j++)
                {
                    layout.PackExponent(j < mainPlace ? j : j + 1, exponents[j], packed);
                }

                sum.Add(packed, _lift.Values[place++]);
            }
        }

        return sum.ToPolynomial();
    }
}
