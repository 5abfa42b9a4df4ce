namespace ConservationLaws.Algebra.Fields;

// The algebra A_n = F_p[ε₁, …, ε_n]/(ε₁², …, ε_n²) has the basis ε_S = Π_{i∈S} ε_i over the subsets S of {1..n}.
// An element is an array of 2ⁿ residues; place S, read as a bit mask, holds the coefficient of ε_S. Hence
// (ab)_S = Σ_{T ⊆ S} a_T b_{S∖T}. With n = 1 these are the dual numbers of forward differentiation.

/// <summary>Nilpotent (iterated dual) numbers over a prime field: truncated jets along n independent directions.</summary>
/// <remarks>Used for the values of iterated Lie brackets at a point without expanding them (math.md 1.2).</remarks>
public static class NilpotentAlgebra
{
    /// <summary>Adds the product of two elements to a third.</summary>
    /// <param name="field">The prime field.</param>
    /// <param name="left">2ⁿ residues.</param>
    /// <param name="right">2ⁿ residues.</param>
    /// <param name="sum">2ⁿ residues that receive the product; must not overlap the factors.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void MultiplyAdd(PrimeField field, ReadOnlySpan<uint> left, ReadOnlySpan<uint> right, Span<uint> sum)
    {
        RequireEqualLengths(left.Length, right.Length, sum.Length);
        for (int subset = 0; subset < sum.Length; subset++)
        {
            uint total = sum[subset];
            // All T ⊆ S in descending order: T ↦ (T − 1) ∧ S.
            for (int part = subset; ; part = (part - 1) & subset)
            {
                if (left[part] != 0)
                {
                    total = field.Add(total, field.Multiply(left[part], right[subset ^ part]));
                }

                if (part == 0)
                {
                    break;
                }
            }

            sum[subset] = total;
        }
    }

    /// <summary>Replaces an element by its product with another.</summary>
    /// <param name="field">The prime field.</param>
    /// <param name="value">2ⁿ residues, overwritten by the product.</param>
    /// <param name="factor">2ⁿ residues; must not overlap <paramref name="value"/>.</param>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static void MultiplyInPlace(PrimeField field, Span<uint> value, ReadOnlySpan<uint> factor)
    {
        RequireEqualLengths(value.Length, factor.Length, value.Length);
        // Descending S: the product at S needs the old value at subsets of S only, and those not yet visited are still old.
        for (int subset = value.Length - 1; subset >= 0; subset--)
        {
            uint total = 0;
            for (int part = subset; ; part = (part - 1) & subset)
            {
                total = field.Add(total, field.Multiply(value[part], factor[subset ^ part]));
                if (part == 0)
                {
                    break;
                }
            }

            value[subset] = total;
        }
    }

    /// <summary>Multiplies an element by itself a number of times.</summary>
    /// <param name="field">The prime field.</param>
    /// <param name="value">2ⁿ residues.</param>
    /// <param name="exponent">The exponent, not negative; 0 gives one.</param>
    /// <param name="result">2ⁿ residues that receive the power.</param>
    public static void Power(PrimeField field, ReadOnlySpan<uint> value, int exponent, Span<uint> result)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(exponent);
        result.Clear();
        result[0] = field.One;
        uint[] square = value.ToArray();
        for (; exponent != 0; exponent >>= 1)
        {
            if ((exponent & 1) != 0)
            {
                MultiplyInPlace(field, result, square);
            }

            MultiplyInPlace(field, square, (uint[])square.Clone());
        }
    }

    private static void RequireEqualLengths(int left, int right, int sum)
    {
        if (left != sum || right != sum)
        {
            throw new ArgumentException("Elements of one nilpotent algebra have equal lengths.", nameof(sum));
        }
    }
}
