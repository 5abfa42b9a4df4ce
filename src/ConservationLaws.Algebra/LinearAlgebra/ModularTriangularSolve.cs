using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.LinearAlgebra;

// X ← L⁻¹·X and X ← U⁻¹·X for triangular blocks L (ones on the diagonal, what stands there is not read) and U modulo a prime.
//
// The triangle is halved: for L = (L₁ 0; M L₂) first X₁ ← L₁⁻¹·X₁, then X₂ ← X₂ − M·X₁, then X₂ ← L₂⁻¹·X₂; for U the other way round. So
// nearly all the work is products (J.-G. Dumas, P. Giorgi, C. Pernet, ACM TOMS 35 (2008), section 4).
internal sealed class ModularTriangularSolve(PrimeField field, ModularProduct product)
{
    internal void SolveLower(ModularBlock lower, ModularBlock target)
    {
        int size = target.RowCount;
        int width = target.ColumnCount;
        if (size <= ModularProductThresholds.TriangleSize)
        {
            for (int i = 1; i < size; i++)
            {
                for (int k = 0; k < i; k++)
                {
                    SubtractMultiple(target.Row(i), target.Row(k), lower.Row(i)[k]);
                }
            }

            return;
        }

        int half = Half(size);
        ModularBlock top = target.Part(0, 0, half, width);
        ModularBlock bottom = target.Part(half, 0, size - half, width);
        SolveLower(lower.Part(0, 0, half, half), top);
        product.SubtractAlone(bottom, lower.Part(half, 0, size - half, half), top);
        SolveLower(lower.Part(half, half, size - half, size - half), bottom);
    }

    internal void SolveUpper(ModularBlock upper, ModularBlock target)
    {
        int size = target.RowCount;
        int width = target.ColumnCount;
        if (size <= ModularProductThresholds.TriangleSize)
        {
            for (int i = size - 1; i >= 0; i--)
            {
                for (int k = i + 1; k < size; k++)
                {
                    SubtractMultiple(target.Row(i), target.Row(k), upper.Row(i)[k]);
                }

                uint inverse = field.Invert(upper.Row(i)[i]);
                foreach (ref uint value in target.Row(i))
                {
                    value = field.Multiply(value, inverse);
                }
            }

            return;
        }

        int half = Half(size);
        ModularBlock top = target.Part(0, 0, half, width);
        ModularBlock bottom = target.Part(half, 0, size - half, width);
        SolveUpper(upper.Part(half, half, size - half, size - half), bottom);
        product.SubtractAlone(top, upper.Part(0, half, half, size - half), bottom);
        SolveUpper(upper.Part(0, 0, half, half), top);
    }

    // About half, and a multiple of the smallest size, so that no sliver is left at the bottom of the recursion.
    private static int Half(int size)
    {
        int step = ModularProductThresholds.TriangleSize;
        return ((size / 2) + step - 1) / step * step;
    }

    private void SubtractMultiple(Span<uint> target, ReadOnlySpan<uint> source, uint factor)
    {
        if (factor != 0)
        {
            ModularRowKernels.AddMultiple(target, source, field.Negate(factor), field.Modulus);
        }
    }
}
