using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>The ring of polynomials in the variables θ₀, θ₁, … over a coefficient ring, with its partial derivatives.</summary>
/// <typeparam name="T">The coefficients.</typeparam>
/// <typeparam name="TRing">The ring of the coefficients.</typeparam>
/// <remarks>
/// The default value works whenever the default coefficient ring does. An operation whose result could have a total degree above 2³¹−1
/// throws <see cref="OverflowException"/> before it computes anything.
/// </remarks>
public readonly partial struct PolynomialRing<T, TRing> : IFunctionRing<Polynomial<T>>
    where TRing : struct, IRing<T>
{
    /// <summary>Makes the polynomial ring over a coefficient ring.</summary>
    public PolynomialRing(TRing coefficientRing) => CoefficientRing = coefficientRing;

    /// <summary>The ring of the coefficients.</summary>
    public TRing CoefficientRing { get; }

    /// <inheritdoc/>
    public Polynomial<T> Zero => Polynomial<T>.Zero;

    /// <inheritdoc/>
    public Polynomial<T> One => Constant(CoefficientRing.One);

    /// <summary>A constant polynomial.</summary>
    public Polynomial<T> Constant(T value) =>
        CoefficientRing.IsZero(value) ? Polynomial<T>.Zero : Polynomial<T>.FromSorted(MonomialLayout.Constant, [0UL], [value]);

    /// <summary>A variable as a polynomial.</summary>
    /// <param name="variable">The index of the variable, not negative.</param>
    public Polynomial<T> Variable(int variable) => Term(CoefficientRing.One, Monomial.Variable(variable));

    /// <summary>The polynomial with one term; zero when the coefficient is.</summary>
    public Polynomial<T> Term(T coefficient, Monomial monomial)
    {
        if (CoefficientRing.IsZero(coefficient))
        {
            return Polynomial<T>.Zero;
        }

        int[] variables = new int[monomial.Count];
        for (int i = 0; i < variables.Length; i++)
        {
            variables[i] = monomial[i].Variable;
        }

        MonomialLayout layout = MonomialLayout.Create(variables, monomial.TotalDegree);
        ulong[] packed = new ulong[layout.WordCount];
        layout.Pack(monomial, packed);
        return Polynomial<T>.FromSorted(layout, packed, [coefficient]);
    }

    /// <summary>The sum of terms in any order; equal monomials are summed.</summary>
    public Polynomial<T> FromTerms(IEnumerable<(T Coefficient, Monomial Monomial)> terms)
    {
        (T Coefficient, Monomial Monomial)[] list = [.. terms];
        var variables = new SortedSet<int>();
        int degree = 0;
        foreach ((_, Monomial monomial) in list)
        {
            degree = Math.Max(degree, monomial.TotalDegree);
            foreach ((int variable, _) in monomial)
            {
                variables.Add(variable);
            }
        }

        MonomialLayout layout = MonomialLayout.Create([.. variables], degree);
        var sum = new TermAccumulator<T, TRing>(CoefficientRing, layout, list.Length);
        ulong[] packed = new ulong[layout.WordCount];
        foreach ((T coefficient, Monomial monomial) in list)
        {
            layout.Pack(monomial, packed);
            sum.Add(packed, coefficient);
        }

        return sum.ToPolynomial();
    }

    /// <inheritdoc/>
    public Polynomial<T> FromInteger(Integer value) => Constant(CoefficientRing.FromInteger(value));

    /// <inheritdoc/>
    public bool IsZero(Polynomial<T> value) => value.IsZero;

    /// <inheritdoc/>
    public bool AreEqual(Polynomial<T> left, Polynomial<T> right) => left.Equals(right);

    /// <inheritdoc/>
    public Polynomial<T> Add(Polynomial<T> left, Polynomial<T> right) =>
        right.IsZero ? left : left.IsZero ? right : Merge(left, right, negateRight: false);

    /// <inheritdoc/>
    public Polynomial<T> Subtract(Polynomial<T> left, Polynomial<T> right) =>
        right.IsZero ? left : left.IsZero ? Negate(right) : Merge(left, right, negateRight: true);

    /// <inheritdoc/>
    public Polynomial<T> Negate(Polynomial<T> value)
    {
        TRing ring = CoefficientRing;
        return Polynomial<T>.FromSorted(value.Layout, value.Exponents, Array.ConvertAll(value.Coefficients, ring.Negate));
    }

    /// <summary>Multiplies every coefficient by a scalar.</summary>
    public Polynomial<T> Scale(T factor, Polynomial<T> value)
    {
        TRing ring = CoefficientRing;
        return ring.IsZero(factor) ? Zero : ring.AreEqual(factor, ring.One) ? value : MapTo(value, ring, coefficient => ring.Multiply(factor, coefficient));
    }

    /// <summary>Carries the coefficients to another ring; terms whose image is zero vanish.</summary>
    /// <param name="value">The polynomial.</param>
    /// <param name="ring">The ring of the images.</param>
    /// <param name="map">The image of a coefficient.</param>
    public Polynomial<TOut> MapTo<TOut, TOutRing>(Polynomial<T> value, TOutRing ring, Func<T, TOut> map)
        where TOutRing : struct, IRing<TOut>
    {
        ArgumentNullException.ThrowIfNull(map);
        int words = value.Layout.WordCount;
        TOut[] coefficients = new TOut[value.TermCount];
        ulong[] exponents = new ulong[value.Exponents.Length];
        int kept = 0;
        for (int term = 0; term < coefficients.Length; term++)
        {
            TOut image = map(value.Coefficients[term]);
            if (!ring.IsZero(image))
            {
                value.Packed(term).CopyTo(exponents.AsSpan(kept * words));
                coefficients[kept++] = image;
            }
        }

        return kept == coefficients.Length
            ? Polynomial<TOut>.FromSorted(value.Layout, value.Exponents, coefficients)
            : Polynomial<TOut>.FromSorted(value.Layout, exponents[..(kept * words)], coefficients[..kept]);
    }

    // Merges two descending lists in a layout that covers both.
    private Polynomial<T> Merge(Polynomial<T> left, Polynomial<T> right, bool negateRight)
    {
        TRing ring = CoefficientRing;
        MonomialLayout layout = MonomialLayout.Union(left.Layout, right.Layout, Math.Max(left.TotalDegree, right.TotalDegree));
        int words = layout.WordCount;
        ReadOnlySpan<ulong> a = MonomialPacking.Repack(left.Exponents, left.Layout, layout);
        ReadOnlySpan<ulong> b = MonomialPacking.Repack(right.Exponents, right.Layout, layout);
        ulong[] exponents = new ulong[a.Length + b.Length];
        T[] coefficients = new T[left.TermCount + right.TermCount];
        int count = 0;
        int i = 0;
        int j = 0;
        while (i < left.TermCount || j < right.TermCount)
        {
            int order = i == left.TermCount ? -1 : j == right.TermCount ? 1
                : MonomialPacking.Compare(a.Slice(i * words, words), b.Slice(j * words, words));
            T coefficient = order > 0 ? left.Coefficients[i]
                : order < 0 ? (negateRight ? ring.Negate(right.Coefficients[j]) : right.Coefficients[j])
                : negateRight ? ring.Subtract(left.Coefficients[i], right.Coefficients[j])
                : ring.Add(left.Coefficients[i], right.Coefficients[j]);
            if (!ring.IsZero(coefficient))
            {
                (order >= 0 ? a.Slice(i * words, words) : b.Slice(j * words, words)).CopyTo(exponents.AsSpan(count * words));
                coefficients[count++] = coefficient;
            }

            i += order >= 0 ? 1 : 0;
            j += order <= 0 ? 1 : 0;
        }

        return Polynomial<T>.FromSorted(layout, exponents[..(count * words)], coefficients[..count]);
    }
}
