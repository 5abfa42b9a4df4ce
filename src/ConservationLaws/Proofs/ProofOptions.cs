namespace ConservationLaws.Proofs;

/// <summary>How a proof is attempted. Nothing here can make an answer wrong; it can only leave one open.</summary>
public sealed record ProofOptions
{
    /// <summary>The highest degree of laws that is searched when the user names none.</summary>
    public const int DefaultDegree = 6;

    /// <summary>The seed of the points at which ranks are taken: equal seeds give equal answers, byte for byte.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The number of threads, at least 1; the answer does not depend on it.</summary>
    public int Threads { get; init; } = 1;

    /// <summary>
    /// The highest degree of laws to search, at least 1; null for the default of <see cref="DefaultDegree"/>, with linear systems of
    /// bounded size.
    /// </summary>
    public int? Degree { get; init; }

    /// <summary>
    /// Whether the question is the Lie algebra: its ladder is climbed until nothing grows, even where the bounds meet before, and laws
    /// serve the proof only, so that those of degree 1 and 2 are enough unless a degree is asked for.
    /// </summary>
    public bool FullLadder { get; init; }

    /// <summary>Whether models that fall into components are proved component by component; tests compare with the whole.</summary>
    internal bool SplitsIntoComponents { get; init; } = true;

    /// <summary>Whether involutive closures are sought where laws do not suffice; tests look at answers that stay open.</summary>
    internal bool SeeksClosures { get; init; } = true;

    /// <summary>Whether laws that are no polynomials are sought; tests look at what rests on involutivity alone.</summary>
    internal bool SeeksForms { get; init; } = true;
}
