using System.Runtime.InteropServices;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>A sparse polynomial in variables θ₀, θ₁, … with coefficients in a ring.</summary>
/// <typeparam name="T">The coefficients; equal coefficients have equal representations.</typeparam>
/// <remarks>
/// Immutable and canonical: terms in descending graded lexicographic order, no zero coefficients, the least layout. Equal polynomials
/// have equal arrays. The operations are those of <see cref="PolynomialRing{T, TRing}"/>, which knows the coefficient ring.
/// Exponents are stored densely over the variables that occur, so a term of a polynomial in n variables takes about n/8 words.
/// </remarks>
public sealed class Polynomial<T> : IEquatable<Polynomial<T>>
{
    // The degree in each variable of the layout, found when one is asked for.
    private int[]? _degrees;

    // Invariant: Exponents holds TermCount · Layout.WordCount words, descending; Coefficients are not zero; Layout is the least one.
    private Polynomial(MonomialLayout layout, ulong[] exponents, T[] coefficients)
    {
        Layout = layout;
        Exponents = exponents;
        Coefficients = coefficients;
    }

    /// <summary>The polynomial without terms.</summary>
    public static Polynomial<T> Zero { get; } = new(MonomialLayout.Constant, [], []);

    /// <summary>How the exponents are packed.</summary>
    public MonomialLayout Layout { get; }

    /// <summary>How many terms there are.</summary>
    public int TermCount => Coefficients.Length;

    /// <summary>Whether this is the zero polynomial.</summary>
    public bool IsZero => Coefficients.Length == 0;

    /// <summary>Whether no variable occurs; zero is constant.</summary>
    public bool IsConstant => Layout.Variables.IsEmpty;

    /// <summary>The greatest total degree of a term; −1 for the zero polynomial.</summary>
    public int TotalDegree => IsZero ? -1 : Layout.TotalDegree(Exponents[0]);

    /// <summary>The variables that occur, ascending.</summary>
    public ReadOnlySpan<int> Variables => Layout.Variables;

    /// <summary>The coefficient of the greatest monomial.</summary>
    /// <exception cref="InvalidOperationException">The polynomial is zero.</exception>
    public T LeadingCoefficient => IsZero ? throw new InvalidOperationException("Zero has no leading coefficient.") : Coefficients[0];

    /// <summary>The terms in descending order.</summary>
    public IEnumerable<(T Coefficient, Monomial Monomial)> Terms
    {
        get
        {
            for (int term = 0; term < TermCount; term++)
            {
                yield return (Coefficients[term], Monomial(term));
            }
        }
    }

    internal ulong[] Exponents { get; }

    internal T[] Coefficients { get; }

    /// <summary>The coefficient of a term.</summary>
    /// <param name="term">The place of the term, 0 for the leading one.</param>
    public T Coefficient(int term) => Coefficients[term];

    /// <summary>The monomial of a term.</summary>
    /// <param name="term">The place of the term, 0 for the leading one.</param>
    public Monomial Monomial(int term) => Layout.Unpack(Packed(term));

    /// <summary>The factors of a term's monomial, ascending by variable, without making an object for each term.</summary>
    /// <param name="term">The place of the term, 0 for the leading one.</param>
    /// <param name="factors">Overwritten by the pairs (variable, exponent).</param>
    public void CopyFactors(int term, List<(int Variable, int Exponent)> factors)
    {
        ArgumentNullException.ThrowIfNull(factors);
        factors.Clear();
        Layout.UnpackPlaces(Packed(term), factors);
        ReadOnlySpan<int> variables = Layout.Variables;
        foreach (ref (int Variable, int Exponent) factor in CollectionsMarshal.AsSpan(factors))
        {
            factor.Variable = variables[factor.Variable];
        }
    }

    /// <summary>The exponent of a variable in a term.</summary>
    /// <param name="term">The place of the term, 0 for the leading one.</param>
    /// <param name="variable">The index of the variable.</param>
    public int Exponent(int term, int variable)
    {
        int place = Layout.IndexOf(variable);
        return place < 0 ? 0 : Layout.Exponent(Packed(term), place);
    }

    /// <summary>The greatest exponent of a variable; −1 for the zero polynomial.</summary>
    /// <param name="variable">The index of the variable.</param>
    public int Degree(int variable)
    {
        int place = Layout.IndexOf(variable);
        if (place < 0)
        {
            return IsZero ? -1 : 0;
        }

        return (_degrees ??= FindDegrees())[place];
    }

    /// <summary>The polynomial with its variables renamed, without touching a term.</summary>
    /// <param name="image">The new index of a variable; strictly increasing on the variables that occur, so that the order of terms stays.</param>
    /// <exception cref="ArgumentException">The images of the variables do not increase, or one is negative.</exception>
    public Polynomial<T> RenameVariables(Func<int, int> image)
    {
        ArgumentNullException.ThrowIfNull(image);
        return IsConstant ? this : new Polynomial<T>(Layout.Rename(image), Exponents, Coefficients);
    }

    /// <inheritdoc/>
    public bool Equals(Polynomial<T>? other) =>
        ReferenceEquals(this, other) ||
        (other is not null && TermCount == other.TermCount && Layout.Equals(other.Layout) &&
            Exponents.AsSpan().SequenceEqual(other.Exponents) && Coefficients.AsSpan().SequenceEqual(other.Coefficients));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Polynomial<T>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        var hash = new HashCode();
        hash.Add(Layout);
        foreach (ulong word in Exponents)
        {
            hash.Add(word);
        }

        foreach (T coefficient in Coefficients)
        {
            hash.Add(coefficient);
        }

        return hash.ToHashCode();
    }

    /// <summary>The terms with variables named by their index, <c>3*x0^2*x7 + -1</c>: for debuggers, not for users.</summary>
    public override string ToString() => IsZero ? "0" : string.Join(" + ", Terms.Select(t => t.Monomial.Count == 0 ? $"{t.Coefficient}" : $"{t.Coefficient}*{t.Monomial}"));

    /// <summary>Adopts sorted arrays without zero coefficients and makes the layout the least one.</summary>
    internal static Polynomial<T> FromSorted(MonomialLayout layout, ulong[] exponents, T[] coefficients)
    {
        if (coefficients.Length == 0)
        {
            return Zero;
        }

        MonomialLayout least = MonomialPacking.Shrink(exponents, layout);
        return new Polynomial<T>(least, MonomialPacking.Repack(exponents, layout, least), coefficients);
    }

    internal ReadOnlySpan<ulong> Packed(int term) => Exponents.AsSpan(term * Layout.WordCount, Layout.WordCount);

    private int[] FindDegrees()
    {
        int[] degrees = new int[Layout.Variables.Length];
        (ulong[] packed, int words, ulong mask) = (Exponents, Layout.WordCount, Layout.FieldMask);
        for (int place = 0; place < degrees.Length; place++)
        {
            (int word, int shift) = Layout.Locate(place);
            ulong greatest = 0;
            for (; word < packed.Length; word += words)
            {
                greatest = Math.Max(greatest, (packed[word] >> shift) & mask);
            }

            degrees[place] = (int)greatest;
        }

        return degrees;
    }
}
