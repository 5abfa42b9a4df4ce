namespace ConservationLaws.Laws.Forms;

/// <summary>Why a one-form that annihilates all generators stands for a law (math.md 7.1). Each class implies the next.</summary>
public enum FormClass
{
    /// <summary>The form is the differential of a rational function.</summary>
    Rational,

    /// <summary>dω = 0: by Poincaré's lemma the form is locally the differential of a function.</summary>
    Closed,

    /// <summary>dω = 0 on the level sets of the laws before it: a quadrature whose constants are these laws, by Frobenius' theorem.</summary>
    Solvable,
}
