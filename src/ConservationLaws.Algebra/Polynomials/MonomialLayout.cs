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

    /// <summary>This layout for variables of other names in the same order: what is packed in one is packed in the other.</summary>
    internal MonomialLayout Rename(Func<int, int> image)
    {
        int[] renamed = Array.ConvertAll(_variables, image.Invoke);
        for (int place = 0; place < renamed.Length; place++)
        {
            if (renamed[place] <= (place == 0 ? -1 : renamed[place - 1]))
            {
                throw new ArgumentException("The new indices of the variables do not increase.", nameof(image));
            }
        }

        return new MonomialLayout(renamed, FieldsPerWord);
    }

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

    /// <summary>The layout of the variables of all factors of some products in which degrees up to a bound fit; zeros are passed over.</summary>
    /// <remarks>Halves first: merging one list after the other would read the union once for each.</remarks>
    internal static MonomialLayout Union<T>(ReadOnlySpan<(Polynomial<T> Left, Polynomial<T> Right)> products, long degreeBound)
    {
        if (products.Length > 1)
        {
            int half = products.Length / 2;
            return Union(Union(products[..half], degreeBound), Union(products[half..], degreeBound), degreeBound);
        }

        return products is [var (left, right)] && !left.IsZero && !right.IsZero
            ? Union(left.Layout, right.Layout, degreeBound)
            : Constant.WithDegree(degreeBound);
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

    /// <summary>The greatest exponent at a place, −1 for the total degree, in a list of packed monomials, descending.</summary>
    internal int Degree(ReadOnlySpan<ulong> packed, int place)
    {
        (int word, int shift) = Locate(place);
        if (place < 0)
        {
            return TotalDegree(packed[0]);
        }

        ulong greatest = 0;
        for (; word < packed.Length; word += WordCount)
        {
            greatest = Math.Max(greatest, (packed[word] >> shift) & FieldMask);
        }

        return (int)greatest;
    }

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
        PackTotalDegree(monomial.TotalDegree, packed);
        foreach ((int variable, int exponent) in monomial)
        {
            PackExponent(IndexOf(variable), exponent, packed);
        }
    }

    /// <summary>Enters the total degree into a packed monomial where it is still 0.</summary>
    internal void PackTotalDegree(int degree, Span<ulong> packed) => packed[0] |= (ulong)degree << (WordBits - FieldBits);

    /// <summary>Enters the exponent of the variable at a place into a packed monomial where it is still 0.</summary>
    internal void PackExponent(int place, int exponent, Span<ulong> packed)
    {
        (int word, int shift) = Locate(place);
        packed[word] |= (ulong)exponent << shift;
    }

    /// <summary>Unpacks a monomial.</summary>
    internal Monomial Unpack(ReadOnlySpan<ulong> packed)
    {
        int degree = TotalDegree(packed[0]);
        var factors = new List<(int Place, int Exponent)>(Math.Min(degree, _variables.Length));
        UnpackPlaces(packed, factors);
        var named = new (int Variable, int Exponent)[factors.Count];
        for (int i = 0; i < named.Length; i++)
        {
            named[i] = (_variables[factors[i].Place], factors[i].Exponent);
        }

        return Monomial.FromSorted(named);
    }

    /// <summary>Appends the places and exponents of the variables that occur, by ascending place.</summary>
    internal void UnpackPlaces(ReadOnlySpan<ulong> packed, List<(int Place, int Exponent)> factors)
    {
        int first = -1; // the place of a word's first field; −1 is the total degree
        foreach (ulong word in packed)
        {
            ulong remaining = first < 0 ? word & (ulong.MaxValue >> FieldBits) : word;
            while (remaining != 0)
            {
                int field = BitOperations.LeadingZeroCount(remaining) / FieldBits;
                int shift = WordBits - ((field + 1) * FieldBits);
                ulong mask = FieldMask << shift;
                factors.Add((first + field, (int)((remaining & mask) >> shift)));
                remaining &= ~mask;
            }

            first += FieldsPerWord;
        }
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
