namespace ConservationLaws.Algebra.Polynomials;

/// <summary>How polynomials are divided.</summary>
internal enum DivisionMethod
{
    /// <summary>Term by term with a heap: any monomials and coefficients (<see cref="HeapDivision{T, TRing}"/>).</summary>
    Heap,

    /// <summary>Machine words, slab by slab, few terms for the cells (<see cref="ScatteredDivisionSlab{TFactor, TSum, T, TSums}"/>).</summary>
    Scattered,

    /// <summary>Slab by slab by vector operations (<see cref="DenseDivisionSlab{T, TPlanes}"/>).</summary>
    Dense,
}

/// <summary>Chooses among the algorithms for exact division; the thresholds of all of them.</summary>
internal static class DivisionChooser
{
    private const int SmallestDividend = 64;
    private const int SmallestDivisor = 4;
    private const long BoxWordsPerTerm = 128;
    private const long CellsPerTerm = 512;
    private const long SearchesPerTerm = 16;

    /// <summary>Whether nothing is prepared.</summary>
    internal static bool IsSmall(int dividendTerms, int divisorTerms) => dividendTerms < SmallestDividend || divisorTerms < SmallestDivisor;

    /// <summary>The geometry for the dense method, or null when the box is too empty for it.</summary>
    internal static SlabGeometry? DenseGeometry<T>(DivisionProblem<T> problem, int planes, bool forced) =>
        ProductChooser.DenseGeometry(
            problem.Layout, problem.Degrees(), planes, problem.Dividend.LongLength * BoxWordsPerTerm / ProductChooser.BoxWordsPerPair, forced);

    /// <summary>The geometry for the scattered method, or null when the cells are too many for the terms.</summary>
    internal static SlabGeometry? ScatteredGeometry<T>(DivisionProblem<T> problem, bool forced) =>
        ProductChooser.ScatteredGeometry(problem.Layout, problem.Degrees(), problem.Dividend.LongLength * CellsPerTerm / ProductChooser.CellsPerStep, forced);

    /// <summary>Whether looking up all slices of the divisor for all slabs costs less than the terms.</summary>
    internal static bool SlicesSuffice(SlabGeometry geometry, SlicedFactor divisor, long dividendTerms) =>
        (long)geometry.SlabCount * divisor.Keys.Length <= dividendTerms * SearchesPerTerm;
}
