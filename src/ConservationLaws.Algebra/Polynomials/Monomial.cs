using System.Collections;
using System.Numerics;
using System.Runtime.InteropServices;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A power product of variables, θ₂³·θ₇: the pairs (variable, exponent) with positive exponents, ascending by variable.</summary>
/// <remarks>
/// Immutable; the default value is 1. The order is graded lexicographic: the total degree counts first, then the exponent of the
/// variable with the smallest index. A monomial stands alone; inside a polynomial the exponents are packed (<see cref="MonomialLayout"/>).
/// </remarks>
[StructLayout(LayoutKind.Auto)]
public readonly struct Monomial : IEquatable<Monomial>, IComparable<Monomial>, IReadOnlyList<(int Variable, int Exponent)>
{
    // Invariant: null or ascending distinct variables with positive exponents whose sum is TotalDegree.
    private readonly (int Variable, int Exponent)[]? _factors;

    private Monomial((int Variable, int Exponent)[] factors)
    {
        int degree = 0;
        foreach ((_, int exponent) in factors)
        {
            degree += exponent; // checked: throws before it wraps
        }

        _factors = factors.Length == 0 ? null : factors;
        TotalDegree = degree;
    }

    /// <summary>The monomial 1.</summary>
    public static Monomial One => default;

    /// <summary>The sum of the exponents.</summary>
    public int TotalDegree { get; }

    /// <summary>How many variables occur.</summary>
    public int Count => _factors?.Length ?? 0;

    /// <summary>The pairs (variable, exponent), ascending by variable.</summary>
    public ReadOnlySpan<(int Variable, int Exponent)> Factors => _factors;

    /// <summary>The pair at a place, counted from 0.</summary>
    public (int Variable, int Exponent) this[int index] => Factors[index];

    /// <summary>Whether two monomials are equal.</summary>
    public static bool operator ==(Monomial left, Monomial right) => left.Equals(right);

    /// <summary>Whether two monomials differ.</summary>
    public static bool operator !=(Monomial left, Monomial right) => !left.Equals(right);

    /// <summary>Whether the left monomial is smaller in the graded lexicographic order.</summary>
    public static bool operator <(Monomial left, Monomial right) => left.CompareTo(right) < 0;

    /// <summary>Whether the left monomial is greater in the graded lexicographic order.</summary>
    public static bool operator >(Monomial left, Monomial right) => left.CompareTo(right) > 0;

    /// <summary>Whether the left monomial is smaller or equal.</summary>
    public static bool operator <=(Monomial left, Monomial right) => left.CompareTo(right) <= 0;

    /// <summary>Whether the left monomial is greater or equal.</summary>
    public static bool operator >=(Monomial left, Monomial right) => left.CompareTo(right) >= 0;

    /// <summary>The product.</summary>
    /// <exception cref="OverflowException">The total degree exceeds 2³¹−1.</exception>
    public static Monomial operator *(Monomial left, Monomial right)
    {
        if (left.Count == 0 || right.Count == 0)
        {
            return left.Count == 0 ? right : left;
        }

        ReadOnlySpan<(int Variable, int Exponent)> a = left.Factors;
        ReadOnlySpan<(int Variable, int Exponent)> b = right.Factors;
        var product = new (int Variable, int Exponent)[a.Length + b.Length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < a.Length && j < b.Length)
        {
            product[count++] = a[i].Variable < b[j].Variable ? a[i++]
                : a[i].Variable > b[j].Variable ? b[j++]
                : (a[i].Variable, a[i++].Exponent + b[j++].Exponent); // checked: throws before it wraps
        }

        a[i..].CopyTo(product.AsSpan(count));
        b[j..].CopyTo(product.AsSpan(count));
        count += a.Length - i + b.Length - j;
        return new Monomial(count == product.Length ? product : product[..count]);
    }

    /// <summary>A variable as a monomial.</summary>
    /// <param name="variable">The index of the variable, not negative.</param>
    public static Monomial Variable(int variable)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(variable);
        return new Monomial([(variable, 1)]);
    }

    /// <summary>The product of powers of variables, in any order; exponents of a repeated variable add up.</summary>
    /// <param name="factors">Pairs of a variable index and an exponent, neither negative; an exponent 0 is dropped.</param>
    /// <exception cref="ArgumentOutOfRangeException">A variable or an exponent is negative.</exception>
    /// <exception cref="OverflowException">The total degree exceeds 2³¹−1.</exception>
    public static Monomial Create(ReadOnlySpan<(int Variable, int Exponent)> factors)
    {
        (int Variable, int Exponent)[] sorted = factors.ToArray();
        Array.Sort(sorted, static (left, right) => left.Variable.CompareTo(right.Variable));
        int count = 0;
        foreach ((int variable, int exponent) in sorted)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(variable, nameof(factors));
            ArgumentOutOfRangeException.ThrowIfNegative(exponent, nameof(factors));
            if (count > 0 && sorted[count - 1].Variable == variable)
            {
                sorted[count - 1].Exponent += exponent;
            }
            else if (exponent > 0)
            {
                sorted[count++] = (variable, exponent);
            }
        }

        return new Monomial(sorted[..count]);
    }

    /// <summary>Adopts ascending distinct variables with positive exponents.</summary>
    internal static Monomial FromSorted((int Variable, int Exponent)[] factors) => new(factors);

    /// <summary>The factors of a monomial with one exponent lowered by 1, as a derivative has them.</summary>
    /// <param name="factors">The factors, ascending by variable.</param>
    /// <param name="place">The place of the factor to lower.</param>
    /// <param name="lowered">At least as long as the factors; receives the result.</param>
    /// <returns>The part of <paramref name="lowered"/> that is used.</returns>
    public static ReadOnlySpan<(int Variable, int Exponent)> LowerExponent(
        ReadOnlySpan<(int Variable, int Exponent)> factors, int place, Span<(int Variable, int Exponent)> lowered)
    {
        int gone = factors[place].Exponent == 1 ? 1 : 0;
        factors[..place].CopyTo(lowered);
        factors[(place + gone)..].CopyTo(lowered[place..]);
        if (gone == 0)
        {
            lowered[place].Exponent--;
        }

        return lowered[..(factors.Length - gone)];
    }

    /// <summary>The exponent of a variable, 0 when it does not occur.</summary>
    public int Exponent(int variable)
    {
        foreach ((int present, int exponent) in Factors)
        {
            if (present == variable)
            {
                return exponent;
            }
        }

        return 0;
    }

    /// <summary>Divides by another monomial when that leaves no negative exponent.</summary>
    /// <param name="divisor">Any monomial.</param>
    /// <param name="quotient">The quotient, or 1 when there is none.</param>
    /// <returns>Whether the divisor divides this monomial.</returns>
    public bool TryDivide(Monomial divisor, out Monomial quotient)
    {
        quotient = One;
        if (divisor.TotalDegree > TotalDegree)
        {
            return false;
        }

        ReadOnlySpan<(int Variable, int Exponent)> divisors = divisor.Factors;
        var result = new (int Variable, int Exponent)[Count];
        int count = 0;
        int next = 0;
        foreach ((int variable, int exponent) in Factors)
        {
            int rest = exponent;
            if (next < divisors.Length && divisors[next].Variable == variable)
            {
                rest -= divisors[next++].Exponent;
            }

            if (rest < 0)
            {
                return false;
            }

            if (rest > 0)
            {
                result[count++] = (variable, rest);
            }
        }

        // A divisor's variable that does not occur here stops the walk along its list.
        if (next != divisors.Length)
        {
            return false;
        }

        quotient = new Monomial(count == result.Length ? result : result[..count]);
        return true;
    }

    /// <inheritdoc/>
    public int CompareTo(Monomial other)
    {
        if (TotalDegree != other.TotalDegree)
        {
            return TotalDegree.CompareTo(other.TotalDegree);
        }

        ReadOnlySpan<(int Variable, int Exponent)> left = Factors;
        ReadOnlySpan<(int Variable, int Exponent)> right = other.Factors;
        int common = left.CommonPrefixLength(right);
        // Equal degrees: if one list ends here, so does the other.
        return common == left.Length || common == right.Length ? 0
            : left[common].Variable == right[common].Variable ? left[common].Exponent.CompareTo(right[common].Exponent)
            : right[common].Variable.CompareTo(left[common].Variable);
    }

    /// <inheritdoc/>
    public bool Equals(Monomial other) =>
        TotalDegree == other.TotalDegree && MemoryMarshal.AsBytes(Factors).SequenceEqual(MemoryMarshal.AsBytes(other.Factors));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Monomial other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        ulong hash = 0;
        foreach ((int variable, int exponent) in Factors)
        {
            hash = unchecked((BitOperations.RotateLeft(hash, 23) ^ ((ulong)(uint)variable << 32 | (uint)exponent)) * 0x9E3779B97F4A7C15UL);
        }

        return unchecked((int)(hash >> 32));
    }

    /// <summary>Enumerates the pairs (variable, exponent), ascending by variable.</summary>
    public ReadOnlySpan<(int Variable, int Exponent)>.Enumerator GetEnumerator() => Factors.GetEnumerator();

    IEnumerator<(int Variable, int Exponent)> IEnumerable<(int Variable, int Exponent)>.GetEnumerator() =>
        ((IEnumerable<(int Variable, int Exponent)>)(_factors ?? [])).GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => (_factors ?? []).GetEnumerator();

    /// <summary>The factors in the form <c>x2^3*x7</c>; <c>1</c> for the monomial 1.</summary>
    public override string ToString() =>
        Count == 0 ? "1" : string.Join('*', _factors!.Select(f => f.Exponent == 1 ? $"x{f.Variable}" : $"x{f.Variable}^{f.Exponent}"));
}
