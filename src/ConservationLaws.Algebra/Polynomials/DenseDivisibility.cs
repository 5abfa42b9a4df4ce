using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Does h divide a? Exponent vectors within the degrees of a are numbers in mixed radix, so that monomials multiply by adding and lexicographic order
// is that of numbers. Modulo a prime that does not divide lc(h) the division in an array over this box decides; the residues of the
// quotients lift to Q with a ≡ h·Q modulo the product M of the primes. The coefficients of a − h·Q are at most ‖a‖∞ + ‖h‖₁·‖Q‖∞ in absolute value:
// once M exceeds that, a = h·Q is proved. A remainder modulo one prime disproves it.
// Invariant: the word at n has the residue of the coefficient n of a − h·(Q so far) and is below 2⁶³: a product below p² < 2⁶² is
// added and 2p² ≤ 2⁶³ taken away when the top bit is set.

/// <summary>Divisibility of polynomials that fill their boxes, modulo primes and with proof.</summary>
internal sealed class DenseDivisibility
{
    // More primes than a quotient with coefficients as long as those of the dividend asks for.
    private const int SparePrimes = 4;

    private readonly Polynomial<Integer> _dividend;
    private readonly Polynomial<Integer> _divisor;
    private readonly CancellationToken _cancellation;
    private readonly int[] _strides;
    private readonly int[] _quotientDegrees;
    private readonly int[] _dividendPlaces;
    private readonly int[] _divisorPlaces;
    private readonly int _leadingTerm;
    private readonly ulong[] _words;
    private readonly List<int> _quotientPlaces = [];
    private readonly List<uint> _quotient = [];

    private DenseDivisibility(Polynomial<Integer> dividend, Polynomial<Integer> divisor, int[] quotientDegrees, int box, CancellationToken cancellation)
    {
        (_dividend, _divisor, _quotientDegrees, _cancellation) = (dividend, divisor, quotientDegrees, cancellation);
        _strides = new int[quotientDegrees.Length];
        int stride = 1;
        for (int place = 0; place < _strides.Length; place++)
        {
            _strides[place] = stride;
            stride *= dividend.Degree(dividend.Variables[place]) + 1;
        }

        _words = new ulong[box];
        (_dividendPlaces, _divisorPlaces) = (Places(dividend), Places(divisor));
        _leadingTerm = Array.IndexOf(_divisorPlaces, _divisorPlaces.Max());
    }

    /// <summary>The number of exponent vectors within the degrees of a polynomial, or a large number.</summary>
    internal static long Box(Polynomial<Integer> value)
    {
        long box = 1;
        foreach (int variable in value.Variables)
        {
            box = Math.Min(box * (value.Degree(variable) + 1L), int.MaxValue);
        }

        return box;
    }

    /// <summary>Whether a divisor divides; null when the primes did not suffice for a proof.</summary>
    /// <param name="dividend">A polynomial that is not zero and whose box fits into memory.</param>
    /// <param name="divisor">A polynomial that is not zero.</param>
    /// <param name="cancellation">Stops the computation.</param>
    internal static bool? Divides(Polynomial<Integer> dividend, Polynomial<Integer> divisor, CancellationToken cancellation)
    {
        int[] degrees = new int[dividend.Variables.Length];
        for (int place = 0; place < degrees.Length; place++)
        {
            int variable = dividend.Variables[place];
            degrees[place] = dividend.Degree(variable) - divisor.Degree(variable);
            if (degrees[place] < 0)
            {
                return false;
            }
        }

        foreach (int variable in divisor.Variables)
        {
            if (dividend.Layout.IndexOf(variable) < 0)
            {
                return false;
            }
        }

        return new DenseDivisibility(dividend, divisor, degrees, (int)Box(dividend), cancellation).Run();
    }

