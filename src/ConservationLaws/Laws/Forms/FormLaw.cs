using System.Collections.Immutable;
using ConservationLaws.Algebra.Geometry;
using ConservationLaws.Algebra.Integers;
using ConservationLaws.Algebra.Polynomials;

namespace ConservationLaws.Laws.Forms;

/// <summary>A conservation law that is not a polynomial, given by its differential ω = Σ P_k dθ_k / Q (math.md 7.1).</summary>
/// <remarks>ω(X) = 0 for every generator X, and ω is of the class named, both checked as identities over Z.</remarks>
public sealed record FormLaw
{
    /// <summary>Why the form stands for a law.</summary>
    public required FormClass Class { get; init; }

    /// <summary>The components P_k.</summary>
    public required OneForm<Polynomial<Integer>> Numerator { get; init; }

    /// <summary>The denominator Q, not zero.</summary>
    public required Polynomial<Integer> Denominator { get; init; }

    /// <summary>The law itself where it is a rational function; null for the other classes.</summary>
    public RationalFunction? Function { get; init; }

    /// <summary>A formula of the law; null where none was found.</summary>
    public Antiderivative? Antiderivative { get; init; }

    /// <summary>
    /// For a solvable form: fields that span the common kernel of the differentials of all laws before it, in the order of the theorem, at
    /// generic points. dω vanishes on every pair of them.
    /// </summary>
    public ImmutableArray<VectorField<Polynomial<Integer>>> Kernel { get; init; } = [];
}
