using System.Numerics;

namespace ConservationLaws.Algebra.Polynomials;

// A monomial becomes the fields (total degree, e₁, e₂, …) of equal width, from the top bit of the first word downwards; fields do not
// straddle words. The top bit of each field is a guard and 0 in every monomial. Hence: graded lexicographic order is unsigned comparison of
// words, first word first; the packed product is the sum of words; a divides b when (b | guards) − a keeps every guard.
// Invariant: no exponent nor total degree in this layout exceeds MaximalDegree = 2^(FieldBits−1) − 1; whoever multiplies chooses the layout
// from a bound on the degree of the result, so sums cannot reach a guard.
// M. Monagan, R. Pearce, "Sparse polynomial multiplication and division in Maple 14", ACM Commun. Comput. Algebra 44 (2010).

/// <summary>How the exponents of one polynomial are packed into machine words: which variables, and how many bits each.</summary>
/// <remarks>Only the variables that occur have a field. The layout is a function of those and of a degree bound.</remarks>
public sealed class MonomialLayout : IEquatable<MonomialLayout>
{
    private const int WordBits = 64;
    private const int SmallestField = 4;

    private readonly int[] _variables;

    private MonomialLayout(int[] variables, int fieldsPerWord)
    {
        _variables = variables;
        FieldsPerWord = fieldsPerWord;
        FieldBits = WordBits / fieldsPerWord;
        WordCount = (variables.Length / fieldsPerWord) + 1; // one more field for the total degree
        FieldMask = ulong.MaxValue >> (WordBits - FieldBits);
        for (int field = 0; field < fieldsPerWord; field++)
        {
            GuardMask |= 1UL << (WordBits - 1 - (field * FieldBits));
        }
    }

    /// <summary>The layout without variables, of constants.</summary>
    public static MonomialLayout Constant { get; } = new([], WordBits / SmallestField);

    /// <summary>The variables with a field, ascending.</summary>
    public ReadOnlySpan<int> Variables => _variables;

    /// <summary>The width of a field with its guard bit, 4..32.</summary>
    public int FieldBits { get; }

    /// <summary>How many fields a word holds.</summary>
    public int FieldsPerWord { get; }

    /// <summary>How many words a monomial takes.</summary>
    public int WordCount { get; }

    /// <summary>The greatest exponent or total degree that fits.</summary>
    public int MaximalDegree => (int)(FieldMask >> 1);

    internal ulong FieldMask { get; }

    internal ulong GuardMask { get; }

    /// <summary>The layout of given variables in which degrees up to a bound fit.</summary>
    /// <param name="variables">Distinct variable indices, ascending.</param>
    /// <param name="degreeBound">A bound on total degrees, 0..2³¹−1.</param>
    /// <exception cref="OverflowException">The bound exceeds 2³¹−1.</exception>
    public static MonomialLayout Create(ReadOnlySpan<int> variables, long degreeBound)
    {
        int fieldsPerWord = FieldsPerWordFor(degreeBound);
        return variables.IsEmpty && fieldsPerWord == Constant.FieldsPerWord ? Constant : new MonomialLayout(variables.ToArray(), fieldsPerWord);
    }

    /// <summary>This layout or one of the same variables in which degrees up to a bound fit.</summary>
    internal MonomialLayout WithDegree(long degreeBound) =>
        FieldsPerWordFor(degreeBound) == FieldsPerWord ? this : new MonomialLayout(_variables, FieldsPerWordFor(degreeBound));

    /// <summary>The layout of the variables of both in which degrees up to a bound fit.</summary>
    internal static MonomialLayout Union(MonomialLayout left, MonomialLayout right, long degreeBound)
    {
        if (right._variables.Length == 0 || ReferenceEquals(left, right) || left.Variables.SequenceEqual(right.Variables))
        {
            return left.WithDegree(degreeBound);
        }

        if (left._variables.Length == 0)
        {
            return right.WithDegree(degreeBound);
        }

        int[] merged = new int[left._variables.Length + right._variables.Length];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < left._variables.Length || j < right._variables.Length)
        {
            int a = i < left._variables.Length ? left._variables[i] : int.MaxValue;
            int b = j < right._variables.Length ? right._variables[j] : int.MaxValue;
            merged[count++] = Math.Min(a, b);
            i += a <= b && i < left._variables.Length ? 1 : 0;
            j += b <= a && j < right._variables.Length ? 1 : 0;
        }

        return Create(merged.AsSpan(0, count), degreeBound);
    }

    /// <summary>The place of a variable among <see cref="Variables"/>, or a negative number.</summary>
    internal int IndexOf(int variable) => Array.BinarySearch(_variables, variable);

    /// <summary>The word that holds the field of the variable at a place, and the right shift that brings the field down.</summary>
    internal (int Word, int Shift) Locate(int place)
    {
        (int word, int field) = Math.DivRem(place + 1, FieldsPerWord);
        return (word, WordBits - ((field + 1) * FieldBits));
    }

    /// <summary>The total degree of a packed monomial.</summary>
    internal int TotalDegree(ulong firstWord) => (int)(firstWord >> (WordBits - FieldBits));

    /// <summary>The exponent of the variable at a place.</summary>
    internal int Exponent(ReadOnlySpan<ulong> packed, int place)
    {
        (int word, int shift) = Locate(place);
        return (int)((packed[word] >> shift) & FieldMask);
    }

    /// <summary>Packs a monomial whose variables and degree this layout covers.</summary>
    internal void Pack(Monomial monomial, Span<ulong> packed)
    {
        packed.Clear();
        packed[0] = (ulong)monomial.TotalDegree << (WordBits - FieldBits);
        foreach ((int variable, int exponent) in monomial)
        {
            (int word, int shift) = Locate(IndexOf(variable));
            packed[word] |= (ulong)exponent << shift;
        }
    }

    /// <summary>Unpacks a monomial.</summary>
    internal Monomial Unpack(ReadOnlySpan<ulong> packed)
    {
        var factors = new List<(int Variable, int Exponent)>();
        for (int place = 0; place < _variables.Length; place++)
        {
            int exponent = Exponent(packed, place);
            if (exponent != 0)
            {
                factors.Add((_variables[place], exponent));
            }
        }

        return Monomial.Create([.. factors]);
    }

    /// <inheritdoc/>
    public bool Equals(MonomialLayout? other) =>
        ReferenceEquals(this, other) || (other is not null && FieldsPerWord == other.FieldsPerWord && Variables.SequenceEqual(other.Variables));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as MonomialLayout);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(FieldsPerWord);
        foreach (int variable in _variables)
        {
            hash.Add(variable);
        }

        return hash.ToHashCode();
    }

    private static int FieldsPerWordFor(long degreeBound)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(degreeBound);
        if (degreeBound > int.MaxValue)
        {
            throw new OverflowException("The total degree of a polynomial would exceed 2147483647.");
        }

        int bits = WordBits - BitOperations.LeadingZeroCount((ulong)degreeBound) + 1;
        return WordBits / Math.Max(bits, SmallestField);
    }
}
