using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Lie;

namespace ConservationLaws.Proofs;

/// <summary>What is proved about one system of generators at one point, finished or not. Plain data in the coordinates of the system.</summary>
internal sealed record SystemProof
{
    /// <summary>The point of all ranks.</summary>
    internal required EvaluationPoint Point { get; init; }

    /// <summary>Laws with independent gradients at the point, in the order in which they were found.</summary>
    internal ImmutableArray<Law> Laws { get; init; } = [];

    /// <summary>Laws that are no polynomials, with independent differentials at the point, also of those of <see cref="Laws"/>.</summary>
    internal ImmutableArray<FormLaw> Forms { get; init; } = [];

    /// <summary>The rank of generators and brackets at the point.</summary>
    internal int Rank { get; init; }

    /// <summary>The generic ranks of V₀, V₁, …, as far as they were needed.</summary>
    internal ImmutableArray<int> Ranks { get; init; } = [];

    /// <summary>The straight-line list of words that <see cref="KeptWords"/> refers to.</summary>
    internal ImmutableArray<BracketWord> Words { get; init; } = [];

    /// <summary>The words whose values at the point are independent.</summary>
    internal ImmutableArray<int> KeptWords { get; init; } = [];

    /// <summary>Whether one field alone generates over Q(θ).</summary>
    internal bool IsSingleField { get; init; }

    /// <summary>What shows that generators and kept words span an involutive distribution; null where that is not shown.</summary>
    internal Closure? Closure { get; init; }

    /// <summary>Whether no further bracket raises the rank, up to bad luck.</summary>
    internal bool LadderIsComplete { get; init; }

    /// <summary>The degree up to which laws were searched.</summary>
    internal int SearchedDegree { get; init; }

    /// <summary>What the searches left out, in words.</summary>
    internal ImmutableArray<string> LeftOut { get; init; } = [];

    /// <summary>The number of coordinates.</summary>
    internal int Dimension => Point.Residues.Length;

    /// <summary>Whether laws and brackets leave no room.</summary>
    internal bool IsClosed => Laws.Length + Forms.Length + Rank == Dimension;

    /// <summary>Whether generators and kept words span an involutive distribution, so that the number of laws is settled without them.</summary>
    internal bool IsInvolutive => IsSingleField || Closure is not null;

    /// <summary>Whether the number of laws is proved.</summary>
    internal bool IsSettled => IsClosed || IsInvolutive;

    /// <summary>At least so many independent laws exist.</summary>
    internal int Lower => IsInvolutive ? Dimension - Rank : Laws.Length + Forms.Length;

    /// <summary>At most so many independent laws exist.</summary>
    internal int Upper => Dimension - Rank;
}
