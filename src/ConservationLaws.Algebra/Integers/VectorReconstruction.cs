namespace ConservationLaws.Algebra.Integers;

/// <summary>Finds a vector of fractions with one common denominator from residues modulo M, entry by entry.</summary>
/// <remarks>
/// With the denominator D of the entries before, the next residue u is first tried as the numerator D·u modulo M; only when that is too
/// large a fraction is sought, whose denominator then joins D. So nearly all entries cost one product, and a modulus that is too small
/// shows after a few entries. At the end |numerators| and D are at most <see cref="RationalReconstruction.BoundFor"/>, which makes the vector unique.
/// After V. Shoup's NTL and the "common denominator" section of A. Storjohann, "The shifted number system", J. Complexity 21 (2005).
/// </remarks>
public sealed class VectorReconstruction
{
    // Invariant: the residue of entry i is _numerators[i] / Denominator modulo M; Denominator ≤ _bound.
    private readonly Integer _modulus;
    private readonly Integer _bound;
    private readonly List<Integer> _numerators = [];
    private bool _failed;

    /// <summary>Starts an empty vector modulo M.</summary>
    /// <param name="modulus">M, at least 3.</param>
    public VectorReconstruction(Integer modulus)
    {
        _bound = RationalReconstruction.BoundFor(modulus);
        _modulus = modulus;
    }

    /// <summary>The common denominator so far, at least 1.</summary>
    public Integer Denominator { get; private set; } = Integer.One;

    /// <summary>Reads the next residue.</summary>
    /// <returns>False when no vector within the bounds has these residues; then the object is spent.</returns>
    public bool TryAdd(Integer residue)
    {
        if (_failed)
        {
            return false;
        }

        Integer numerator = RationalReconstruction.Residue(residue * Denominator, _modulus);
        if (numerator > _bound && _modulus - numerator <= _bound)
        {
            numerator -= _modulus;
        }

        if (numerator <= _bound)
        {
            _numerators.Add(numerator);
            return true;
        }

        if (!RationalReconstruction.TryReconstruct(numerator, _modulus, _bound, out Rational value) ||
            Denominator * value.Denominator > _bound)
        {
            _failed = true;
            return false;
        }

        Denominator *= value.Denominator;
        for (int i = 0; i < _numerators.Count; i++)
        {
            _numerators[i] *= value.Denominator;
        }

        _numerators.Add(value.Numerator);
        return true;
    }

    /// <summary>Ends the vector.</summary>
    /// <param name="numerators">The entries times <see cref="Denominator"/>, or an empty array.</param>
    /// <returns>Whether all numerators are within the bound, so that the vector is unique.</returns>
    public bool TryFinish(out Integer[] numerators)
    {
        foreach (Integer numerator in _numerators)
        {
            _failed |= Integer.Abs(numerator) > _bound;
        }

        numerators = _failed ? [] : [.. _numerators];
        return !_failed;
    }
}
