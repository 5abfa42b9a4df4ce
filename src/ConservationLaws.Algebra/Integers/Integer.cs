using System.Globalization;
using System.Numerics;

namespace ConservationLaws.Algebra.Integers;

/// <summary>An integer of any size: a machine word while it fits, a big integer behind a reference otherwise.</summary>
/// <remarks>
/// The representation is canonical: a value is stored as a <see cref="long"/> exactly when it fits, so equality compares fields.
/// Sums and products of small values cost a machine instruction and an overflow test. The default value is 0.
/// </remarks>
public readonly partial struct Integer : IEquatable<Integer>, IComparable<Integer>, ISpanFormattable
{
    // Invariant: _big is null and the value is _small, or _big holds a value outside the range of long and _small is 0.
    private readonly long _small;
    private readonly BigBox? _big;

    /// <summary>Makes the integer with the value of a machine word.</summary>
    public Integer(long value) => _small = value;

    /// <summary>Makes the integer with the value of a big integer, inline when it fits.</summary>
    public Integer(BigInteger value)
    {
        if (value >= long.MinValue && value <= long.MaxValue)
        {
            _small = (long)value;
        }
        else
        {
            _big = new AnyBox(value);
        }
    }

    /// <summary>Makes the integer with the value of two machine words, inline when it fits in one.</summary>
    public Integer(Int128 value)
    {
        long low = unchecked((long)value);
        if (low == value)
        {
            _small = low;
        }
        else
        {
            _big = new WideBox(value);
        }
    }

    /// <summary>The integer 0.</summary>
    public static Integer Zero => default;

    /// <summary>The integer 1.</summary>
    public static Integer One => new(1L);

    /// <summary>The integer −1.</summary>
    public static Integer MinusOne => new(-1L);

    /// <summary>Whether the value is 0.</summary>
    public bool IsZero => _small == 0 && _big is null;

    /// <summary>Whether the value is 1.</summary>
    public bool IsOne => _small == 1;

    /// <summary>−1, 0 or 1: the sign of the value.</summary>
    public int Sign => _big is null ? Math.Sign(_small) : _big.Value.Sign;

    /// <summary>The number of bits of the absolute value; 0 for 0.</summary>
    public long BitLength => _big is null ? 64 - BitOperations.LeadingZeroCount(Magnitude(_small)) : (long)BigInteger.Abs(_big.Value).GetBitLength();

    /// <summary>Whether the value fits in a <see cref="long"/>, and that value.</summary>
    public bool TryGetInt64(out long value)
    {
        value = _small;
        return _big is null;
    }

    /// <summary>The value as a big integer.</summary>
    public BigInteger ToBigInteger() => _big is null ? _small : _big.Value;

    /// <inheritdoc/>
    public bool Equals(Integer other) =>
        _small == other._small && (_big is null ? other._big is null : other._big is not null && _big.Value.Equals(other._big.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Integer other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _big is null ? _small.GetHashCode() : _big.Value.GetHashCode();

    /// <inheritdoc/>
    public int CompareTo(Integer other) =>
        _big is null && other._big is null ? _small.CompareTo(other._small) : ToBigInteger().CompareTo(other.ToBigInteger());

    /// <summary>The decimal digits, with a leading <c>-</c> when negative.</summary>
    public override string ToString() =>
        _big is null ? _small.ToString(CultureInfo.InvariantCulture) : _big.Value.ToString(CultureInfo.InvariantCulture);

    /// <inheritdoc/>
    public string ToString(string? format, IFormatProvider? formatProvider) => ToString();

    /// <inheritdoc/>
    public bool TryFormat(Span<char> destination, out int charsWritten, ReadOnlySpan<char> format, IFormatProvider? provider) =>
        _big is null
            ? _small.TryFormat(destination, out charsWritten, format, CultureInfo.InvariantCulture)
            : _big.Value.TryFormat(destination, out charsWritten, format, CultureInfo.InvariantCulture);

    /// <summary>Reads decimal digits with an optional leading <c>-</c>.</summary>
    /// <exception cref="FormatException">The text is not a decimal integer.</exception>
    public static Integer Parse(ReadOnlySpan<char> text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long small)
            ? new Integer(small)
            : new Integer(BigInteger.Parse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture));

    // |value| as an unsigned word; right for long.MinValue too.
    private static ulong Magnitude(long value)
    {
        unchecked
        {
            return value < 0 ? 0UL - (ulong)value : (ulong)value;
        }
    }

    // A value outside the range of long: in one object when it fits two words, which halves what large polynomials cost the collector.
    private abstract class BigBox
    {
        internal abstract BigInteger Value { get; }
    }

    private sealed class AnyBox(BigInteger value) : BigBox
    {
        internal override BigInteger Value => value;
    }

    private sealed class WideBox(Int128 value) : BigBox
    {
        internal override BigInteger Value => value;
    }
}
