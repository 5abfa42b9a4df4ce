namespace ConservationLaws.Checker;

/// <summary>A word: a generator, or the bracket of two earlier words. Of the two entries <paramref name="Right"/> is −1 for a generator.</summary>
internal readonly record struct Word(int Left, int Right)
{
    internal bool IsGenerator => Right < 0;
}

// A place of level n is a point with coordinates in F[ε₁, …, ε_n], ε_i² = 0, F the integers modulo p: 2^n residues for each coordinate, one for
// each set of ε. The value of [X, Y] at a place is the coefficient of a new ε in X(θ + εY(θ)) − Y(θ + εX(θ)).

/// <summary>Values of fields and of their iterated brackets at a point modulo p.</summary>
internal sealed class Brackets
{
    private const int MaximumDepth = 20;
    private const long MaximumMemory = 1L << 28;

    private readonly Component[][] _generators;
    private readonly Word[] _words;
    private readonly uint _p;
    private readonly Budget _budget;
    private readonly Dictionary<Component[], uint[][]> _residues = new(ReferenceEqualityComparer.Instance);
    private readonly Place _base;
    private long _memory;

    /// <param name="generators">The fields.</param>
    /// <param name="words">The words in them.</param>
    /// <param name="rank">Where, modulo what, and which words are asked for.</param>
    /// <param name="name">The name of the rank, for refusals.</param>
    /// <param name="budget">Pays for the work.</param>
    internal Brackets(Component[][] generators, Word[] words, Rank rank, string name, Budget budget)
    {
        (_generators, _words, _p, _budget) = (generators, words, rank.Modulus, budget);
        _base = new Place(1, rank.Point!.Residues(_p, name));
        if (Array.FindIndex(rank.Rows, row => row[0] >= words.Length) is >= 0 and int missing)
        {
            throw new Refusal($"{name}, row {missing}: there is no word {rank.Rows[missing][0]}");
        }
    }

    /// <summary>Asserts that words refer to generators and to earlier words, and are not too deep.</summary>
    internal static void CheckWords(Word[] words, int generators)
    {
        int[] depths = new int[words.Length];
        for (int word = 0; word < words.Length; word++)
        {
            (int left, int right) = (words[word].Left, words[word].Right);
            if (words[word].IsGenerator ? left >= generators : left >= word || right >= word)
            {
                throw new Refusal($"word {word}: {(words[word].IsGenerator ? $"there is no generator {left}" : $"[{left}, {right}] does not refer to earlier words")}");
            }

            depths[word] = words[word].IsGenerator ? 0 : Math.Max(depths[left], depths[right]) + 1;
            if (depths[word] > MaximumDepth)
            {
                throw new Refusal($"word {word}: it is deeper than {MaximumDepth}");
            }
        }
    }

    /// <summary>The value of a word at the point, one residue for each coordinate.</summary>
    internal uint[] Value(int word) => Value(word, _base);

    /// <summary>The value of a field at the point.</summary>
    internal uint[] Value(Component[] field) => Evaluate(field, _base);

    private uint[] Value(int word, Place place)
    {
        if (place.Values.TryGetValue(word, out uint[]? known))
        {
            return known;
        }

        (int left, int right) = (_words[word].Left, _words[word].Right);
        return place.Values[word] = _words[word].IsGenerator
            ? Evaluate(_generators[left], place)
            : Difference(Value(left, Shift(place, right)), Value(right, Shift(place, left)), place.Size);
    }

    // The place θ + εY(θ), Y the field of a word.
    private Place Shift(Place place, int word)
    {
        if (!place.Shifts.TryGetValue(word, out Place? shifted))
        {
            int size = place.Size;
            uint[] direction = Value(word, place);
            uint[] coordinates = NewValues(2L * direction.Length);
            for (int at = 0; at < direction.Length; at += size)
            {
                place.Coordinates.AsSpan(at, size).CopyTo(coordinates.AsSpan(2 * at));
                direction.AsSpan(at, size).CopyTo(coordinates.AsSpan((2 * at) + size));
            }

            place.Shifts[word] = shifted = new Place(2 * size, coordinates);
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

    private uint[] Evaluate(Component[] field, Place place)
    {
        if (!_residues.TryGetValue(field, out uint[][]? residues))
        {
            _residues[field] = residues = Array.ConvertAll(field, component => Array.ConvertAll(
                component.Terms, term => (uint)((ulong)ModularArithmetic.Residue(term.Coefficient, _p) * (uint)term.Multiplicity % _p)));
        }

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
                _budget.Spend((long)variables.Length * size * size);
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

    // The product of two elements: a set of ε is the disjoint union of the sets of the factors. Larger sets first, since they need the smaller ones.
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

    private uint[] NewValues(long count)
    {
        _budget.Spend(count);
        _memory += count;
        return _memory <= MaximumMemory ? new uint[count] : throw new Refusal($"the values of the brackets take more than {MaximumMemory} residues, the limit of this checker");
    }

    private sealed record Place(int Size, uint[] Coordinates)
    {
        internal Dictionary<int, uint[]> Values { get; } = [];

        internal Dictionary<int, Place> Shifts { get; } = [];
    }
}
