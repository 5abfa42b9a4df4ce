using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Polynomials;

// For M(z) = ∏ (z − vₛ) the quotients M/(z − vₜ) by Horner's rule, eight t at a time: cᵢ = M[i+1] + vₜ·cᵢ₊₁. What is wanted of a quotient
// is its value Σ cᵢ·vₜⁱ at vₜ and its product Σ cᵢ·sᵢ with given samples. All three products have a fixed factor, vₜ or sᵢ, so they
// are V. Shoup's (see GeometricKernels). Invariant: carry, value and dot are residues in every lane.
// R. Zippel, "Interpolating polynomials from their values", J. Symb. Comput. 9 (1990).

/// <summary>The quadratic loop of Vandermonde systems, with a scalar twin.</summary>
internal static class VandermondeKernels
{
    /// <summary>For each point vₜ the value of M/(z − vₜ) at vₜ and its coefficients' product with the samples.</summary>
    /// <param name="points">The residues vₜ.</param>
    /// <param name="master">The coefficients of M, lowest first, one more than there are samples.</param>
    /// <param name="samples">The residues sᵢ.</param>
    /// <param name="values">Takes the values, as many as points.</param>
    /// <param name="dots">Takes the products, as many as points.</param>
    /// <param name="p">A prime below 2³¹.</param>
    internal static void Divide(ReadOnlySpan<uint> points, ReadOnlySpan<uint> master, ReadOnlySpan<uint> samples, Span<uint> values, Span<uint> dots, uint p)
    {
        int done = 0;
        if (ModularRowKernels.Has512 && points.Length >= 2 * GeometricKernels.Lanes)
        {
            done = Divide512(points, master, samples, values, dots, p);
        }
        else if (ModularRowKernels.Has256 && points.Length >= GeometricKernels.Lanes)
        {
            done = Divide256(points, master, samples, values, dots, p);
        }

        DivideScalar(points[done..], master, samples, values[done..], dots[done..], p);
    }

    internal static void DivideScalar(
        ReadOnlySpan<uint> points, ReadOnlySpan<uint> master, ReadOnlySpan<uint> samples, Span<uint> values, Span<uint> dots, uint p)
    {
        var field = new Fields.PrimeField(p);
        for (int t = 0; t < points.Length; t++)
        {
            ulong point = points[t];
            (uint carry, uint value, uint dot) = (0, 0, 0);
            for (int i = samples.Length - 1; i >= 0; i--)
            {
                unchecked
                {
                    carry = field.Reduce(master[i + 1] + (point * carry));
                    value = field.Reduce(carry + (point * value));
                    dot = field.Reduce(dot + ((ulong)samples[i] * carry));
                }
            }

            (values[t], dots[t]) = (value, dot);
        }
    }

    internal static int Divide256(
        ReadOnlySpan<uint> points, ReadOnlySpan<uint> master, ReadOnlySpan<uint> samples, Span<uint> values, Span<uint> dots, uint p)
    {
        int end = points.Length - (points.Length % GeometricKernels.Lanes);
        _ = values[..end];
        _ = dots[..end];
        uint[] quotients = Quotients(samples, p);
        Span<uint> pointQuotients = stackalloc uint[GeometricKernels.Lanes];
        Vector256<uint> prime = Vector256.Create(p);
        for (int t = 0; t < end; t += GeometricKernels.Lanes)
        {
            for (int lane = 0; lane < pointQuotients.Length; lane++)
            {
                pointQuotients[lane] = GeometricKernels.Quotient(points[t + lane], p);
            }

            var point = Vector256.Create(points.Slice(t, GeometricKernels.Lanes));
            var pointQuotient = Vector256.Create<uint>(pointQuotients);
            (Vector256<uint> carry, Vector256<uint> value, Vector256<uint> dot) = (Vector256<uint>.Zero, Vector256<uint>.Zero, Vector256<uint>.Zero);
            for (int i = samples.Length - 1; i >= 0; i--)
            {
                carry = Add(Vector256.Create(master[i + 1]), GeometricKernels.Multiply(carry, point, pointQuotient, prime), prime);
                value = Add(carry, GeometricKernels.Multiply(value, point, pointQuotient, prime), prime);
                dot = Add(dot, GeometricKernels.Multiply(carry, Vector256.Create(samples[i]), Vector256.Create(quotients[i]), prime), prime);
            }

            value.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)t);
            dot.StoreUnsafe(ref MemoryMarshal.GetReference(dots), (nuint)t);
        }

        return end;
    }

    internal static int Divide512(
        ReadOnlySpan<uint> points, ReadOnlySpan<uint> master, ReadOnlySpan<uint> samples, Span<uint> values, Span<uint> dots, uint p)
    {
        int end = points.Length - (points.Length % (2 * GeometricKernels.Lanes));
        _ = values[..end];
        _ = dots[..end];
        uint[] quotients = Quotients(samples, p);
        Span<uint> pointQuotients = stackalloc uint[2 * GeometricKernels.Lanes];
        Vector512<uint> prime = Vector512.Create(p);
        for (int t = 0; t < end; t += 2 * GeometricKernels.Lanes)
        {
            for (int lane = 0; lane < pointQuotients.Length; lane++)
            {
                pointQuotients[lane] = GeometricKernels.Quotient(points[t + lane], p);
            }

            var point = Vector512.Create(points.Slice(t, 2 * GeometricKernels.Lanes));
            var pointQuotient = Vector512.Create<uint>(pointQuotients);
            (Vector512<uint> carry, Vector512<uint> value, Vector512<uint> dot) = (Vector512<uint>.Zero, Vector512<uint>.Zero, Vector512<uint>.Zero);
            for (int i = samples.Length - 1; i >= 0; i--)
            {
                carry = Add(Vector512.Create(master[i + 1]), GeometricKernels.Multiply(carry, point, pointQuotient, prime), prime);
                value = Add(carry, GeometricKernels.Multiply(value, point, pointQuotient, prime), prime);
                dot = Add(dot, GeometricKernels.Multiply(carry, Vector512.Create(samples[i]), Vector512.Create(quotients[i]), prime), prime);
            }

            value.StoreUnsafe(ref MemoryMarshal.GetReference(values), (nuint)t);
            dot.StoreUnsafe(ref MemoryMarshal.GetReference(dots), (nuint)t);
        }

        return end;
    }

    private static uint[] Quotients(ReadOnlySpan<uint> samples, uint p)
    {
        uint[] quotients = new uint[samples.Length];
        for (int i = 0; i < quotients.Length; i++)
        {
            quotients[i] = GeometricKernels.Quotient(samples[i], p);
        }

        return quotients;
    }

    // Residues below p < 2³¹: the sum does not wrap, and the smaller of sum and sum − p is its residue.
    private static Vector256<uint> Add(Vector256<uint> left, Vector256<uint> right, Vector256<uint> prime) =>
        Vector256.Min(left + right, left + right - prime);

    private static Vector512<uint> Add(Vector512<uint> left, Vector512<uint> right, Vector512<uint> prime) =>
        Vector512.Min(left + right, left + right - prime);
}
