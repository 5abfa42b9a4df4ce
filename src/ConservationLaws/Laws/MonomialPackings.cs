using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws;

/// <summary>Work that is the same for every way to write monomials as keys.</summary>
/// <typeparam name="TResult">What the work gives.</typeparam>
internal interface IPackedWork<out TResult>
{
    /// <summary>Does the work with one packing.</summary>
    TResult Run<TKey, TPacking>(TPacking packing)
        where TKey : struct, IEquatable<TKey>, IComparable<TKey>
        where TPacking : struct, IMonomialPacking<TKey>;
}

/// <summary>How wide the keys of monomials have to be.</summary>
internal enum MonomialWidth
{
    /// <summary>One machine word.</summary>
    Word,

    /// <summary>Two machine words.</summary>
    DoubleWord,

    /// <summary>Lists of factors.</summary>
    Whole,
}

/// <summary>Chooses the quickest packing in which all monomials fit.</summary>
internal static class MonomialPackings
{
    /// <summary>The least width for monomials up to a degree.</summary>
    internal static MonomialWidth WidthFor(int dimension, long degree) =>
        PrimeMonomials<ulong>.Fits(dimension, degree) ? MonomialWidth.Word
        : PrimeMonomials<UInt128>.Fits(dimension, degree) ? MonomialWidth.DoubleWord
        : MonomialWidth.Whole;

    /// <summary>Does work with the packing of a width.</summary>
    internal static TResult Run<TWork, TResult>(MonomialWidth width, int dimension, TWork work)
        where TWork : IPackedWork<TResult> => width switch
        {
            MonomialWidth.Word => work.Run<ulong, PrimeMonomials<ulong>>(new(dimension)),
            MonomialWidth.DoubleWord => work.Run<UInt128, PrimeMonomials<UInt128>>(new(dimension)),
            _ => work.Run<Monomial, WholeMonomials>(default),
        };
}
