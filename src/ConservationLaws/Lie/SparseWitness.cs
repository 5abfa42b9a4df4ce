using ConservationLaws.Models;

namespace ConservationLaws.Lie;

// For U·Vᵀ the point with entries of U at (i, i) and of V at (j, r − m + j) only is generic enough: both ranks are attained there, and every
// field and first bracket has a few entries (math.md 7.4). For products of more factors both diagonals of every factor have served. Whether
// a point serves is measured each time; nothing rests on the choice.

/// <summary>Points at which most entries of matrix parameters vanish, so that fields and brackets have few entries there.</summary>
internal static class SparseWitness
{
    /// <summary>The points worth trying, the sparsest first.</summary>
    /// <param name="space">The coordinates.</param>
    /// <param name="generic">A point of the whole space that gives the coordinates which are not zero.</param>
    internal static IEnumerable<EvaluationPoint> Points(PhaseSpace space, EvaluationPoint generic)
    {
        foreach ((bool both, bool cyclic) in new[] { (false, false), (false, true), (true, false), (true, true) })
        {
            yield return generic.Masked(Support(space, both, cyclic));
        }
    }

    // Matrices keep their first diagonal, their last one, or both, in turn; of other parameters everything is kept.
    private static bool[] Support(PhaseSpace space, bool both, bool cyclic)
    {
        bool[] isKept = new bool[space.Dimension];
        bool isFirst = true;
        foreach (Parameter parameter in space.Parameters)
        {
            if (parameter.Dimensions.Length != 2)
            {
                isKept.AsSpan(parameter.Offset, parameter.Count).Fill(true);
                continue;
            }

            int length = cyclic ? Math.Max(parameter.Rows, parameter.Columns) : Math.Min(parameter.Rows, parameter.Columns);
            for (int place = 0; place < length; place++)
            {
                int entry = ((place % parameter.Rows) * parameter.Columns) + (place % parameter.Columns);
                if (both || isFirst)
                {
                    isKept[parameter.Offset + entry] = true;
                }

                // The last diagonal is the first one read from the other corner.
                if (both || !isFirst)
                {
                    isKept[parameter.Offset + parameter.Count - 1 - entry] = true;
                }
            }

            isFirst = !isFirst;
        }

        return isKept;
    }
}
