using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

public readonly partial struct PolynomialRing<T, TRing>
{
    /// <inheritdoc/>
    public Polynomial<T> Differentiate(Polynomial<T> value, int variable)
    {
        MonomialLayout layout = value.Layout;
        int place = layout.IndexOf(variable);
        if (place < 0)
        {
            return Zero;
        }

        TRing ring = CoefficientRing;
        int words = layout.WordCount;
        (int exponentWord, int shift) = layout.Locate(place);
        int degreeShift = 64 - layout.FieldBits;
        ulong[] exponents = new ulong[value.Exponents.Length];
        T[] coefficients = new T[value.TermCount];
        int kept = 0;
        for (int term = 0; term < value.TermCount; term++)
        {
            int exponent = layout.Exponent(value.Packed(term), place);
            if (exponent == 0)
            {
                continue;
            }

            // In characteristic p the exponent may vanish in the ring.
            T coefficient = exponent == 1 ? value.Coefficients[term] : ring.Multiply(ring.FromInteger(exponent), value.Coefficients[term]);
            if (!ring.IsZero(coefficient))
            {
                Span<ulong> monomial = exponents.AsSpan(kept * words, words);
                value.Packed(term).CopyTo(monomial);
                monomial[exponentWord] -= 1UL << shift;
                monomial[0] -= 1UL << degreeShift;
                coefficients[kept++] = coefficient;
            }
        }

        // All monomials that remain were divided by the same variable, so they are still descending.
        return Polynomial<T>.FromSorted(layout, exponents[..(kept * words)], coefficients[..kept]);
    }

    /// <summary>The value at a point.</summary>
    /// <param name="value">The polynomial.</param>
    /// <param name="point">The coordinates, indexed by variable; covers every variable that occurs.</param>
    /// <exception cref="ArgumentException">A variable that occurs has no coordinate.</exception>
    public T Evaluate(Polynomial<T> value, ReadOnlySpan<T> point)
    {
        TRing ring = CoefficientRing;
        ReadOnlySpan<int> variables = value.Variables;
        if (!variables.IsEmpty && variables[^1] >= point.Length)
        {
            throw new ArgumentException("The point has too few coordinates.", nameof(point));
        }

        T sum = ring.Zero;
        for (int term = 0; term < value.TermCount; term++)
        {
            T product = value.Coefficients[term];
            ReadOnlySpan<ulong> packed = value.Packed(term);
            for (int place = 0; place < variables.Length; place++)
            {
                int exponent = value.Layout.Exponent(packed, place);
                if (exponent != 0)
                {
                    product = ring.Multiply(product, PowerOf(ring, point[variables[place]], exponent));
                }
            }

            sum = ring.Add(sum, product);
        }

        return sum;
    }

    /// <summary>Replaces variables by polynomials, all at once.</summary>
    /// <param name="value">The polynomial.</param>
    /// <param name="image">The image of a variable, or null to keep the variable. Asked once for each variable that occurs.</param>
    public Polynomial<T> Substitute(Polynomial<T> value, Func<int, Polynomial<T>?> image)
    {
        ArgumentNullException.ThrowIfNull(image);
        int[] variables = value.Variables.ToArray();
        Polynomial<T>?[] images = Array.ConvertAll(variables, image.Invoke);
        if (Array.TrueForAll(images, static p => p is null))
        {
            return value;
        }

        var powers = new Dictionary<(int Place, int Exponent), Polynomial<T>>();
        var products = new (Polynomial<T> Left, Polynomial<T> Right)[value.TermCount];
        for (int term = 0; term < products.Length; term++)
        {
            Polynomial<T> left = Constant(value.Coefficients[term]);
            Polynomial<T> right = One;
            for (int place = 0; place < variables.Length; place++)
            {
                int exponent = value.Layout.Exponent(value.Packed(term), place);
                if (exponent == 0)
                {
                    continue;
                }

                if (!powers.TryGetValue((place, exponent), out Polynomial<T>? power))
                {
                    power = Power(images[place] ?? Variable(variables[place]), exponent);
                    powers.Add((place, exponent), power);
                }

                // The last product of a term is left to the fused sum.
                left = Multiply(left, right);
                right = power;
            }

            products[term] = (left, right);
        }

        return SumOfProducts(products);
    }

    private static T PowerOf(TRing ring, T value, int exponent)
    {
        T result = value;
        for (int bit = 30 - System.Numerics.BitOperations.LeadingZeroCount((uint)exponent); bit >= 0; bit--)
        {
            result = ring.Multiply(result, result);
            result = ((exponent >> bit) & 1) != 0 ? ring.Multiply(result, value) : result;
        }

        return result;
    }
}
