using ConservationLaws.Algebra.Fields;
using ConservationLaws.Algebra.Integers;

namespace ConservationLaws.Algebra.Polynomials;

// The coefficients of the quotient are not known when the width of sums is chosen: sums of one word are tried first, and each further
// term has to keep max|f| + min(Σ|q|·max|g|, max|q|·Σ|g|) below what the sums can hold (QuotientBound); otherwise wider ones start anew.

/// <summary>Exact division over Z by methods on machine words.</summary>
internal static class IntegerDivision
{
    // Of a dividend in two words: high·2⁶² + low.
    private const int LowBits = 62;

    /// <summary>Divides; null when coefficients or boxes are too large for every method here.</summary>
    internal static bool? TryDivide(DivisionProblem<Integer> problem, DivisionMethod? forced, out Polynomial<Integer>? quotient)
    {
        (CoefficientSize dividend, CoefficientSize divisor) = (CoefficientSize.Of(problem.Dividend), CoefficientSize.Of(problem.Divisor));
        Integer[] negated = Array.ConvertAll(problem.Divisor, static c => -c);
        long? pairs = forced is null ? DivisionChooser.Pairs(problem) : null;
        bool? divides = null;
        quotient = null;
        if (forced is not DivisionMethod.Scattered)
        {
            if (dividend.Bits <= LowBits && divisor.Bits <= 31)
            {
                divides = TryDense(problem, negated, 1, 1, 32, new QuotientBound(dividend, divisor, 31, UInt128.One << 63), pairs, out quotient);
            }

            divides ??= TryDigits(problem, negated, dividend, divisor, pairs, out quotient);
        }

        return divides ?? (forced is not DivisionMethod.Dense && divisor.Bits <= 63 ? TryScattered(problem, negated, dividend, divisor, pairs, out quotient) : null);
    }

    // Coefficients of the quotient are expected to be as long as those of the dividend allow when nothing cancels.
    private static bool? TryDigits(
        DivisionProblem<Integer> problem, Integer[] negated, CoefficientSize dividend, CoefficientSize divisor, long? pairs, out Polynomial<Integer>? quotient)
    {
        quotient = null;
        long bits = Math.Max(1, dividend.Bits - divisor.Bits + 1);
        int width = DigitPlanes.Width([(bits, divisor.Bits, problem.Divisor.Length)]);
        if (width == 0)
        {
            return null;
        }

        long digits = DigitPlanes.Count(bits, width);
        long planes = Math.Max(digits + DigitPlanes.Count(divisor.Bits, width) - 1, DigitPlanes.Count(dividend.Bits, width));
        return planes > ProductChooser.Largest ? null
            : TryDense(problem, negated, (int)planes, (int)digits, width, new QuotientBound(dividend, divisor, (digits * width) - 2, null), pairs, out quotient);
    }

    private static bool? TryDense(
        DivisionProblem<Integer> problem, Integer[] negated, int planes, int digits, int width, QuotientBound bound, long? pairs, out Polynomial<Integer>? quotient)
    {
        quotient = null;
        if (DivisionChooser.DenseGeometry(problem, planes, pairs) is not { } geometry)
        {
            return null;
        }

        var dividend = new SlicedFactor(geometry, problem.DividendExponents);
        var divisor = new SlicedFactor(geometry, problem.DivisorExponents);
        int[] divisorDigits = DigitPlanes.Split(negated, width, planes == 1 ? 1 : (int)DigitPlanes.Count(bound.DivisorBits, width));
        DenseRows blocks = DenseRows.Gather(divisor, divisorDigits, geometry.CellCount, DenseRowKernels.Width);
        IDivisionSlab<Integer> slab = planes == 1
            ? new DenseDivisionSlab<Integer, WordReader>(geometry, 1, 1, 0, default, dividend, problem.Dividend, blocks)
            : new DenseDivisionSlab<Integer, DigitReader>(geometry, planes, digits, 0, new DigitReader(planes, width), dividend, problem.Dividend, blocks);
        return SlabDivision.TryDivide(default(IntegerRing), problem, geometry, dividend, divisor, slab, bound, out quotient);
    }

    private static bool? TryScattered(
        DivisionProblem<Integer> problem, Integer[] negated, CoefficientSize dividend, CoefficientSize divisor, long? pairs, out Polynomial<Integer>? quotient)
    {
        quotient = null;
        if (dividend.Bits > 2 * LowBits || DivisionChooser.ScatteredGeometry(problem, pairs) is not { } geometry)
        {
            return null;
        }

        var run = new ScatteredRun(
            problem, geometry, new SlicedFactor(geometry, problem.DividendExponents), new SlicedFactor(geometry, problem.DivisorExponents),
            Parts(problem.Dividend, dividend.Bits), Array.ConvertAll(negated, static c => (long)c));
        if (pairs is { } count && !DivisionChooser.SlicesSuffice(geometry, run.DivisorSlices, count))
        {
            return null;
        }

        bool? divides = null;
        if (dividend.Bits <= LowBits)
        {
            divides = run.TryDivide<long, WordSums>(default, new QuotientBound(dividend, divisor, 63, UInt128.One << 63), out quotient);
        }

        divides ??= run.TryDivide<(ulong, long), TwoWordSums>(default, new QuotientBound(dividend, divisor, 63, UInt128.One << 126), out quotient);
        return divides ?? run.TryDivide<(ulong, ulong, long), ThreeWordSums>(default, new QuotientBound(dividend, divisor, 63, null), out quotient);
    }

    private static DividendPart<long>[] Parts(Integer[] dividend, long bits)
    {
        if (bits <= LowBits)
        {
            return [new(Array.ConvertAll(dividend, static c => (long)c), 1)];
        }

        Int128[] words = Array.ConvertAll(dividend, static c => (Int128)c.ToBigInteger());
        return
        [
            new(Array.ConvertAll(words, static c => (long)(c & ((1L << LowBits) - 1))), 1),
            new(Array.ConvertAll(words, static c => (long)(c >> LowBits)), 1L << LowBits),
        ];
    }

    private readonly record struct ScatteredRun(
        DivisionProblem<Integer> Problem, SlabGeometry Geometry, SlicedFactor DividendSlices, SlicedFactor DivisorSlices, DividendPart<long>[] Dividend, long[] Negated)
    {
        internal bool? TryDivide<TSum, TSums>(TSums sums, QuotientBound bound, out Polynomial<Integer>? quotient)
            where TSum : struct
            where TSums : struct, ITermSums<long, TSum, Integer>
        {
            var slab = new ScatteredDivisionSlab<long, TSum, Integer, TSums>(
                Geometry, DividendSlices, Dividend, DivisorSlices, Negated, sums, static c => c.IsZero, static c => (long)c);
            return SlabDivision.TryDivide(default(IntegerRing), Problem, Geometry, DividendSlices, DivisorSlices, slab, bound, out quotient);
        }
    }
}
