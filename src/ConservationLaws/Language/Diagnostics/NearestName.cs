namespace ConservationLaws.Language;

/// <summary>The known name that a user probably meant.</summary>
/// <remarks>
/// Optimal string alignment distance (insertion, deletion, substitution, exchange of neighbours; Damerau 1964), at most one
/// edit for each three characters. A name that differs in case alone comes first. Ties go to the earlier candidate.
/// </remarks>
internal static class NearestName
{
    // Beyond these bounds a suggestion helps nobody and its search costs time.
    private const int MaximumLength = 64;
    private const int MaximumCandidates = 10_000;
    private const int MaximumListed = 12;

    internal static string? Find(string name, IEnumerable<string> candidates)
    {
        if (name.Length > MaximumLength)
        {
            return null;
        }

        string? nearest = null;
        int best = Math.Max(1, name.Length / 3) + 1;
        foreach (string candidate in candidates.Take(MaximumCandidates))
        {
            if (string.Equals(candidate, name, StringComparison.OrdinalIgnoreCase))
            {
                return candidate;
            }

            if (Math.Abs(candidate.Length - name.Length) < best && Distance(name, candidate) is int distance && distance < best)
            {
                best = distance;
                nearest = candidate;
            }
        }

        return nearest;
    }

    /// <summary>The line “did you mean `x`?  Known parameters: x, y”, as much of it as there is something to say.</summary>
    /// <param name="name">The unknown name.</param>
    /// <param name="known">The names that could stand in its place.</param>
    /// <param name="heading">What they are, such as “Known parameters”.</param>
    internal static string? Suggest(string name, IReadOnlyCollection<string> known, string heading)
    {
        if (known.Count == 0)
        {
            return null;
        }

        string list = heading + ": " + string.Join(", ", known.Take(MaximumListed)) + (known.Count > MaximumListed ? ", …" : "");
        return Find(name, known) is string near ? $"did you mean `{near}`?  {list}" : list;
    }

    internal static int Distance(string left, string right)
    {
        int[] beforePrevious = new int[right.Length + 1];
        int[] previous = [.. Enumerable.Range(0, right.Length + 1)];
        int[] current = new int[right.Length + 1];
        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int change = left[i - 1] == right[j - 1] ? 0 : 1;
                current[j] = Math.Min(Math.Min(current[j - 1], previous[j]) + 1, previous[j - 1] + change);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1])
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }
}
