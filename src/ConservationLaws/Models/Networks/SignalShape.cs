using System.Numerics;
using ConservationLaws.Language;

namespace ConservationLaws.Models.Networks;

/// <summary>The shape of the signal between two layers: channels, and the sizes of each channel in space.</summary>
/// <param name="Channels">The number of channels; of a flat signal the number of units.</param>
/// <param name="Space">Empty for a flat signal, the length in one dimension, height and width in two.</param>
internal sealed record SignalShape(int Channels, int[] Space)
{
    /// <summary>The number of positions of one channel.</summary>
    internal int PositionsPerChannel => Space.Aggregate(1, (product, size) => product * size);

    /// <summary>The number of scalars in the signal.</summary>
    internal int Size => Channels * PositionsPerChannel;

    internal bool IsFlat => Space.Length == 0;

    public override string ToString() => string.Join('x', Space.Prepend(Channels));

    internal static SignalShape Flat(int units) => new(units, []);

    /// <summary>Makes a shape from sizes that may be too large or zero.</summary>
    /// <exception cref="DiagnosticException">A size is 0, or the signal would have too many entries.</exception>
    internal static SignalShape Create(BigInteger channels, IReadOnlyList<BigInteger> space, SourceSpan span)
    {
        BigInteger size = channels;
        foreach (BigInteger extent in space)
        {
            size *= extent;
        }

        if (size.IsZero)
        {
            throw new DiagnosticException(span, "a size of a network is at least 1, not 0");
        }

        if (size > MatrixArithmetic.MaximumEntries)
        {
            throw new DiagnosticException(span, $"a signal of {string.Join('x', space.Prepend(channels).Select(Abbreviate))} has more than {MatrixArithmetic.MaximumEntries:N0} entries");
        }

        return new SignalShape((int)channels, [.. space.Select(extent => (int)extent)]);
    }

    private static string Abbreviate(BigInteger size) => size < 1_000_000_000_000 ? size.ToString() : "…";
}
