namespace ConservationLaws.Algebra.Polynomials;

// Every product is a sum of products of all pairs, in a layout whose variables are those of all pairs and whose fields hold the greatest sum
// of degrees: in machine words by one of the methods of ProductChooser, or into one accumulator (TermAccumulator) when the sum is small or
// the ring is another. A factor with one term needs neither: it keeps the order of terms.

public readonly partial struct PolynomialRing<T, TRing>
{
    /// <inheritdoc/>
    public Polynomial<T> Multiply(Polynomial<T> left, Polynomial<T> right) =>
        left.IsZero || right.IsZero ? Zero
        : left.TermCount == 1 ? MultiplyByTerm(left, right)
        : right.TermCount == 1 ? MultiplyByTerm(right, left)
        : SumOfProducts([(left, right)]);

    /// <inheritdoc/>
    public Polynomial<T> SumOfProducts(ReadOnlySpan<(Polynomial<T> Left, Polynomial<T> Right)> products) => SumOfSignedProducts(products, []);

    /// <summary>The sum of products of pairs with a sign for each pair, accumulated without intermediate polynomials.</summary>
    /// <param name="products">The pairs of factors.</param>
    /// <param name="negative">Whether the product of a pair is subtracted; may be shorter than the pairs, the rest is added.</param>
    /// <exception cref="ArgumentException">There are more signs than pairs.</exception>
    public Polynomial<T> SumOfSignedProducts(ReadOnlySpan<(Polynomial<T> Left, Polynomial<T> Right)> products, ReadOnlySpan<bool> negative) =>
        TrySumOfSignedProducts(products, negative, null)!;

    /// <summary>The same by a given method; null when that cannot do it.</summary>
    internal Polynomial<T>? TrySumOfSignedProducts(
        ReadOnlySpan<(Polynomial<T> Left, Polynomial<T> Right)> products, ReadOnlySpan<bool> negative, ProductMethod? forced)
    {
        if (negative.Length > products.Length)
        {
            throw new ArgumentException("There are more signs than products.", nameof(negative));
        }

        long degree = 0;
        long terms = 0;
        long pairs = 0;
        foreach ((Polynomial<T> left, Polynomial<T> right) in products)
        {
            if (!left.IsZero && !right.IsZero)
            {
                degree = Math.Max(degree, (long)left.TotalDegree + right.TotalDegree);
                terms += (long)left.TermCount + right.TermCount;
                pairs += (long)left.TermCount * right.TermCount;
            }
        }

        MonomialLayout layout = MonomialLayout.Union(products, degree);
        if (forced is null
            ? pairs >= ProductChooser.SmallestPrepared && !ProductChooser.IsTooSparse(layout, pairs)
            : forced is not ProductMethod.Accumulator && pairs > 0)
        {
            Polynomial<T>? result = WordProducts.TrySum(CoefficientRing, layout, Pack(products, negative, layout), forced);
            if (result is not null || forced is not null)
            {
                return result;
            }
        }

        var sum = new TermAccumulator<T, TRing>(CoefficientRing, layout, terms);
        for (int pair = 0; pair < products.Length; pair++)
        {
            (Polynomial<T> left, Polynomial<T> right) = products[pair];
            if (!left.IsZero && !right.IsZero)
            {
                sum.AddProduct(
                    MonomialPacking.Repack(left.Exponents, left.Layout, layout),
                    left.Coefficients,
                    MonomialPacking.Repack(right.Exponents, right.Layout, layout),
                    right.Coefficients,
                    pair < negative.Length && negative[pair]);
            }
        }

        return sum.ToPolynomial();
    }

    /// <summary>The power with a non-negative exponent; p⁰ = 1 for every p.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The exponent is negative.</exception>
    /// <exception cref="OverflowException">The total degree would exceed 2³¹−1.</exception>
    public Polynomial<T> Power(Polynomial<T> value, int exponent)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        if (exponent == 0)
        {
            return One;
        }

        if (value.IsZero)
        {
            return value;
        }

        _ = MonomialLayout.Constant.WithDegree((long)value.TotalDegree * exponent); // refuses before any work
        Polynomial<T> result = value;
        for (int bit = 30 - System.Numerics.BitOperations.LeadingZeroCount((uint)exponent); bit >= 0; bit--)
        {
            result = Multiply(result, result);
            if (((exponent >> bit) & 1) != 0)
            {
                result = Multiply(value, result);
            }
        }

        return result;
    }

    private PackedPair<T>[] Pack(
        ReadOnlySpan<(Polynomial<T> Left, Polynomial<T> Right)> products, ReadOnlySpan<bool> negative, MonomialLayout layout)
    {
        TRing ring = CoefficientRing;
        var packed = new List<PackedPair<T>>(products.Length);
        for (int pair = 0; pair < products.Length; pair++)
        {
            (Polynomial<T> left, Polynomial<T> right) = products[pair];
            if (!left.IsZero && !right.IsZero)
            {
                packed.Add(new PackedPair<T>(
                    MonomialPacking.Repack(left.Exponents, left.Layout, layout),
                    pair < negative.Length && negative[pair] ? Array.ConvertAll(left.Coefficients, ring.Negate) : left.Coefficients,
                    MonomialPacking.Repack(right.Exponents, right.Layout, layout),
                    right.Coefficients));
            }
        }

        return [.. packed];
    }

    private Polynomial<T> MultiplyByTerm(Polynomial<T> term, Polynomial<T> value)
    {
        T factor = term.Coefficients[0];
        if (term.IsConstant)
        {
            return Scale(factor, value);
        }

        MonomialLayout layout = MonomialLayout.Union(term.Layout, value.Layout, (long)term.TotalDegree + value.TotalDegree);
        ulong[] monomial = MonomialPacking.Repack(term.Exponents, term.Layout, layout);
        ulong[] factors = MonomialPacking.Repack(value.Exponents, value.Layout, layout);
        ulong[] exponents = new ulong[factors.Length];
        for (int i = 0; i < exponents.Length; i += monomial.Length)
        {
            for (int word = 0; word < monomial.Length; word++)
            {
                exponents[i + word] = unchecked(factors[i + word] + monomial[word]);
            }
        }

        return Scale(factor, Polynomial<T>.FromSorted(layout, exponents, value.Coefficients));
    }
}
