namespace ConservationLaws.Proofs;

/// <summary>The stages of a proof, in the order in which they are first entered.</summary>
public enum ProofStage
{
    /// <summary>Reading the model and lowering it to vector fields.</summary>
    Model,

    /// <summary>Climbing the ladder V₀ ⊂ V₁ ⊂ … of the Lie algebra.</summary>
    Lie,

    /// <summary>Searching polynomial laws.</summary>
    Laws,

    /// <summary>Checking identities over Z and comparing the bounds.</summary>
    Proof,
}

/// <summary>How far a proof has come.</summary>
/// <param name="Stage">The stage that is running.</param>
/// <param name="Done">How much of it is done.</param>
/// <param name="Total">Out of how much; 0 when that is not known.</param>
/// <param name="Detail">What the stage is about to do, such as the size of a linear system; null when nothing new is known.</param>
public readonly record struct ProofProgress(ProofStage Stage, long Done, long Total, string? Detail = null);
