namespace ConservationLaws.Algebra.Polynomials;

// The terms of a polynomial sorted by their power of the main variable x into rows of eight lanes, each row with one power; lanes that are
// left over hold the value 0. Evaluating for another prime or from another point changes the contents of the lanes only.
// Invariant: term t sits in lane Places[t]; the rows FirstRows[e] .. FirstRows[e+1] − 1 belong to xᵉ.

/// <summary>Where the terms of a polynomial are evaluated: what all primes and points have in common.</summary>
internal sealed class EvaluationPlan
{
    /// <summary>Plans for a polynomial whose variables are the main one and others.</summary>
    internal EvaluationPlan(Polynomial<Integers.Integer> value, int main)
    {
        (Value, Main, MainDegree) = (value, main, Math.Max(0, value.Degree(main)));
        FirstRows = new int[MainDegree + 2];
        Places = new int[value.TermCount];
        int[] exponents = new int[value.TermCount];
        MonomialLayout layout = value.Layout;
        int place = layout.IndexOf(main);
        (int word, int shift) = layout.Locate(Math.Max(0, place));
        for (int term = 0; term < exponents.Length; term++)
        {
            exponents[term] = place < 0 ? 0 : (int)((value.Exponents[(term * layout.WordCount) + word] >> shift) & layout.FieldMask);
            FirstRows[exponents[term] + 1]++;
        }

        int[] next = new int[MainDegree + 1];
        for (int power = 0; power <= MainDegree; power++)
        {
            next[power] = FirstRows[power] * GeometricKernels.Lanes;
            FirstRows[power + 1] = FirstRows[power] + ((FirstRows[power + 1] + GeometricKernels.Lanes - 1) / GeometricKernels.Lanes);
        }

        for (int term = 0; term < exponents.Length; term++)
        {
            Places[term] = next[exponents[term]]++;
        }
    }

    internal Polynomial<Integers.Integer> Value { get; }

    internal int Main { get; }

    /// <summary>The degree in the main variable over Z; an image may have a smaller one.</summary>
    internal int MainDegree { get; }

    internal int[] FirstRows { get; }

    internal int[] Places { get; }

    internal int LaneCount => FirstRows[^1] * GeometricKernels.Lanes;
}
