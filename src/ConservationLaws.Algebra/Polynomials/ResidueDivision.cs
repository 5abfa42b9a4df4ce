using ConservationLaws.Algebra.Fields;

namespace ConservationLaws.Algebra.Polynomials;

/// <summary>Exact division over a prime field by methods on machine words.</summary>
internal static class ResidueDivision
{
    /// <summary>Divides; null when the box of the dividend is too large for every method here.</summary>
    internal static bool? TryDivide(PrimeField field, DivisionProblem<uint> problem, DivisionMethod? forced, out Polynomial<uint>? quotient)
    {
        quotient = null;
        long? pairs = forced is null ? DivisionChooser.Pairs(problem) : null;
        uint modulus = field.Modulus;
        uint[] negated = Array.ConvertAll(problem.Divisor, field.Negate);
        if (forced is not DivisionMethod.Scattered && DivisionChooser.DenseGeometry(problem, 1, pairs) is { } box)
        {
            var dividend = new SlicedFactor(box, problem.DividendExponents);
            var divisor = new SlicedFactor(box, problem.DivisorExponents);
            DenseRows blocks = DenseRows.Gather(divisor, Array.ConvertAll(negated, static c => (int)c), box.CellCount, DenseRowKernels.Width);
            var slab = new DenseDivisionSlab<uint, ResidueReader>(
                box, 1, 1, 2L * modulus * modulus, new ResidueReader(modulus), dividend, problem.Dividend, blocks);
            return SlabDivision.TryDivide(field, problem, box, dividend, divisor, slab, null, out quotient);
        }

        if (forced is not DivisionMethod.Dense && DivisionChooser.ScatteredGeometry(problem, pairs) is { } geometry)
        {
            var dividend = new SlicedFactor(geometry, problem.DividendExponents);
            var divisor = new SlicedFactor(geometry, problem.DivisorExponents);
            if (pairs is null || DivisionChooser.SlicesSuffice(geometry, divisor, pairs.Value))
            {
                var slab = new ScatteredDivisionSlab<uint, ulong, uint, ResidueSums>(
                    geometry, dividend, [new(problem.Dividend, 1)], divisor, negated, new ResidueSums(modulus), static c => c == 0, static c => c);
                return SlabDivision.TryDivide(field, problem, geometry, dividend, divisor, slab, null, out quotient);
            }
        }

        return null;
    }
}
