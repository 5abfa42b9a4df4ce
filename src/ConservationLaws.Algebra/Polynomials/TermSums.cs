using System.Numerics;
using System.Runtime.CompilerServices;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// Sums of products of machine words, as wide as the proved bound on the result asks for: one word below 2⁶³, two below 2¹²⁷, three for
// everything that machine words and fewer than 2⁶³ pairs can give. Words wrap on the way; the result is right modulo 2⁶⁴, 2¹²⁸, 2¹⁹².

/// <summary>Arithmetic of the sum that belongs to one monomial; the default value of a sum is 0.</summary>
internal interface ITermSums<TFactor, TSum, T>
    where TSum : struct
{
    /// <summary>Adds the product of two coefficients.</summary>
    void AddProduct(ref TSum sum, TFactor left, TFactor right);

    /// <summary>The coefficient that the sum stands for.</summary>
    T Read(in TSum sum);
}

/// <summary>Integers below 2⁶³ in absolute value.</summary>
internal readonly struct WordSums : ITermSums<long, long, Integer>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(ref long sum, long left, long right) => sum = unchecked(sum + (left * right));

    /// <inheritdoc/>
    public Integer Read(in long sum) => sum;
}

/// <summary>Integers below 2¹²⁷ in absolute value.</summary>
internal readonly struct TwoWordSums : ITermSums<long, (ulong Low, long High), Integer>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(ref (ulong Low, long High) sum, long left, long right)
    {
        unchecked
        {
            long high = Math.BigMul(left, right, out long low);
            ulong total = sum.Low + (ulong)low;
            sum.High += high + (total < (ulong)low ? 1 : 0);
            sum.Low = total;
        }
    }

    /// <inheritdoc/>
    public Integer Read(in (ulong Low, long High) sum) => new(new Int128(unchecked((ulong)sum.High), sum.Low));
}

/// <summary>Integers below 2¹⁹¹ in absolute value.</summary>
internal readonly struct ThreeWordSums : ITermSums<long, (ulong Low, ulong Middle, long High), Integer>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(ref (ulong Low, ulong Middle, long High) sum, long left, long right)
    {
        unchecked
        {
            long high = Math.BigMul(left, right, out long low);
            ulong total = sum.Low + (ulong)low;
            // |high| ≤ 2⁶², so the carry cannot wrap it.
            ulong rest = (ulong)(high + (total < (ulong)low ? 1 : 0));
            ulong middle = sum.Middle + rest;
            sum.High += ((long)rest >> 63) + (middle < rest ? 1 : 0);
            (sum.Middle, sum.Low) = (middle, total);
        }
    }

    /// <inheritdoc/>
    public Integer Read(in (ulong Low, ulong Middle, long High) sum) =>
        sum.High == unchecked((long)sum.Middle) >> 63
            ? new(new Int128(sum.Middle, sum.Low))
            : new(((BigInteger)sum.High << 128) + new UInt128(sum.Middle, sum.Low));
}

/// <summary>Residues modulo p, reduced late: the sum stays below 2⁶³ (see <see cref="DenseRowKernels"/>).</summary>
internal readonly struct ResidueSums(uint modulus) : ITermSums<uint, ulong, uint>
{
    private readonly ulong _correction = 2UL * modulus * modulus;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddProduct(ref ulong sum, uint left, uint right)
    {
        unchecked
        {
            ulong total = sum + ((ulong)left * right);
            sum = total - (_correction & (ulong)((long)total >> 63));
        }
    }

    /// <inheritdoc/>
    public uint Read(in ulong sum) => (uint)(sum % modulus);
}
