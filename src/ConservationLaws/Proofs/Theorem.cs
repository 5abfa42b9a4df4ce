using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;
using ConservationLaws.Laws;
using ConservationLaws.Laws.Forms;
using ConservationLaws.Models;
using ConservationLaws.Strata;

namespace ConservationLaws.Proofs;

/// <summary>What became of a proof.</summary>
public enum Verdict
{
    /// <summary>The bounds meet: the count is a theorem.</summary>
    Proved,

    /// <summary>The bounds do not meet; both hold.</summary>
    Open,

    /// <summary>The work was stopped before its end; both bounds hold.</summary>
    Limit,
}

/// <summary>What a proved count rests on (math.md 1.4).</summary>
public enum Evidence
{
    /// <summary>Nothing: the count is not proved.</summary>
    None,

    /// <summary>Polynomial laws, checked as identities, as many as the brackets leave room for.</summary>
    Laws,

    /// <summary>Polynomial laws together with rational laws, closed forms or solvable forms, as many as the brackets leave room for (math.md 7.1).</summary>
    OneForms,

    /// <summary>The fields are involutive, so that the laws exist locally by Frobenius' theorem, found or not.</summary>
    Involutive,
}

/// <summary>The ladder of the Lie algebra as it was climbed.</summary>
/// <param name="Ranks">The generic ranks of V₀, V₁, …, as seen at the seeded point; the list may stop where the bounds meet.</param>
/// <param name="Dimension">The generic dimension of the Lie algebra; null unless it is proved.</param>
/// <param name="Words">The straight-line list of bracket words that <paramref name="KeptWords"/> refers to.</param>
/// <param name="KeptWords">The words whose values at the point are independent; none where the count rests on the exponents of monomials.</param>
public sealed record LadderSummary(ImmutableArray<int> Ranks, int? Dimension, ImmutableArray<BracketWord> Words, ImmutableArray<int> KeptWords)
{
    /// <summary>The index of the last rank that grew.</summary>
    public int Generations
    {
        get
        {
            int last = Ranks.Length - 1;
            while (last > 0 && Ranks[last] == Ranks[last - 1])
            {
                last--;
            }

            return Math.Max(last, 0);
        }
    }

    /// <summary>Whether no bracket was needed.</summary>
    public bool IsInvolutive => Generations == 0;
}

/// <summary>The point at which all ranks were taken, and the prime modulo which.</summary>
/// <param name="Prime">A prime below 2³¹.</param>
/// <param name="Values">The integer coordinates.</param>
public sealed record WitnessPoint(uint Prime, ImmutableArray<Rational> Values);

/// <summary>What is proved at a point of an <c>at</c> statement (math.md 1.4, "at special points").</summary>
/// <param name="Point">The point.</param>
/// <param name="Ranks">The ranks of V₀, V₁, … at the point itself, as far as they were followed.</param>
/// <param name="LawRank">The rank of the laws' gradients there: at least so many laws are independent there.</param>
/// <param name="Upper">At most so many laws are independent there: D minus the generic rank.</param>
public sealed record SpecialPointResult(SpecialPoint Point, ImmutableArray<int> Ranks, int LawRank, int Upper);

/// <summary>What a count of laws is about.</summary>
public enum CountScope
{
    /// <summary>The reparametrization φ: every function conserved along all ∇φ_i. For a network these are laws, others are not excluded.</summary>
    Reparametrization,

    /// <summary>Vector fields given by the user.</summary>
    Fields,

    /// <summary>The network function itself: every function that training conserves for all data.</summary>
    Network,
}

/// <summary>Inputs at which the gradients of a network's outputs are as many independent ones as φ has (math.md 7.5).</summary>
/// <param name="Point">Integer parameters at which no unit with a gate is at its kink for any of the inputs, and the prime of the rank.</param>
/// <param name="Inputs">The inputs, each with the integers of one signal.</param>
/// <param name="Rows">The independent gradients: places of an input and an output.</param>
/// <param name="Pivots">A coordinate for each of them, so that all leading minors of the matrix of these entries are units.</param>
public sealed record NetworkEvidence(
    WitnessPoint Point,
    ImmutableArray<ImmutableArray<Integer>> Inputs,
    ImmutableArray<(int Input, int Output)> Rows,
    ImmutableArray<int> Pivots);

/// <summary>The answer about a model: what is claimed, at which point, with which evidence. Plain data.</summary>
public sealed record Theorem
{
    /// <summary>The model that the theorem is about.</summary>
    public required Model Model { get; init; }

    /// <summary>The seed of the run.</summary>
    public required ulong Seed { get; init; }

    /// <summary>What became of the proof.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>What a proved count rests on.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>At least so many independent laws exist generically: proved.</summary>
    public required int Lower { get; init; }

    /// <summary>At most so many independent laws exist: proved.</summary>
    public required int Upper { get; init; }

    /// <summary>The number of fields that the engine worked with.</summary>
    public required int GeneratorCount { get; init; }

    /// <summary>The laws found: independent, of lowest degree, each checked as an identity over Z.</summary>
    public required ImmutableArray<Law> Laws { get; init; }

    /// <summary>Laws that are no polynomials, each given by its differential; independent of <see cref="Laws"/> and of each other.</summary>
    public ImmutableArray<FormLaw> Forms { get; init; } = [];

    /// <summary>Matrix expressions all of whose entries are laws, such as <c>W1*W1^T - W2^T*W2</c>.</summary>
    public required ImmutableArray<string> MatrixLaws { get; init; }

    /// <summary>The ladder of the Lie algebra.</summary>
    public required LadderSummary Ladder { get; init; }

    /// <summary>The point at which both ranks were taken.</summary>
    public required WitnessPoint Point { get; init; }

    /// <summary>The results at the points of <c>at</c> statements.</summary>
    public required ImmutableArray<SpecialPointResult> SpecialPoints { get; init; }

    /// <summary>Why the count holds, or why it stays open and what would help, in sentences.</summary>
    public required ImmutableArray<string> Reasons { get; init; }

    /// <summary>Gradients of the network that show that the count is its own, near the point that they are taken at; null where they were not found.</summary>
    public NetworkEvidence? Network { get; init; }

    /// <summary>Where the ranks are less than generic (<see cref="Stratification.Of"/>); null where nobody asked.</summary>
    public ImmutableArray<RankStratum>? Strata { get; init; }

    /// <summary>Polynomial one-forms that annihilate generators and kept words, independent at the point, where involutivity was shown by them.</summary>
    internal ImmutableArray<OneForm<Polynomial<Integer>>>? ClosureForms { get; init; }

    /// <summary>Generators and their brackets with the kept words as combinations of these, where involutivity was shown so for the whole model.</summary>
    internal StructureFunctions? Structure { get; init; }

    /// <summary>What both bounds are about.</summary>
    /// <remarks>The coefficients of a polynomial are combinations of its values: without gates φ and the network have the same laws (math.md 7.5).</remarks>
    public CountScope Scope =>
        Model.Scope == ModelScope.Fields ? CountScope.Fields
        : Network is not null || (Model.IsNetworkAlone && Model.Network!.IsPolynomial) ? CountScope.Network
        : CountScope.Reparametrization;

    /// <summary>The number of independent laws near generic points; null unless it is proved.</summary>
    public int? Count => Verdict == Verdict.Proved ? Lower : null;
}
