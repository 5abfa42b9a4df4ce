using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using ConservationLaws.Algebra.LinearAlgebra;

namespace ConservationLaws.Algebra.Polynomials;

// For M(z) = ∏ (z − vₛ) the quotients M/(z − vₜ) by Horner's rule, a vector of t at a time: cᵢ = M[i+1] + vₜ·cᵢ₊₁. What is wanted of a quotient
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
        if (ModularRowKernels.Has512 && points.Length >= ResidueLanes512.Count)
        {
            done = Divide<ResidueLanes512, Vector512<uint>>(points, master, samples, values, dots, p);
        }
        else if (ModularRowKernels.Has256 && points.Length >= ResidueLanes256.Count)
        {
            done = Divide<ResidueLanes256, Vector256<uint>>(points, master, samples, values, dots, p);
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

    // As many points as fill whole vectors; returns their number. Compiled in full at once: the operations of lanes are calls until then.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    internal static int Divide<TLanes, TVector>(
        ReadOnlySpan<uint> points, ReadOnlySpan<uint> master, ReadOnlySpan<uint> samples, Span<uint> values, Span<uint> dots, uint p)
        where TLanes : struct, IResidueLanes<TVector>
        where TVector : struct
    {
        int end = points.Length - (points.Length % TLanes.Count);
        _ = values[..end];
        _ = dots[..end];
        uint[] quotients = Quotients(samples, p);
        Span<uint> pointQuotients = stackalloc uint[TLanes.Count];
        TVector prime = TLanes.Broadcast(p);
        for (int t = 0; t < end; t += TLanes.Count)
        {
            for (int lane = 0; lane < pointQuotients.Length; lane++)
            {
                pointQuotients[lane] = GeometricKernels.Quotient(points[t + lane], p);
            }

            TVector point = TLanes.Load(in MemoryMarshal.GetReference(points), (nuint)t);
            TVector pointQuotient = TLanes.Load(in MemoryMarshal.GetReference(pointQuotients), 0);
            (TVector carry, TVector value, TVector dot) = (default, default, default);
            for (int i = samples.Length - 1; i >= 0; i--)
            {
                carry = TLanes.Add(TLanes.Broadcast(master[i + 1]), TLanes.Multiply(carry, point, pointQuotient, prime), prime);
                value = TLanes.Add(carry, TLanes.Multiply(value, point, pointQuotient, prime), prime);
                dot = TLanes.Add(dot, TLanes.Multiply(carry, TLanes.Broadcast(samples[i]), TLanes.Broadcast(quotients[i]), prime), prime);
            }

            TLanes.Store(value, ref MemoryMarshal.GetReference(values), (nuint)t);
            TLanes.Store(dot, ref MemoryMarshal.GetReference(dots), (nuint)t);
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
}