    private bool? Run()
    {
        Integer greatest = _dividend.Coefficients.Select(Integer.Abs).Max();
        Integer divisorSum = _divisor.Coefficients.Aggregate(Integer.Zero, static (sum, coefficient) => sum + Integer.Abs(coefficient));
        long primes = ((greatest.BitLength + divisorSum.BitLength) / 30) + SparePrimes;
        ResidueLift? lift = null;
        int[] places = [];
        uint prime = 0x80000000u;
        for (long i = 0; i < primes; i++)
        {
            _cancellation.ThrowIfCancellationRequested();
            prime = Primes.Below(prime);
            var field = new PrimeField(prime);
            if (field.FromInteger(_divisor.Coefficients[_leadingTerm]) == 0)
            {
                continue;
            }

            if (!TryDivide(field))
            {
                return false;
            }

            if (lift is null)
            {
                (lift, places) = (new ResidueLift(_quotient.Count), [.. _quotientPlaces]);
            }
            else if (!_quotientPlaces.SequenceEqual(places))
            {
                return null; // a coefficient of the quotient vanishes modulo a prime: rare enough to leave it to others
            }

            lift.Add(field, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(_quotient));
            Integer largest = lift.Values.Select(Integer.Abs).DefaultIfEmpty().Max();
            if ((divisorSum * largest) + greatest < lift.Modulus)
            {
                return true;
            }
        }

        return null;
    }

    // Divides modulo a prime; false when a remainder is left.
    private bool TryDivide(PrimeField field)
    {
        _quotientPlaces.Clear();
        _quotient.Clear();
        Array.Clear(_words);
        for (int term = 0; term < _dividendPlaces.Length; term++)
        {
            _words[_dividendPlaces[term]] = field.FromInteger(_dividend.Coefficients[term]);
        }

        uint inverse = field.Invert(field.FromInteger(_divisor.Coefficients[_leadingTerm]));
        uint[] negated = Array.ConvertAll(_divisor.Coefficients, coefficient => field.Negate(field.FromInteger(coefficient)));
        int leading = _divisorPlaces[_leadingTerm];
        for (int n = _words.Length - 1; n >= 0; n--)
        {
            if (_words[n] == 0)
            {
                continue;
            }

            uint rest = field.Reduce(_words[n]);
            if (rest == 0)
            {
                continue;
            }

            if (!IsWithinQuotient(n - leading))
            {
                return false;
            }

            uint coefficient = field.Multiply(rest, inverse);
            _quotientPlaces.Add(n - leading);
            _quotient.Add(coefficient);
            AddMultiple(_words.AsSpan(n - leading), _divisorPlaces, negated, coefficient, field.Modulus);
        }

        return true;
    }

    // words[places[t]] += factor·residues[t]
    private static void AddMultiple(Span<ulong> words, int[] places, uint[] residues, ulong factor, uint p)
    {
        unchecked
        {
            ulong correction = 2UL * p * p;
            for (int term = 0; term < places.Length && term < residues.Length; term++)
            {
                ref ulong word = ref words[places[term]];
                ulong sum = word + (factor * residues[term]);
                word = sum - (correction & (ulong)((long)sum >> 63));
            }
        }
    }

    // Whether a number stands for exponents that no product with h carries beyond the degrees of a.
    private bool IsWithinQuotient(int number)
    {
        int rest = number;
        for (int place = _strides.Length - 1; place >= 0; place--)
        {
            if (rest < 0)
            {
                return false;
            }

            (int exponent, rest) = Math.DivRem(rest, _strides[place]);
            if (exponent > _quotientDegrees[place])
            {
                return false;
            }
        }

        return rest == 0;
    }

    private int[] Places(Polynomial<Integer> value)
    {
        int[] places = new int[value.TermCount];
        (ulong[] packed, int words, ulong mask) = (value.Exponents, value.Layout.WordCount, value.Layout.FieldMask);
        for (int place = 0; place < _strides.Length; place++)
        {
            int own = value.Layout.IndexOf(_dividend.Variables[place]);
            if (own >= 0)
            {
                (int word, int shift) = value.Layout.Locate(own);
                for (int term = 0; term < places.Length; term++, word += words)
                {
                    places[term] += _strides[place] * (int)((packed[word] >> shift) & mask);
                }
            }
        }

        return places;
    }
}
