using System.Text.Json;

namespace ConservationLaws.Checker;

/// <summary>The bracket of two earlier words, or a generator: then <paramref name="Right"/> is −1.</summary>
internal readonly record struct Word(int Left, int Right, int Depth)
{
    private const int MaximumDepth = 20;

    /// <summary>Reads the words in a number of generators.</summary>
    internal static Word[] ReadAll(JsonElement value, int generators)
    {
        var words = new List<Word>();
        foreach (JsonElement item in value.Items("words"))
        {
            string where = $"word {words.Count}";
            if (item.ValueKind == JsonValueKind.Number)
            {
                words.Add(new Word(item.Index(where, 0, generators - 1), -1, 0));
                continue;
            }

            (JsonElement first, JsonElement second) = item.Pair(where);
            (int left, int right) = (first.Index(where, 0, words.Count - 1), second.Index(where, 0, words.Count - 1));
            words.Add(new Word(left, right, Math.Max(words[left].Depth, words[right].Depth) + 1));
            Refusal.Unless(words[^1].Depth <= MaximumDepth, where, $"it is deeper than {MaximumDepth}");
        }

        return [.. words];
    }
}

// A place of level n is a point with coordinates in F[ε₁, …, ε_n], ε_i² = 0, F the integers modulo p: 2^n residues for each coordinate, one for
// each set of ε. The value of [X, Y] at a place is the coefficient of a new ε in X(θ + εY(θ)) − Y(θ + εX(θ)).

/// <summary>Values of fields and of their iterated brackets at a point modulo p.</summary>
/// <param name="rank">The modulus.</param>
/// <param name="point">The residues of the point.</param>
/// <param name="generators">The fields.</param>
/// <param name="words">The words in them.</param>
/// <param name="budget">Pays for the work.</param>
internal sealed class Brackets(Rank rank, uint[] point, Component[][] generators, Word[] words, Budget budget)
{
    private const long MaximumMemory = 1L << 28;

    private readonly uint _p = rank.Modulus;
    private readonly uint[][]?[] _residues = new uint[generators.Length][][];
    private readonly Place _base = new(1, point, [], []);
    private long _memory;

    /// <summary>Reads words and checks that the values of as many of them as <paramref name="size"/> are independent.</summary>
    /// <returns>All words, the places of those that are independent, and where they are.</returns>
    internal static (Word[] Words, int[] Rows, Rank Rank, uint[] Point) Check(JsonElement words, JsonElement bracketRank, int size, Component[][] generators, int dimension, Budget budget)
    {
        Word[] all = Word.ReadAll(words, generators.Length);
        JsonElement[] members = bracketRank.Members("bracketRank", "point", "modulus", "words", "pivots");
        Rank rank = Rank.Read("bracketRank", members[1], members[3], size, dimension);
        int[] rows = members[2].Indices("bracketRank", 0, all.Length - 1);
        Refusal.Unless(rows.Length == size, "bracketRank", $"there are {rows.Length} words instead of {size}");
        uint[] point = rank.Residues(rank.ReadPoint(members[0], dimension));
        var brackets = new Brackets(rank, point, generators, all, budget);
        rank.Check(budget, row => rank.AtPivots(brackets.Value(rows[row], brackets._base)));
        return (all, rows, rank, point);
    }

    /// <summary>Checks that the values of the fields are independent.</summary>
    internal void CheckFields() => rank.Check(budget, field => rank.AtPivots(Evaluate(field, _base)));

    private uint[] Value(int word, Place place)
    {
        if (!place.Values.TryGetValue(word, out uint[]? value))
        {
            (int left, int right, _) = words[word];
            place.Values[word] = value = right < 0
                ? Evaluate(left, place)
                : Difference(Value(left, Shift(place, right)), Value(right, Shift(place, left)), place.Size);
        }

        return value;
    }

    // The place θ + εY(θ), Y the field of a word.
    private Place Shift(Place place, int word)
    {
        if (!place.Shifts.TryGetValue(word, out Place? shifted))
        {
            int size = place.Size;
            uint[] direction = Value(word, place);
            uint[] coordinates = NewValues(2 * direction.Length);
            for (int at = 0; at < direction.Length; at += size)
            {
                place.Coordinates.AsSpan(at, size).CopyTo(coordinates.AsSpan(2 * at));
                direction.AsSpan(at, size).CopyTo(coordinates.AsSpan((2 * at) + size));
            }

            place.Shifts[word] = shifted = new Place(2 * size, coordinates, [], []);
        }

        return shifted;
    }

    // The coefficients of the last ε in the difference of two values.
    private uint[] Difference(uint[] left, uint[] right, int size)
    {
        uint[] difference = NewValues(left.Length / 2);
        for (int at = 0; at < difference.Length; at++)
        {
            int upper = (2 * at) - (at % size) + size;
            difference[at] = left[upper] >= right[upper] ? left[upper] - right[upper] : left[upper] + (_p - right[upper]);
        }

        return difference;
    }

    private uint[] Evaluate(int generator, Place place)
    {
        Component[] field = generators[generator];
        uint[][] residues = _residues[generator] ??= Array.ConvertAll(field, component => Array.ConvertAll(
            component.Terms, term => (uint)((ulong)rank.Residue(term.Coefficient) * (uint)term.Multiplicity % _p)));
        int size = place.Size;
        uint[] result = NewValues(place.Coordinates.Length);
        Span<uint> product = new uint[size];
        for (int component = 0; component < field.Length; component++)
        {
            Span<uint> sum = result.AsSpan((field[component].Variable - 1) * size, size);
            Term[] terms = field[component].Terms;
            for (int term = 0; term < terms.Length; term++)
            {
                int[] variables = terms[term].Variables;
                budget.Spend((long)variables.Length * size * size);
                product.Clear();
                product[0] = residues[component][term];
                for (int factor = 0; factor < variables.Length; factor++)
                {
                    if (factor != terms[term].Skip)
                    {
                        Multiply(product, place.Coordinates.AsSpan((variables[factor] - 1) * size, size));
                    }
                }

                for (int set = 0; set < size; set++)
                {
                    sum[set] = (uint)(((ulong)sum[set] + product[set]) % _p);
                }
            }
        }

        return result;
    }

    // A set of ε is the disjoint union of the sets of the factors. Larger sets first: they need the smaller ones of the old product.
    private void Multiply(Span<uint> product, ReadOnlySpan<uint> factor)
    {
        ulong square = (ulong)_p * _p;
        for (int set = product.Length - 1; set >= 0; set--)
        {
            ulong sum = (ulong)product[0] * factor[set];
            for (int part = set; part > 0; part = (part - 1) & set)
            {
                // Both summands are below p².
                sum += (ulong)product[part] * factor[set ^ part];
                sum = sum >= square ? sum - square : sum;
            }

            product[set] = (uint)(sum % _p);
        }
    }

    private uint[] NewValues(int count)
    {
        budget.Spend(count);
        _memory += count;
        Refusal.Unless(_memory <= MaximumMemory, "bracketRank", "the values take more than 2^28 residues, the limit of this checker");
        return new uint[count];
    }

    private sealed record Place(int Size, uint[] Coordinates, Dictionary<int, uint[]> Values, Dictionary<int, Place> Shifts);
}
